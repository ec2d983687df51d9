"""A class whose report is written: units and absentees, its chances seeded, and its report in every form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from quizapp.domain.attempt.decisions import NoteKind
from quizapp.domain.candidate import Candidate
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import Paper, Threshold
from quizapp.language import Language, Tongue
from quizapp.reports import REPORTS
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Wishes
from quizapp.services.decisions.external_marks import bring
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_export import Export, open_export
from tests.samples.classes.class_of_all_types import HEADS, PAPER, mark_essays, people, wrongly_keyed
from tests.samples.classes.corrected_class import key_more
from tests.samples.classes.keyed_attempts import written
from tests.samples.classes.recorded_decisions import noted
from tests.samples.workplace import NINE, StoppedClock, workplace

CHINA = ZoneInfo("Asia/Shanghai")
UNITS = ("市委办公室", "县委办公室", "区政府办公室", "开发区管委会")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GRADES = (
    ("优秀", Threshold(value=Fraction(85, 100), is_share=True)),
    ("良好", Threshold(value=Fraction(3, 4), is_share=True)),
    ("合格", Threshold(value=Fraction(3, 5), is_share=True)),
)
EXAM = replace(
    PAPER,
    grades=GRADES,
    delivery=replace(PAPER.delivery, opens=NINE, closes=NINE + timedelta(hours=2)),
)
MIDTERM = replace(PAPER, id="midterm", title="期中测验", sections=PAPER.sections[:-1])
WEIGHTS = {EXAM.id: Fraction(6, 10), MIDTERM.id: Fraction(3, 10), "考勤": Fraction(1, 10)}
_HEADS = HEADS.replace(",姓名", "")


def class_list(count: int, names: Sequence[str] = ()) -> list[Candidate]:
    """Return so many people of four units, two of them alone in the last; `names` in place of the first names."""
    return [
        Candidate(
            id=f"2026{number:02d}",
            name=names[number - 1] if number <= len(names) else f"学员{number:02d}",
            unit=UNITS[3] if number in (3, 7) else UNITS[number % 3],
        )
        for number in range(1, count + 1)
    ]


def sat(
    folder: Path, count: int = 36, expected: int | None = None, names: Sequence[str] = (), exam: Paper = EXAM
) -> Workplace:
    """Return a workplace where `count` of `expected` people, by default four more, sat the exam; it is over and marked.

    One key of its bank is wrong. Of who did not come the first is deferred, the second exempt.
    """
    everybody, clock = class_list(count + 4 if expected is None else expected, names), StoppedClock()
    shelf = replace(wrongly_keyed(), shelf_papers=(exam, MIDTERM))
    place = replace(workplace(shelf, clock), class_title="2026 年办公室主任培训班", organiser="市委党校")
    place.home.roster.record(everybody, clock.read().at)
    if count:
        key_more(place, folder, _lines(everybody, people(count)), exam, _HEADS)
        mark_essays(place)
    notes: tuple[NoteKind, ...] = ("deferred", "exempt")
    for one, note in zip(everybody[count:], notes, strict=False):
        noted(place, one.id, note, paper=exam.id)
    clock.go_on(timedelta(hours=3))
    return place


def waiting(folder: Path, count: int) -> Workplace:
    """Return a workplace where so many people sat the exam, which is over, and no essay is marked."""
    place = sat(folder, 0, count)
    key_more(place, folder, _lines(class_list(count), people(count)), EXAM, _HEADS)
    return place


def weighed(folder: Path, count: int = 8) -> Workplace:
    """Return a workplace where a second paper was sat too, and 考勤 brought in, without the last person's."""
    place = replace(sat(folder, count, count + 2), weights=WEIGHTS)
    everybody = class_list(count)
    lines = [line.rpartition(",")[0] for line in _lines(everybody, people(count, seed=5))]
    key_more(place, folder, lines, MIDTERM, _HEADS.removesuffix(",13"))
    marks = ["学号,得分,满分", *(f"{one.id},{90 + number},100" for number, one in enumerate(everybody[:-1], 1))]
    bring(place, written(folder, marks, "attendance.csv"), "考勤", Marker(by="王班长"))
    return place


def export_of(place: Workplace, **wished: object) -> Export:
    """Return an export of the exam, or of what is wished for."""
    wishes = Wishes(**{"paper": EXAM.id, **wished})  # type: ignore[arg-type]  # named by tests
    return open_export(place, look(place.home, place.clock), wishes)


def report(place: Workplace, form: str, tongue: Tongue = "zh", /, **wished: object) -> bytes:
    """Return the class report in a form."""
    out = io.BytesIO()
    REPORTS[form].write(export_of(place, **wished), Language(tongue, CHINA), out)
    return out.getvalue()


def text_of(data: bytes) -> str:
    """Return what a .docx says, a line for each paragraph and for each row of a table, in their order."""
    body = ElementTree.fromstring(member(data, "word/document.xml")).find(f"{WORD}body")
    assert body is not None
    return "\n".join(_line(block) for block in body if block.tag != f"{WORD}sectPr") + "\n"


def cells_of(data: bytes) -> list[str]:
    """Return the cells of a .docx's tables."""
    root = ElementTree.fromstring(member(data, "word/document.xml"))
    return [_words(cell) for cell in root.iter(f"{WORD}tc")]


def member(data: bytes, name: str) -> bytes:
    """Return a member of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        return members.read(name)


def _lines(everybody: Sequence[Candidate], answers: Sequence[str]) -> list[str]:
    """Return the class's answers with these people's numbers, and without names."""
    return [",".join([one.id, *line.split(",")[2:]]) for one, line in zip(everybody, answers, strict=False)]


def _line(block: ElementTree.Element) -> str:
    if block.tag != f"{WORD}tbl":
        return _words(block)
    return "\n".join(" | ".join(map(_words, row.iter(f"{WORD}tc"))) for row in block.iter(f"{WORD}tr"))


def _words(block: ElementTree.Element) -> str:
    marks = {f"{WORD}tab": "\t", f"{WORD}br": "\n"}
    runs = (piece for run in block.iter(f"{WORD}r") for piece in run)
    return "".join(piece.text or "" if piece.tag == f"{WORD}t" else marks.get(piece.tag, "") for piece in runs)
