"""What files for people are called, and a Word document as such a file.

`check_word` is asked before anything is imported that needs python-docx, the extra `word`.
"""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


_UNFIT = frozenset('\\/:*?"<>|')
"""What some system takes in no file's name."""


def fit(text: str, most: int) -> str:
    """Return a text of at most so many characters as every system takes it: `_` for what one refuses.

    File systems take no more than 255 bytes for a whole name: three or four for a character.
    """
    taken = "".join(sign if sign.isprintable() and sign not in _UNFIT else "_" for sign in text.strip(" ."))
    return taken[:most].strip(" .")


def check_word(code: str) -> None:
    """Refuse, with this code, where python-docx is not installed. Raises Refused."""
    if find_spec("docx") is None:
        raise Refused(code, suffix=".docx")


def document_bytes(document: WordDocument) -> bytes:
    """Return a document as the bytes of a .docx file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
