"""XlsxWriter's sheet, with texts that are read back as they were, whatever they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import IOBase

from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""UTF-16 units: what a cell holds."""
_NO_XML = re.compile("_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class TextSheet(Worksheet):
    """A sheet in which no text is taken for anything else.

    XlsxWriter writes a text from `<r>` to `</r>` as XML of its own, and escapes only the first of two escapes that
    share a line between them; a lone surrogate stops it. `tests/reports/workbook` asks for all three.
    """

    def close_rows(self) -> None:
        """Close the file in which rows wait, where it is open still: no system deletes what is open everywhere."""
        waiting: object = self.row_data_fh
        if isinstance(waiting, IOBase):
            waiting.close()

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        self._xml_inline_string(string, None, attributes)

    @staticmethod
    def _escape_control_characters(data: str) -> str:
        return _NO_XML.sub(_escaped, data) if _NO_XML.search(data) else data


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    # There is no way to write half a character.
    return "\ufffd" if "\ud800" <= character <= "\udfff" else f"_x{ord(character):04X}_"


def fitting(text: str, tail: str) -> str:
    """Return a text as far as a cell holds it; what was cut is told by a tail."""
    if len(text) * 2 <= LONGEST_CELL or _units(text) <= LONGEST_CELL:
        return text
    room = LONGEST_CELL - _units(tail)
    # Every character is one unit or two.
    kept = text[:room]
    while _units(kept) > room:
        kept = kept[: -max((_units(kept) - room) // 2, 1)]
    return kept + tail


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
