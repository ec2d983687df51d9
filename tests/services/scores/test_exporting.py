"""Rows, ranks and statuses of the score export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.domain.papers.paper import MakeUp, Section, Threshold
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import unique_titles
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.keyed_attempts import exported, key_in, responses, roster
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
EIGHT = "C,A,ACD,错,"
SIX = "C,A,ACD,,"


def columns(rows: Sequence[Mapping[str, object]], *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_equal_scores_share_a_rank_and_the_unranked_come_last(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "5 钱七", "4 赵六", "3 王五", "2 李四", "1 张三")
    key_in(place, tmp_path, {"1": SIX, "4": EIGHT, "2": EIGHT, "3": RIGHT})
    assert columns(exported(place), "rank", "id", "name", "status", "score") == [
        (1, "3", "王五", "marked", 10),
        (2, "2", "李四", "marked", 8),
        (2, "4", "赵六", "marked", 8),
        (4, "1", "张三", "marked", 6),
        (None, "5", "钱七", "absent", None),
    ]


def test_scores_that_only_look_equal_are_ranked_by_their_exact_sums(tmp_path: Path) -> None:
    # 2 × 1/3 is shown as 0.67; so is 0.67 of a section worth 2.01 for one right of three.
    thirds = paper(sections=(*PAPER.sections[:1], PAPER.sections[1]), full_score=None)
    place = workplace(Shelf(shelf_papers=(thirds,)))
    key_in_two(place, tmp_path, thirds, {"1": ",,A", "2": ",,C"})
    assert columns(exported(place), "rank", "score") == [(1, 0.67), (1, 0.67)]


def key_in_two(place: Workplace, folder: Path, rules: object, answers: dict[str, str]) -> None:
    from quizapp.services.marking.answer_entry import enter
    from tests.samples.classes.keyed_attempts import written

    lines = ["学号,1,2,3", *(f"{id},{given}" for id, given in answers.items())]
    enter(place, rules, written(folder, lines))  # type: ignore[arg-type]  # a paper


def test_a_row_says_all_about_the_attempt(tmp_path: Path) -> None:
    rules = paper(grades=(("优秀", Threshold(value=Fraction(9, 10), is_share=True)),))
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_in(place, tmp_path, {"1": RIGHT}, rules)
    (row,) = exported(place)
    assert list(row) == [
        *("rank", "id", "name", "unit", "post", "group", "paper", "kind", "form", "attempt", "status", "score"),
        *("full_score", "percent", "grade", "passed"),
        *("一、单项选择题", "二、多项选择题", "三、判断题", "四、填空题"),
        *("started_at", "handed_in_at", "seconds", "handed_in_by", "receipt", "notes"),
    ]
    wanted = ("样卷", "regular", "A", 1, 10, 100, "优秀", True, 4, None, "entered", ())
    names = ("paper", "kind", "form", "attempt", "full_score", "percent", "grade", "passed", "一、单项选择题")
    assert columns([row], *names, "seconds", "handed_in_by", "notes") == [wanted]
    assert len(str(row["receipt"])) == 11


def test_the_best_attempt_counts_and_the_others_are_left_out(tmp_path: Path) -> None:
    place = workplace()
    for answers in (EIGHT, RIGHT, SIX):
        key_in(place, tmp_path, {"1": answers}, again=True)
    assert columns(exported(place), "rank", "attempt", "score") == [(1, 2, 10)]


def test_all_attempts_have_a_row_and_only_those_that_count_a_rank(tmp_path: Path) -> None:
    place = workplace()
    for answers in (EIGHT, RIGHT):
        key_in(place, tmp_path, {"1": answers}, again=True)
    key_in(place, tmp_path, {"2": EIGHT})
    assert columns(exported(place, all_attempts=True), "rank", "id", "attempt", "score") == [
        (1, "1", 2, 10),
        (2, "2", 1, 8),
        (None, "1", 1, 8),
    ]


def test_an_average_is_one_row_of_the_exact_mean(tmp_path: Path) -> None:
    rules = paper(counts="average", attempts=None)
    clock = StoppedClock()
    place = workplace(Shelf(shelf_papers=(rules,)), clock)
    for answers in ("C,A,A,,", "C,A,AC,,", "C,A,,,"):
        key_in(place, tmp_path, {"1": answers}, rules, again=True)
        clock.at += timedelta(hours=1)
    key_in(place, tmp_path, {"2": "C,A,,,"}, rules)
    first, second = exported(place)
    # (4 2/3 + 5 1/3 + 4) / 3 is 4 2/3: the rounded ones would give 4.67 too, the sections 0.67.
    names = ("rank", "attempt", "score", "percent", "passed", "二、多项选择题", "started_at")
    assert columns([first], *names) == [(1, 3, 4.67, 46.67, False, 0.67, "2026-12-01T03:00:02.000Z")]
    assert columns([second], "rank", "attempt", "score") == [(2, 1, 4)]
    assert columns(exported(place, all_attempts=True), "rank", "id", "attempt", "score") == [
        (1, "1", 1, 4.67),
        (1, "1", 2, 5.33),
        (1, "1", 3, 4),
        (2, "2", 1, 4),
    ]


def test_who_is_still_sitting_has_a_row_without_a_score() -> None:
    place = workplace()
    roster(place, "1 张三")
    person = place.home.roster.candidates()[0]
    standing_now = standing(place.home, place.clock, PAPER, person)
    start(place.home, place.library, place.clock, place.chance, standing_now).close()
    look(place.home, place.clock)
    names = ("rank", "id", "unit", "status", "score", "full_score", "passed", "handed_in_at")
    assert columns(exported(place), *names) == [(None, "1", "办公室", "in_progress", None, 10, None, None)]


@pytest.mark.parametrize(
    ("window", "status"),
    [
        ({}, "absent"),
        ({"opens": NINE, "closes": NINE + timedelta(hours=1)}, ""),
        ({"closes": NINE}, "absent"),
        ({"opens": NINE - timedelta(hours=1)}, ""),
    ],
)
def test_who_did_not_come_is_absent_once_the_paper_has_closed(window: dict[str, object], status: str) -> None:
    place = workplace(Shelf(shelf_papers=(paper(**window),)))
    roster(place, "1 张三")
    (row,) = exported(place)
    assert columns([row], "status", "rank", "kind", "full_score", "form", "attempt") == [
        (status, None, "regular", 10, "", None)
    ]


def test_a_make_up_says_so_and_counts_at_most_the_pass_mark(tmp_path: Path) -> None:
    rules = paper(make_up=MakeUp(paper="first", cap=True))
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_in(place, tmp_path, {"1": RIGHT}, rules)
    assert columns(exported(place), "kind", "score", "percent", "passed") == [("make_up", 6, 60, True)]


def test_a_paper_that_is_gone_is_exported_from_its_forms(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四")
    key_in(place, tmp_path, {"1": RIGHT})
    gone = replace(place, library=Shelf(shelf_papers=()))
    assert columns(exported(gone), "id", "status") == [("1", "marked"), ("2", "absent")]
    with pytest.raises(CalledWrongly, match="unknown-paper"):
        exported(gone, paper="other")


def test_a_paper_is_found_by_its_title(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": RIGHT})
    book = look(place.home, place.clock)
    assert find_exported(place, book.scores, "样卷").id == "sample-paper"
    assert find_exported(place, book.scores, "SAMPLE-PAPER").id == "sample-paper"


def test_sections_with_equal_titles_are_told_apart_by_their_place() -> None:
    heads = unique_titles(["选择", "填空", "选择", "rank"], ["rank"])
    assert heads == ("1 选择", "填空", "3 选择", "4 rank")


def test_sections_with_equal_titles_keep_their_scores(tmp_path: Path) -> None:
    sections = tuple(
        Section(title="选择", draw=section.draw, marks=section.marks, marking=section.marking)
        for section in PAPER.sections
    )
    rules = paper(sections=sections)
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_in(place, tmp_path, {"1": "C,,,错,"}, rules)
    assert columns(exported(place), "1 选择", "2 选择", "3 选择", "4 选择") == [(2, 0, 2, 0)]


def test_responses_have_a_row_for_each_question(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "C,B,AC,,耳目"})
    table = responses(place)
    assert [column.name for column in table.columns] == [
        *("id", "name", "number", "item", "type", "response", "key", "score", "full_score", "seconds", "attempt")
    ]
    assert [row[2:-1] for row in table.rows] == [
        (1, "s-1", "single_choice", "C", "C", 2, 2, None),
        (2, "s-2", "single_choice", "B", "A", 0, 2, None),
        (3, "m-1", "multiple_choice", "AC", "ACD", 1.33, 2, None),
        (4, "t-1", "true_false", "", "错", 0, 2, None),
        (5, "f-1", "fill_blank", "耳目", "耳目；参谋", 1, 2, None),
    ]


def test_responses_show_neither_key_nor_marks_until_the_window_has_closed(tmp_path: Path) -> None:
    clock = StoppedClock()
    place = workplace(Shelf(shelf_papers=(paper(opens=NINE, closes=NINE + timedelta(hours=1)),)), clock)
    key_in(place, tmp_path, {"1": RIGHT})
    assert {row[6:8] for row in responses(place).rows} == {(None, None)}
    clock.go_on(timedelta(hours=1))
    assert responses(place).rows[0][5:8] == ("C", "C", 2)


def test_who_has_just_the_pass_mark_has_passed(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": SIX, "2": "C,A,AC,,"})
    assert columns(exported(place), "id", "score", "passed") == [("1", 6, True), ("2", 5.33, False)]


def test_responses_of_who_is_still_sitting_show_neither_key_nor_marks() -> None:
    place = workplace()
    roster(place, "1 张三")
    standing_now = standing(place.home, place.clock, PAPER, place.home.roster.candidates()[0])
    sitting = start(place.home, place.library, place.clock, place.chance, standing_now)
    sitting.answer(1, ("C",))
    sitting.close()
    table = responses(place)
    assert table.rows[0][5:9] == ("C", None, None, 2)


def test_responses_say_which_attempt_they_are_of(tmp_path: Path) -> None:
    rules = paper(attempts=3)
    place = workplace(Shelf(shelf_papers=(rules,)))
    for answers in (RIGHT, "D,B,,,"):
        key_in(place, tmp_path, {"1": answers}, rules, again=True)
    found = responses(place)
    at = [column.name for column in found.columns].index("attempt")
    assert [(row[2], row[at]) for row in found.rows if row[2] == 1] == [(1, 1), (1, 2)]
