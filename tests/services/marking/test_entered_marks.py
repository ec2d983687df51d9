"""Marks that were given by hand on paper, keyed in with the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.errors import Faulty
from quizapp.services.book.score_book import look
from quizapp.services.evidence.verification import verify
from quizapp.services.marking.answer_entry import enter
from quizapp.services.marking.essay_pile import pile
from quizapp.services.marking.marking_session import MarkDraft
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.keyed_attempts import exported, roster, written
from tests.samples.essay_paper import PAPER, essay_workplace
from tests.samples.workplace import StoppedClock
from tests.services.decisions.test_row_notes import said

HEADS = "学号,姓名,1,2,3,2得分,3得分"


@pytest.fixture
def place() -> Workplace:
    """Return a workplace whose paper has two essays of ten marks each, and a question of two."""
    return replace(essay_workplace(), staff="王班长")


def entered(place: Workplace, folder: Path, *lines: str, heads: str = HEADS, by: str = "") -> None:
    enter(place, PAPER, written(folder, [heads, *lines], "答卷.csv"), by=by)
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=1))


def faults(place: Workplace, folder: Path, *lines: str, heads: str = HEADS, by: str = "") -> list[str]:
    with pytest.raises(Faulty) as caught:
        entered(place, folder, *lines, heads=heads, by=by)
    assert place.home.journals.names() == ()
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in caught.value.faults]


def test_an_essay_with_marks_does_not_wait_and_one_without_does(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path, "1,张三,错,见卷,见卷,7.5,8", "2,李四,错,见卷,见卷,6,")
    assert [(row["id"], row["status"], row["score"], row["notes"]) for row in exported(place, paper=PAPER.id)] == [
        ("1", "marked", 17.5, ()),
        ("2", "marking", None, ()),
    ]


def test_whoever_enters_them_gave_the_marks(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path, "1,张三,错,见卷,见卷,7.5,8", by="李老师")
    given = place.home.decisions.read(PAPER.id)
    assert [(one.KIND, one.question, one.marks, one.by) for one in given] == [  # type: ignore[union-attr]  # essays' marks
        ("essay_marked", 2, Fraction(15, 2), "李老师"),
        ("essay_marked", 3, Fraction(8), "李老师"),
    ]
    entered(place, tmp_path, "2,李四,错,见卷,见卷,1,1")
    assert place.home.decisions.read(PAPER.id)[-1].by == "王班长"


def test_what_needs_nobody_is_overridden_and_so_is_what_was_left_on_the_sheet(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path, "1,张三,对,,见卷,1,7,3", heads="学号,姓名,1,2,3,1得分,2得分,3得分")
    (row,) = exported(place, paper=PAPER.id)
    assert (row["status"], row["score"]) == ("marked", 11)
    assert said(row["notes"]) == "成绩更正：第 1 题 0 → 1 分（答卷.csv）；成绩更正：第 2 题 0 → 7 分（答卷.csv）"


def test_what_was_entered_is_marked_again_by_whoever_verifies(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path, "1,张三,对,,见卷,1,7,3", heads="学号,姓名,1,2,3,1得分,2得分,3得分")
    before = look(place.home, place.clock).scores
    assert verify(place.home, place.class_id, now=place.clock.read().at).is_ok
    assert look(place.home, place.clock).scores == before


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("11", "2:16 override-outside"),
        ("-1", "2:16 override-marks-unread"),
        ("七", "2:16 override-marks-unread"),
        ("1/3", "2:16 override-marks-unread"),
        ("1.234", "2:16 marks-too-fine"),
    ],
)
def test_what_is_no_mark_of_the_question_keeps_all_rows_out(
    place: Workplace, tmp_path: Path, cell: str, code: str
) -> None:
    assert faults(place, tmp_path, f"1,张三,错,见卷,见卷,5,{cell}", "2,李四,错,见卷,见卷,5,5") == [code]


def test_nobody_gives_themselves_marks(place: Workplace, tmp_path: Path) -> None:
    roster(place, "1 张三", "2 王班长")
    lines = ("1,张三,错,见卷,见卷,5,5", "2,王班长,错,见卷,见卷,5,5")
    assert faults(place, tmp_path, *lines) == ["3:0 marker-is-candidate"]
    entered(place, tmp_path, "2,王班长,错,见卷,见卷,,")


def test_marks_of_the_whole_are_shown_and_changed_point_by_point(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path, "1,张三,错,见卷,见卷,7.5,8")
    first, _ = pile(place.home, PAPER.id, place.home.journals.names(PAPER.id)).scripts
    draft = MarkDraft(first)
    assert (draft.total, draft.missing, draft.is_changed) == (Fraction(15, 2), 3, False)
    draft.toggle(0)
    assert (draft.total, draft.missing, draft.is_changed) == (Fraction(4), 2, True)
