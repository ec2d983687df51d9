"""The usual sheet of questions: a bank as rows with a column for each option, and rows as CSV and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import LETTERS, Item, Value
from quizapp.domain.text import guarded, unguarded
from quizapp.reading.exchange.sheet_layouts import SheetRow
from quizapp.reading.exchange.sheet_reader import read_sheet
from quizapp.reading.exchange.source_question import WITHOUT_PLACE, LeftOut, Reason, fields_without_place

HEADS: Mapping[str, tuple[str, str]] = {
    "type": ("题型", "type"),
    "stem": ("题干", "stem"),
    "key": ("答案", "key"),
    "rationale": ("解析", "rationale"),
    "difficulty": ("难度", "difficulty"),
    "topic": ("知识点", "topic"),
    "marks": ("分值", "marks"),
    "source": ("出处", "source"),
    "tags": ("标签", "tags"),
    "unit": ("单位", "unit"),
    "tolerance": ("允许误差", "tolerance"),
    "any_order": ("次序不限", "any_order"),
    "status": ("状态", "status"),
}
"""The columns of the usual sheet by their fields, but for those of the options, in both languages."""
_ALWAYS = ("rationale", "difficulty", "topic", "marks")
_WHERE_USED = ("source", "tags", "unit", "tolerance", "any_order", "status")
_DIFFICULTY = {"easy": "易", "medium": "中", "hard": "难"}
_STATUS = {"draft": "草稿", "retired": "停用"}
_UNCARRIED = ("feedback", "marking", "option_marks", "apart", "keep_order", "allow")
_FEWEST_OPTIONS = 4


class WideSheet(NamedTuple):
    """What a sheet would hold."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]


def wide_sheet(bank: ItemBank, tongue: Literal["zh", "en"]) -> WideSheet:
    """Return a bank's items as rows under heads, and what a sheet cannot carry of them, item by item."""
    carried: list[dict[str, str]] = []
    left_out: list[LeftOut] = []
    for item in bank.items:
        cells = _cells(item, tongue)
        if cells is None or not _comes_back(item, cells):
            code = "export-type" if cells is None else "export-misread"
            left_out.append(LeftOut(item.id, Reason(code, {"type": item.NAMES[0]}), is_whole=True))
        else:
            carried.append(cells)
            left_out += _uncarried(item)
    columns = _columns(carried)
    heads = tuple(_head(column, tongue) for column in columns)
    return WideSheet(heads, tuple(tuple(row.get(name, "") for name in columns) for row in carried), tuple(left_out))


def _cells(item: Item, tongue: Literal["zh", "en"]) -> dict[str, str] | None:
    """Return an item's cells by column; None for a type that needs more than cells."""
    own = item.written()
    if item.parts or item.left_side or item.exhibit:
        return None
    options = own.get("options", {})
    cells = {
        "type": _type(item, tongue),
        "stem": item.stem,
        **{letter: str(text) for letter, text in (options.items() if isinstance(options, dict) else ())},
        "key": _key(item, own),
        "rationale": item.rationale,
        "difficulty": _DIFFICULTY.get(item.difficulty, "") if tongue == "zh" else item.difficulty,
        "topic": item.topic,
        "marks": decimal_text(item.marks),
        "source": item.source,
        "tags": "、".join(item.tags),
        **{name: str(own.get(name, "")) for name in ("unit", "tolerance")},
        "any_order": ("是" if tongue == "zh" else "true") if "any_order" in own else "",
        "status": _status(item, tongue),
    }
    return {name: text for name, text in cells.items() if text}


def _status(item: Item, tongue: Literal["zh", "en"]) -> str:
    """Return a status other than the usual one."""
    return "" if item.status == "ready" else _STATUS[item.status] if tongue == "zh" else item.status


def _type(item: Item, tongue: Literal["zh", "en"]) -> str:
    return item.TYPE if tongue == "en" else item.name_over(item.written().get("key", ""))


def _key(item: Item, own: Mapping[str, Value]) -> str:
    if item.ALWAYS_SHUFFLED:
        return "".join(item.key_response() or ())
    key = own.get("key", own.get("model_answer", ""))
    if not isinstance(key, list):
        return str(key)
    texts = ["/".join(map(str, each)) if isinstance(each, list) else str(each) for each in key]
    return "；".join(texts)


def _comes_back(item: Item, cells: Mapping[str, str]) -> bool:
    """Return whether an item's own row is read as the same item."""
    columns = _columns([cells])
    rows = (tuple(_head(name, "zh") for name in columns), tuple(cells.get(name, "") for name in columns))
    reading = read_sheet([SheetRow(line, row) for line, row in enumerate(rows, 1)])
    if reading is None or len(reading.questions) != 1 or reading.questions[0].doubts:
        return False
    fields = dict(reading.questions[0].fields)
    stem = str(fields.get("stem", ""))
    if fields.get("type") != item.TYPE or stem != item.stem or _missing(item, fields):
        return False
    fields["type"] = _type(item, "zh")
    given = item.read(fields, stem, lambda *_, **__: None)
    return given is not None and all(
        getattr(item, name) == value for name, value in given.items() if name not in WITHOUT_PLACE
    )


def _missing(item: Item, fields: Mapping[str, Value]) -> bool:
    if any(field.required and field.name not in fields for field in item.FIELDS):
        return True
    common = {"rationale": item.rationale, "topic": item.topic, "source": item.source, "difficulty": item.difficulty}
    is_other = any(str(fields.get(name, "")) != text for name, text in common.items())
    return is_other or fields.get("tags", []) != list(item.tags) or fields.get("status", "ready") != item.status


def _uncarried(item: Item) -> list[LeftOut]:
    """Return the fields of an item that no column is for."""
    names = [name for name in _UNCARRIED if getattr(item, name)]
    names += fields_without_place(item)
    return [LeftOut(item.id, Reason("export-field", {"field": name})) for name in names]


def _columns(carried: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the columns that these rows need, in the order people have them."""
    used = {name for cells in carried for name in cells}
    last = max((LETTERS.index(name) + 1 for name in used if name in LETTERS), default=0)
    letters = LETTERS[: max(last, _FEWEST_OPTIONS)]
    return ["type", "stem", *letters, "key", *_ALWAYS, *(name for name in _WHERE_USED if name in used)]


def _head(column: str, tongue: Literal["zh", "en"]) -> str:
    if column in HEADS:
        return HEADS[column][0 if tongue == "zh" else 1]
    return f"选项{column}" if tongue == "zh" else f"option {column}"


_TOP = 4096


def table_rows(text: str, name: str) -> list[SheetRow]:
    """Return a text's rows with the lines they begin on. Raises Refused where its quotes do not pair."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[SheetRow] = []
    line = 1
    try:
        for cells in reader:
            rows.append(SheetRow(line, tuple(unguarded(cell) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refused("import-table-quotes", file=name, line=line) from error
    return rows


def table_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file with a BOM and CRLF."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "replace")


def _delimiter(text: str) -> str:
    """Return what parts the cells: of comma, tab and semicolon the one that the first line with any has most of."""
    for line in text[:_TOP].splitlines():
        counts = {sign: line.count(sign) for sign in ",\t;"}
        if any(counts.values()):
            return max(counts, key=lambda sign: counts[sign])
    return ","
