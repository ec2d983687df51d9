"""A bank as 试题 text, in a shape that is read back as it was; what cannot be is named, item by item."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import Item, Value
from quizapp.formats.chinese_text.lines import lines_of
from quizapp.formats.chinese_text.reader import read_lines
from quizapp.formats.source_format import LeftOut, Reason, WrittenBank
from quizapp.reading.exchange.source_question import WITHOUT_PLACE, SourceQuestion, fields_without_place

_DIFFICULTY = {"easy": "易", "medium": "中", "hard": "难"}
_STATUS = {"draft": "草稿", "retired": "停用"}
_UNCARRIED = ("feedback", "marking", "option_marks", "apart", "keep_order", "allow")
_COMMON = ("rationale", "topic", "source", "difficulty", "status")


def written(bank: ItemBank) -> WrittenBank:
    """Return a bank's items as text, numbered from 1, and what was left out of them."""
    texts: list[str] = []
    left_out: list[LeftOut] = []
    for item in bank.items:
        text = _item_text(item, len(texts) + 1)
        if text is None or not _comes_back(item, text, len(texts) + 1):
            code = "export-type" if text is None else "export-misread"
            left_out.append(LeftOut(item.id, Reason(code, {"type": item.NAMES[0]}), is_whole=True))
            continue
        texts.append(text)
        for each in (item, *item.parts):
            left_out += [LeftOut(each.id, Reason("export-field", {"field": name})) for name in _uncarried(each)]
    text = "\n".join(texts).replace("\n", "\r\n")
    return WrittenBank(codecs.BOM_UTF8 + text.encode(), tuple(left_out))


def _item_text(item: Item, number: int) -> str | None:
    """Return an item's lines, each ended; None for a type that the text has no shape for."""
    if item.PARTS:
        # Its own labels stand before its parts: behind them they would be the last part's.
        parts = [_one_text(part, f"（{place}）") for place, part in enumerate(item.parts, 1)]
        if None in parts:
            return None
        return "".join([f"{number}.【案例分析题】{item.stem}\n", *_common_lines(item), *(part or "" for part in parts)])
    return _one_text(item, f"{number}.")


def _one_text(item: Item, number: str) -> str | None:
    own = item.written()
    if item.left_side or item.exhibit:
        return None
    options = own.get("options", {})
    listed = options.items() if isinstance(options, dict) else ()
    lines = [f"{number}【{item.name_over(own.get('key', ''))}】{item.stem}\n"]
    lines += [f"{letter}. {text}\n" for letter, text in listed]
    lines += [f"【{label}】{text}\n" for label, text in _own_labels(item, own)]
    return "".join([*lines, *_common_lines(item)])


def _own_labels(item: Item, own: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    key = "".join(item.key_response() or ()) if item.ALWAYS_SHUFFLED else own.get("key", own.get("model_answer", ""))
    if key:
        yield "答案", _key(key)
    if "tolerance" in own:
        yield "允许误差", str(own["tolerance"])
    if "unit" in own:
        yield "单位", str(own["unit"])
    if "any_order" in own:
        yield "次序不限", "是"


def _key(key: Value) -> str:
    if not isinstance(key, list):
        return str(key)
    return "；".join("/".join(map(str, each)) if isinstance(each, list) else str(each) for each in key)


def _common_lines(item: Item) -> Iterator[str]:
    marks = decimal_text(item.marks)
    given = {
        "解析": item.rationale,
        "难度": _DIFFICULTY.get(item.difficulty, ""),
        "知识点": item.topic,
        "分值": "" if item.PARTS else marks,
        "出处": item.source,
        "标签": "、".join(item.tags),
        "状态": _STATUS.get(item.status, ""),
    }
    return (f"【{label}】{text}\n" for label, text in given.items() if text)


def _comes_back(item: Item, text: str, number: int) -> bool:
    """Return whether an item's text is read as the same item, with another one behind it."""
    lines, remarks = lines_of(f"{text}\n{number + 1}.【判断题】是否读到这里\n【答案】对\n")
    reading = read_lines(lines, remarks)
    if len(reading.questions) != 2 or reading.remarks or reading.questions[1].doubts:
        return False
    question: SourceQuestion = reading.questions[0]
    return not question.doubts and question.refusal is None and _is_same(item, question.fields)


def _is_same(item: Item, fields: Mapping[str, Value]) -> bool:
    if fields.get("type") != item.TYPE or fields.get(item.ASKS) != item.stem or not _is_alike(item, fields):
        return False
    if item.PARTS:
        items = fields.get("items", [])
        maps = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
        return len(maps) == len(item.parts) and all(map(_is_same, item.parts, maps))
    if any(field.required and field.name not in fields for field in item.FIELDS):
        return False
    given = item.read(
        {**fields, "type": item.name_over(item.written().get("key", ""))}, item.stem, lambda *_, **__: None
    )
    return given is not None and all(
        getattr(item, name) == value for name, value in given.items() if name not in WITHOUT_PLACE
    )


def _is_alike(item: Item, fields: Mapping[str, Value]) -> bool:
    """Return whether the fields that all items have are the same."""
    usual = {"status": "ready"}
    is_other = any(fields.get(name, usual.get(name, "")) != getattr(item, name) for name in _COMMON)
    marks = fields.get("marks", "1") == decimal_text(item.marks) or bool(item.PARTS)
    return not is_other and marks and fields.get("tags", []) == list(item.tags)


def _uncarried(item: Item) -> list[str]:
    names = [name for name in _UNCARRIED if getattr(item, name)]
    return [*names, *fields_without_place(item)]
