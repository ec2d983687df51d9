"""Bytes to the text of a 试题 file, and what is told of its encoding."""

from __future__ import annotations

from quizapp.reading.source_question import Reason, Remark
from quizapp.reading.source_text import source_text

# Form feeds, Word's line breaks and Unicode's separators end a line, as people see it.
_BREAKS = {ord(sign): "\n" for sign in "\r\x0b\x0c\x85\u2028\u2029"}


def text_of(data: bytes, name: str, encoding: str) -> tuple[str, list[Remark]]:
    """Return a file's text, its lines parted by newlines. Raises Refused, or Faulty where its bytes are no text."""
    decoded = source_text(data, name, encoding)
    remarks = [Remark(fault.line, Reason(fault.code, fault.values)) for fault in decoded.warnings]
    text = decoded.text.replace("\r\n", "\n")
    is_broken = any(chr(code) in text for code in _BREAKS)
    return text.translate(_BREAKS) if is_broken else text, remarks
