"""A question as written to native fields: its type, its key, what its labels say, and what is doubted of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import Value
from quizapp.formats.chinese_text.question_keys import (
    answered_boxes,
    blanks_by_count,
    boxed_key,
    key_of,
    plain,
    spaced,
    tagged,
    without_ticks,
)
from quizapp.formats.chinese_text.raw_question import RawQuestion, tells_stimulus
from quizapp.reading.exchange.question_fields import (
    BLANK,
    WrittenQuestion,
    blanked,
    difficulty_of,
    fields_of,
    letters_of,
    truth_word,
    type_of,
)
from quizapp.reading.exchange.source_question import Reason, SourceQuestion

_TEXTS = ("rationale", "topic", "source", "unit", "tolerance")
_MARKS = re.compile(r"(\d{1,6}(?:[.．]\d{1,6})?)\s?分?")
_TAGS = re.compile(r"[,，、;；\s]+")
_STATUSES = {"草稿": "draft", "启用": "ready", "停用": "retired"}
_BLANK = re.compile("_{3,}")


def common_fields(raw: RawQuestion, marks: str, known: Mapping[str, Value]) -> tuple[dict[str, Value], list[Reason]]:
    """Return the fields, and doubts about those that are not understood. `marks` is what its tag says."""
    doubts: list[Reason] = []
    labels = raw.labels
    fields: dict[str, Value] = {name: text for name in _TEXTS if name in labels and (text := raw.label(name))}
    if "difficulty" in labels and (text := raw.label("difficulty")):
        level = _level(text)
        if level is None:
            doubts.append(Reason("import-difficulty-unknown", {"text": text}))
        else:
            fields["difficulty"] = level
    if "marks" in labels and (text := raw.label("marks")):
        found = _MARKS.fullmatch(text)
        if found is None:
            doubts.append(Reason("import-marks-unclear", {"text": text}))
        else:
            marks = found[1].replace("．", ".")
    if marks:
        fields["marks"] = _plain(marks)
    elif raw.section.marks is not None and known["type"] != "case":
        fields["marks"] = _of_section(raw, known)
    if "tags" in labels:
        fields["tags"] = [tag for tag in _TAGS.split(raw.label("tags")) if tag]
    if "any_order" in labels:
        fields["any_order"] = "true" if truth_word(raw.label("any_order")) == "对" else "false"
    if "status" in labels:
        _take_status(raw.label("status"), fields, doubts)
    return fields, doubts


def _of_section(raw: RawQuestion, known: Mapping[str, Value]) -> str:
    """Return the marks that a section gives each question, or each blank."""
    marks = raw.section.marks or Fraction(0)
    if raw.section.is_by_blank:
        marks *= max(1, len(_BLANK.findall(str(known.get("stem", "")))))
    return decimal_text(marks)


_level = lru_cache(maxsize=64)(difficulty_of)


@lru_cache(maxsize=64)
def _plain(marks: str) -> str:
    """Return marks as they are written here: 2 for 2.0. There are but a few in a file."""
    return decimal_text(Fraction(marks))


def _take_status(text: str, fields: dict[str, Value], doubts: list[Reason]) -> None:
    if text in _STATUSES:
        fields["status"] = _STATUSES[text]
    else:
        doubts.append(Reason("import-status-unknown", {"text": text}))


def question_of(raw: RawQuestion) -> SourceQuestion:
    """Return a question with its fields; one with nothing asked is refused."""
    lines = raw.lines
    if raw.parts:
        lines = [*lines, *(line for part in raw.parts for line in part.lines)]
    text = "\n".join([source for line in lines if (source := line.source.strip())])
    fields, doubts = _case(raw) if raw.is_case else _fields(raw)
    if not fields.get("stimulus" if raw.is_case else "stem"):
        return SourceQuestion(lines[0].number, text, refusal=Reason("import-no-stem"))
    return SourceQuestion(lines[0].number, text, fields, _once(doubts) if len(doubts) > 1 else tuple(doubts))


def _fields(raw: RawQuestion, is_part: bool = False) -> tuple[dict[str, Value], list[Reason]]:
    """Return the fields of a question that is asked by itself."""
    doubts = list(raw.doubts)
    stem, tag, marks = tagged("\n".join(raw.stem).strip() if len(raw.stem) > 1 else raw.stem[0])
    if tag and "key" not in raw.labels:
        stem, boxed = boxed_key(stem)
        if boxed:
            raw.labels["key"] = [boxed]
    written = raw.label("type") or tag or raw.section.type
    kind = type_of(written) if written else ""
    if kind == "case":
        written = kind = ""
        if not is_part:
            doubts.append(Reason("import-case-unclear"))
    options = {letter: texts[0] if len(texts) == 1 else "\n".join(texts) for letter, texts in raw.options.items()}
    stem, key, found = key_of(raw, stem, kind or "", options)
    doubts += found
    if isinstance(key, str):
        key = _clean_key(raw, key, options, kind or "", doubts)
    if isinstance(key, str) and key and not options and kind in ("", "fill_blank"):
        stem, key = blanks_by_count(stem, key, is_told=kind == "fill_blank")
    if not options and not written and isinstance(key, str) and "key" not in raw.labels and letters_of(key):
        written = "single_choice" if len(key) == 1 else "multiple_choice"
    options = without_ticks(options)
    if isinstance(key, str) and "【" in key and (kind or "fill_blank") == "fill_blank" and not options:
        stem, key = answered_boxes(stem, key)
    if is_part and not written and _is_prose(stem, key, options):
        # What is asked about a case and answered in words is no doubtful type.
        written = "essay"
    is_prose = kind == "essay" or not (kind or options or is_part)
    if not key and is_prose and (answered := _answered_below(raw)):
        stem, key = answered
        doubts.append(Reason("import-answer-below"))
    if isinstance(key, list):
        fields: dict[str, Value] = {"type": "fill_blank", "stem": spaced(stem), "key": key}
    else:
        fields, unsure = fields_of(WrittenQuestion(spaced(stem), written, options, key))
        doubts += unsure
    common, unclear = common_fields(raw, marks, fields)
    fields.update(common)
    return fields, doubts + unclear


# B — 因为乙, 错误。应当先登记, （1） 甲（2） 乙: a key with the reason behind it, and blanks with their numbers.
_REASONED = re.compile(
    r"(?P<key>[A-ZＡ-Ｚ](?:[,，、 ]?[A-ZＡ-Ｚ]){0,9}(?![A-Za-z])|正确|错误|对|错|√|×|✓|✗|✔|✘)"
    r"[^\S\n]*(?P<sign>[—–:：。.,，;；(（\n/#|-]+|[^\S\n]+(?=[^A-Za-z\s和或与及到至])|(?=[\u4e00-\u9fff])(?![和或与及到至]))\s*(?P<reason>.+)",
    re.DOTALL,
)
_FENCE = re.compile(r"^\s*(?:```|~~~)\w{0,12}\s*$\n?", re.M)
"""A line of Markdown around what is shown as it stands."""
_BOXED = re.compile(r"[(（【\[]\s*([A-ZＡ-Ｚ]{1,10}|正确|错误|对|错|√|×|✓|✗|✔|✘|[TF])\s*[)）】\]][。.]?")
_COUNTED = re.compile(r"[(（]\s?\d{1,2}\s?[)）]\s*")


def _clean_key(raw: RawQuestion, key: str, options: Mapping[str, str], kind: str, doubts: list[Reason]) -> str:
    """Return a key without what stands behind it: a reason goes to the rationale, lines below it are doubted."""
    if not key or (options and key.isascii() and key.isalpha()):
        return key
    if "```" in key or "~~~" in key:
        key = _FENCE.sub("", key).strip()
    is_truth = kind != "fill_blank" and truth_word(key.split("\n")[0]) is not None
    is_blanks = kind == "fill_blank" or (not kind and not options and BLANK in blanked("\n".join(raw.stem)))
    is_blanks = is_blanks and not is_truth
    if is_blanks and _COUNTED.match(key) is not None:
        key = "；".join(part.strip() for part in _COUNTED.split(key) if part.strip())
    if is_blanks and "\n" in key:
        return _blanks_by_line(raw, key, doubts)
    if len(key) < 3 or letters_of(key) is not None:
        return key
    if kind != "fill_blank" and (boxed := _BOXED.fullmatch(key)) is not None:
        return boxed[1]
    found = _REASONED.fullmatch(key) if kind not in ("essay", "fill_blank", "short_answer") else None
    if found is None or (letters_of(found["key"]) is not None and not options):
        return key
    reason = found["reason"].strip()
    if "\n" in found["sign"]:
        raw.below_key = reason
        doubts.append(Reason("import-leftover", {"text": reason[:60]}))
    elif letters_of(found["key"]) is not None and any(plain(reason) == plain(text) for text in options.values()):
        return key if plain(options.get(found["key"], "")) != plain(reason) else found["key"]
    elif "rationale" not in raw.labels:
        raw.labels["rationale"] = [reason]
    return found["key"]


_POINT = re.compile(r"\s*(?:[(（]?\d{1,2}[)）.、．](?!\d)|[①-⑳•·\-o]\s)")
_ANSWER_WITHIN = re.compile(r"([^?？。]{4,80}[?？。])\s+(\S.{20,}|\S.*[:：])")
_LONGEST_TERM = 24
_LONG_ANSWER = 30
"""Characters below a question that are more than the end of it."""


def _answered_below(raw: RawQuestion) -> tuple[str, str] | None:
    """Return a question in prose and the lines below it that are its answer, though nothing says so."""
    first, *rest = raw.stem
    if (within := _ANSWER_WITHIN.fullmatch(first)) is not None:
        first, rest = within[1], [within[2], *rest]
    answer = "\n".join(rest).strip()
    is_term = raw.section.type == "名词解释" and len(first) <= _LONGEST_TERM
    if is_term and rest:
        return spaced(first.strip()), "\n".join(rest).strip()
    is_asked = first.rstrip().endswith(("?", "？", "。", "：", ":", "）", ")"))
    if not is_asked or not answer or (len(answer) < max(_LONG_ANSWER, len(first)) and _POINT.match(answer) is None):
        return None
    return spaced(first.strip()), answer


def _blanks_by_line(raw: RawQuestion, key: str, doubts: list[Reason]) -> str:
    """Return a key whose lines are the texts of blanks, one each; where there are not as many, that is doubted."""
    lines = [line.strip() for line in key.split("\n") if line.strip()]
    blanks = len(_BLANK.findall(blanked("\n".join(raw.stem))))
    if len(lines) != blanks or len(lines) < 2:
        doubts.append(Reason("import-leftover", {"text": "\n".join(lines[1:])[:60]}))
    return "；".join(lines)


def _case(raw: RawQuestion) -> tuple[dict[str, Value], list[Reason]]:
    """Return a stimulus with the questions asked about it, whose doubts are its own."""
    stem, _, _ = tagged("\n".join(raw.stem).strip())
    fields: dict[str, Value] = {"type": "case", "stimulus": spaced(stem)}
    doubts = list(raw.doubts)
    if not raw.parts or (raw.section.kind != "case" and not tells_stimulus(raw.stem)):
        doubts.append(Reason("import-case-unclear"))
    items: list[Value] = []
    for part in raw.parts:
        own, unsure = _fields(part, is_part=True)
        doubts += unsure
        items.append(own)
    if items:
        fields["items"] = items
    common, unclear = common_fields(raw, "", fields)
    return {**fields, **common}, doubts + unclear


def _is_prose(stem: str, key: str | list[Value], options: Mapping[str, str]) -> bool:
    is_word = isinstance(key, list) or truth_word(key) is not None or letters_of(key) is not None
    return not (options or is_word or BLANK in blanked(stem))


def _once(doubts: list[Reason]) -> tuple[Reason, ...]:
    """Return doubts, each once."""
    kept: dict[str, Reason] = {}
    for doubt in doubts:
        kept.setdefault(f"{doubt.code} {dict(doubt.values)}", doubt)
    return tuple(kept.values())
