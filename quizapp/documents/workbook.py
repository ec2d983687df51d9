"""A workbook that is filled row by row: its stream, its sheets by unique names, their texts, its formats.

Needs XlsxWriter.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import IOBase
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from quizapp.language import Language


FONT = 11
"""Of cells, in points."""
MARGINS = {"left": 0.3, "right": 0.3, "top": 0.5, "bottom": 0.7}
"""Inches."""
LONGEST_CELL = 32_767
"""UTF-16 units: what a cell holds."""
_NO_XML = re.compile("_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class TextSheet(Worksheet):
    """A sheet in which no text is taken for anything else.

    XlsxWriter writes a text from `<r>` to `</r>` as XML of its own, and escapes only the first of two escapes that
    share a line between them; a lone surrogate stops it. `tests/documents/workbook` asks for all three.
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


class UntilGivenUp:
    """A stream as a ZIP file needs it.

    A ZIP file that failed halfway writes its end when it is forgotten; what fails then can be told to nobody, and
    Python writes it to standard error.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._is_given_up = False

    def give_up(self) -> None:
        """Take nothing more in earnest."""
        self._is_given_up = True

    def write(self, data: bytes) -> int:
        """Write, and return how many bytes. Raises OSError."""
        return len(data) if self._is_given_up else self._out.write(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place. Raises OSError, also where the stream cannot."""
        return 0 if self._is_given_up else self._out.seek(offset, whence)

    def tell(self) -> int:
        """Return the place. Raises OSError, also where the stream knows none."""
        return 0 if self._is_given_up else self._out.tell()

    def flush(self) -> None:
        """Hand on what waits. Raises OSError."""
        if not self._is_given_up:
            self._out.flush()


LONGEST_NAME = 31
"""UTF-16 units."""
_FORBIDDEN = frozenset("[]:*?/\\")
_RESERVED = "history"
"""Excel keeps this one for itself."""


def sheet_name(wanted: str, taken: set[str], otherwise: str) -> str:
    """Return the name nearest to what is wanted, and take it; `otherwise` is for what leaves nothing.

    Names are told apart as spreadsheets do it, capitals being no difference.
    """
    plain = _plain(wanted)
    name = _cut(plain, LONGEST_NAME) or otherwise
    number = 1
    while _folded(name) in taken or _folded(name) == _RESERVED:
        number += 1
        tail = f" ({number})"
        name = _cut(plain or otherwise, LONGEST_NAME - len(tail)) + tail
    taken.add(_folded(name))
    return name


def _plain(wanted: str) -> str:
    """Return a name without what no sheet's may hold; Chinese Excel refuses the wide forms of those marks too."""
    kept = (" " if _is_forbidden(one) else one for one in wanted)
    return " ".join("".join(kept).split()).strip("' ")


def _is_forbidden(character: str) -> bool:
    narrow = unicodedata.normalize("NFKC", character)
    return bool(_FORBIDDEN.intersection(narrow)) or unicodedata.category(character) in ("Cc", "Cs", "Cn", "Co", "Cf")


def _cut(name: str, length: int) -> str:
    """Return as much of a name as has a place in so many UTF-16 units."""
    name = name[:length]
    while len(name.encode("utf-16-le")) // 2 > length:
        name = name[:-1]
    return name.strip("' ")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


ROWS = 1_048_576
"""How many rows a sheet has."""
_A4 = 9
_PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class ScoreWorkbook:
    """One workbook while it is being written."""

    def __init__(self, workbook: Workbook, language: Language, rows: int = ROWS) -> None:
        self.workbook = workbook
        self.language = language
        self.rows = rows
        """How many rows a sheet takes before the next one goes on."""
        self._taken: set[str] = set()
        self.title = self._format(bold=True, font_size=16, align="center")
        self.note = self._format(font_color="#595959", font_size=9)
        self.head = self._format(bold=True, border=1, bg_color="#DDEBF7", align="center", text_wrap=True)
        # A text stays one when somebody types into its cell, too.
        self.text = self._format(border=1, num_format="@", text_wrap=True)
        self.centred = self._format(border=1, num_format="@", text_wrap=True, align="center")
        self.number = self._format(border=1, align="center")
        self.blank = self._format(border=1)
        self.part = self._format(bold=True, font_size=13)

    def add_sheet(self, wanted: str, *, is_signed: bool = True) -> TextSheet:
        """Add a sheet that prints on A4, its pages numbered and with lines for signing, as there are on paper lists."""
        name = sheet_name(wanted, self._taken, self.language.say("workbook.sheet_unnamed"))
        sheet = self.workbook.add_worksheet(name, TextSheet)
        if not isinstance(sheet, TextSheet):
            raise TypeError(type(sheet))
        sheet.set_paper(_A4)
        sheet.set_margins(**MARGINS)
        sheet.center_horizontally()
        numbered = self.language.say("workbook.page", page="&P", pages="&N")
        sign = self.language.say("workbook.sign")
        sheet.set_footer(f"&L{sign}&R{numbered}" if is_signed else f"&C{numbered}")
        return sheet

    def _format(self, **properties: object) -> Format:
        return self.workbook.add_format({"font_name": font_of(self.language), "valign": "vcenter", **properties})


def font_of(language: Language) -> str:
    """Return the font of cells, whose digits columns are measured by."""
    return "宋体" if language.tongue == "zh" else "Calibri"


def _own_font(language: Language) -> dict[str, object]:
    """Return the option that makes it the workbook's own, which says what the width of a column means."""
    return {"default_format_properties": {"font_name": font_of(language), "font_size": FONT}}


@contextmanager
def new_book(out: BinaryIO, language: Language, at: datetime, rows: int = ROWS) -> Iterator[ScoreWorkbook]:
    """Give a workbook that is written into `out` at the end; `at` is when it says it was made. Raises OSError.

    Rows wait in a folder of its own, which goes away with it, whatever happens.
    """
    with TemporaryDirectory(prefix="quizapp-") as folder:
        stream = UntilGivenUp(out)
        workbook = Workbook(cast("BinaryIO", stream), {**_PLAIN, **_own_font(language), "tmpdir": folder})
        try:
            # What it is called and nothing of the class: these are read without opening it.
            workbook.set_properties({"title": language.say("workbook.title"), "created": at.replace(tzinfo=None)})
            yield ScoreWorkbook(workbook, language, rows)
            workbook.close()
        except FileCreateError as error:
            (cause,) = error.args
            raise cause from error
        finally:
            stream.give_up()
            for sheet in workbook.worksheets():
                if isinstance(sheet, TextSheet):
                    sheet.close_rows()
