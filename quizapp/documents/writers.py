"""The kinds of file that pages can be written as, each with its writer; also what a file's name may hold."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

from quizapp.documents import markdown, plain_text, web
from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from quizapp.documents.page import Pages

PageWriter: TypeAlias = "Callable[[Pages], bytes]"


def _write_word(pages: Pages) -> bytes:
    # python-docx is an extra: see `check_word`.
    from quizapp.documents import word

    return word.write(pages)


def _write_excel(pages: Pages) -> bytes:
    # XlsxWriter is slow to load.
    from quizapp.documents import excel

    return excel.write(pages)


WRITERS: dict[str, PageWriter] = {
    "html": web.write,
    "docx": _write_word,
    "xlsx": _write_excel,
    "md": markdown.write,
    "txt": plain_text.write,
}


def check_word(code: str) -> None:
    """Refuse, with this code, where python-docx is not installed. Raises Refused."""
    if find_spec("docx") is None:
        raise Refused(code, suffix=".docx")


_UNFIT = frozenset('\\/:*?"<>|')
"""What some system takes in no file's name."""


def fit(text: str, most: int) -> str:
    """Return a text of at most so many characters as every system takes it: `_` for what one refuses.

    File systems take no more than 255 bytes for a whole name: three or four for a character.
    """
    taken = "".join(sign if sign.isprintable() and sign not in _UNFIT else "_" for sign in text.strip(" ."))
    return taken[:most].strip(" .")
