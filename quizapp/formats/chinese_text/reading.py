"""The whole reading of a 试题 text: lines to classes, classes to blocks, blocks to questions."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.domain.decimal_text import decimal_text
from quizapp.formats.chinese_text.blocks import Block, blocks_of
from quizapp.formats.chinese_text.classes import classed
from quizapp.formats.chinese_text.gathering import Gathering
from quizapp.formats.chinese_text.key_block import KeyBlock
from quizapp.formats.chinese_text.lines import Line
from quizapp.formats.chinese_text.questions import question_of
from quizapp.reading.source_question import Reading, Reason, Remark


def read_lines(lines: Sequence[Line], remarks: Sequence[Remark] = ()) -> Reading:
    """Return the questions of lines, with what is told besides."""
    gathering = Gathering()
    told = [*remarks]
    keys: list[Block] = []
    done = 0
    """How many sections have had their keys."""
    for block in blocks_of([classed(line) for line in lines]):
        if keys and not (block.is_keys and _is_section(block)):
            done = _give_keys(gathering, keys, told, done)
        if block.is_keys:
            keys.append(block)
            continue
        _gather(gathering, block, told)
    if keys:
        _give_keys(gathering, keys, told, done)
    told += gathering.remarks
    told.sort(key=lambda remark: remark.line)
    return Reading(tuple(question_of(raw) for raw in gathering.questions), tuple(told))


def _gather(gathering: Gathering, block: Block, told: list[Remark]) -> None:
    if block.heading is not None and block.heading.section is not None:
        gathering.begin_section(block.heading.section)
        told.append(_section_told(block))
        gathering.take(block.lines)
    else:
        gathering.take(block.lines if block.heading is None else [block.heading, *block.lines])


def _give_keys(gathering: Gathering, keys: list[Block], told: list[Remark], done: int) -> int:
    groups = gathering.groups
    block = KeyBlock(groups[done:])
    block.take(keys)
    told += block.remarks
    keys.clear()
    gathering.begin_section(gathering.groups[-1][0])
    return len(groups) - 1


def _is_section(block: Block) -> bool:
    return block.heading is not None and block.heading.kind == "section"


def _section_told(block: Block) -> Remark:
    assert block.heading is not None  # a section's block
    assert block.heading.section is not None
    section, line = block.heading.section, block.heading.line
    values = {"text": line.source.strip(), "type": section.type or "-"}
    if section.marks is None:
        return Remark(line.number, Reason("import-section", values))
    return Remark(line.number, Reason("import-section-marks", {**values, "marks": decimal_text(section.marks)}))
