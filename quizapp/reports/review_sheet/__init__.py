"""复核单: one attempt on one page of A4, to be printed and signed."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from quizapp.documents.file_name import fit
from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.replaying import Replayed

SUFFIXES = (".html", ".htm")
LONGEST_PART = 30
"""Characters of a title, an id or a name in a file's name."""


def write_sheet(replayed: Replayed, language: Language, at: datetime) -> bytes:
    """Return the sheet as the bytes of an HTML file, made at that time."""
    from quizapp.reports.review_sheet.page import page

    return page(replayed, language, at)


def check_name(file: str) -> None:
    """Refuse a file's name that has another ending. Raises CalledWrongly."""
    if PurePath(file).suffix.lower() not in SUFFIXES:
        raise CalledWrongly("replay-not-html", file=file)


def usual_name(replayed: Replayed, language: Language) -> str:
    """Return what a sheet's file is called: 复核单_<title>_<学号>_<name>.html."""
    who = replayed.recorded.candidate
    parts = (language.say("review.file"), replayed.sat.paper.title, who.id, who.name)
    return "_".join(fit(part, LONGEST_PART) for part in parts if part) + SUFFIXES[0]
