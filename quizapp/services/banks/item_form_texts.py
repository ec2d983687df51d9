"""A question's fields as the texts of a form, and back: what a person did not touch stays exactly as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from quizapp.domain.item import LETTERS, Item, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.choices import lettered
from quizapp.domain.text import clean, clean_line

Kind = Literal["line", "text", "lines", "letters", "choice", "topic"]
"""One line · several · a list, one a line · the same behind letters · one of a few words · a topic."""

PARTING = "|"
LEVEL = "-"
"""What a line begins with that is a level of the point above it."""
_TAGS = re.compile(r"[、,，;；\s]+")
_PARTED = re.compile(r"[、,，;；]+")
_LETTERED = ("letter", "letters")
"""Shapes of a key that names options."""


class FormField(NamedTuple):
    """One field of the form."""

    name: str
    kind: Kind
    text: str
    words: tuple[str, ...] = ()
    """Of a choice: what it may be, "" for nothing."""
    note: str = ""
    """The code of what is said of how it is written."""
    is_fixed: bool = False
    """Whether it is written in a way that the form cannot keep."""


def form_fields(fields: Mapping[str, Value], *, is_part: bool = False) -> list[FormField]:
    """Return the fields of a question's form, in the order people think of them; one of a case has no status."""
    kind = _kind(fields)
    names = list(_names(kind, is_part=is_part))
    if kind is not None and kind.STAGES:
        # A case has its stages, to be edited in the file, in place of one material.
        names.remove(kind.ASKS if kind.STAGES in fields else kind.STAGES)
    return [_field(name, kind, fields) for name in names]


def fields_of(before: Mapping[str, Value], form: Mapping[str, FormField], texts: Mapping[str, str]) -> dict[str, Value]:
    """Return the fields that the texts of a form mean, by what was there before; a field without text is gone."""
    fields = dict(before)
    for name, text in texts.items():
        field = form[name]
        if field.is_fixed or (text == field.text and not _wants_letters(name, before)):
            continue
        value = _value(name, text, fields, before)
        if value in ("", [], {}):
            fields.pop(name, None)
        else:
            fields[name] = value
    return fields


def retyped(fields: Mapping[str, Value], kind: str) -> dict[str, Value]:
    """Return a question's fields as those of another type: what that has no use for is left out."""
    wanted = ITEM_TYPES[kind]
    foreign = {field.name for each in ITEM_TYPES.values() for field in each.FIELDS}
    foreign -= {field.name for field in wanted.FIELDS}
    kept = {name: value for name, value in fields.items() if name not in (*foreign, "marking", "option_marks")}
    stem = kept.pop("stem", kept.pop("stimulus", ""))
    return {**kept, "type": kind, **({wanted.ASKS: stem} if stem else {})}


def _kind(fields: Mapping[str, Value]) -> type[Item] | None:
    return ITEM_TYPES.get(str(fields.get("type", "")))


def _key_shape(kind: type[Item] | None) -> str:
    """Return the shape of a type's key; "" where it has none, or no type is known."""
    return next((field.shape for field in kind.FIELDS if field.name == "key"), "") if kind is not None else ""


def _is_ordered(kind: type[Item] | None) -> bool:
    """Return whether a type's options are written in their right order, and have no letters."""
    return kind is not None and kind.ROOM == "order"


def _names(kind: type[Item] | None, *, is_part: bool) -> Iterator[str]:
    """Give the names of the fields that a question of a type may have."""
    yield "type"
    if kind is None:
        yield "stem"
        return
    yield kind.ASKS
    yield from (field.name for field in kind.FIELDS if field.name != kind.PARTS)
    if not kind.PARTS:
        yield "rationale"
        if _key_shape(kind) in _LETTERED:
            yield "feedback"
    yield from ("topic", "difficulty")
    if not kind.PARTS:
        yield "marks"
        if len(kind.SCHEMES) > 1:
            yield "marking"
        if any(scheme.name == "per_option" for scheme in kind.SCHEMES):
            yield "option_marks"
        if _key_shape(kind) in _LETTERED:
            yield "keep_order"
    yield from ("tags", "apart", "source")
    if not is_part:
        yield "status"


def _field(name: str, kind: type[Item] | None, fields: Mapping[str, Value]) -> FormField:
    shape, words, note = _shape(name, kind)
    value = fields.get(name, "")
    text = _text(name, value, fields)
    if text is None:
        return FormField(name, "line", _flat(value), is_fixed=True)
    if shape == "choice" and text and text not in words:
        words = (*words, text)
    return FormField(name, shape, text, words, note)


def _shape(name: str, kind: type[Item] | None) -> tuple[Kind, tuple[str, ...], str]:
    """Return how a field is typed: its kind, the words to choose from, and what is said of it."""
    if name == "key":
        return _KEY_SHAPES.get(_key_shape(kind), ("line", (), ""))
    if name == "options" and _is_ordered(kind):
        return "lines", (), "teach.field_order_note"
    if name == "marking" and kind is not None:
        return "choice", ("", *(scheme.name for scheme in kind.SCHEMES)), ""
    if name == "stem" and kind is not None and kind.ASKS_WITH:
        return "text", (), "teach.field_stem_note"
    return _SHAPES.get(name, ("line", (), ""))


_KEY_SHAPES: Mapping[str, tuple[Kind, tuple[str, ...], str]] = {
    "truth": ("choice", ("", "对", "错"), ""),
    "blanks": ("lines", (), "teach.field_blanks_note"),
    **dict.fromkeys(_LETTERED, ("line", (), "teach.field_key_letters_note")),
}
_SHAPES: Mapping[str, tuple[Kind, tuple[str, ...], str]] = {
    "type": ("choice", tuple(ITEM_TYPES), ""),
    "stem": ("text", (), ""),
    "stimulus": ("text", (), ""),
    "rationale": ("text", (), ""),
    "model_answer": ("text", (), ""),
    "options": ("letters", (), "teach.field_options_note"),
    "feedback": ("lines", (), "teach.field_feedback_note"),
    "option_scores": ("lines", (), "teach.field_scores_note"),
    "before": ("lines", (), "teach.field_before_note"),
    "frame": ("lines", (), "teach.field_frame_note"),
    "deductions": ("lines", (), "teach.field_deductions_note"),
    "pairs": ("lines", (), "teach.field_pairs_note"),
    "distractors": ("lines", (), "teach.field_lines_note"),
    "rubric": ("lines", (), "teach.field_rubric_note"),
    "columns": ("lines", (), "teach.field_columns_note"),
    "entries": ("lines", (), "teach.field_entries_note"),
    "text": ("text", (), "teach.field_text_note"),
    "faults": ("lines", (), "teach.field_faults_note"),
    "topic": ("topic", (), ""),
    "difficulty": ("choice", ("", "easy", "medium", "hard"), ""),
    "status": ("choice", ("ready", "draft", "retired"), ""),
    "any_order": ("choice", ("", "true", "false"), ""),
    "keep_order": ("choice", ("", "true", "false"), ""),
    "tags": ("line", (), "teach.field_tags_note"),
    "apart": ("line", (), "teach.field_apart_note"),
}


def _text(name: str, value: Value, fields: Mapping[str, Value]) -> str | None:
    """Return a value as the form has it; None where it would not come back as it is."""
    if value == "":
        return "ready" if name == "status" else ""
    writer, reader = _WAYS.get(name, (_plain, _as_text))
    text = writer(value)
    if text is None:
        return None
    if name == "key" and isinstance(value, list) and _key_shape(_kind(fields)) in _LETTERED:
        return "".join(str(part) for part in value)
    is_kept = reader(text) == value or name in ("options", "tags") or _same(reader(text), value)
    return text if is_kept else None


def _value(name: str, text: str, fields: Mapping[str, Value], before: Mapping[str, Value]) -> Value:
    """Return the value that a field's text stands for."""
    if name == "key" and _key_shape(_kind(fields)) != "blanks":
        return clean_line(text)
    if name == "options" and (_is_ordered(_kind(fields)) or isinstance(before.get("options"), list)):
        return _as_lines(text)
    if name == "status":
        return text if text != "ready" or "status" in before else ""
    return _WAYS.get(name, (_plain, _as_text))[1](text)


def _wants_letters(name: str, before: Mapping[str, Value]) -> bool:
    """Return whether options have letters that are not those of their places: they are written anew."""
    options = before.get("options")
    return name == "options" and isinstance(options, dict) and list(options) != list(LETTERS[: len(options)])


def _plain(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _as_text(text: str) -> Value:
    return clean(text).strip()


def _lines(value: Value) -> str | None:
    texts = list(value.values()) if isinstance(value, dict) else [value] if isinstance(value, str) else value
    if not all(isinstance(text, str) and "\n" not in text for text in texts):
        return None
    return "\n".join(map(str, texts))


def _as_lines(text: str) -> list[Value]:
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def _as_letters(text: str) -> Value:
    return lettered([str(line) for line in _as_lines(text)])


def _blanks(value: Value) -> str | None:
    blanks = value if isinstance(value, list) else [value]
    lines: list[str] = []
    for blank in blanks:
        wordings = blank if isinstance(blank, list) else [blank]
        if not all(isinstance(text, str) and PARTING not in text and "\n" not in text for text in wordings):
            return None
        lines.append(f" {PARTING} ".join(map(str, wordings)))
    return "\n".join(lines)


def _as_blanks(text: str) -> Value:
    blanks: list[Value] = []
    for line in _as_lines(text):
        wordings: list[Value] = list(_parts(str(line)))
        blanks.append(wordings[0] if len(wordings) == 1 else wordings)
    return blanks[0] if len(blanks) == 1 and isinstance(blanks[0], str) else blanks


def _pairs(value: Value) -> str | None:
    if not isinstance(value, dict) or any(PARTING in left for left in value):
        return None
    lines = [f"{left} {PARTING} {right}" for left, right in value.items()]
    return "\n".join(lines) if all("\n" not in line for line in lines) else None


def _as_pairs(text: str) -> Value:
    halves = (str(line).replace("｜", PARTING).partition(PARTING) for line in _as_lines(text))
    return {left.strip(): right.strip() for left, _, right in halves}


def _text_lists(value: Value) -> str | None:
    """Return a map's names and what each has, a line for each."""
    return _rows(list(value.items())) if isinstance(value, dict) else None


def _as_text_lists(text: str) -> Value:
    return {row[0]: _one_or_more(row[1:]) for row in map(_parts, map(str, _as_lines(text)))}


def _entries(value: Value) -> str | None:
    """Return the texts of entries and what belongs to each, a line for each."""
    entries = value if isinstance(value, list) else []
    if not all(isinstance(entry, dict) and set(entry) <= {"text", "key"} for entry in entries):
        return None
    return _rows([(entry.get("text", ""), entry.get("key", "")) for entry in entries if isinstance(entry, dict)])


def _as_entries(text: str) -> Value:
    rows = map(_parts, map(str, _as_lines(text)))
    return [{"text": row[0], **({"key": _one_or_more(row[1:])} if row[1:] else {})} for row in rows]


def _rows(entries: Sequence[tuple[Value, Value]]) -> str | None:
    """Return lines of a text and what belongs to it; None where a cell would not come back as it is."""
    rows = [[name, *(texts if isinstance(texts, list) else [texts])] for name, texts in entries]
    for cell in (cell for row in rows for cell in row):
        if not isinstance(cell, str) or PARTING in cell or "\n" in cell:
            return None
    return "\n".join(f" {PARTING} ".join(map(str, row)) for row in rows)


def _one_or_more(texts: Sequence[str]) -> Value:
    return texts[0] if len(texts) == 1 else list(texts)


def _rubric(value: Value) -> str | None:
    lines: list[str] = []
    for point in value if isinstance(value, list) else []:
        if not isinstance(point, dict):
            return None
        words = point.get("keywords", [])
        listed = "、".join(map(str, words if isinstance(words, list) else [words]))
        cells = [str(point.get("point", "")), str(point.get("marks", "")), *([listed] if listed else [])]
        rows = [cells, *_levels(point.get("levels", []))]
        if any(PARTING in cell or "\n" in cell for row in rows for cell in row) or cells[0].startswith(LEVEL):
            return None
        lines += [f" {PARTING} ".join(row) for row in rows]
    return "\n".join(lines)


def _levels(value: Value) -> Iterator[list[str]]:
    """Give the cells of a point's levels, which stand on lines under its own."""
    for level in value if isinstance(value, list) else []:
        if isinstance(level, dict):
            looks = [str(level["looks"])] if "looks" in level else []
            yield [f"{LEVEL} {level.get('level', '')}", str(level.get("marks", "")), *looks]


def _as_rubric(text: str) -> Value:
    points: list[dict[str, Value]] = []
    for line in _as_lines(text):
        point, marks, words = [*_parts(str(line)), "", ""][:3]
        if point.startswith(LEVEL) and points:
            level: dict[str, Value] = {"level": point.removeprefix(LEVEL).strip(), "marks": marks}
            levels = points[-1].setdefault("levels", [])
            assert isinstance(levels, list)
            levels.append({**level, "looks": words} if words else level)
            continue
        one: dict[str, Value] = {"point": point, "marks": marks}
        keywords: list[Value] = [word for word in _TAGS.split(words) if word]
        points.append({**one, "keywords": keywords} if keywords else one)
    return [*points]


def _deductions(value: Value) -> str | None:
    names = ("point", "each", "most")
    listed = [one for one in (value if isinstance(value, list) else []) if isinstance(one, dict)]
    lines = [[str(one.get(name, "")) for name in names] for one in listed if set(one) <= set(names)]
    if len(lines) != len(value) or any(PARTING in cell or "\n" in cell for line in lines for cell in line):
        return None
    return "\n".join(f" {PARTING} ".join(line) for line in lines)


def _as_deductions(text: str) -> Value:
    cells = ([*_parts(str(line)), "", ""][:3] for line in _as_lines(text))
    return [{"point": point, "each": each, "most": most} for point, each, most in cells]


def _tags(value: Value) -> str | None:
    listed = value if isinstance(value, list) else [value]
    return "、".join(map(str, listed))


def _as_tags(text: str) -> Value:
    return [tag for tag in _TAGS.split(clean_line(text)) if tag]


def _as_names(text: str) -> Value:
    return [name.strip() for name in _PARTED.split(clean_line(text)) if name.strip()]


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.replace("｜", PARTING).split(PARTING)]


def _same(one: Value, other: Value) -> bool:
    """Return whether two values mean the same: a text and a list of it alone, blanks at the ends left out."""
    return _folded(one) == _folded(other)


def _folded(value: Value) -> Value:
    if isinstance(value, dict):
        return {name: _folded(part) for name, part in value.items()}
    if isinstance(value, list):
        return _folded(value[0]) if len(value) == 1 else [_folded(part) for part in value]
    return clean(value).strip()


def _flat(value: Value) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name} {_flat(part)}" for name, part in value.items())
    return " ".join(map(_flat, value)) if isinstance(value, list) else " ".join(value.split())


_WAYS: Mapping[str, tuple[Callable[[Value], str | None], Callable[[str], Value]]] = {
    "options": (_lines, _as_letters),
    "key": (_blanks, _as_blanks),
    "feedback": (_pairs, _as_pairs),
    "option_scores": (_pairs, _as_pairs),
    "before": (_lines, lambda text: _as_lines(text)),
    "frame": (_lines, lambda text: _as_lines(text)),
    "deductions": (_deductions, _as_deductions),
    "pairs": (_pairs, _as_pairs),
    "distractors": (_lines, lambda text: _as_lines(text)),
    "rubric": (_rubric, _as_rubric),
    "columns": (_text_lists, _as_text_lists),
    "entries": (_entries, _as_entries),
    "faults": (_text_lists, _as_text_lists),
    "tags": (_tags, _as_tags),
    "apart": (_tags, _as_names),
}
