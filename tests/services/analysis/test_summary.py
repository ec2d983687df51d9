"""The summary of a paper, counted by hand from its rows."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.candidate import Candidate
from quizapp.services.analysis.paper_summary import Summary, summarise
from quizapp.services.book.score_columns import ScoreRow
from quizapp.services.book.standings import ShownMarks


def row(
    id: str,
    status: str,
    score: float | None = None,
    *,
    unit: str = "",
    group: str = "",
    grade: str = "",
    rank: int | None = 1,
) -> ScoreRow:
    return ScoreRow(
        person=Candidate(id=id, name="", unit=unit, group=group),
        paper="结业考试",
        status=status,
        rank=None if score is None else rank,
        marks=ShownMarks(score=score, grade=grade, passed=None if score is None else score >= 30),
        full_score=50,
    )


def told(*rows: ScoreRow, grades: tuple[str, ...] = ()) -> Summary:
    return summarise(rows, grades)


CLASS = (
    row("1", "marked", 50, unit="发改委", group="一组"),
    row("2", "marked", 45.5, unit="发改委", group="二组"),
    row("3", "marked", 29.99, unit="财政局", group="一组"),
    row("4", "marked", 30, unit="财政局", group="二组"),
    row("5", "marking", unit="财政局"),
    row("6", "absent", unit="档案局"),
    row("7", "deferred"),
    row("8", "exempt"),
    row("9", "misconduct"),
    row("10", "void"),
    row("11", ""),
)


def test_who_was_to_sit_are_all_but_the_deferred_and_the_exempt() -> None:
    everybody = told(*CLASS).everybody
    assert (everybody.expected, everybody.sat, everybody.marked, everybody.waiting) == (9, 6, 4, 1)


def test_means_and_shares_are_of_those_who_have_a_score() -> None:
    everybody = told(*CLASS).everybody
    assert everybody.mean == Fraction("155.49") / 4
    assert everybody.median == Fraction("37.75")
    assert (everybody.pass_share, everybody.excellent_share) == (Fraction(3, 4), Fraction(1, 2))


def test_the_middle_of_an_odd_number_is_the_middle_one() -> None:
    assert told(*CLASS[:3]).everybody.median == Fraction("45.5")


def test_who_is_excellent_is_said_by_the_papers_highest_grade_where_it_has_grades() -> None:
    rows = (row("1", "marked", 50, grade="优秀"), row("2", "marked", 49, grade="良好"), row("3", "marked", 10))
    found = told(*rows, grades=("优秀", "良好"))
    assert found.everybody.excellent == 1
    assert found.grades == (("优秀", 1), ("良好", 1), ("", 1))


def test_scores_fall_into_tenths_of_the_full_score_and_all_marks_into_the_highest() -> None:
    assert told(*CLASS).bins == (0, 0, 0, 0, 0, 1, 1, 0, 0, 2)


def test_a_score_below_nothing_stands_in_the_lowest_tenth() -> None:
    assert told(row("1", "marked", -2)).bins == (1, *[0] * 9)


def test_units_go_by_their_mean_and_those_without_a_score_come_last() -> None:
    units = told(*CLASS).units
    assert [unit.name for unit in units] == ["发改委", "财政局", "", "档案局"]
    assert [unit.tally.marked for unit in units] == [2, 2, 0, 0]
    assert units[1].tally.expected == 3


def test_an_attempt_that_does_not_count_has_no_part_in_any_number() -> None:
    rows = (row("1", "marked", 50), row("2", "marked", 40, rank=None))
    assert told(*rows).everybody.scores == (Fraction(50),)


def test_nobody_at_all_has_no_mean_and_no_share() -> None:
    everybody = told().everybody
    assert (everybody.mean, everybody.median, everybody.pass_share, everybody.expected) == (None, None, None, 0)
