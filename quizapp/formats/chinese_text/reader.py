"""The whole reading of a 试题 text: lines to blocks, blocks to questions, and these to native fields with doubts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import decimal_text
from quizapp.formats.chinese_text.blocks import LineBlock, blocks_of, key_blocks_of
from quizapp.formats.chinese_text.item_fields import question_of
from quizapp.formats.chinese_text.key_block import KeyBlock
from quizapp.formats.chinese_text.line_classes import ClassedLine, classed
from quizapp.formats.chinese_text.line_ledger import BY_LINE, LineLedger
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.formats.chinese_text.proof import proven
from quizapp.formats.chinese_text.question_gatherer import QuestionGatherer
from quizapp.formats.chinese_text.question_parts import give_line
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.formats.chinese_text.shape.file_shape import FileShape, shaped
from quizapp.formats.chinese_text.shape.number_styles import number_at
from quizapp.reading.exchange.source_question import (
    NO_AID,
    GivenLine,
    LineFate,
    ReadingAid,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
)


def read_lines(
    lines: Sequence[TextLine],
    remarks: Sequence[SourceRemark] = (),
    aid: ReadingAid = NO_AID,
    *,
    other_keys: tuple[Sequence[TextLine], str] | None = None,
    is_word: bool = False,
) -> SourceReading:
    """Return the questions of lines, with what is told besides.

    `other_keys` are the lines of another file, and its name.
    """
    ledger = LineLedger(remarks)
    keys: list[LineBlock] = []
    done = 0
    """How many sections have had their keys."""
    classes, shape = shaped([classed(line) for line in lines], aid)
    classes, given = _apart(classes, aid.given)
    gathering = QuestionGatherer(
        _is_chapter_outer(classes),
        frozenset(each.text for each in shape.repeated),
        frozenset(each.line for each in aid.given if each.to == "own"),
    )
    ledger.remarks += [
        SourceRemark(each.line, Reason("import-page-line", {"text": each.text, "count": str(each.times)}))
        for each in shape.repeated
    ]
    for block in blocks_of(classes, aid.key_place):
        if keys and not (block.is_keys and _is_section(block)):
            done = _give_keys(gathering, keys, ledger, done)
        if block.is_keys:
            keys.append(block)
            continue
        _gather(gathering, block, ledger)
    if keys:
        _give_keys(gathering, keys, ledger, done)
    _give(given, gathering)
    if other_keys is not None:
        _give_other(*other_keys, gathering, ledger)
    told = [*ledger.remarks, *gathering.remarks]
    told.sort(key=BY_LINE)
    questions = [question_of(raw) for raw in gathering.questions]
    reading = SourceReading((), tuple(told), ledger.lines(gathering), _shape_reason(shape, ledger, questions))
    return reading._replace(
        questions=proven(gathering.questions, questions, reading.line_counts, is_word, gathering.has_key_before),
        lines=(*reading.lines, *ledger.other_lines()),
    )


_Given: TypeAlias = tuple[TextLine, GivenLine]


def _apart(lines: Sequence[ClassedLine], given: Sequence[GivenLine]) -> tuple[list[ClassedLine], list[_Given]]:
    """Return lines without those that somebody says belong to others, and these; one that begins a question stays."""
    told = {(each.line, each.text): each for each in given}
    kept: list[ClassedLine] = []
    apart: list[_Given] = []
    for one in lines:
        mine = told.get((one.line.number, one.line.source.strip())) if told else None
        if mine is None:
            kept.append(one)
        elif mine.to == "own":
            kept.append(ClassedLine("number", one.line, number_at(one.line)))
        else:
            apart.append((one.line, mine))
    return kept, apart


def _give(given: Sequence[_Given], gathering: QuestionGatherer) -> None:
    """Give lines to the question before them or after them; one that has none there stays unread."""
    raws = [one for raw in gathering.questions for one in (raw, *raw.parts)] if given else []
    raws.sort(key=lambda raw: raw.lines[0].number)
    starts = [raw.lines[0].number for raw in raws]
    # Of several above a stem the nearest goes first, so that they stand in their order.
    above = [each for each in given if each[1].to == "after" and each[1].part == "stem"]
    others = [each for each in given if each not in above]
    for line, mine in (*others, *reversed(above)):
        place = bisect_right(starts, line.number) - (mine.to == "before")
        if 0 <= place < len(raws):
            give_line(raws[place], line, mine.part, is_above=mine.to == "after")
        else:
            gathering.fates.append(LineFate(line.number, "unread", line.source.strip()))


def _give_other(lines: Sequence[TextLine], name: str, gathering: QuestionGatherer, ledger: LineLedger) -> None:
    """Give the keys of another file to the questions, and tell which of them it has none for. Raises Refused."""
    block = KeyBlock(gathering.groups)
    found = key_blocks_of([classed(line) for line in lines])
    if found:
        block.take(found)
    if gathering.questions and not block.given:
        raise Refused("import-keys-none", file=name)
    ledger.other_keys, ledger.other_name = block.fates, name
    asked = [one for raw in gathering.questions for one in (raw, *raw.parts) if not one.is_case]
    without = [raw for raw in asked if not raw.is_keyed_at_end and "key" not in raw.labels]
    told = [*block.remarks]
    if without:
        told.append(SourceRemark(0, Reason("import-keys-missing", _named(without))))
    ledger.remarks += [remark._replace(sheet=name) for remark in told]


_MOST_NAMED = 10


def _named(raws: Sequence[RawQuestion]) -> dict[str, str]:
    """Return how many questions there are, and the numbers and lines of the first of them."""
    texts = [f"{raw.number}（{raw.lines[0].number}）" for raw in raws[:_MOST_NAMED]]
    return {"count": str(len(raws)), "questions": "、".join(texts) + ("…" if len(raws) > _MOST_NAMED else "")}


def _shape_reason(shape: FileShape, ledger: LineLedger, questions: Sequence[SourceQuestion]) -> Reason | None:
    """Return in one sentence how the file is written; None for one without questions."""
    if not questions:
        return None
    at_end = sum(bool(line.questions) for line in ledger.keys)
    below = sum("key" in each.roles for each in ledger.gathered)
    keyed = sum("key" in each.fields or "model_answer" in each.fields for each in questions)
    place = "end" if at_end > below else "below" if below else "stem" if keyed else "none"
    place = "other" if ledger.other_keys else place
    values = {"number": "”“".join(shape.numbers) or "-", "option": shape.option or "-"}
    return Reason(f"import-shape-{place}", values)


def _is_chapter_outer(lines: Sequence[ClassedLine]) -> bool:
    """Return whether any chapter begins with a section."""
    is_behind = False
    for one in lines:
        if one.kind == "section" and is_behind:
            return True
        is_behind = one.kind == "heading" or (is_behind and one.kind in ("text", "noise"))
    return False


def _gather(gathering: QuestionGatherer, block: LineBlock, ledger: LineLedger) -> None:
    if block.heading is not None and block.heading.section is not None:
        gathering.begin_section(block.heading.section)
        ledger.headings.append(LineFate(block.heading.line.number, "heading", block.heading.line.source.strip()))
        ledger.remarks.append(_section_remark(block))
        gathering.take(block.lines)
    else:
        gathering.take(block.lines if block.heading is None else [block.heading, *block.lines])


def _give_keys(gathering: QuestionGatherer, keys: list[LineBlock], ledger: LineLedger, done: int) -> int:
    groups = gathering.groups
    block = KeyBlock(groups[done:])
    block.take(keys)
    ledger.remarks += block.remarks
    ledger.keys += block.fates
    keys.clear()
    gathering.begin_section(gathering.groups[-1][0])
    return len(groups) - 1


def _is_section(block: LineBlock) -> bool:
    """Return whether a block of keys goes on with those before it: of another section, or the next line of ranges."""
    return block.is_within or block.heading is None or block.heading.section is not None or block.heading.kind == "text"


def _section_remark(block: LineBlock) -> SourceRemark:
    assert block.heading is not None  # a section's block
    assert block.heading.section is not None
    section, line = block.heading.section, block.heading.line
    values = {"text": line.source.strip(), "type": section.type or "-"}
    if section.marks is None:
        return SourceRemark(line.number, Reason("import-section", values))
    return SourceRemark(line.number, Reason("import-section-marks", {**values, "marks": decimal_text(section.marks)}))
