"""A class with a paper, its make-up, marks from outside and people who are missing, and its workbook read back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta, timezone
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook, load_workbook

from quizapp.domain.candidate import Candidate
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import MakeUp
from quizapp.language import Language, Tongue
from quizapp.reports import REPORTS
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Wishes
from quizapp.services.decisions.external_marks import bring
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_export import Export, open_export
from tests.samples.classes.keyed_attempts import key_in, written
from tests.samples.classes.recorded_decisions import noted
from tests.samples.workplace import PAPER, Shelf, workplace

CHINA = timezone(timedelta(hours=8))
MAKE_UP = replace(PAPER, id="again", title="样卷（补考）", make_up=MakeUp(paper="sample-paper", cap=True))
WEIGHTS = {"sample-paper": Fraction(6, 10), "考勤": Fraction(4, 10)}
RIGHT, HALF, WRONG = "C,A,ACD,错,耳目；参谋", "C,A,ACD,,", "D,B,,,"
NAMES = ("张三", "欧阳建国", "王五", "赵六", "钱七", "孙八")


def a_class(folder: Path) -> Workplace:
    """Return six people: all right, all right, failed and made up, failed, absent, exempt; the last has no 考勤."""
    place = workplace(Shelf(shelf_papers=(PAPER, MAKE_UP)))
    place = replace(place, class_title="秋季班", weights=WEIGHTS)
    everybody = [
        Candidate(id=f"{number:03d}", name=name, unit="市委办公室" if number % 2 else "", post="科员", group="一组")
        for number, name in enumerate(NAMES, 1)
    ]
    place.home.roster.record(everybody, place.clock.read().at)
    key_in(place, folder, {"002": RIGHT, "001": RIGHT, "003": WRONG, "004": HALF.replace("ACD", "B")})
    key_in(place, folder, {"003": RIGHT}, MAKE_UP)
    noted(place, "006", "exempt")
    lines = ["学号,得分,满分", *(f"{number:03d},{90 - number},100" for number in range(1, 6))]
    bring(place, written(folder, lines, "marks.csv"), "考勤", Marker(by="王班长"))
    return place


def export_of(place: Workplace, wishes: Wishes = Wishes()) -> Export:  # noqa: B008 - it is a value
    """Return what is wished for of a class."""
    return open_export(place, look(place.home, place.clock, place.class_id), wishes)


def bytes_of(export: Export, tongue: Tongue = "zh") -> bytes:
    """Return the workbook as a file's bytes."""
    out = io.BytesIO()
    REPORTS["xlsx"].write(export, Language(tongue, CHINA), out)
    return out.getvalue()


def read_back(place: Workplace, wishes: Wishes = Wishes(), tongue: Tongue = "zh") -> Workbook:  # noqa: B008 - a value
    """Return the workbook as another program reads it."""
    return load_workbook(io.BytesIO(bytes_of(export_of(place, wishes), tongue)))


def table(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """Return a sheet's table as maps of its heads, the lines above it left out."""
    rows = list(book[sheet].iter_rows(min_row=3, values_only=True))
    heads = [str(head) for head in rows[0]]
    ends = next((place for place, row in enumerate(rows) if not any(cell is not None for cell in row)), len(rows))
    return [dict(zip(heads, row, strict=True)) for row in rows[1:ends]]
