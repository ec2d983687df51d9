"""Reports against the files they should be, byte for byte."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta, timezone
from fractions import Fraction
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.notes import ScoreNote
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.text import harmless
from quizapp.language import Language, Tongue
from quizapp.reports import report_for
from quizapp.reports.cells import csv_bytes, json_bytes, notes
from quizapp.services.book.score_columns import ScoreRow, score_columns
from quizapp.services.book.score_table import Column, Table
from quizapp.services.book.standings import ShownMarks
from tests.samples.book_documents import document

GOLDEN = Path(__file__).parent / "golden"
CHINA = timezone(timedelta(hours=8))

NOTES = (
    ScoreNote("misconduct", {"why": "带手机\n已核实"}),
    ScoreNote("void", {"why": ""}, number=1),
    ScoreNote("override", {"question": 3, "before": None, "after": Fraction(4, 3), "why": "漏判"}),
    ScoreNote("override", {"question": 4, "before": Fraction(2), "after": Fraction(0), "why": "多判"}, number=2),
    ScoreNote("regraded", {"before": Fraction(6), "after": Fraction(8), "why": "第 2 题答案有误"}),
    ScoreNote("reassigned", {"id": "07", "name": "钱七", "why": "坐错座位"}),
    ScoreNote("beyond", {}, number=3),
    ScoreNote("extended", {"more": timedelta(minutes=10), "why": "停电"}),
    ScoreNote("forced", {"why": "身体不适"}),
    ScoreNote("clock_ahead", {"by": timedelta(minutes=3, seconds=5)}),
    ScoreNote("clock_behind", {"by": timedelta(hours=1)}),
)
ROWS = (
    ScoreRow(
        person=Candidate(id="007", name="张三", unit="市委办，一科", post='"科长"', group="一组"),
        paper="结业考试",
        status="marked",
        number=1,
        rank=1,
        record=document(
            "",
            form="A",
            started_at="2026-12-01T01:00:03.999Z",
            handed_in_at="2026-12-01T01:41:07.000Z",
            seconds=2463,
            handed_in_by="candidate",
            receipt="ABCDE-23456",
        ),
        marks=ShownMarks(score=85.5, percent=85.5, grade="良好", passed=True),
        full_score=100,
        sections=(40.0, 45.5),
    ),
    ScoreRow(
        person=Candidate(id="=1+1", name="=HYPERLINK(1)", unit="＋甲", post=" @乙", group="-1"),
        paper="结业考试",
        kind="make_up",
        status="marked",
        number=2,
        rank=2,
        record=document(
            "",
            form="B",
            started_at="2026-12-01T01:00:03.000Z",
            handed_in_at="2026-11-30T16:00:00.000Z",
            seconds=None,
            handed_in_by="entered",
            receipt="ABCDE-23457",
        ),
        marks=ShownMarks(score=0.1 + 0.2, percent=0.3, passed=False),
        full_score=100,
        sections=(0.3, 0),
        notes=NOTES,
    ),
    ScoreRow(
        person=Candidate(id="3", name="王五"),
        paper="结业考试",
        status="absent",
        full_score=100,
        sections=(None, None),
        notes=(ScoreNote("deferred", {"why": "=1+1"}),),
    ),
)
TABLE = Table(score_columns(["一、单选", "=SUM(A1)"]), ROWS)
TABLES = {"csv": csv_bytes, "json": json_bytes}
"""The reports of one table."""


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("report", TABLES)
def test_a_report_is_its_golden_file(report: str, tongue: Tongue) -> None:
    written = TABLES[report](TABLE, Language(tongue, CHINA))
    assert written == (GOLDEN / f"scores.{tongue}.{report}").read_bytes()


def test_json_says_the_same_in_every_language_but_for_notes() -> None:
    written = (json_bytes(TABLE, Language(tongue, CHINA)) for tongue in ("zh", "en"))
    chinese, english = ([row | {"notes": ""} for row in json.loads(one)] for one in written)
    assert chinese == english
    assert chinese[2]["score"] is None


def test_notes_are_sentences_in_the_readers_language() -> None:
    def said(tongue: Tongue, note: ScoreNote) -> str:
        return notes((note,), Language(tongue, CHINA))

    assert said("zh", NOTES[2]) == "成绩更正：第 3 题 未评 → 1.33 分（漏判）"
    assert said("en", NOTES[2]) == "question 3: unmarked → 1.33 marks (漏判)"
    assert said("zh", NOTES[1]) == "第 1 次：成绩作废"
    assert said("zh", NOTES[9]) == "时钟偏差：电脑快 3 分 05 秒"


def test_no_note_leaves_the_cell_empty_and_several_stand_in_one() -> None:
    assert notes((), Language()) == ""
    assert notes((NOTES[1], NOTES[6]), Language()) == "第 1 次：成绩作废；第 3 次：超出允许次数，未计"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "＝1", "  =1", "\t1", "\r1", "\u3000＋1", "﹣1", "\n=1"])
def test_what_a_spreadsheet_would_run_gets_a_quote(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "1", "张三", "a=1", "'=1", "——", "_", "2026-12-01"])
def test_what_it_would_not_run_stays(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.text(alphabet='a,"\r\n ;甲', max_size=6), min_size=2, max_size=4))
def test_csv_is_read_back_as_it_was(texts: list[str]) -> None:
    columns: tuple[Column[list[str]], ...] = tuple(
        Column(str(place), "text", itemgetter(place), is_titled=True) for place in range(len(texts))
    )
    table = Table(columns, (texts,))
    written = csv_bytes(table, Language())
    read = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))
    assert read[1] == [harmless(text) for text in texts]


def test_a_report_is_told_by_ending_or_named() -> None:
    assert report_for(".CSV").name == "csv"
    assert report_for(".csv", "json").name == "json"
    with pytest.raises(CalledWrongly, match="unknown-report"):
        report_for(".pdf")
    with pytest.raises(CalledWrongly, match="unknown-report"):
        report_for(".csv", "pdf")
