"""A GIFT file: its questions in order, and what else stands in it."""

from __future__ import annotations

from quizapp.domain.errors import Refused
from quizapp.formats.gift.blocks import blocks_of, lines_of
from quizapp.formats.gift.question_reader import Found, read_question
from quizapp.reading.source_question import Reading, Reason, Remark
from quizapp.reading.source_text import SourceText


def read_gift(source: SourceText, name: str) -> Reading:
    """Return a file's questions. Raises Refused where there are no braces at all."""
    if "{" not in source.text and "｛" not in source.text:
        raise Refused("import-gift-none", file=name)
    remarks = [Remark(fault.line, Reason(fault.code, fault.values)) for fault in source.warnings]
    lines = lines_of(source.text)
    # Once is enough: the first says where to look.
    remarks += [Remark(line.number, Reason("text-cleaned")) for line in lines if line.was_cleaned][:1]
    found = [read_question(block) for block in blocks_of(lines, remarks)]
    remarks += _of_questions(found)
    return Reading(tuple(each.question for each in found), tuple(sorted(remarks, key=lambda each: each.line)))


def _of_questions(found: list[Found]) -> list[Remark]:
    spare = [Remark(each.question.line, Reason("import-gift-feedback")) for each in found if each.has_spare]
    titled = [each for each in found if each.title]
    if not titled:
        return spare
    values = {"count": len(titled), "title": titled[0].title}
    return [*spare, Remark(titled[0].question.line, Reason("import-gift-titles", values))]
