"""填空题: keys with alternatives, answers in any order, and what is the same answer."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Response, Value
from quizapp.domain.items.fill_blank import FillBlank
from tests.samples.small_items import Findings, blanks, marking, unhurried


def read(key: Value, stem: str, any_order: str = "", report: Findings | None = None) -> FillBlank | None:
    found = FillBlank.read({"key": key, "any_order": any_order}, stem, report or Findings())
    return FillBlank(id="f", stem=stem, **found) if found is not None else None  # type: ignore[arg-type]  # as the bank reader does


def share(item: FillBlank, *response: str, scheme: str = "per_blank") -> Fraction:
    return item.fraction(response, marking(scheme))


@pytest.mark.parametrize(
    ("key", "stem", "kept"),
    [
        ("耳目", "排在第三的是___。", (("耳目",),)),
        (["耳目"], "排在第三的是_____。", (("耳目",),)),
        (["快", "准"], "要___，要___。", (("快",), ("准",))),
        ([["快", "及时"], "准"], "要___，要____。", (("快", "及时"), ("准",))),
        ([["快", "及时"]], "要___。", (("快", "及时"),)),
    ],
)
def test_a_key_has_one_entry_for_each_blank_and_alternatives_are_an_inner_list(
    key: Value, stem: str, kept: tuple[tuple[str, ...], ...]
) -> None:
    report = Findings()
    item = read(key, stem, report=report)
    assert item is not None
    assert item.key == kept
    assert item.blanks == len(kept)
    assert not item.any_order
    assert report.found == []


def test_any_order_is_kept() -> None:
    item = read(["快", "准"], "___、___", any_order="true")
    assert item is not None
    assert item.any_order


@pytest.mark.parametrize("stem", ["没有空", "只有__两条", "_ _ _"])
def test_a_stem_needs_a_blank_of_three_underscores_or_more(stem: str) -> None:
    report = Findings()
    assert read("甲", stem, report=report) is None
    assert report.found == [(("stem",), "stem-without-blank", {})]


@pytest.mark.parametrize(
    ("key", "stem"), [("甲", "___和___"), (["甲", "乙"], "___"), ([], "___"), (["快", "及时"], "要___。")]
)
def test_the_entries_of_a_key_must_be_as_many_as_the_blanks(key: Value, stem: str) -> None:
    report = Findings()
    assert read(key, stem, report=report) is None
    assert report.codes == ["key-blank-count"]


@pytest.mark.parametrize(
    "key",
    [
        {"甲": "乙"},
        [""],
        ["  "],
        ["“”"],
        [[]],
        [["甲", ""]],
        [["甲", ["乙"]]],
        [{"甲": "乙"}],
    ],
)
def test_an_entry_of_a_key_must_be_a_text_or_a_list_of_texts(key: Value) -> None:
    report = Findings()
    assert read(key, "___", report=report) is None
    assert report.codes == ["key-not-texts"]


def test_every_faulty_entry_of_a_key_is_reported() -> None:
    report = Findings()
    assert read(["", "准", [["细"]]], "___、___、___", report=report) is None
    assert report.found == [(("key", 0), "key-not-texts", {}), (("key", 2), "key-not-texts", {})]


@pytest.mark.parametrize("text", ["甲;乙", "甲；乙"])
def test_a_semicolon_in_a_key_is_a_warning_for_it_cannot_be_typed(text: str) -> None:
    report = Findings()
    assert read(text, "___", report=report) is not None
    assert report.found == [(("key", 0), "key-has-semicolon", {"warning": True, "key": text})]


@pytest.mark.parametrize("key", ["?", "？", "“？”", [["问号", "?"]]])
def test_a_question_mark_cannot_be_the_key_of_a_single_blank_for_it_is_an_invalid_answer(key: Value) -> None:
    report = Findings()
    assert read(key, "这里用___。", report=report) is None
    assert report.found == [(("key", 0), "key-is-invalid-answer", {"key": "?"})]


def test_a_question_mark_may_be_the_key_of_one_blank_of_two() -> None:
    item = read(["？", "。"], "___、___")
    assert item is not None
    assert share(item, "?", "。") == 1


@pytest.mark.parametrize("key", [["甲", "甲"], ["甲", "《甲》"], [["甲", "乙"], ["乙", "甲"], "乙"]])
def test_a_key_in_any_order_that_only_the_same_answer_twice_could_meet_is_a_fault(key: Value) -> None:
    report = Findings()
    stem = "___" + "、___" * (len(key) - 1)
    assert read(key, stem, any_order="true", report=report) is None
    assert report.found == [(("key",), "key-answer-twice", {"filled": len(key) - 1, "blanks": len(key)})]
    assert read(key, stem) is not None


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("耳目；管家", ("耳目", "管家")),
        ("耳目;管家", ("耳目", "管家")),
        (" 耳目 ； 管家 ", ("耳目", "管家")),
        ("；管家", ("", "管家")),
        (";管家", ("", "管家")),
        ("耳目", ("耳目",)),
        ("耳目；", ("耳目",)),
        ("；", ()),
        ("", ()),
        ("耳 目；管，家", ("耳 目", "管，家")),
        ("?", INVALID),
        ("？", INVALID),
        ("？；", INVALID),
        (" ? ; ", INVALID),
        ("?；管家", ("?", "管家")),
    ],
)
def test_blanks_are_typed_parted_by_semicolons_and_may_be_left_empty(typed: str, response: Response) -> None:
    assert blanks("耳目", "管家").parse(typed, ()) == response


def test_more_blanks_than_the_stem_has_are_refused() -> None:
    with pytest.raises(InvalidAnswer) as refused:
        blanks("耳目", "管家").parse("耳目；管家；参谋", ())
    assert (refused.value.code, refused.value.values) == ("answer-too-many-blanks", {"given": 3, "blanks": 2})


@pytest.mark.parametrize(
    ("texts", "response"), [(("", " ", ""), ()), (("甲", "", "　"), ("甲",)), (("", "乙", ""), ("", "乙")), ((), ())]
)
def test_a_filled_response_has_no_empty_end(texts: tuple[str, ...], response: Response) -> None:
    assert blanks("甲", "乙", "丙").filled(texts) == response


def test_a_response_is_described_as_it_is_typed() -> None:
    assert blanks("甲", "乙").describe(("", "乙"), ()) == "；乙"


@pytest.mark.parametrize(
    ("key", "given_text"),
    [
        ("办公室", "办 公 室"),
        ("办公室", "　办公室\n"),
        ("办公室", "“办公室”"),
        ("办公室", "《办公室》"),
        ("办公室", "〈办公室〉"),
        ("办公室", "「办公室」"),
        ("办公室", "『办公室』"),
        ("办公室", '"办公室"'),
        ("办公室", "'办公室'"),
        ("办公室", "‘ 《办公室》 ’"),
        ("《条例》", "条例"),
        ("《条例》", "《 条 例 》"),
        ("GB/T 9704", "ｇｂ／ｔ９７０４"),
        ("Office", "OFFICE"),
        ("straße", "STRASSE"),
        ("2012", "２０１２"),
        ("①", "1"),
        ("ｶﾞ", "ガ"),
        ("é", "e\u0301"),
    ],
)
def test_answers_are_compared_without_width_case_white_space_and_the_marks_around_them(
    key: str, given_text: str
) -> None:
    assert share(blanks(key), given_text) == 1
    assert share(blanks(given_text), key) == 1


@pytest.mark.parametrize(
    ("key", "given_text"),
    [("办公室", "办“公”室"), ("办公室", "办公室。"), ("一", "1"), ("办公室", "办公"), ("甲", "“”")],
)
def test_other_answers_are_wrong(key: str, given_text: str) -> None:
    assert share(blanks(key), given_text) == 0


@pytest.mark.parametrize(
    ("response", "earned"),
    [
        (("快", "准", "细"), 1),
        (("及时", "准", "细"), 1),
        (("快", "准"), Fraction(2, 3)),
        (("", "准"), Fraction(1, 3)),
        (("准", "快", "细"), Fraction(1, 3)),
        (("慢", "错", "粗"), 0),
        ((), 0),
        (("快", "准", "细", "快", "准"), 1),
    ],
)
def test_each_right_blank_in_its_place_earns_its_share(response: Response, earned: Fraction | int) -> None:
    item = blanks(("快", "及时"), "准", "细")
    assert share(item, *response) == earned
    assert share(item, *response, scheme="all_or_nothing") == int(earned == 1)


@pytest.mark.parametrize(
    ("response", "earned"),
    [
        (("细", "快", "准"), 1),
        (("准", "及时"), Fraction(2, 3)),
        # no answer twice, and one entry's alternatives are one answer
        (("快", "快", "快"), Fraction(1, 3)),
        (("快", "《快》", "准"), Fraction(2, 3)),
        (("快", "及时", "准"), Fraction(2, 3)),
        (("", "", "快"), Fraction(1, 3)),
        # what is given beyond the blanks does not count
        (("慢", "粗", "错", "快", "准", "细"), 0),
    ],
)
def test_in_any_order_the_best_assignment_counts_and_no_answer_twice(
    response: Response, earned: Fraction | int
) -> None:
    item = blanks(("快", "及时"), "准", "细", any_order=True)
    assert share(item, *response) == earned
    assert share(item, *response, scheme="all_or_nothing") == int(earned == 1)


@pytest.mark.parametrize("response", [("甲", "乙", "丙"), ("丙", "乙", "甲"), ("乙", "甲", "丙"), ("乙", "丙", "甲")])
def test_the_best_assignment_makes_way_for_an_answer_that_fits_one_blank_only(response: Response) -> None:
    assert share(blanks(("甲", "乙", "丙"), ("甲", "乙"), "甲", any_order=True), *response) == 1


def test_overlapping_alternatives_in_any_order_are_met_by_two_different_answers() -> None:
    item = blanks(("甲", "乙"), ("甲", "乙"), any_order=True)
    assert share(item, "乙", "甲") == 1
    assert share(item, "甲", "甲") == Fraction(1, 2)
    assert set(item.key_response()) == {"甲", "乙"}


def test_the_key_response_has_the_usual_text_of_each_blank() -> None:
    key = (("快", "及时"), ("准", "准确"))
    assert blanks(*key).key_response() == ("快", "准")
    assert blanks(*key, any_order=True).key_response() == ("快", "准")


def test_an_invalid_answer_earns_nothing_though_the_key_has_a_question_mark() -> None:
    assert share(blanks("?"), *INVALID) == 0
    assert share(blanks("?", "。"), *INVALID) == 0


def test_an_empty_blank_earns_nothing_even_where_the_key_folds_to_nothing() -> None:
    assert share(blanks("“”", "乙"), "", "乙") == Fraction(1, 2)


def test_the_key_is_known_unless_it_is_empty() -> None:
    assert blanks("甲").has_key
    assert not FillBlank(id="f", stem="___").has_key


ENTRY = st.lists(st.text("甲乙丙?；《》aA ", min_size=1, max_size=3), min_size=1, max_size=3)


@unhurried
@given(key=st.lists(ENTRY, min_size=1, max_size=4), any_order=st.booleans())
@example(key=[["甲", "乙"], ["甲", "乙"]], any_order=True)
@example(key=[["?"]], any_order=False)
def test_every_key_that_is_taken_can_earn_full_marks_and_without_semicolons_be_typed(
    key: list[list[str]], any_order: bool
) -> None:
    report = Findings()
    entries: list[Value] = [[*entry] for entry in key]
    item = read(entries, "、".join(["___"] * len(key)), "true" if any_order else "false", report)
    if item is None:
        assert set(report.codes) & {"key-not-texts", "key-is-invalid-answer", "key-answer-twice"}
        return
    assert share(item, *item.key_response(), scheme="all_or_nothing") == 1
    if not report.codes:
        assert share(item, *item.parse(item.describe(item.key_response(), ()), ())) == 1
