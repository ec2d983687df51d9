"""Writes a bank as GIFT; each question is read again as it was written, and what does not come back is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from fractions import Fraction
from itertools import zip_longest
from types import MappingProxyType
from typing import Literal

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import BY_SCORES, Item
from quizapp.formats.gift.blocks import blocks_of, comment, is_field, lines_of, tag_for
from quizapp.formats.gift.markup import escaped, plain
from quizapp.formats.gift.reader import read_question
from quizapp.formats.source_format import LeftOut, Reason, SourceQuestion, WrittenBank

Tongue = Literal["zh", "en"]

_PLACES = 5
"""Decimals of a weight: Moodle knows a third as 33.33333."""
_NO_PLACE = ("rubric", "model_answer", "any_order", "deductions", "frame")
"""Own fields of types that GIFT has no place for."""
_WEIGHED = {"multiple_choice": "partial"}
"""The types whose options have weights, with the scheme that these say where nothing else does."""


def gift_text(item: Item, tongue: Tongue) -> str | None:
    """Return an item as a question, its labels in a comment above; None for what GIFT has no question for."""
    answers = _ANSWERS.get(item.TYPE)
    lines = answers(item) if answers else None
    if lines is None:
        return None
    head = f"{comment(item.id, _tags(item, tongue))}\n::{escaped(item.id)}::{_text(item.stem)}"
    if item.rationale:
        lines = [*lines, f"####{_text(item.rationale)}"]
    inside = "".join(f"\n\t{line}" for line in lines[1:])
    return f"{head}{{{lines[0]}{inside}\n}}" if inside else f"{head}{{{lines[0]}}}"


def category_line(topic: str) -> str:
    """Return the line that names the topic of what follows; "" is none."""
    name = " ".join(topic.split()).replace("/", "//")
    return "$CATEGORY: $course$/top" + (f"/{name}" if name else "")


def carried(item: Item) -> Item:
    """Return an item without the own fields that GIFT has no place for."""
    bare = {each.name: each.default for each in fields(item) if each.name in _NO_PLACE}
    return replace(item, **bare)  # type: ignore[arg-type]  # its own fields


def _tags(item: Item, tongue: Tongue) -> list[str]:
    """Return an item's tags, and as tags the fields that GIFT has no place for."""
    fields = {
        "difficulty": item.difficulty,
        "marks": decimal_text(item.marks) if item.marks != 1 else "",
        "marking": _marking(item),
        "option_marks": "" if item.option_marks is None else decimal_text(item.option_marks),
        "source": item.source,
        "unit": item.unit_asked,
        "keep_order": "true" if item.keep_order else "",
        "status": item.status if item.status != "ready" else "",
    }
    said = [tag_for(name, value, item.TYPE, tongue) for name, value in fields.items() if value]
    # A backslash at the end of one would take the bracket for its own, and the next tag with it.
    return [tag for tag in (*said, *_plain_tags(item)) if "\n" not in tag and not tag.endswith("\\")]


def _marking(item: Item) -> str:
    """Return the scheme that a tag must say; "" for the one that is told without it."""
    scheme = item.scheme("")
    return "" if scheme == BY_SCORES.name or scheme == _WEIGHED.get(item.TYPE, item.SCHEMES[0].name) else scheme


def _plain_tags(item: Item) -> Iterable[str]:
    """Return the tags that will not be taken for a field."""
    return (tag for tag in item.tags if not is_field(tag, item.TYPE))


def _text(text: str) -> str:
    """Return a text on one line, marked as plain where Moodle would take it for more than that."""
    # A percentage in front would be taken for a weight.
    is_plain = text.startswith(("[", "%")) or plain(text, "moodle") != (text.strip(), ())
    return ("[plain]" if is_plain else "") + escaped(text)


def _feedback(item: Item, letter: str) -> str:
    text = dict(item.feedback).get(letter, "")
    return f"#{_text(text)}" if text else ""


def _single(item: Item) -> list[str]:
    if scores := item.key_parts(()).scores:
        weights = [_share(score) for _, score in scores]
        best = weights.index("100")
        return _options(item, ["=" if place == best else f"~%{each}%" for place, each in enumerate(weights)])
    return _options(item, ["=" if letter == item.one_key else "~" for letter in item.letters])


def _several(item: Item) -> list[str]:
    if scores := item.key_parts(()).scores:
        full, best = sum(score for _, score in scores if score > 0), max(score for _, score in scores)
        # Where the best earns less than all, what takes off more than it gives can only be told as taking it all.
        return _options(item, [f"~%{_share(max(score, -best) / full)}%" for _, score in scores])
    key = item.key_response() or ()
    share = decimal_text(round(Fraction(100, len(key)), _PLACES))
    wrong = f"-{share}" if item.scheme("") == "right_minus_wrong" else "-100"
    return _options(item, [f"~%{share if letter in key else wrong}%" for letter in item.letters])


def _share(score: Fraction) -> str:
    """Return a share of the marks as per cent."""
    return decimal_text(round(100 * score, _PLACES))


def _options(item: Item, signs: list[str]) -> list[str]:
    told = zip(item.choices, signs, item.letters, strict=True)
    return ["", *(f"{sign}{_text(text)}{_feedback(item, letter)}" for text, sign, letter in told)]


def _truth(item: Item) -> list[str]:
    return ["TRUE" if item.one_key == "true" else "FALSE"]


def _blank(item: Item) -> list[str] | None:
    """Return the texts of one blank: GIFT has no question with several."""
    if item.blanks != 1:
        return None
    texts = item.accepted_texts(0)
    return ["", *(f"={_text(text).replace('*', chr(92) + '*')}" for text in texts)]


def _number(item: Item) -> list[str] | None:
    parts = item.key_parts(())
    if not parts.answer:
        return None
    return [f"#{parts.answer}" + (f":{parts.tolerance}" if parts.tolerance else "")]


def _pairs(item: Item) -> list[str]:
    sides = zip_longest(item.left_side, item.choices, fillvalue="")
    return ["", *(f"={_text(left)} -> {escaped(right)}" for left, right in sides)]


def _essay(item: Item) -> list[str]:  # noqa: ARG001  # as every type is called
    return [""]


_ANSWERS: Mapping[str, Callable[[Item], list[str] | None]] = MappingProxyType(
    {
        "single_choice": _single,
        "multiple_choice": _several,
        "true_false": _truth,
        "fill_blank": _blank,
        "numeric": _number,
        "matching": _pairs,
        "essay": _essay,
    }
)


_HEEDED = ("partial", "right_minus_wrong")
"""Schemes that weights say, so that others mark by them too."""


def write_gift(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
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
    return WrittenBank(("\n\n".join(blocks) + "\n").encode() if blocks else b"", tuple(left_out))


def _why(item: Item, text: str | None) -> Reason:
    if text is not None:
        return Reason("export-misread")
    if item.blanks:
        return Reason("export-gift-blanks", {"type": item.NAMES[0]})
    return Reason("export-type", {"type": item.NAMES[0]})


def _unheeded(item: Item) -> list[str]:
    """Return the fields that stand in tags only: this program reads them back, others do as they always do."""
    names = ["marks"] if item.marks != 1 else []
    scheme = item.scheme("")
    if scheme == BY_SCORES.name:
        pass  # weights say it
    elif scheme not in _HEEDED if item.TYPE in _WEIGHED else scheme != item.SCHEMES[0].name:
        names.append("marking")
    names += [name for name in ("option_marks", "unit", "keep_order") if getattr(item, name, None)]
    return [*names, "status"] if item.status != "ready" else names


def _lost(item: Item, text: str) -> list[str] | None:
    """Return the fields that do not come back; None where the question itself does not."""
    question = _read_back(item, text)
    if question is None or question.refusal or question.doubts:
        return None
    kept = carried(item)
    lost = [name for name in _NO_PLACE if getattr(item, name, 0) != getattr(kept, name, 0)]
    own = _own_lost(kept, question)
    return None if own is None else [*lost, *own, *_common_lost(item, question)]


def _read_back(item: Item, text: str) -> SourceQuestion | None:
    found = list(blocks_of(lines_of(f"{category_line(item.topic)}\n\n{text}"), []))
    return read_question(found[0]).question if len(found) == 1 else None


def _own_lost(item: Item, question: SourceQuestion) -> list[str] | None:
    fields = dict(question.fields)
    stem = str(fields.get("stem", ""))
    needed = [field.name for field in item.FIELDS if field.required and field.unless not in fields]
    if fields.get("type") != item.TYPE or not _is_same(stem, item.stem) or not all(name in fields for name in needed):
        return None
    given = item.read(fields, stem, lambda *_, **__: None)
    if given is None:
        return None
    own = {"option_scores": (), **given} if item.key_parts(()).scores else given
    differing = [name for name, value in own.items() if not _is_same(value, getattr(item, name))]
    if "option_scores" in differing and "marking" in fields:
        # Weights that a scheme makes are read as that scheme.
        differing.append("marking")
    return differing if set(differing) <= {"unit", "option_scores", "marking"} else None


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
    return [*lost, *(name for name in ("apart", "allow") if getattr(item, name))]


def _is_same(one: object, other: object) -> bool:
    """Return whether two values are the same but for blanks around their texts, which no reader keeps."""
    return _bare(one) == _bare(other)


def _bare(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple):
        return [_bare(each) for each in value]
    return {key: _bare(each) for key, each in value.items()} if isinstance(value, dict) else value
