"""Rounds of practice: which questions, in which order, how shown, how judged."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.items.case import Case
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Question
from quizapp.domain.practice import PracticeChoice, PracticeItem, PracticeProgress, Practised, draw, fold, share_of
from tests.domain.practice.test_choice import judge
from tests.domain.practice.test_progress import practised
from tests.samples.small_items import FIVE, blanks, multiple, single

NINE = tuple(PracticeItem(item=judge(f"t-{number}"), bank="b") for number in range(1, 10))
CASE = PracticeItem(item=Case(id="c", stem="材料", items=(judge("c-1"), judge("c-2"), judge("c-3"))), bank="b")


def drawn(
    entries: tuple[PracticeItem, ...] = NINE,
    *,
    seed: str = "1",
    most: int | None = None,
    progress: PracticeProgress | None = None,
) -> tuple[Question, ...]:
    return draw(entries, PracticeChoice(), progress or PracticeProgress(), seed=seed, most=most)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.item.id for question in questions]


def test_a_seed_gives_the_same_round_and_another_seed_another() -> None:
    assert drawn() == drawn()
    assert ids(drawn()) != ids(drawn(seed="2"))
    assert sorted(ids(drawn())) == [entry.item.id for entry in NINE]


def test_a_round_has_as_many_as_were_asked_for_numbered_from_one() -> None:
    assert [question.number for question in drawn(most=4)] == [1, 2, 3, 4]
    assert len(drawn(most=20)) == 9
    assert drawn((), most=4) == ()


def test_what_was_practised_least_comes_first_so_that_rounds_meet_everything() -> None:
    events: list[Practised] = []
    for seed in ("a", "b", "c"):
        events += [practised(1, item) for item in ids(drawn(seed=seed, most=3, progress=fold(events)))]
    assert sorted(event.item for event in events) == [entry.item.id for entry in NINE]


def test_a_case_stands_whole_beside_its_stimulus_and_is_finished_once_begun() -> None:
    questions = drawn((CASE,), most=1)
    assert ids(questions) == ["c-1", "c-2", "c-3"]
    assert {(question.case, question.stimulus) for question in questions} == {("c", "材料")}
    assert {question.case for question in drawn(NINE[:1])} == {""}


def test_a_case_is_as_much_practised_as_its_least_practised_question() -> None:
    progress = fold([practised(1, "c-1"), practised(1, "c-2"), practised(1, "t-1")])
    assert ids(drawn((NINE[0], CASE), progress=progress))[0] == "c-1"


def test_options_are_shuffled_but_where_their_author_keeps_their_order() -> None:
    entries = (PracticeItem(item=single(), bank="b"),)
    orders = {drawn(entries, seed=str(seed))[0].order for seed in range(20)}
    assert len(orders) > 10
    kept = (PracticeItem(item=replace(single(), keep_order=True), bank="b"),)
    assert drawn(kept)[0].order == ()


@pytest.mark.parametrize("seed", range(30))
def test_an_order_to_be_found_is_never_shown_found(seed: int) -> None:
    item = Ordering(id="o", stem="排。", options=FIVE[:2], key=("A", "B"), keep_order=True)
    assert drawn((PracticeItem(item=item, bank="b"),), seed=str(seed))[0].order == (1, 0)


def test_an_answer_is_judged_by_the_author_s_own_scheme_and_nothing_given_earns_nothing() -> None:
    item = replace(multiple("AB"), marking="partial")
    (question,) = drawn((PracticeItem(item=item, bank="b"),))
    assert share_of(question, ("A", "B")) == 1
    assert share_of(question, ("A",)) == Fraction(1, 2)
    assert share_of(question, ()) == 0
    (filled,) = drawn((PracticeItem(item=blanks("耳目", "参谋"), bank="b"),))
    assert share_of(filled, ("耳目",)) == Fraction(1, 2)


def test_a_letter_means_the_option_it_is_shown_with() -> None:
    item = SingleChoice(id="s", stem="？", options=FIVE, key="C")
    (question,) = drawn((PracticeItem(item=item, bank="b"),))
    typed = "ABCDE"[question.shown_choices.index("耳目")]
    assert share_of(question, item.parse(typed, question.order)) == 1
