"""The texts of a workbook, which its cells name by number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.reading.zip_members import ZipMembers

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_strings(members: ZipMembers, part: str) -> list[str]:
    """Return the texts in their order, formatting and phonetic signs left out. Raises Refused."""
    strings = _Strings()
    members.walk(part, strings)
    return strings.found


def plain_text(text: str) -> str:
    """Return a text without the escapes that XML needs: _x000D_ is a return."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Strings:
    """Collects the texts of the elements `si`: one `t`, or many in runs."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_text = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 a walker is told them
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._is_text = not self._phonetic
        elif name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._is_text = False
        elif name == "si":
            self.found.append(plain_text("".join(self._parts)))
        elif name == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)
