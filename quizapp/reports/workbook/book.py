"""A workbook that is filled row by row: its sheets by unique names, its formats, nothing in it taken for a formula."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from quizapp.reports.workbook.print_layout import FONT, MARGINS
from quizapp.reports.workbook.sheet_names import sheet_name
from quizapp.reports.workbook.stream import UntilGivenUp
from quizapp.reports.workbook.text_sheet import TextSheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from quizapp.language import Language

ROWS = 1_048_576
"""How many rows a sheet has."""
_A4 = 9
_PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Book:
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
def new_book(out: BinaryIO, language: Language, at: datetime, rows: int = ROWS) -> Iterator[Book]:
    """Give a workbook that is written into `out` at the end; `at` is when it says it was made. Raises OSError.

    Rows wait in a folder of its own, which goes away with it, whatever happens.
    """
    with TemporaryDirectory(prefix="quizapp-") as folder:
        stream = UntilGivenUp(out)
        workbook = Workbook(cast("BinaryIO", stream), {**_PLAIN, **_own_font(language), "tmpdir": folder})
        try:
            # What it is called and nothing of the class: these are read without opening it.
            workbook.set_properties({"title": language.say("workbook.title"), "created": at.replace(tzinfo=None)})
            yield Book(workbook, language, rows)
            workbook.close()
        except FileCreateError as error:
            (cause,) = error.args
            raise cause from error
        finally:
            stream.give_up()
            for sheet in workbook.worksheets():
                if isinstance(sheet, TextSheet):
                    sheet.close_rows()
