"""A form gives a question's fields back: all that nobody touched as it was, and what was typed as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.edit.bank_text import open_bytes
from quizapp.formats.native.edit.example_bank import example_bank
from quizapp.services.banks.item_form_texts import fields_of, form_fields, retyped

BANKS = sorted((Path(__file__).parents[2] / "question_banks").glob("*.yaml"))


def refilled(fields: dict[str, Value], **texts: str) -> dict[str, Value]:
    """Return the fields after these texts were typed."""
    form = {field.name: field for field in form_fields(fields)}
    return fields_of(
        fields, form, {name: texts.get(name, field.text) for name, field in form.items() if name != "type"}
    )


def every_entry() -> list[dict[str, Value]]:
    banks = [open_bytes(path.read_bytes(), path.name) for path in BANKS if path.stem != "course"]
    # The course has no question of some types; the example that a bank begins with has.
    banks.append(open_bytes(example_bank(Path("x.yaml"), "zh"), "x.yaml"))
    return [dict(entry.fields) for bank in banks for entry in bank.entries.every]


def test_what_nobody_touches_stays_as_it_was() -> None:
    entries = every_entry()
    assert {entry["type"] for entry in entries} == set(ITEM_TYPES)
    for entry in entries:
        assert refilled(entry) == entry


def test_no_question_of_the_course_has_a_field_that_the_form_cannot_keep() -> None:
    """But for a case's stages, which are written in its file: the form shows and keeps them."""
    for entry in every_entry():
        assert [field.name for field in form_fields(entry) if field.is_fixed and field.name != "stages"] == []


def test_every_list_of_the_course_comes_back_from_its_text() -> None:
    """Typed anew letter by letter, a list means what it meant before."""
    for entry in every_entry():
        for field in form_fields(entry):
            if field.kind in ("lines", "letters") and field.text:
                emptied = {name: value for name, value in entry.items() if name != field.name}
                back = refilled(emptied, **{field.name: field.text})[field.name]
                was = entry[field.name]
                assert back == was or list(_texts(back)) == list(_texts(was)), (entry["id"], field.name)


def _texts(value: Value) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else [value]


CHOICE: dict[str, Value] = {
    "id": "x-1",
    "type": "single_choice",
    "stem": "哪一个？",
    "options": {"A": "甲", "B": "乙"},
    "key": "A",
}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("options", "甲\n乙\n\n 丙 ", {"A": "甲", "B": "乙", "C": "丙"}),
        ("key", " B ", "B"),
        ("rationale", "第一行\n第二行", "第一行\n第二行"),
        ("feedback", "B | 不对\nA｜对", {"B": "不对", "A": "对"}),
        ("tags", "会务、公文, 常考", ["会务", "公文", "常考"]),
        ("difficulty", "hard", "hard"),
        ("status", "draft", "draft"),
    ],
)
def test_what_is_typed_is_taken_as_it_is_written(name: str, text: str, value: Value) -> None:
    assert refilled(CHOICE, **{name: text}) == {**CHOICE, name: value}


def test_a_field_that_is_emptied_is_gone() -> None:
    before: dict[str, Value] = {**CHOICE, "rationale": "因为。"}
    assert refilled(before, rationale="  ") == CHOICE


def test_options_listed_without_letters_stay_a_list() -> None:
    before: dict[str, Value] = {**CHOICE, "options": ["甲", "乙"]}
    assert refilled(before, options="甲\n丁")["options"] == ["甲", "丁"]


def test_letters_that_are_not_those_of_their_places_are_written_anew() -> None:
    before: dict[str, Value] = {**CHOICE, "options": {"A": "甲", "C": "乙"}}
    assert refilled(before)["options"] == {"A": "甲", "B": "乙"}


def test_blanks_and_their_wordings_stand_on_lines() -> None:
    before: dict[str, Value] = {"type": "fill_blank", "stem": "___和___", "key": ["机密", ["秘密", "秘级"]]}
    (text,) = [field.text for field in form_fields(before) if field.name == "key"]
    assert text == "机密\n秘密 | 秘级"
    assert refilled(before, key="机密\n秘密")["key"] == ["机密", "秘密"]
    assert refilled(before, key="机密")["key"] == "机密"


def test_what_the_form_cannot_keep_is_not_offered_and_not_lost() -> None:
    before: dict[str, Value] = {"type": "matching", "stem": "配对", "pairs": {"甲|乙": "一", "丙": "二"}}
    fixed = [field.name for field in form_fields(before) if field.is_fixed]
    assert fixed == ["pairs"]
    assert refilled(before, pairs="丁 | 三") == before


def test_another_type_keeps_what_it_has_a_use_for() -> None:
    assert retyped({**CHOICE, "marking": "x"}, "true_false") == {
        "id": "x-1",
        "type": "true_false",
        "stem": "哪一个？",
        "key": "A",
    }
    assert retyped(CHOICE, "case") == {"id": "x-1", "type": "case", "stimulus": "哪一个？"}


def test_a_part_of_a_case_has_no_status() -> None:
    assert "status" not in [field.name for field in form_fields(CHOICE, is_part=True)]


JUDGEMENT: dict[str, Value] = {
    "id": "x-9",
    "type": "essay",
    "stem": "拟一份请示。",
    "rubric": [
        {
            "point": "事由",
            "marks": "4",
            "keywords": ["请示"],
            "levels": [{"level": "一档", "marks": "3-4", "looks": "齐全"}, {"level": "二档", "marks": "0-2"}],
        },
        {"point": "格式", "marks": "2"},
    ],
    "deductions": [{"point": "错别字", "each": "1/2", "most": "2"}],
    "frame": ["标题", "正文"],
}


def test_levels_deductions_and_a_frame_are_lines_of_the_form_and_come_back_from_them() -> None:
    form = {field.name: field for field in form_fields(JUDGEMENT)}
    assert form["rubric"].text == "事由 | 4 | 请示\n- 一档 | 3-4 | 齐全\n- 二档 | 0-2\n格式 | 2"
    assert (form["deductions"].text, form["frame"].text) == ("错别字 | 1/2 | 2", "标题\n正文")
    bare: dict[str, Value] = {name: JUDGEMENT[name] for name in ("id", "type", "stem")}
    typed = {name: form[name].text for name in ("rubric", "deductions", "frame")}
    assert refilled(bare, **typed) == JUDGEMENT
    assert refilled(JUDGEMENT) == JUDGEMENT


def test_scores_and_orders_are_lines_of_the_form_and_come_back_from_them() -> None:
    graded: dict[str, Value] = {**CHOICE, "option_scores": {"A": "1", "B": "-1/2"}}
    form = {field.name: field for field in form_fields(graded)}
    assert form["option_scores"].text == "A | 1\nB | -1/2"
    assert refilled(CHOICE, option_scores="A | 1\nB | -1/2") == graded
    ordering: dict[str, Value] = {"id": "x-8", "type": "ordering", "stem": "次序", "options": ["甲", "乙", "丙"]}
    assert refilled(ordering, before="AB\nAC") == {**ordering, "before": ["AB", "AC"]}


def test_a_case_has_one_material_or_its_stages_which_stay_as_they_are() -> None:
    stages: Value = [{"stimulus": "九点。", "items": []}, {"stimulus": "十点。", "items": []}]
    staged: dict[str, Value] = {"id": "x-7", "type": "case", "stages": stages}
    names = {field.name: field.is_fixed for field in form_fields(staged)}
    assert names["stages"]
    assert "stimulus" not in names
    assert refilled(staged) == staged
    assert "stages" not in {field.name for field in form_fields({"id": "x-6", "type": "case", "stimulus": "九点。"})}
