"""选项得分: what each option earns by itself, whatever scheme is asked for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.item import LETTERS, Item, Value
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.marking.marks import mark_question
from quizapp.domain.papers.forms import form as drawn
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.judgement_items import GRADED, GRADED_SEVERAL
from tests.samples.small_items import Findings, asked, form, marking, unhurried

SCORES: dict[str, Value] = {"A": "1/2", "B": "1", "C": "0", "D": "-1/2"}
FOUR: list[Value] = ["子", "丑", "寅", "卯"]


def earned(item: Item, typed: str, scheme: str = "") -> Fraction | None:
    return item.fraction(item.parse(typed, ()), marking(item.scheme(scheme)))


@pytest.mark.parametrize(("typed", "share"), [("A", "1/2"), ("B", "1"), ("C", "0"), ("D", "0"), ("", "0"), ("?", "0")])
def test_one_option_earns_its_score_and_below_nothing_counts_as_nothing(typed: str, share: str) -> None:
    assert earned(GRADED, typed) == Fraction(share)


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("AB", "1"),  # (1 + 1/2) / 3/2
        ("A", "2/3"),
        ("B", "1/3"),
        ("AD", "1/3"),  # (1 - 1/2) / 3/2
        ("ABC", "1"),
        ("ABD", "2/3"),
        ("BD", "0"),
        ("CD", "0"),
        ("D", "0"),
        ("", "0"),
        ("?", "0"),
    ],
)
def test_several_options_earn_what_they_score_of_all_above_nothing(typed: str, share: str) -> None:
    assert earned(GRADED_SEVERAL, typed) == Fraction(share)


@pytest.mark.parametrize("wanted", ["", "partial", "all_or_nothing", "right_minus_wrong"])
def test_it_is_marked_so_whatever_a_section_or_its_own_marking_says(wanted: str) -> None:
    for item in (GRADED, replace(GRADED_SEVERAL, marking="half")):
        assert item.scheme(wanted) == "option_scores"
    assert replace(GRADED_SEVERAL, option_scores=(), marking="half").scheme("partial") == "partial"


@pytest.mark.parametrize(("typed", "marks"), [("B", "2"), ("A", "1"), ("C", "-2/3"), ("D", "-2/3"), ("", "0")])
def test_a_penalty_takes_off_where_nothing_is_earned(typed: str, marks: str) -> None:
    asks = form([asked(GRADED, 2)], penalties=[Fraction(1, 3)])
    assert mark_question(asks, asks.questions[0], GRADED.parse(typed, ())) == Fraction(marks)


def test_the_key_may_be_left_out_and_is_what_scores_highest() -> None:
    single = SingleChoice.read({"options": FOUR, "option_scores": SCORES}, "题", Findings())
    assert single == {"options": ("子", "丑", "寅", "卯"), "key": "B", "option_scores": GRADED.option_scores}
    two = SingleChoice.read({"options": FOUR, "option_scores": {**SCORES, "C": "1"}}, "题", Findings())
    assert two is not None
    assert two["key"] == "B"
    several = MultipleChoice.read({"options": FOUR, "option_scores": SCORES, "key": "BA"}, "题", Findings())
    assert several is not None
    assert several["key"] == ("A", "B")


@pytest.mark.parametrize(
    ("written", "score"),
    [
        ("1", "1"),
        ("0.5", "1/2"),
        (" 1 / 3 ", "1/3"),
        ("25%", "1/4"),
        ("-0.5", "-1/2"),
        ("－１／２", "-1/2"),
        ("−1", "-1"),
        ("+1/2", "1/2"),
    ],
)
def test_a_score_is_a_number_or_a_share(written: str, score: str) -> None:
    read = SingleChoice.read({"options": ["子", "丑"], "option_scores": {"a": "1", "Ｂ": written}}, "题", Findings())
    assert read is not None
    assert read["option_scores"] == (1, Fraction(score))


@pytest.mark.parametrize(
    ("scores", "codes"),
    [
        ({**SCORES, "A": "2"}, ["score-not-a-share"]),
        ({**SCORES, "A": "-1.01", "B": "好"}, ["score-not-a-share", "score-not-a-share"]),
        ({**SCORES, "A": ["1"]}, ["score-not-a-share"]),
        ({"A": "1", "B": "0"}, ["scores-not-all"]),
        ({**SCORES, "E": "0"}, ["scores-not-all"]),
        ({**SCORES, "a": "0"}, ["scores-not-all"]),
        ("1", ["scores-not-all"]),
        ({**SCORES, "B": "0.9"}, ["scores-none-full"]),
    ],
)
def test_scores_that_are_none_are_faults(scores: Value, codes: list[str]) -> None:
    report = Findings()
    assert SingleChoice.read({"options": FOUR, "option_scores": scores}, "题", report) is None
    assert report.codes == codes


@pytest.mark.parametrize(
    ("kind", "fields", "codes"),
    [
        (SingleChoice, {"key": "A"}, ["key-not-of-scores"]),
        (SingleChoice, {"key": "甲"}, ["key-not-letters"]),
        (MultipleChoice, {"key": "A"}, ["key-not-of-scores"]),
        (MultipleChoice, {"key": "E"}, ["key-beyond-options"]),
        (MultipleChoice, {"option_scores": {"A": "1", "B": "0", "C": "0", "D": "-1"}}, ["scores-too-few"]),
        (MultipleChoice, {"option_scores": "1"}, ["scores-not-all"]),
        (MultipleChoice, {"options": ["子"]}, ["option-count"]),
        (SingleChoice, {"options": ["子"]}, ["option-count"]),
    ],
)
def test_a_key_that_says_otherwise_is_a_fault(kind: type[Item], fields: dict[str, Value], codes: list[str]) -> None:
    report = Findings()
    assert kind.read({"options": FOUR, "option_scores": SCORES, **fields}, "题", report) is None
    assert report.codes == codes


def test_the_key_says_each_score_in_the_forms_letters() -> None:
    assert GRADED.key_parts(()).line == "B（A 0.5，B 1，C 0，D -0.5）"
    assert GRADED.key_parts((3, 1, 0, 2)).line == "B（A -0.5，B 1，C 0.5，D 0）"
    assert GRADED_SEVERAL.key_parts((3, 2, 1, 0)).line == "CD（A -0.5，B 0，C 0.5，D 1）"


def test_a_corrected_key_takes_the_place_of_the_scores() -> None:
    keyed = GRADED.keyed(("C",))
    assert keyed is not None
    assert [earned(keyed, letter) for letter in "ABCD"] == [0, 0, 1, 0]
    several = GRADED_SEVERAL.keyed(("A", "C"))
    assert several is not None
    assert [earned(several, typed) for typed in ("AC", "A", "AB", "B")] == [1, Fraction(1, 2), Fraction(1, 2), 0]
    assert GRADED.keyed(("E",)) is None
    assert GRADED_SEVERAL.keyed(()) is None


def test_a_key_accepted_too_earns_all_and_takes_nothing_from_the_others() -> None:
    asks = asked(GRADED, 2)
    more = replace(asks, also=tuple(item for item in (GRADED.accepting(("A",)),) if item is not None))
    both = form([asks])
    shares = [mark_question(both, more, (letter,)) for letter in "ABCD"]
    assert shares == [2, 2, 0, 0]


def test_another_edition_gives_its_scores_to_the_options_that_say_the_same() -> None:
    shown = replace(GRADED, options=GRADED.options[::-1], key="A", option_scores=tuple(map(Fraction, (1, 0, 0, 0))))
    taken = shown.taking(GRADED, ("C",))
    assert isinstance(taken, SingleChoice)
    assert (taken.key, taken.option_scores) == ("C", GRADED.option_scores[::-1])
    plain = shown.taking(replace(GRADED, option_scores=()), ("C",))
    assert isinstance(plain, SingleChoice)
    assert plain.option_scores == ()
    assert shown.taking(GRADED, ("E",)) is None
    several = replace(GRADED_SEVERAL, option_scores=()).taking(GRADED_SEVERAL, ("A", "B"))
    assert several == GRADED_SEVERAL
    assert GRADED_SEVERAL.taking(GRADED_SEVERAL, ("E",)) is None


def test_a_shuffled_form_marks_by_what_the_options_say() -> None:
    pool = (bank(GRADED, GRADED_SEVERAL),)
    for seed in range(50):
        shuffled = drawn(paper(fixing("j-001", "j-002"), seed=str(seed), options=True), pool)
        for question, source in zip(shuffled.questions, (GRADED, GRADED_SEVERAL), strict=True):
            for place, text in enumerate(question.shown_choices):
                response = question.item.parse(LETTERS[place], question.order)
                letter = LETTERS[source.choices.index(text)]
                assert question.item.fraction(response, question.marking) == earned(source, letter)


@unhurried
@given(
    st.lists(st.fractions(-1, 1, max_denominator=6), min_size=4, max_size=4).filter(lambda all: max(all) > 0),
    st.sets(st.sampled_from("ABCD")),
    st.sampled_from("ABCD"),
)
def test_an_option_that_scores_more_never_earns_less(scores: list[Fraction], chosen: set[str], more: str) -> None:
    item = replace(GRADED_SEVERAL, option_scores=tuple(scores), key=("A",))
    without = item.fraction(tuple(sorted(chosen - {more})), marking("option_scores"))
    with_it = item.fraction(tuple(sorted(chosen | {more})), marking("option_scores"))
    assert (with_it >= without) if scores["ABCD".index(more)] >= 0 else (with_it <= without)
