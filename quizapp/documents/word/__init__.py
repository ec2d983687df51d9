"""Parts of a Word document. All but this module need python-docx, the extra `word`, and are imported after `check`."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def check(code: str) -> None:
    """Refuse, with this code, where python-docx is not installed. Raises Refused."""
    if find_spec("docx") is None:
        raise Refused(code, suffix=".docx")


def as_bytes(document: WordDocument) -> bytes:
    """Return a document as the bytes of a .docx file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
