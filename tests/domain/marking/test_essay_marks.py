"""How an essay's points become marks, who may give them, and whose word stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.attempt.events import Answered, HandedIn
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.codec import event_to_plain
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Refused
from quizapp.domain.item import INVALID, Response
from quizapp.domain.items.essay import Essay
from quizapp.domain.marking.essay_marks import Marker, mark_essay, marks_for, points_of, suggested_points
from quizapp.domain.marking.marks import mark, waiting
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form
from tests.domain.attempt.stopped_clock import started
from tests.samples.essay_paper import RUBRIC
from tests.samples.judgement_items import LETTER
from tests.samples.small_items import asked, form, true_false, unhurried

NOW = Moment(at=datetime(2026, 12, 1, 4, tzinfo=UTC))
WITH_RUBRIC = asked(Essay(id="e-1", stem="怎么办？", rubric=RUBRIC), 10)
WITHOUT = asked(Essay(id="e-2", stem="体会？"), Fraction(7, 2))
FORM: Form = form([asked(true_false(), 2)], [WITH_RUBRIC, WITHOUT])
WANG = Marker(by="王班长", checked_by="李副班长", why="二评")


def attempt(*responses: Response, has_ended: bool = True) -> Attempt:
    begun = replace(started(3, NOW), attempt="a-1", candidate="Ｂ07", name="张 三")
    answers = [Answered(when=NOW, question=n, response=given) for n, given in enumerate(responses, 1) if given]
    return fold([begun, *answers, *([HandedIn(when=NOW, by="candidate")] if has_ended else [])])


WRITTEN = attempt(("true",), ("第一时间报告，再更正",), ("很有体会",))


def marked(number: int, *points: Fraction | int, by: Marker = WANG, one: Attempt = WRITTEN) -> EssayMarked:
    owner = Candidate(id=one.started.candidate, name=one.started.name)
    return mark_essay(FORM, one, number, [Fraction(point) for point in points], by, NOW, "好", owner=owner)


def test_a_mark_is_points_given_of_the_rubrics_points_times_the_marks() -> None:
    # 3.5 of 5 points, times 10 marks
    assert marked(2, 2, 1, Fraction(1, 2)) == EssayMarked(
        when=NOW,
        attempt="a-1",
        question=2,
        points=(Fraction(2), Fraction(1), Fraction(1, 2)),
        marks=Fraction(7),
        comment="好",
        by="王班长",
        checked_by="李副班长",
        why="二评",
    )


def test_without_a_rubric_the_marks_are_given_directly() -> None:
    assert [point.marks for point in points_of(WITHOUT)] == [Fraction(7, 2)]
    assert marked(3, 3).marks == 3


@unhurried
@given(st.lists(st.fractions(min_value=0, max_value=1), min_size=3, max_size=3))
def test_marks_lie_between_none_and_all_whatever_is_given(shares: Sequence[Fraction]) -> None:
    given_points = [share * point.marks for share, point in zip(shares, RUBRIC, strict=True)]
    assert 0 <= marks_for(WITH_RUBRIC, given_points) <= 10


def test_keywords_suggest_all_of_a_point_or_none_and_nothing_where_there_are_none() -> None:
    assert suggested_points(WITH_RUBRIC, ("第一时间报告",)) == (Fraction(2), Fraction(0), None)
    assert suggested_points(WITH_RUBRIC, ("更正，立 即",)) == (Fraction(2), Fraction(2), None)
    assert suggested_points(WITHOUT, ("体会",)) == (None,)


@pytest.mark.parametrize(
    ("number", "points", "code"),
    [
        (2, (2, 2), "mark-points-count"),
        (2, (2, 2, 1, 0), "mark-points-count"),
        (2, (Fraction(21, 10), 0, 0), "mark-point-outside"),
        (2, (0, Fraction(-1, 2), 0), "mark-point-outside"),
        (3, (4,), "mark-point-outside"),
        (1, (1,), "mark-not-an-essay"),
        (0, (1,), "mark-question-unknown"),
        (4, (1,), "mark-question-unknown"),
    ],
)
def test_what_is_not_the_rubrics_is_refused(number: int, points: tuple[Fraction | int, ...], code: str) -> None:
    with pytest.raises(Refused) as told:
        marked(number, *points)
    assert told.value.code == code


@pytest.mark.parametrize("response", [(), (" \n",), INVALID])
def test_an_essay_that_nobody_wrote_is_not_marked(response: Response) -> None:
    with pytest.raises(Refused, match="mark-nothing-written"):
        marked(3, 1, one=attempt((), ("有",), response))


def test_an_attempt_under_way_is_not_marked() -> None:
    with pytest.raises(Refused, match="mark-not-handed-in"):
        marked(3, 1, one=attempt((), (), ("写",), has_ended=False))


@pytest.mark.parametrize("person", ["张三", "张　三", "b07", "Ｂ07", " B07 "])
def test_the_candidate_neither_marks_nor_checks_by_name_or_number(person: str) -> None:
    for marker in (Marker(by=person), Marker(by="王班长", checked_by=person)):
        with pytest.raises(Refused, match="marker-is-candidate"):
            marked(3, 1, by=marker)


def test_somebody_must_have_marked() -> None:
    with pytest.raises(Refused, match="marker-needed"):
        marked(3, 1, by=Marker(by=" "))


def test_the_last_word_stands_and_only_for_its_attempt() -> None:
    first, second, other = marked(2, 2, 2, 1), marked(2, 0, 0, 0), marked(3, 1)
    elsewhere = EssayMarked(when=NOW, attempt="a-2", question=2, points=(Fraction(9),), marks=Fraction(9), by="王")
    decisions = (first, other, second, elsewhere)
    assert rulings(decisions).given["a-1"] == {2: 0, 3: 1}
    assert rulings(decisions).markings["a-1"] == {2: (second,), 3: (other,)}


def test_a_score_waits_until_every_essay_has_marks() -> None:
    responses = WRITTEN.responses
    assert waiting(FORM, responses) == (2, 3)
    given_so_far = rulings((marked(2, 2, 2, 0),)).given["a-1"]
    assert waiting(FORM, responses, given_so_far) == (3,)
    assert mark(FORM, responses, given_so_far) is None
    whole = mark(FORM, responses, rulings((marked(2, 2, 2, 0), marked(3, 3))).given["a-1"])
    assert whole is not None
    assert (whole.total, whole.sections) == (Fraction(13), (Fraction(2), Fraction(11)))


LETTER_FORM: Form = form([asked(LETTER, 12)], [asked(Essay(id="e-3", stem="体会？", deductions=LETTER.deductions), 5)])
SENT = fold(
    [
        replace(started(2, NOW), attempt="a-2", candidate="07", name="张三"),
        Answered(when=NOW, question=1, response=("请示",)),
        Answered(when=NOW, question=2, response=("体会",)),
        HandedIn(when=NOW, by="candidate"),
    ]
)


def deducted(number: int, points: Sequence[Fraction | int], taken_off: Sequence[Fraction | int]) -> EssayMarked:
    owner = Candidate(id="07", name="张三")
    given_points, off = [Fraction(each) for each in points], [Fraction(each) for each in taken_off]
    return mark_essay(LETTER_FORM, SENT, number, given_points, WANG, NOW, "", owner=owner, deducted=off)


@pytest.mark.parametrize(
    ("points", "taken_off", "marks"),
    [
        ([4, 2], [0, 0], 12),
        ([4, 2], [Fraction(1, 2), 0], 11),  # 5.5 / 6 of 12
        ([3, 1], [Fraction(3, 2), 2], 1),  # 0.5 / 6 of 12
        ([1, 0], [2, 2], 0),
        ([0, 0], [Fraction(1, 2), 0], 0),
    ],
)
def test_what_is_taken_off_comes_off_the_points_and_never_below_none(
    points: Sequence[int], taken_off: Sequence[Fraction | int], marks: int
) -> None:
    assert deducted(1, points, taken_off).marks == marks


def test_without_a_rubric_it_comes_off_the_questions_own_marks() -> None:
    assert deducted(2, [5], [1, 2]).marks == 2


def test_where_nothing_is_taken_off_the_line_is_as_it_always_was() -> None:
    plain = event_to_plain(deducted(1, [4, 2], [0, 0]))["data"]
    assert "deducted" not in plain
    assert plain == event_to_plain(deducted(1, [4, 2], []))["data"]
    assert event_to_plain(deducted(1, [4, 2], [Fraction(1, 2), 0]))["data"]["deducted"] == ["1/2", "0"]


@pytest.mark.parametrize(
    ("taken_off", "code"),
    [
        ([1], "mark-deductions-count"),
        ([1, 1, 1], "mark-deductions-count"),
        ([Fraction(1, 3), 0], "mark-deduction-outside"),
        ([Fraction(5, 2), 0], "mark-deduction-outside"),
        ([0, -1], "mark-deduction-outside"),
    ],
)
def test_what_is_no_multiple_of_each_or_more_than_the_most_is_refused(
    taken_off: Sequence[Fraction | int], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        deducted(1, [4, 2], taken_off)
