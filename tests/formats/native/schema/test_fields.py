"""Field by field the schema and the reader agree, whatever is written in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import FieldMap
from quizapp.reading import native_words as words
from tests.formats.native.schema.known_faults import KNOWN
from tests.formats.native.schema.reader_verdicts import error_codes
from tests.formats.native.schema.schema_editor import as_edited, as_texts, refusals

VALUES = """
|甲|C|c|Ｃ|BD|A,B|1|0|2|02|1.0|1.5|-1|+1|1e3|26|27|100|１２|1,000|1/3|3/1|1/0|0.5|1.5%|60%|150%|６０％|50 %
1234567890|true|false|是|否|yes|对|错|√|T|null|45m|1h30m|90s|1H|45分钟|1小时 30分|0s|m|60|2026-12-01 09:00
2026年12月1日 9:00|2026-13-01 09:00|2026-12-01T09:00Z|2026-12-01|明天|易|medium|草稿|ready|停用|考试|practice
best|最后一次|可回看|after_item|逐题公布|及格线|不及格|总分|unlimited|不限|none|不限时|一人一卷|per_candidate
全对得分|partial|少选得一半|per_blank|每选对一个得分|rubric|a b|con|a.b|a-1_b|甲乙|é|"C"|"7"|"  "|" 7 "|"true"
'1/3'|[]|[甲]|[甲, 乙]|[1, 2]|[C]|[A, B]|[BD]|[对]|[[甲, 乙]]|[[甲, 乙], 丙]|[[]]|[[[甲]]]|[true]|[总分, key]
[缺考]|[甲, [乙]]|[甲, {乙: 丙}]|[{甲: 乙}]|[""]|[甲, ""]|{}|{甲: 乙}|{A: 甲, B: 乙}|{A: 甲}|{a: 甲, Ｂ: 乙}
{A: 1, B: true}|{A: 甲, B: ""}|{A: 甲, B: [乙]}|{甲: 1}|{甲: 0, 乙: 2}|{易: 1}|{easy: 1, 难: 2}|{易: 1, easy: 2}
{易: 一}|{甲: 60%}|{甲: 六十}|{开始: 2026-12-01 09:00}|{closes: 明天}|{开始: }|{试题: 是}|{options: maybe}
{甲: 子, 乙: 丑}|{甲: 子, 乙: ""}|[{要点: 甲, 分值: 2}]|[{point: 甲, marks: 0}]|[{要点: 甲}]
{甲: [子, 丑], 乙: 寅}|{1: 丁}|{2: [丁, 戊]}|{2: []}|{甲: [子, [丑]]}|'{甲}乙{丙}'|{甲: []}
[{内容: 乙, 答案: 子}, {text: 丙, key: [丑]}]|[{内容: 乙, 答案: 子}]|[{内容: 乙}, {内容: 丙, 答案: 丑}]
[{要点: 甲, 分值: 2, 关键词: [乙]}]|[{要点: 甲, point: 乙, 分值: 2}]|[{要点: 甲, 分值: 两分}]
{题型: 单选, 题数: 1}|{type: case, size: 2, count: 1}|{题型: 单选}|{题型: 单选, 知识点: {甲: 1}}
{题型: 单选, 知识点: {}}|{题型: 单选, 难度: {易: 1}}|{题型: 单选, 小题数: 2, 题数: 1}|{题型: 单选体, 题数: 1}
{题数: 1}|[{编号: p-1, 题型: 判断, 题干: 对吗, 答案: 对}]
[{编号: p-1, 题型: 判断, 题干: 对吗, 答案: 对, 状态: 停用}]|[{题型: 案例}]|{甲: {标题: 乙, 知识点: {丙: 丁}}}
{甲: {标题: 乙}}|{甲: {知识点: {丙: 丁}}}|{甲 乙: 丙}|{甲: [乙]}|{甲: {标题: 乙, 知识点: 丙}}
"""
WRITTEN = VALUES.strip("\n").replace("\n", "|").split("|")

OWN = {
    "single_choice": {"stem": "甲", "options": "[甲, 乙, 丙]", "key": "C"},
    "multiple_choice": {"stem": "甲", "options": "[甲, 乙, 丙, 丁]", "key": "BD", "option_marks": "0.5"},
    "true_false": {"stem": "甲", "key": "对"},
    "fill_blank": {"stem": "甲___", "key": "乙"},
    "numeric": {"stem": "甲", "key": "12"},
    "ordering": {"stem": "甲", "options": "[甲, 乙]"},
    "matching": {"stem": "甲", "pairs": "{甲: 子, 乙: 丑}"},
    "classification": {
        "stem": "甲",
        "columns": "{甲: [子, 丑]}",
        "entries": "[{text: 乙, key: 子}, {text: 丙, key: 丑}]",
    },
    "text_correction": {"stem": "甲", "text": "'{甲}乙{丙}'", "faults": "{2: 丁}"},
    "essay": {"stem": "甲"},
    "case": {"stimulus": "甲", "items": "[{id: z-1, type: true_false, stem: 甲, key: 对}]"},
}

WITH_ALL = 20
"""Of how many values a field is tried with one, where not with all."""


class Spot(NamedTuple):
    """A field of a file that is sound but for what is written there."""

    name: str
    head: str
    """What stands before the map with the field; {} in it is the map."""
    fields: Mapping[str, str]
    place: words.Words
    field: str

    def text(self, value: str, *, is_english: bool) -> str:
        """Return the file with a value in the field."""
        written = {**self.fields, self.field: value}
        lines = [f"{self._word(name, is_english)}: {each}" for name, each in written.items()]
        return self.head.format("\n".join(lines) if self.head == "{}" else "\n    ".join(["", *lines]))

    def _word(self, name: str, is_english: bool) -> str:
        return name if is_english else words.chinese(self.place, name)


def spots() -> Iterator[Spot]:
    """Give every field of every place."""
    for kind in ITEM_TYPES.values():
        place = words.item_words(kind)
        fields = {"id": "a-1", "type": kind.TYPE, **OWN[kind.TYPE]}
        for name in dict.fromkeys(place.values()):
            yield Spot(f"{kind.TYPE}.{name}", "bank: x\nitems:\n  -{}", fields, place, name)
    for where, head, sound, declaration in PLACES:
        for name in declaration.holds:
            yield Spot(f"{where}.{name}", head, sound, declaration.words, name)


SECTION = "paper: x\ntitle: x\nsections:\n  -{}"
PLACES: tuple[tuple[str, str, Mapping[str, str], FieldMap], ...] = (
    ("bank", "{}", {"bank": "x", "items": "[{id: a-1, type: true_false, stem: 甲, key: 对}]"}, field_access.BANK),
    ("paper", "{}", {"paper": "p", "title": "甲", "sections": "[{title: 甲, items: [a]}]"}, field_access.PAPER),
    ("course", "{}", {"course": "x", "topics": "{a: 甲}"}, field_access.COURSE),
    ("drawn", SECTION, {"title": "甲", "draw": "{type: single_choice, count: 1}"}, field_access.SECTION),
    ("fixed", SECTION, {"title": "甲", "items": "[a]"}, field_access.SECTION),
    (
        "draw",
        "paper: x\ntitle: x\nsections:\n- title: 甲\n  draw:{}",
        {"type": "single_choice", "count": "1"},
        field_access.DRAW,
    ),
    ("window", "paper: x\ntitle: x\nsections: [{{title: 甲, items: [a]}}]\nwindow:{}", {}, field_access.WINDOW),
    (
        "shuffle",
        "paper: x\ntitle: x\nsections: [{{title: 甲, items: [a]}}]\nshuffle:{}",
        {},
        field_access.SHUFFLE,
    ),
    ("topic", "course: x\ntopics:\n  a:{}", {"title": "甲"}, field_access.TOPIC),
)


class Tried(NamedTuple):
    """One value in one field, and what the reader finds wrong with it."""

    name: str
    text: str
    codes: frozenset[str]


@pytest.fixture(scope="module")
def tried(is_full: bool) -> list[Tried]:
    """Every field with every value, or with some of them."""
    found = []
    for first, spot in enumerate(spots()):
        for index, value in enumerate(WRITTEN):
            if is_full or (index - first) % WITH_ALL == 0:
                text = spot.text(value, is_english=index % 2 == 0)
                found.append(Tried(f"{spot.name}: {value}", text, frozenset(error_codes(text))))
    return found


def test_a_text_is_refused_by_the_schema_exactly_where_the_reader_refuses_it(tried: list[Tried]) -> None:
    compared = [each for each in tried if each.codes & KNOWN or not each.codes]
    wrong = [each for each in compared if bool(each.codes) != bool(refusals(as_texts(each.text)))]
    assert [(each.name, sorted(each.codes)) for each in wrong] == []
    assert len(compared) > len(tried) / 2


def test_what_is_a_number_or_a_truth_to_an_editor_is_not_refused_where_the_reader_takes_it(tried: list[Tried]) -> None:
    """But for an unquoted `null`, which to the reader is those four letters and to an editor nothing."""
    taken = [each for each in tried if not each.codes and not each.name.endswith(": null")]
    assert [each.name for each in taken if refusals(as_edited(each.text))] == []


def test_every_field_of_every_place_is_tried() -> None:
    declarations = [name for name, value in vars(field_access).items() if isinstance(value, FieldMap)]
    assert {name.lower() for name in declarations} <= {where for where, *_ in PLACES} | {"item", "section"}
    assert set(OWN) == set(ITEM_TYPES)
    for place in (value for value in vars(field_access).values() if isinstance(value, FieldMap)):
        assert set(place.holds) == set(place.words.values())
