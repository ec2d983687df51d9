"""Which questions are ready: those that nothing of the file speaks against. The others get the doubt that does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf
from statistics import median
from typing import NamedTuple

from quizapp.domain.item import LETTERS, Value
from quizapp.formats.chinese_text.file_habits import FOREIGN, is_filled, with_habits
from quizapp.formats.chinese_text.question_keys import tagged
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.source_question import LineCounts, Reason, SourceQuestion

_TIMES = 10
_LONG_STEM = 200
_LONG_OPTION = 120
_LONG_RATIONALE = 600
"""Characters that no text is too long beneath, whatever the others are."""
_FEWEST = 5
"""Questions that tell what is usual in a file."""
_NEARLY_ALL = 0.98
_MOST = 0.6
_ASKS = re.compile(
    r"[?？]|^\W{0,3}(?:简|论|试|谈|请|何|阐|概|举|列|比较|说明|分析|什么|为什么|如何|怎样|解释|写出|写|计算|求|证明|描述|结合|根据|"
    r"画|编|设计|看图|介绍|总结|归纳|指出|叙)|什么|哪些|怎样|如何|为何|分[)）\]】]"
)
# 公文：是指……, 什么是公文？公文是……: the answer goes on behind what is asked.
_ANSWERED = re.compile(
    r"[?？]\s?[^\s(（\d][^?？]{30,}|^(?!.{0,12}(?:简述|论述|试述|谈谈|材料|案例|阅读|请))[^:：。？?]{1,20}[:：—].{15,}|^[^?？]{200,}$",
    re.DOTALL,
)
_OPTIONS_IN_STEM = re.compile(r"A\s?[.．、:：)）].{1,300}?B\s?[.．、:：)）]", re.DOTALL)
_LETTERS = re.compile(r"[A-HＡ-Ｈ](?:[,，、 ]?[A-HＡ-Ｈ]){0,7}")
_BELOW_BRACKET = re.compile(r"（  ）\s*\n\s*(\S.*)", re.DOTALL)
_KEY_IN_STEM = re.compile(r"(?:答案|解析)\s?[:：】]|\n\s*[A-H]{1,8}\s*$")


class _Usual(NamedTuple):
    """What is usual for the questions of one type in a file."""

    asked: int = 0
    stem: float = 0
    option: float = 0
    rationale: float = 0
    options: Mapping[int, int] = {}  # never written to: a named tuple's default
    keyed: int = 0
    width: int = 0
    """Columns from which a line of the file is full."""


def proven(
    raws: Sequence[RawQuestion],
    questions: Sequence[SourceQuestion],
    counts: LineCounts,
    is_word: bool,
    has_key_before: bool,
) -> tuple[SourceQuestion, ...]:
    """Return questions, each with the doubts that the whole file brings."""
    questions = with_habits(raws, questions, is_word)
    usual = _usual(questions, _width(raws))
    is_key_above = has_key_before and bool(raws) and "key" not in raws[-1].labels
    everywhere = (
        [Reason("import-mostly-unread", {"unread": str(counts.unread), "total": str(counts.total)})]
        if 2 * counts.unread > counts.total - counts.noise
        else []
    )
    if is_key_above:
        everywhere.append(Reason("import-key-above"))
    keyed = sum(each.keyed for each in usual.values())
    is_keyed = len(questions) >= _FEWEST and keyed >= _MOST * len(questions)
    done: list[SourceQuestion] = []
    ways = _KeyWays(raws, questions)
    for place, (raw, question) in enumerate(zip(raws, questions, strict=True)):
        if question.refusal is not None:
            done.append(question)
            continue
        found = [*_doubts(raw, question.fields, usual[str(question.fields["type"])]), *ways.doubts(raw, question)]
        if _is_before_gap(raws, place):
            found.append(Reason("import-number-gap", {"number": str(raw.number), "next": str(raws[place + 1].number)}))
        if question.fields["type"] == "essay":
            found += _of_essay(raw, question.fields, usual["essay"], is_keyed, _is_out_of_order(raws, place))
        new = [doubt for doubt in (*everywhere, *found) if doubt not in question.doubts]
        done.append(question._replace(doubts=(*question.doubts, *new)) if new else question)
    return tuple(done)


class _KeyWays:
    """Where the file has its keys: one elsewhere than all others, or of a list that is not whole, is doubted."""

    def __init__(self, raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion]) -> None:
        keyed = [raw for raw, question in zip(raws, questions, strict=True) if "key" in question.fields]
        self._told = sum("key" in raw.labels for raw in keyed)
        self._own = len(keyed) - self._told
        asked = Counter(id(raw.section) for raw in raws)
        given = Counter(id(raw.section) for raw in raws if raw.is_keyed_at_end)
        self._uneven = {place for place, count in given.items() if count < _ENOUGH * asked[place]}

    def doubts(self, raw: RawQuestion, question: SourceQuestion) -> list[Reason]:
        """Return what speaks against a question's key by where it stands."""
        if raw.is_keyed_at_end and id(raw.section) in self._uneven:
            return [Reason("import-keys-uneven")]
        is_own = "key" in question.fields and "key" not in raw.labels and bool(raw.options)
        if is_own and self._told >= 2 * _FEWEST and self._own <= max(1, _RARE * self._told):
            return [Reason("import-key-unlike", {"key": str(question.fields["key"])})]
        return []


_ENOUGH = 0.8
_RARE = 0.05
_WIDEST_GAP = 4


def _is_before_gap(raws: Sequence[RawQuestion], place: int) -> bool:
    """Return whether the number behind a question is missing, and lines of it may be that question's."""
    if place + 1 >= len(raws) or not raws[place].number or not raws[place].goes_on:
        return False
    return 1 < raws[place + 1].number - raws[place].number <= _WIDEST_GAP


def _usual(questions: Sequence[SourceQuestion], width: int) -> dict[str, _Usual]:
    stems: dict[str, list[int]] = {}
    options: dict[str, list[int]] = {}
    rationales: dict[str, list[int]] = {}
    numbers: dict[str, Counter[int]] = {}
    keyed: Counter[str] = Counter()
    for question in questions:
        fields = question.fields
        if not fields:
            continue
        kind = str(fields["type"])
        stems.setdefault(kind, []).append(len(str(fields.get("stem", ""))))
        keyed[kind] += "key" in fields or "model_answer" in fields
        if "rationale" in fields:
            rationales.setdefault(kind, []).append(len(str(fields["rationale"])))
        given = fields.get("options")
        if isinstance(given, dict):
            options.setdefault(kind, []).append(max(map(len, given.values())))
            numbers.setdefault(kind, Counter())[len(given)] += 1
    return {
        kind: _Usual(
            asked=len(lengths),
            stem=median(lengths),
            option=median(options.get(kind, (0,))),
            rationale=median(rationales.get(kind, (0,))),
            options=numbers.get(kind, {}),
            keyed=keyed[kind],
            width=width,
        )
        for kind, lengths in stems.items()
    }


def _doubts(raw: RawQuestion, fields: Mapping[str, Value], usual: _Usual) -> list[Reason]:
    """Return what speaks against a question of any type: foreign lines in it, and sizes out of keeping."""
    stem = str(fields.get("stem", ""))
    doubts: list[Reason] = []
    options = fields.get("options")
    if "\n" in stem and (foreign := FOREIGN.search(stem)) is not None:
        doubts.append(_leftover(stem[foreign.start() :]))
    elif "答案" in stem and (told := _KEY_IN_STEM.search(stem)) is not None:
        doubts.append(_leftover(stem[told.start() :]))
    if fields["type"] == "true_false" and "key" not in raw.labels and (below := _BELOW_BRACKET.search(stem)):
        doubts.append(_leftover(below[1]))
    if len(stem) > _LONG_STEM and usual.asked >= _FEWEST and len(stem) > _TIMES * usual.stem:
        doubts.append(Reason("import-too-long", {"field": "stem"}))
    if len(str(fields.get("rationale", ""))) > max(_LONG_RATIONALE, _TIMES * usual.rationale):
        doubts.append(Reason("import-too-long", {"field": "rationale"}))
    if not (raw.section.type or "type" in raw.labels) and _is_contradicted(raw, fields, stem):
        doubts.append(Reason("import-type-untold"))
    key = fields.get("key", fields.get("model_answer"))
    key = key[0] if isinstance(key, list) and len(key) == 1 else key
    if not options and isinstance(key, str) and _LETTERS.fullmatch(key):
        doubts.append(Reason("import-no-options"))
    if isinstance(options, dict):
        doubts += _of_options(raw, options, usual)
    elif "B" in stem and _OPTIONS_IN_STEM.search(stem) is not None:
        doubts.append(Reason("import-options-in-stem"))
    return doubts


_OTHER_TYPES = re.compile("选择|填空|简答|问答|单选|多选")


def _is_contradicted(raw: RawQuestion, fields: Mapping[str, Value], stem: str) -> bool:
    """Return whether the type that the key's shape tells is not that of a section of several, or of two blanks ①②."""
    if fields["type"] == "true_false":
        title = raw.section.title
        return (
            not raw.options and _OTHER_TYPES.search(title) is not None and "判断" not in title and "是非" not in title
        )
    return fields["type"] == "multiple_choice" and "①" in stem and "②" in stem


def _of_options(raw: RawQuestion, options: Mapping[str, Value], usual: _Usual) -> list[Reason]:
    doubts: list[Reason] = []
    longest = max(_LONG_OPTION, _TIMES * usual.option) if usual.asked >= _FEWEST else inf
    for letter, text in options.items():
        if len(text) > longest:
            doubts.append(Reason("import-too-long", {"field": "options"}))
        if isinstance(text, str) and (":" in text or "：" in text) and (told := _LABEL_WITHIN.search(text)) is not None:
            doubts.append(_leftover(text[told.start() :]))
        if isinstance(text, str) and "\n" in text and not _is_wrapped(raw, letter, usual.width):
            doubts.append(_leftover(text[text.index("\n") :]))
    if len(last := str([*options.values()][-1])) > _TWO_TEXTS and _has_next(last, raw.number):
        doubts.append(_leftover(last))
    count, same = len(options), usual.options.get(len(options), 0)
    if (raw.is_joined or _has_letter(last, count)) and not _is_usual(count, usual):
        doubts.append(Reason("import-option-run", {"letter": [*options][-1]}))
    if usual.asked >= 2 * _FEWEST and same <= max(1, (1 - _NEARLY_ALL) * usual.asked):
        often = max(usual.options, key=lambda number: usual.options[number])
        if usual.options[often] >= _NEARLY_ALL * (usual.asked - same):
            doubts.append(Reason("import-options-unlike", {"count": str(count), "usual": str(often)}))
    return doubts


def _has_letter(text: str, count: int) -> bool:
    """Return whether the letter of the option behind the last one stands in its text, without a sign."""
    letter = LETTERS[count] if count < len(LETTERS) else ""
    return bool(letter) and letter in text and re.search(rf"(?<![A-Za-z]){letter}(?![A-Z])", text) is not None


def _is_usual(count: int, usual: _Usual) -> bool:
    """Return whether so many options are what most questions of the file have."""
    return usual.asked >= _FEWEST and usual.options.get(count, 0) >= _MOST * usual.asked


_LABEL_WITHIN = re.compile(r"(?:答案|解析|难度|知识点|考点|分值)\s?[:：]")
_TWO_TEXTS = 12
"""Characters of an option that may have the next question behind it."""


def _has_next(text: str, number: int) -> bool:
    """Return whether the next question's number stands within a text: D. 丁 6. 下列…"""
    return number > 0 and any(f" {number + 1}{sign}" in text for sign in ".、．")


_FULL = 24
"""Characters of a line that a text may be wrapped behind."""


def _is_wrapped(raw: RawQuestion, letter: str, width: int) -> bool:
    """Return whether an option went on because its lines were full; what comes behind a short one is another's."""
    lines = raw.options.get(letter, [])
    is_full = raw.wraps.get(id(lines), 0) >= width or all(len(line) >= _FULL for line in lines[:-1])
    return is_full and FOREIGN.search("\n" + "\n".join(lines[1:])) is None


def _width(raws: Sequence[RawQuestion]) -> int:
    """Return from how many columns on a line of the file is full."""
    widths = sorted(width for raw in raws for width in raw.wraps.values())
    return max(_NARROWEST, int(_NEARLY_FULL * widths[int(_MOST * len(widths))])) if widths else _NARROWEST


_NARROWEST = 48
_NEARLY_FULL = 0.85


def _of_essay(
    raw: RawQuestion, fields: Mapping[str, Value], usual: _Usual, is_keyed: bool, is_out_of_order: bool
) -> list[Reason]:
    """Return what speaks against a question that takes prose: any line with a number looks like one."""
    stem = str(fields.get("stem", ""))
    is_told = bool(raw.section.type or "type" in raw.labels or tagged("\n".join(raw.stem).strip()).type)
    doubts: list[Reason] = []
    if not is_told and "model_answer" not in fields:
        if is_filled(stem):
            doubts.append(Reason("import-answer-in-brackets"))
        elif is_keyed or "___" in stem or _ASKS.search(stem) is None:
            doubts.append(Reason("import-bare"))
    if is_told and "model_answer" not in fields and _ANSWERED.search(stem) is not None:
        doubts.append(Reason("import-answer-within"))
    if is_told and "model_answer" not in fields and usual.asked >= 2 * _FEWEST and usual.keyed >= _MOST * usual.asked:
        doubts.append(Reason("import-no-answer-like-others"))
    if is_out_of_order and "model_answer" not in fields:
        doubts.append(Reason("import-number-unclear", {"number": str(raw.number)}))
    return doubts


def _is_out_of_order(raws: Sequence[RawQuestion], place: int) -> bool:
    """Return whether a question's number does not run on from the one before, or starts over within its section."""
    if not place or not raws[place].number:
        return False
    raw, before = raws[place], raws[place - 1]
    if raw.section is not before.section:
        return raw.number != 1 and raw.number != before.number + 1
    return raw.number != before.number + 1


def _leftover(text: str) -> Reason:
    return Reason("import-leftover", {"text": text.strip()[:60]})
