"""The kinds of file that pages can be written as, each with its writer."""

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


WRITERS: dict[str, PageWriter] = {
    "html": web.write,
    "docx": _write_word,
    "md": markdown.write,
    "txt": plain_text.write,
}


def check_word(code: str) -> None:
    """Refuse, with this code, where python-docx is not installed. Raises Refused."""
    if find_spec("docx") is None:
        raise Refused(code, suffix=".docx")
