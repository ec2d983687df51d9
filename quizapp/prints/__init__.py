"""Prints: papers on paper, one file for each kind, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedPaper


class Print(NamedTuple):
    """One way of printing a paper."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[PrintedPaper, Language], bytes]
    check: Callable[[], None] = lambda: None
    """Refuses where what it needs is not installed. Raises Refused."""


def _write_html(paper: PrintedPaper, language: Language) -> bytes:
    from quizapp.prints.web import write

    return write(paper, language)


def _write_word(paper: PrintedPaper, language: Language) -> bytes:
    from quizapp.prints.word import write

    return write(paper, language)


def _check_word() -> None:
    from quizapp.prints.word import check

    check()


def _write_markdown(paper: PrintedPaper, language: Language) -> bytes:
    from quizapp.prints.markdown import write

    return write(paper, language)


def _write_text(paper: PrintedPaper, language: Language) -> bytes:
    from quizapp.prints.text import write

    return write(paper, language)


PRINTS: dict[str, Print] = {
    "html": Print(name="html", suffixes=(".html", ".htm"), write=_write_html),
    "docx": Print(name="docx", suffixes=(".docx",), write=_write_word, check=_check_word),
    "md": Print(name="md", suffixes=(".md",), write=_write_markdown),
    "txt": Print(name="txt", suffixes=(".txt",), write=_write_text),
}


def print_for(suffix: str) -> Print:
    """Return the print for a file's ending. Raises CalledWrongly, naming the choices."""
    for one in PRINTS.values():
        if suffix.lower() in one.suffixes:
            return one
    choices = " ".join(one.suffixes[0] for one in PRINTS.values())
    raise CalledWrongly("print-unknown", wanted=suffix or "?", choices=choices)
