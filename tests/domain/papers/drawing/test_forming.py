"""From a paper to one of its forms."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Form, Section
from tests.samples.drawing_pool import OPTIONS, bank, choice, choices, drawing, fixing, paper

POOL = (bank(*choices(6, "b"), id="first"), bank(*choices(6, "a"), id="second"))


def ids(drawn: Form) -> list[str]:
    return [question.item.id for question in drawn.questions]


def test_a_form_is_the_same_for_ever() -> None:
    drawn = form(paper(drawing(4), fixing("a-02"), items=True, options=True, seed="20261201"), POOL, letter="B")
    shown = [f"{each.number} {each.section} {each.item.id} {each.order}" for each in drawn.questions]
    assert shown == [
        "1 0 a-04 (0, 2, 1, 3)",
        "2 0 a-06 (2, 0, 3, 1)",
        "3 0 b-03 (1, 0, 3, 2)",
        "4 0 b-04 (0, 2, 1, 3)",
        "5 1 a-02 (0, 3, 2, 1)",
    ]


def test_questions_are_numbered_through_all_sections() -> None:
    drawn = form(paper(drawing(3), fixing("a-02", "b-02"), drawing(2)), POOL)
    assert [question.number for question in drawn.questions] == [1, 2, 3, 4, 5, 6, 7]
    assert [question.section for question in drawn.questions] == [0, 0, 0, 1, 1, 2, 2]


def test_without_shuffling_drawn_items_stand_as_in_the_pool_and_fixed_ones_as_written() -> None:
    drawn = form(paper(drawing(8), fixing("a-05", "b-02", "a-01")), POOL)
    position = {item.id: index for index, item in enumerate(item for each in POOL for item in each.items)}
    places = [position[id] for id in ids(drawn)[:8]]
    assert places == sorted(places)
    assert ids(drawn)[8:] == ["a-05", "b-02", "a-01"]


def test_shuffling_items_gives_each_form_an_order_of_its_own_and_changes_no_choice() -> None:
    kept, shuffled = paper(drawing(6)), paper(drawing(6), items=True)
    for letter in "ABC":
        assert sorted(ids(form(kept, POOL, letter=letter))) == sorted(ids(form(shuffled, POOL, letter=letter)))
    everything = paper(drawing(12), items=True)
    assert len({tuple(ids(form(everything, POOL, letter=letter))) for letter in "ABCDEF"}) == 6


def test_shuffling_items_shuffles_fixed_ones_too_but_within_their_section() -> None:
    fixed = [f"a-{number:02}" for number in range(1, 7)]
    drawn = ids(form(paper(fixing(*fixed), fixing("b-01"), items=True), POOL))
    assert drawn[:6] != fixed
    assert sorted(drawn[:6]) == fixed
    assert drawn[6] == "b-01"


def test_without_shuffling_options_stand_in_the_banks_order() -> None:
    assert {question.order for question in form(paper(drawing(12), items=True), POOL).questions} == {()}


def test_shuffled_options_are_those_of_the_item_and_the_key_still_earns_full_marks() -> None:
    several = MultipleChoice(id="m-1", stem="（  ）", options=OPTIONS, key=("A", "C"))
    pool = (bank(*choices(20), several),)
    drawn = form(paper(drawing(20), fixing("m-1"), options=True), pool)
    assert len({question.order for question in drawn.questions}) > 10
    for question in drawn.questions:
        item, key = question.item, question.item.key_response()
        assert key is not None
        assert sorted(question.shown_choices) == sorted(OPTIONS)
        typed = item.describe(key, question.order)
        right = several.key if item.id == several.id else ("C",)
        assert {question.shown_choices["ABCD".index(letter)] for letter in typed} == {
            OPTIONS["ABCD".index(letter)] for letter in right
        }
        assert tuple(item.choices[position] for position in item.authored) == OPTIONS
        assert item.fraction(item.parse(typed, question.order), question.marking) == 1


def test_a_form_has_nothing_of_what_an_author_noted_beside_a_question() -> None:
    item = replace(choice("i-1"), tags=("答案C",), source="讲义：第三是耳目", allow=("key-longest",))
    (question,) = form(paper(fixing("i-1")), (bank(item),)).questions
    assert question.item == replace(item, tags=(), source="", allow=())


def test_an_item_that_keeps_its_order_and_a_type_without_choices_are_not_shuffled() -> None:
    kept = replace(choice("kept"), keep_order=True)
    drawn = form(
        paper(fixing("kept", "judged"), options=True), (bank(kept, TrueFalse(id="judged", stem="对吗", key=True)),)
    )
    assert [question.order for question in drawn.questions] == [(), ()]


def test_letters_are_drawn_independently() -> None:
    four = paper(drawing(4))
    assert len({tuple(ids(form(four, POOL, letter=letter))) for letter in "ABCDEFGH"}) == 8
    assert form(four, POOL, letter="C").letter == "C"


def test_a_letter_is_one_form_whoever_sits_it_and_however_often() -> None:
    four = paper(drawing(4), items=True, options=True)
    assert form(four, POOL, candidate="2026001") == form(four, POOL, candidate="2026002", number=2)


def test_per_candidate_the_form_is_the_candidates_and_the_attempts() -> None:
    own = replace(paper(drawing(4)), per_candidate=True)
    drawn = form(own, POOL, candidate="2026001")
    assert drawn.letter == "2026001"
    others = [form(own, POOL, candidate="2026002"), form(own, POOL, candidate="2026001", number=2)]
    assert len({tuple(ids(each)) for each in (drawn, *others)}) == 3
    assert form(own, POOL, candidate="2026001") == drawn


def test_another_seed_makes_another_form() -> None:
    drawn = {tuple(ids(form(paper(drawing(4), seed=str(seed)), POOL))) for seed in range(8)}
    assert len(drawn) == 8


def test_items_that_are_not_ready_or_do_not_fit_change_no_form() -> None:
    asked = paper(drawing(4), items=True, options=True)
    drafts = (replace(choice("a-99"), status="draft"), replace(choice("b-99"), status="retired"))
    other = TrueFalse(id="t-1", stem="对吗", key=True)
    more = (bank(other, *drafts, *POOL[0].items, id="first"), POOL[1])
    assert form(asked, more) == form(asked, POOL)


def test_a_sections_marks_and_scheme_override_the_items() -> None:
    several = MultipleChoice(
        id="m-1",
        stem="（  ）",
        options=OPTIONS,
        key=("A", "B"),
        marks=Fraction(4),
        marking="half",
        option_marks=Fraction(1),
    )

    def marked(section: Section) -> tuple[str, Fraction, Fraction | None]:
        marking = form(paper(section), (bank(several),)).questions[0].marking
        return marking.scheme, marking.marks, marking.option_marks

    assert marked(fixing("m-1")) == ("half", Fraction(4), Fraction(1))
    section = replace(fixing("m-1"), marks=Fraction(3), marking="per_option", option_marks=Fraction(1, 2))
    assert marked(section) == ("per_option", Fraction(3), Fraction(1, 2))
    assert marked(replace(fixing("m-1"), marks=Fraction(0)))[1] == 0


def test_a_form_names_the_topics_it_has_and_those_above_them_in_the_courses_order() -> None:
    pool = (bank(choice("i-1", "roles.aide.early"), choice("i-2", "needs"), choice("i-3", "bo")),)
    titles = {"needs": "三个需要", "roles": "五种角色", "roles.aide": "参谋", "roles.scribe": "秀才", "role": "别的"}
    assert form(paper(fixing("i-1", "i-2")), pool, topics=titles).topics == (
        ("needs", "三个需要"),
        ("roles", "五种角色"),
        ("roles.aide", "参谋"),
    )
    assert form(paper(fixing("i-1")), pool).topics == ()


def test_items_kept_out_are_not_on_the_form() -> None:
    first = form(paper(drawing(6)), POOL)
    second = form(paper(drawing(6)), POOL, excluded=frozenset(ids(first)))
    assert not set(ids(first)) & set(ids(second))


def test_a_paper_that_cannot_be_met_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        form(paper(drawing(13, "一、单选")), POOL)
    assert caught.value.values["section"] == "一、单选"
