"""收卷清单: everybody of a paper with what was collected of them, to be printed and signed, or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.file_name import fit
from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.collecting_desk import DeskView

SUFFIXES = (".html", ".csv")
"""What the list can be written as; the first is what people sign."""
LONGEST_TITLE = 40
"""Characters of a title in a file's name."""


def write_list(view: DeskView, language: Language, suffix: str, class_title: str = "") -> bytes:
    """Return the list of the view's paper as the bytes of a file. Raises CalledWrongly for another ending."""
    match suffix.lower():
        case ".html" | ".htm":
            from quizapp.reports.collected_list.page import page

            return page(view, language, class_title)
        case ".csv":
            from quizapp.reports.collected_list.rows import table
            from quizapp.reports.csv_report import write

            return write(table(view, language), language)
        case _:
            raise CalledWrongly("unknown-report", wanted=suffix, choices=" ".join(one[1:] for one in SUFFIXES))


def usual_name(title: str, language: Language, at: datetime, suffix: str) -> str:
    """Return what the file is called: 收卷清单_title_20261201.html."""
    day = f"{at.astimezone(language.zone):%Y%m%d}"
    return language.say("desk.list_file", title=fit(title, LONGEST_TITLE), day=day) + suffix
