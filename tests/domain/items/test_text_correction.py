"""改错题: places of a document, those that are wrong marked and mended."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Response, Value
from quizapp.domain.items.text_correction import TextCorrection
from quizapp.domain.papers.forms import form
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.small_items import Findings, marking, unhurried

TYPED = TextCorrection(
    id="m-1",
    stem="改错",
    passages=("关于", "复印机的", "\n", "：\n……", "。", ""),
    places=("购买", "请示报告", "市财政局", "妥否，请批示", "特此请示"),
    key=((), ("请示",), (), ("当否，请批复", "妥否，请批复"), ()),
)
CHOSEN = TextCorrection(
    id="m-2",
    stem="改错",
    passages=("关于", "复印机的", "\n", "。"),
    places=("购买", "请示报告", "市财政局"),
    options=("请示", "报告", "函", "市人民政府"),
    key=((), ("A",), ("D",)),
)


def read(text: str, faults: Value, report: Findings | None = None, **more: Value) -> dict[str, object] | None:
    return TextCorrection.read({"text": text, "faults": faults, **more}, "改错", report or Findings())


def codes(text: str, faults: Value, **more: Value) -> list[tuple[object, str]]:
    report = Findings()
    read(text, faults, report, **more)
    return [(path, code) for path, code, _ in report.found]


def test_places_stand_in_braces_and_two_braces_are_one() -> None:
    assert read("{{甲}} {购买}两台{请示报告}：\n  {a}}{{}\n", {"2": ["请示", "函"]}) == {
        "passages": ("{甲} ", "两台", "：\n  ", ""),
        "places": ("购买", "请示报告", "a}{"),
        "options": (),
        "key": ((), ("请示", "函"), ()),
    }


def test_options_are_chosen_from_and_a_fault_has_the_letter_of_one() -> None:
    found = read("{购买}{报告}", {"２": "请示"}, options={"A": "函", "B": "请示"})
    assert found == {
        "passages": ("", "", ""),
        "places": ("购买", "报告"),
        "options": ("函", "请示"),
        "key": ((), ("B",)),
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("没有", "places-count"),
        ("{一处}", "places-count"),
        ("{处}" * 31, "places-count"),
        ("{一}{二", "place-unpaired"),
        ("{一}二}", "place-unpaired"),
        ("{一{二}}", "place-unpaired"),
        ("{一}{ }", "place-empty"),
        ("{一}{}", "place-empty"),
        ("{一}{二\n三}", "place-broken"),
    ],
)
def test_what_is_wrong_with_the_places_is_told_at_the_text(text: str, code: str) -> None:
    assert codes(text, {"1": "乙"}) == [(("text",), code)]


@pytest.mark.parametrize(
    ("faults", "path", "code"),
    [
        ("2 请示", ("faults",), "faults-none"),
        ({}, ("faults",), "faults-none"),
        ({"4": "请示"}, ("faults", "4"), "fault-place-unknown"),
        ({"0": "请示"}, ("faults", "0"), "fault-place-unknown"),
        ({"二": "请示"}, ("faults", "二"), "fault-place-unknown"),
        ({"2": "请示", "２": "函"}, ("faults", "２"), "fault-place-twice"),
        ({"2": ""}, ("faults", "2"), "fault-not-texts"),
        ({"2": []}, ("faults", "2"), "fault-not-texts"),
        ({"2": ["请示", ["函"]]}, ("faults", "2"), "fault-not-texts"),
        ({"2": "×"}, ("faults", "2"), "fault-not-texts"),
        ({"2": "“请示 报告”"}, ("faults", "2"), "fault-as-it-stands"),
        ({"1": "购置", "2": "请示", "3": "市政府"}, ("faults",), "faults-everywhere"),
    ],
)
def test_what_is_wrong_with_the_faults_is_told_where_it_stands(faults: Value, path: tuple[str, ...], code: str) -> None:
    assert codes("{购买}{请示报告}{市财政局}", faults) == [(path, code)]


@pytest.mark.parametrize("given_", ["通知", ["请示", "函"]])
def test_with_options_a_fault_is_just_one_of_them(given_: Value) -> None:
    assert codes("{购买}{报告}", {"2": given_}, options=["请示", "函"]) == [(("faults", "2"), "fault-not-option")]


def test_options_that_are_none_are_told_and_a_semicolon_is_warned_of() -> None:
    assert codes("{购买}{报告}", {"2": "请示"}, options=["请示", "请示"]) == [(("options", 1), "options-equal")]
    assert codes("{购买}{报告}", {"2": "请示；函"}) == [(("faults", "2"), "key-has-semicolon")]


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("2请示；4当否，请批复", ("", "请示", "", "当否，请批复")),
        ("2.请示;4：当否，请批复", ("", "请示", "", "当否，请批复")),
        ("２ 请示", ("", "请示")),
        ("4 妥否 请批复；", ("", "", "", "妥否 请批复")),
        ("2；3", ("", "×", "×")),
        ("2", ("", "×")),
        ("2×", ("", "×")),
        ("3:2024年", ("", "", "2024年")),
        ("3.2024年", ("", "", "2024年")),
        ("3::", ("", "", ":")),
        ("1?", ("？",)),
        ("2?", ("", "?")),
        ("?", INVALID),
        (" ？ ", INVALID),
        ("；", ()),
        ("", ()),
    ],
)
def test_a_place_is_typed_with_what_belongs_there(typed: str, response: Response) -> None:
    assert TYPED.parse(typed, ()) == response
    assert TYPED.parse(TYPED.describe(response, ()), ()) == response


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("2A 3D", ("", "A", "D")),
        ("2a，3d", ("", "A", "D")),
        ("２Ａ；3", ("", "A", "×")),
        ("2.A、3:D", ("", "A", "D")),
        ("1", ("×",)),
        ("?", INVALID),
    ],
)
def test_with_options_a_place_is_typed_with_a_letter(typed: str, response: Response) -> None:
    assert CHOSEN.parse(typed, ()) == response
    assert CHOSEN.parse(CHOSEN.describe(response, ()), ()) == response


@pytest.mark.parametrize(
    ("item", "typed", "code"),
    [
        (TYPED, "请示", "answer-without-place"),
        (TYPED, "2请示；函", "answer-without-place"),
        (TYPED, "6请示", "answer-place-unknown"),
        (TYPED, "0请示", "answer-place-unknown"),
        (TYPED, "22024年", "answer-place-unknown"),
        (TYPED, "9" * 5000, "answer-place-unknown"),
        (TYPED, "2请示；2函", "answer-place-twice"),
        (CHOSEN, "2E", "answer-letter-unknown"),
        (CHOSEN, "4A", "answer-place-unknown"),
        (CHOSEN, "2A 2B", "answer-place-twice"),
        (CHOSEN, "A", "answer-not-places"),
        (CHOSEN, "2请示", "answer-not-places"),
        (CHOSEN, "2AB", "answer-not-places"),
    ],
)
def test_what_is_no_correction_is_refused(item: TextCorrection, typed: str, code: str) -> None:
    with pytest.raises(InvalidAnswer, match=code):
        item.parse(typed, ())


# Two faults, at 2 and 4. Half of each for finding it, half for mending it; half of one for each that was right.
@pytest.mark.parametrize(
    ("typed", "both", "mended", "whole"),
    [
        ("2请示；4当否，请批复", 1, 1, 1),
        ("2 “请 示”；4妥否,请批复", 1, 1, 1),
        ("2请示", Fraction(1, 2), Fraction(1, 2), 0),
        ("2；4", Fraction(1, 2), 0, 0),
        ("2报告；4当否，请批复", Fraction(3, 4), Fraction(1, 2), 0),
        ("2请示报告", Fraction(1, 4), 0, 0),
        ("1购置；2请示；4当否，请批复", Fraction(3, 4), Fraction(3, 4), 0),
        ("1；3；2请示", 0, 0, 0),
        ("1；2请示", Fraction(1, 4), Fraction(1, 4), 0),
        ("1；3；5", 0, 0, 0),
        ("1；2；3；4；5", 0, 0, 0),
        ("?", 0, 0, 0),
        ("", 0, 0, 0),
    ],
)
def test_faults_found_and_mended_count_and_what_was_right_takes_off(
    typed: str, both: Fraction | int, mended: Fraction | int, whole: int
) -> None:
    earned = [
        TYPED.fraction(TYPED.parse(typed, ()), marking(scheme))
        for scheme in ("found_and_mended", "mended", "all_or_nothing")
    ]
    assert earned == [both, mended, whole]


@pytest.mark.parametrize(
    ("typed", "both", "mended", "whole"),
    [("2A 3D", 1, 1, 1), ("2A 3B", Fraction(3, 4), Fraction(1, 2), 0), ("1C 2A 3D", Fraction(3, 4), Fraction(3, 4), 0)],
)
def test_with_options_the_letter_counts(typed: str, both: Fraction | int, mended: Fraction | int, whole: int) -> None:
    earned = [
        CHOSEN.fraction(CHOSEN.parse(typed, ()), marking(scheme))
        for scheme in ("found_and_mended", "mended", "all_or_nothing")
    ]
    assert earned == [both, mended, whole]


def test_the_document_is_shown_with_its_places_numbered() -> None:
    assert CHOSEN.exhibit == ("关于[1 购买]复印机的[2 请示报告]\n[3 市财政局]。",)
    assert (TYPED.choices, CHOSEN.choices) == ((), ("请示", "报告", "函", "市人民政府"))


def test_each_place_is_right_by_itself() -> None:
    assert TYPED.answer_table == (("购买", "请示报告", "市财政局", "妥否，请批示", "特此请示"), ("",))
    assert TYPED.right_cells(("", "请示", "×")) == (True, True, False, False, True)
    assert CHOSEN.right_cells(CHOSEN.key_response()) == (True, True, True)


def test_the_whole_key_names_all_that_is_right() -> None:
    parts = TYPED.key_parts(())
    assert parts.answer == "2请示；4当否，请批复"
    assert parts.line == "2请示；4当否，请批复/妥否，请批复"
    assert CHOSEN.key_parts((3, 2, 1, 0)).line == "2D 3A"


def test_a_key_is_given_as_a_whole_and_a_text_is_accepted_beside_those_there_are() -> None:
    given_ = ("", "报告", "×")
    assert TYPED.keyed(("", "报告")) == replace(TYPED, key=((), ("报告",), (), (), ()))
    assert TYPED.accepting(("购置", "报告")) == replace(TYPED, key=(("购置",), ("请示", "报告"), (), (), ()))
    assert TYPED.accepting(("", "请 示", "", "妥否，请批复")) == TYPED
    for none in (given_, (), INVALID, ("", "请示报告"), ("",) * 5 + ("函",)):
        assert TYPED.keyed(none) is None
        assert TYPED.accepting(none) is None
    assert CHOSEN.keyed(("C",)) == replace(CHOSEN, key=(("C",), (), ()))
    assert CHOSEN.accepting(("C", "B")) == replace(CHOSEN, key=(("C",), ("B",), ()))
    assert CHOSEN.keyed(("E",)) is None


def test_what_could_be_given_names_places_and_options_that_are_there() -> None:
    assert all(map(CHOSEN.could_be_given, [(), INVALID, ("", "A", "×"), ("D",)]))
    assert not any(map(CHOSEN.could_be_given, [("E",), ("", "", "", "A"), ("请示",)]))
    assert TYPED.could_be_given(("", "随便写"))
    assert not TYPED.could_be_given(("",) * 5 + ("多了",))


def test_options_are_always_shuffled_and_say_nothing_of_the_key() -> None:
    questions = [form(paper(fixing("m-2"), seed=str(seed)), (bank(CHOSEN),)).questions[0] for seed in range(500)]
    shown = {question.shown_choices for question in questions}
    assert len(shown) == 23
    assert CHOSEN.options not in shown
    (item,) = {question.item for question in questions}
    assert item.choices == tuple(sorted(CHOSEN.options))
    assert tuple(item.choices[place] for place in item.authored) == CHOSEN.options
    for question in questions[:20]:
        typed = item.parse(item.describe(item.key_response() or (), question.order), question.order)
        assert item.fraction(typed, marking("all_or_nothing")) == 1
    assert item.parse("2A 3D", item.authored) == item.key_response()


def test_without_options_nothing_is_shuffled() -> None:
    (question,) = form(paper(fixing("m-1")), (bank(TYPED),)).questions
    assert (question.order, question.item) == ((), TYPED)


@unhurried
@given(texts=st.lists(st.sampled_from(["", "×", "请示", "2024年", "：a", ".", "a b"]) | st.text(), max_size=5))
def test_whatever_is_written_can_be_described_and_typed_back(texts: list[str]) -> None:
    response = TYPED.given([text.replace("；", "").replace(";", "") for text in texts])
    assert TYPED.parse(TYPED.describe(response, ()), ()) == response


@unhurried
@given(
    letters=st.lists(st.sampled_from(["", "×", *LETTERS[:4]]), max_size=3),
    order=st.permutations(range(4)).map(tuple),
    scheme=st.sampled_from([scheme.name for scheme in TextCorrection.SCHEMES]),
)
def test_whatever_is_chosen_can_be_typed_back_on_any_form_and_earns_a_share(
    letters: list[str], order: tuple[int, ...], scheme: str
) -> None:
    response = CHOSEN.given(letters)
    assert CHOSEN.parse(CHOSEN.describe(response, order), order) == response
    assert 0 <= CHOSEN.fraction(response, marking(scheme)) <= 1


@unhurried
@given(pieces=st.lists(st.sampled_from(["甲", "乙丙", " ", "\n", "{", "}", "{{", "}}", "{丁}", "{戊}"]), max_size=12))
def test_an_author_gets_back_what_was_written(pieces: list[str]) -> None:
    found = read("{己}{庚}" + "".join(pieces), {"1": "应当"})
    if found is None:
        return
    item = TextCorrection(id="x", stem="改错", **found)  # type: ignore[arg-type]  # as the bank reader does
    again = TextCorrection.read(item.written(), "改错", Findings())
    assert again == found
