"""What is written as GIFT comes back as it was, and what does not is named, item by item."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.formats.gift import GIFT, read, write
from quizapp.formats.source_format import LeftOut
from quizapp.services.exchange.import_fields import build
from tests.formats.any_items import any_items, bare, native_fields
from tests.formats.round_trip import come_back
from tests.samples.item_examples import CASE, EXAMPLES
from tests.samples.small_items import unhurried

ALWAYS_CARRIED = ("single_choice", "multiple_choice", "true_false", "numeric", "essay")
"""Types that nothing written in them keeps from being carried."""


def written(*items: Item, tongue: str = "zh") -> tuple[bytes, tuple[LeftOut, ...]]:
    out = write(ItemBank(id="a", title="甲", items=items), "en" if tongue == "en" else "zh")
    return out.data, out.left_out


def fields_left(item: Item) -> list[str]:
    """Return what is named of an item: fields left out, and `!` with those that stand in tags only."""
    _, left_out = written(item)
    signs = {"export-field": "", "export-gift-label": "!"}
    return [signs[each.reason.code] + str(each.reason.values["field"]) for each in left_out]


def check_comes_back(items: list[Item], tongue: str) -> None:
    data, left_out = written(*items, tongue=tongue)
    whole = [each.item for each in left_out if each.is_whole]
    carried = [item for item in items if item.id not in whole]
    questions = read(data, "a.gift", "").questions if data else ()
    assert [question.refusal for question in questions] == [None] * len(carried)
    for item, question in zip(carried, questions, strict=True):
        named = left_fields(left_out, item)
        assert question.fields["id"] == item.id
        built = build(question.fields)
        assert (built.doubts, built.refusal, question.doubts) == ((), None, ())
        wanted = {name: value for name, value in built_fields(item).items() if name not in named}
        assert {name: value for name, value in bare(built.fields).items() if name not in named} == wanted


def left_fields(left_out: tuple[LeftOut, ...], item: Item) -> set[str]:
    """Return the fields of one item that are named as left out."""
    return {
        str(each.reason.values["field"])
        for each in left_out
        if each.item == item.id and each.reason.code == "export-field"
    }


def built_fields(item: Item) -> dict[str, object]:
    """Return what building makes of an item's own fields, so that both sides are written in one way."""
    return dict(bare(build(native_fields(item)).fields))


@unhurried
@given(st.lists(any_items(), min_size=1, max_size=3, unique_by=lambda item: item.id), st.sampled_from(["zh", "en"]))
def test_items_of_every_type_come_back_or_are_named(items: list[Item], tongue: str) -> None:
    check_comes_back(items, tongue)


@unhurried
@given(any_items(ALWAYS_CARRIED))
def test_no_text_keeps_a_question_from_being_carried(item: Item) -> None:
    _, left_out = written(item)
    assert [each for each in left_out if each.is_whole] == []
    named = {each.reason.values["field"] for each in left_out if each.reason.code == "export-field"}
    # A label stands on one line and has no form of its own: only there may a text be too much.
    own = {"rubric", "model_answer", "deductions", "frame", "option_scores", "marking"}
    assert named <= {"apart", "tags", "source", "topic", *own}


@unhurried
@given(any_items(("ordering", "case")))
def test_types_that_gift_has_not_are_left_out_whole(item: Item) -> None:
    assert written(item) == (b"", (LeftOut(item.id, written(item)[1][0].reason, is_whole=True),))
    assert written(item)[1][0].reason.code == "export-type"


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("single_choice", []),
        ("multiple_choice", ["!marking"]),
        ("true_false", []),
        ("numeric", ["!unit"]),
        ("matching", []),
        ("essay", ["rubric", "model_answer"]),
    ],
)
def test_of_the_examples_only_what_gift_has_no_place_for_is_named(kind: str, named: list[str]) -> None:
    item = EXAMPLES[kind].item
    assert fields_left(item) == named
    check_comes_back([item], "zh")


def test_what_stands_in_tags_only_is_named_as_such() -> None:
    item = replace(EXAMPLES["single_choice"].item, marks=Fraction(2), keep_order=True, status="retired", allow=("x",))
    assert fields_left(item) == ["allow", "!marks", "!keep_order", "!status"]
    data, _ = written(item)
    assert "[tag:难度：易] [tag:分值：2] [tag:选项不乱序：是] [tag:状态：停用]".encode() in data
    assert b"[tag:difficulty: easy] [tag:marks: 2] [tag:keep_order: true]" in written(item, tongue="en")[0]


def test_schemes_that_weights_say_need_no_naming() -> None:
    item = EXAMPLES["multiple_choice"].item
    for scheme in ("partial", "right_minus_wrong"):
        assert fields_left(replace(item, marking=scheme)) == []
    for scheme in ("all_or_nothing", "half"):
        assert fields_left(replace(item, marking=scheme)) == ["!marking"]
    assert fields_left(replace(item, marking="per_option", option_marks=Fraction("0.5"))) == [
        "!marking",
        "!option_marks",
    ]


def test_several_blanks_and_cases_are_left_out_whole_with_their_reasons() -> None:
    _, left_out = written(EXAMPLES["fill_blank"].item, CASE, EXAMPLES["ordering"].item)
    assert [(each.item, each.reason.code, each.is_whole) for each in left_out] == [
        ("fr-004", "export-gift-blanks", True),
        ("fr-009", "export-type", True),
        ("fr-006", "export-type", True),
    ]


def test_one_blank_is_carried_with_its_stem_as_it_is() -> None:
    item = FillBlank(id="f-1", stem="甲____乙", key=(("a*b", "\\*", "[html]<b>"),))
    assert written(item)[1] == ()
    check_comes_back([item], "zh")
    assert fields_left(replace(item, any_order=True)) == ["any_order"]


def test_pairs_whose_left_side_has_an_arrow_are_left_out_whole() -> None:
    item = Matching(id="m-1", stem="配", left=("甲->乙", "丙"), right=("丁", "戊->己"), key=("A", "B"))
    assert [(each.reason.code, each.is_whole) for each in written(item)[1]] == [("export-misread", True)]
    assert written(replace(item, left=("甲", "丙")))[1] == ()


def test_a_tag_that_would_be_taken_for_a_field_is_named_and_not_written() -> None:
    item = replace(EXAMPLES["true_false"].item, tags=("难度：难", "重点"))
    data, left_out = written(item)
    assert ("难".encode() + b"]" in data, [each.reason.values["field"] for each in left_out]) == (False, ["tags"])


def test_a_tag_that_ends_in_a_backslash_spoils_no_other() -> None:
    item = replace(EXAMPLES["true_false"].item, source="C:\\", tags=("重点", "丙\\]丁"), keep_order=True)
    assert fields_left(item) == ["source", "!keep_order"]


def test_a_stem_that_is_a_blank_alone_is_carried() -> None:
    assert written(SingleChoice(id="a-1", stem="___", options=("甲", "乙"), key="A"))[1] == ()


def test_topics_are_categories_written_where_they_change() -> None:
    first = SingleChoice(id="a-1", stem="一", options=("甲", "乙"), key="A", topic="needs.situation")
    items = (first, replace(first, id="a-2", stem="二"), replace(first, id="a-3", stem="三", topic="收/发"))
    data, _ = written(*items, replace(first, id="a-4", stem="四", topic=""))
    lines = [line for line in data.decode().splitlines() if line.startswith("$")]
    assert lines == [
        "$CATEGORY: $course$/top/needs.situation",
        "$CATEGORY: $course$/top/收//发",
        "$CATEGORY: $course$/top",
    ]
    topics = [question.fields.get("topic", "") for question in read(data, "a.gift", "").questions]
    assert topics == ["needs.situation", "needs.situation", "收/发", ""]


def test_a_bank_is_written_as_moodle_writes_it() -> None:
    item = EXAMPLES["single_choice"].item
    assert written(item)[0].decode() == (
        "$CATEGORY: $course$/top/roles\n\n"
        "// [id:fr-001] [tag:难度：易]\n"
        "::fr-001::办公室干部的“五种角色”中，排在第三的是（  ）。{\n"
        "\t~跟班\n\t~秀才\n\t=耳目\n\t~参谋#参谋排在第四。\n"
        "\t####次序是跟班、秀才、耳目、参谋、管家。\n}\n"
    )


def test_texts_that_moodle_would_take_for_more_are_marked_as_plain() -> None:
    item = SingleChoice(id="a-1", stem="若 a<b>c", options=("[1]", "&lt;"), key="A")
    assert b"::a-1::[plain]" in written(item)[0]
    check_comes_back([item], "zh")


def test_the_examples_come_back_as_items_of_a_bank() -> None:
    kinds = ("single_choice", "multiple_choice", "true_false", "numeric", "matching")
    items = [EXAMPLES[kind].item for kind in kinds]
    back, left_out = come_back(ItemBank(id="g", title="甲", items=tuple(items)), GIFT)
    assert left_out == set()
    assert [replace(item, id="", topic="", tags=()) for item in back] == [
        replace(item, id="", topic="", tags=()) for item in items
    ]
