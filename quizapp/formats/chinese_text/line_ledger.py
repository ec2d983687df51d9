"""What became of each line of a file, noted as its questions and keys are gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from quizapp.formats.chinese_text.key_block import KeyLineFate
from quizapp.formats.chinese_text.question_gatherer import QuestionGatherer
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.source_question import LineFate, SourceRemark

# Made as often as a file has lines: a named tuple's own way is twice as long.
_new = tuple.__new__
BY_LINE = itemgetter(0)


class LineLedger:
    """What became of each line, as sections and keys are gone through."""

    def __init__(self, remarks: Sequence[SourceRemark]) -> None:
        self.remarks = [*remarks]
        self.keys: list[KeyLineFate] = []
        self.headings: list[LineFate] = []
        self.gathered: Sequence[RawQuestion] = ()
        self.other_keys: list[KeyLineFate] = []
        """Of another file, which is named with them."""
        self.other_name = ""

    def lines(self, gathering: QuestionGatherer) -> tuple[LineFate, ...]:
        """Return the fate of every line, in the source's order."""
        fates = [*self.headings, *gathering.fates]
        if not gathering.questions:
            # What heads no question is not read.
            fates = [each._replace(fate="unread") if each.fate == "heading" else each for each in fates]
        self.gathered = gathering.questions
        for place, raw in enumerate(gathering.questions):
            for one in (raw, *raw.parts):
                one.place = place
                of = (place,)
                fates += [
                    _new(LineFate, (line.number, "question", line.source.strip(), of, role, ""))
                    for line, role in zip(one.lines, one.roles, strict=True)
                    if line.source  # one of several that a row makes has none
                ]
        fates += _of_keys(self.keys)
        fates.sort(key=BY_LINE)
        return tuple(fates)

    def other_lines(self) -> tuple[LineFate, ...]:
        """Return the fate of every line of the other file, once those of the questions' own are told."""
        return tuple(_of_keys(self.other_keys, self.other_name))


def _of_keys(keys: Sequence[KeyLineFate], sheet: str = "") -> Iterator[LineFate]:
    for line, fate, questions in keys:
        text = line.source.strip()
        if questions:
            places = tuple(dict.fromkeys(question.place for question in questions))
            yield LineFate(line.number, "question", text, places, "key", sheet)
        else:
            yield LineFate(line.number, fate, text, sheet=sheet)
