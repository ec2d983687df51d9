"""The whole reading of a 试题 text: lines to blocks, blocks to questions, and these to native fields with doubts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import Value
from quizapp.formats.chinese_text.blocks import LineBlock, blocks_of
from quizapp.formats.chinese_text.key_block import KeyBlock, KeyLine
from quizapp.formats.chinese_text.line_classes import classed
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.formats.chinese_text.question_gatherer import QuestionGatherer
from quizapp.formats.chinese_text.question_keys import key_of, spaced, tagged
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
from quizapp.reading.exchange.source_question import LineFate, Reason, SourceQuestion, SourceReading, SourceRemark

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
    text = "\n".join([line.source.strip() for line in lines])
    fields, doubts = _case(raw) if raw.is_case else _fields(raw)
    if not fields.get("stimulus" if raw.is_case else "stem"):
        return SourceQuestion(lines[0].number, text, refusal=Reason("import-no-stem"))
    return SourceQuestion(lines[0].number, text, fields, _once(doubts) if len(doubts) > 1 else tuple(doubts))


def _fields(raw: RawQuestion, is_part: bool = False) -> tuple[dict[str, Value], list[Reason]]:
    """Return the fields of a question that is asked by itself."""
    doubts = list(raw.doubts)
    stem, tag, marks = tagged("\n".join(raw.stem).strip() if len(raw.stem) > 1 else raw.stem[0])
    written = raw.label("type") or tag or raw.section.type
    kind = type_of(written) if written else ""
    if kind == "case":
        written = kind = ""
        if not is_part:
            doubts.append(Reason("import-case-unclear"))
    options = {letter: texts[0] if len(texts) == 1 else "\n".join(texts) for letter, texts in raw.options.items()}
    stem, key, found = key_of(raw, stem, kind or "", options)
    doubts += found
    if is_part and not written and _is_prose(stem, key, options):
        # What is asked about a case and answered in words is no doubtful type.
        written = "essay"
    if isinstance(key, list):
        fields: dict[str, Value] = {"type": "fill_blank", "stem": spaced(stem), "key": key}
    else:
        fields, unsure = fields_of(WrittenQuestion(spaced(stem), written, options, key))
        doubts += unsure
    common, unclear = common_fields(raw, marks, fields)
    fields.update(common)
    return fields, doubts + unclear


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


class _Ledger:
    """What became of each line, as sections and keys are gone through."""

    def __init__(self, remarks: Sequence[SourceRemark]) -> None:
        self.remarks = [*remarks]
        self.keys: list[KeyLine] = []
        self.headings: list[LineFate] = []

    def lines(self, gathering: QuestionGatherer) -> tuple[LineFate, ...]:
        """Return the fate of every line, in the source's order."""
        fates = [*self.headings, *gathering.fates]
        for place, raw in enumerate(gathering.questions):
            for one in (raw, *raw.parts):
                one.place = place
                of = (place,)
                fates += [
                    LineFate(line.number, "question", line.source.strip(), of, role)
                    for line, role in zip(one.lines, one.roles, strict=True)
                ]
        for line, fate, questions in self.keys:
            text = line.source.strip()
            if questions:
                places = tuple(dict.fromkeys(question.place for question in questions))
                fates.append(LineFate(line.number, "question", text, places, "key"))
            else:
                fates.append(LineFate(line.number, fate, text))
        fates.sort(key=_BY_LINE)
        return tuple(fates)


_BY_LINE = itemgetter(0)


def read_lines(lines: Sequence[TextLine], remarks: Sequence[SourceRemark] = ()) -> SourceReading:
    """Return the questions of lines, with what is told besides."""
    gathering = QuestionGatherer()
    ledger = _Ledger(remarks)
    keys: list[LineBlock] = []
    done = 0
    """How many sections have had their keys."""
    for block in blocks_of([classed(line) for line in lines]):
        if keys and not (block.is_keys and _is_section(block)):
            done = _give_keys(gathering, keys, ledger, done)
        if block.is_keys:
            keys.append(block)
            continue
        _gather(gathering, block, ledger)
    if keys:
        _give_keys(gathering, keys, ledger, done)
    told = [*ledger.remarks, *gathering.remarks]
    told.sort(key=_BY_LINE)
    questions = tuple(question_of(raw) for raw in gathering.questions)
    return SourceReading(questions, tuple(told), ledger.lines(gathering))


def _gather(gathering: QuestionGatherer, block: LineBlock, ledger: _Ledger) -> None:
    if block.heading is not None and block.heading.section is not None:
        gathering.begin_section(block.heading.section)
        ledger.headings.append(LineFate(block.heading.line.number, "heading", block.heading.line.source.strip()))
        ledger.remarks.append(_section_remark(block))
        gathering.take(block.lines)
    else:
        gathering.take(block.lines if block.heading is None else [block.heading, *block.lines])


def _give_keys(gathering: QuestionGatherer, keys: list[LineBlock], ledger: _Ledger, done: int) -> int:
    groups = gathering.groups
    block = KeyBlock(groups[done:])
    block.take(keys)
    ledger.remarks += block.remarks
    ledger.keys += block.fates
    keys.clear()
    gathering.begin_section(gathering.groups[-1][0])
    return len(groups) - 1


def _is_section(block: LineBlock) -> bool:
    return block.heading is not None and block.heading.kind == "section"


def _section_remark(block: LineBlock) -> SourceRemark:
    assert block.heading is not None  # a section's block
    assert block.heading.section is not None
    section, line = block.heading.section, block.heading.line
    values = {"text": line.source.strip(), "type": section.type or "-"}
    if section.marks is None:
        return SourceRemark(line.number, Reason("import-section", values))
    return SourceRemark(line.number, Reason("import-section-marks", {**values, "marks": decimal_text(section.marks)}))
