"""A bank as GIFT; each question is read again as it was written, and what does not come back is named."""

from __future__ import annotations

from typing import Literal

from quizapp.domain.bank import ItemBank
from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.item import Item
from quizapp.formats.gift.blocks import blocks_of, lines_of
from quizapp.formats.gift.item_writer import carried, category_line, gift_text
from quizapp.formats.gift.question_reader import read_question
from quizapp.formats.source_question import LeftOut, Reason, SourceQuestion, Written

_HEEDED = ("partial", "right_minus_wrong")
"""Schemes that weights say, so that others mark by them too."""


def write_gift(bank: ItemBank, tongue: Literal["zh", "en"]) -> Written:
    """Return a bank as GIFT, and what GIFT cannot carry of it, item by item."""
    blocks: list[str] = []
    left_out: list[LeftOut] = []
    topic = ""
    for item in bank.items:
        text = gift_text(item, tongue)
        lost = None if text is None else _lost(item, text)
        if text is None or lost is None:
            left_out.append(LeftOut(item.id, _why(item, text), is_whole=True))
            continue
        wanted = "" if "topic" in lost else item.topic
        if wanted != topic:
            blocks.append(category_line(wanted))
            topic = wanted
        blocks.append(text)
        left_out += [LeftOut(item.id, Reason("export-field", {"field": name})) for name in lost]
        left_out += [LeftOut(item.id, Reason("export-gift-label", {"field": name})) for name in _unheeded(item)]
    return Written(("\n\n".join(blocks) + "\n").encode() if blocks else b"", tuple(left_out))


def _why(item: Item, text: str | None) -> Reason:
    if text is not None:
        return Reason("export-misread")
    if item.TYPE == "fill_blank":
        return Reason("export-gift-blanks", {"type": item.NAMES[0]})
    return Reason("export-type", {"type": item.NAMES[0]})


def _unheeded(item: Item) -> list[str]:
    """Return the fields that stand in tags only: this program reads them back, others do as they always do."""
    names = ["marks"] if item.marks != 1 else []
    scheme = item.scheme("")
    if scheme not in _HEEDED if item.TYPE == "multiple_choice" else scheme != item.SCHEMES[0].name:
        names.append("marking")
    names += [name for name in ("option_marks", "unit", "keep_order") if getattr(item, name, None)]
    return [*names, "status"] if item.status != "ready" else names


def _lost(item: Item, text: str) -> list[str] | None:
    """Return the fields that do not come back; None where the question itself does not."""
    question = _read_back(item, text)
    if question is None or question.refusal or question.doubts:
        return None
    kept = carried(item)
    lost = [
        name for name in ("rubric", "model_answer", "any_order") if getattr(item, name, 0) != getattr(kept, name, 0)
    ]
    own = _own_lost(kept, question)
    return None if own is None else [*lost, *own, *_common_lost(item, question)]


def _read_back(item: Item, text: str) -> SourceQuestion | None:
    found = list(blocks_of(lines_of(f"{category_line(item.topic)}\n\n{text}"), []))
    return read_question(found[0]).question if len(found) == 1 else None


def _own_lost(item: Item, question: SourceQuestion) -> list[str] | None:
    fields = dict(question.fields)
    stem = str(fields.get("stem", ""))
    needed = [field.name for field in item.FIELDS if field.required]
    if fields.get("type") != item.TYPE or not _is_same(stem, item.stem) or not all(name in fields for name in needed):
        return None
    given = item.read(fields, stem, lambda *_, **__: None)
    if given is None:
        return None
    differing = [name for name, value in given.items() if not _is_same(value, getattr(item, name))]
    return differing if set(differing) <= {"unit"} else None


def _common_lost(item: Item, question: SourceQuestion) -> list[str]:
    fields = question.fields
    texts = ("topic", "difficulty", "rationale", "source")
    lost = [name for name in texts if not _is_same(fields.get(name, ""), getattr(item, name))]
    if not _is_same(fields.get("feedback", {}), dict(item.feedback)):
        lost.append("feedback")
    numbers = {"marks": decimal_text(item.marks)}
    if item.option_marks is not None:
        numbers["option_marks"] = decimal_text(item.option_marks)
    lost += [name for name, text in numbers.items() if fields.get(name, "1") != text]
    if item.scheme(str(fields.get("marking", item.SCHEMES[0].name))) != item.scheme(""):
        lost.append("marking")
    if not _is_same(fields.get("tags", []), list(item.tags)):
        lost.append("tags")
    said = {"status": item.status, "keep_order": "true" if item.keep_order else "false"}
    silent = {"status": "ready", "keep_order": "false"}
    lost += [name for name, value in said.items() if fields.get(name, silent[name]) != value]
    return [*lost, "allow"] if item.allow else lost


def _is_same(one: object, other: object) -> bool:
    """Return whether two values are the same but for blanks around their texts, which no reader keeps."""
    return _bare(one) == _bare(other)


def _bare(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple):
        return [_bare(each) for each in value]
    return {key: _bare(each) for key, each in value.items()} if isinstance(value, dict) else value
