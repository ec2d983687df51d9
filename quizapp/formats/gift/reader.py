"""Reads a GIFT file: its questions in order, each by its title, its stem and what stands in its braces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizapp.domain.errors import Refused
from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import folded
from quizapp.formats.gift.answers import QuestionNotes, read_choices, read_numbers, read_pairs, read_texts
from quizapp.formats.gift.blocks import GiftBlock, GiftLine, blocks_of, fields_of, labels_of, lines_of
from quizapp.formats.gift.markup import marked, plain, shown
from quizapp.reading.exchange.question_fields import BLANK, truth_word
from quizapp.reading.exchange.source_question import (
    LineFate,
    QuestionPart,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
)
from quizapp.reading.files import SourceText

_TRUTHS = {"T": "对", "TRUE": "对", "F": "错", "FALSE": "错"}
_GENERAL = "####"


class FoundQuestion(NamedTuple):
    """A question, and what of it became something else."""

    question: SourceQuestion
    title: str = ""
    """Its title where that says something of its own."""
    has_spare: bool = False
    """Whether feedback went to its rationale, as its type has no place for it."""


def read_question(block: GiftBlock) -> FoundQuestion:
    """Return the question of a block, refused where it has no answers in braces."""
    title, text = _titled("\n".join([line.signs for line in block.lines if not line.is_comment]))
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        return _refused(block, "import-gift-full-width" if "｛" in text else "import-gift-description")
    if not 0 <= start < end:
        return _refused(block, "import-gift-braces")
    before, after = text[:start].strip(" \t"), text[end + 1 :]
    # Where text goes on behind the answers, they stand for a blank in it.
    form, stem = marked(f"{text[:start]}{BLANK}{after}" if after.strip() else before)
    read = plain(shown(stem), form)
    if not (read.text.replace(BLANK, "", 1) if after.strip() else read.text).strip():
        return _refused(block, "import-no-stem")
    told = QuestionNotes(read.text, form, doubts=[*block.doubts, *read.doubts])
    if "{" in after or "}" in after:
        told.doubt("import-gift-braces-again")
    return _found(block, title, told, text[start + 1 : end].strip())


def _found(block: GiftBlock, title: str, told: QuestionNotes, section: str) -> FoundQuestion:
    section, _, general = section.rpartition(_GENERAL) if _GENERAL in section else (section, "", "")
    rationale = told.plain(general)
    kind = _read_answers(told, section.strip())
    fields: dict[str, Value] = {"type": kind, "stem": told.stem, **told.fields}
    if block.topic:
        fields["topic"] = block.topic
    if told.spare:
        # Moodle's editors write the same for every wrong answer: once is enough.
        rationale = "\n".join(dict.fromkeys(filter(None, (rationale, *told.spare))))
    if rationale:
        fields["rationale"] = rationale
    comments = [line.text for line in block.lines if line.is_comment]
    if comments:
        _note_labels(fields, comments, kind)
    question = SourceQuestion(line=_line(block), text=block.written, fields=fields, doubts=told.all_doubts())
    is_own = title and title != fields.get("id") and not folded(told.stem).startswith(folded(title.rstrip(".…")))
    return FoundQuestion(question, title if is_own else "", bool(told.spare))


def _note_labels(fields: dict[str, Value], comments: list[str], kind: str) -> None:
    """Add what comments label a question with; the type's usual scheme needs no saying."""
    labels = labels_of(comments)
    fields.update(fields_of(labels.tags, kind))
    if labels.id:
        fields["id"] = labels.id
    if fields.get("marking") == ITEM_TYPES[kind].SCHEMES[0].name:
        del fields["marking"]


def _read_answers(told: QuestionNotes, section: str) -> str:
    """Note what stands in the braces; return the type that it makes, told as Moodle tells it."""
    if not section:
        return "essay"
    if section.startswith("#"):
        return read_numbers(told, section[1:])
    if "~" in section:
        return read_choices(told, section)
    if "=" in section and "->" in section:
        return read_pairs(told, section)
    truth, _, feedback = section.partition("#")
    if truth.strip() in _TRUTHS:
        return _read_truth(told, _TRUTHS[truth.strip()], feedback)
    word = truth_word(truth) if "=" not in section else None
    if word is not None:
        # To Moodle only T, TRUE, F and FALSE are truths: this one would be a text to type.
        told.doubt("import-gift-truth", text=truth.strip())
        return _read_truth(told, word, feedback)
    return read_texts(told, section)


def _read_truth(told: QuestionNotes, key: str, feedback: str) -> str:
    for text in feedback.split("#", 1):
        told.spare_feedback(text)
    told.fields["key"] = key
    return "true_false"


def _titled(text: str) -> tuple[str, str]:
    """Return a question's title and the rest."""
    text = text.strip()
    if not text.startswith("::"):
        return "", text
    title, parting, rest = text[2:].partition("::")
    return (" ".join(shown(title).split()), rest.strip()) if parting else ("", text[2:])


def _refused(block: GiftBlock, code: str) -> FoundQuestion:
    return FoundQuestion(SourceQuestion(line=_line(block), text=block.written, refusal=Reason(code)))


def _line(block: GiftBlock) -> int:
    """Return the line that the question begins in, behind the comments above it."""
    return next(line for line in block.lines if not line.is_comment).number


def read_gift(source: SourceText, name: str) -> SourceReading:
    """Return a file's questions. Raises Refused where there are no braces at all."""
    if "{" not in source.text and "｛" not in source.text:
        raise Refused("import-gift-none", file=name)
    remarks = [SourceRemark(fault.line, Reason(fault.code, fault.values)) for fault in source.warnings]
    lines = lines_of(source.text)
    # Once is enough: the first says where to look.
    remarks += [SourceRemark(line.number, Reason("text-cleaned")) for line in lines if line.was_cleaned][:1]
    blocks = list(blocks_of(lines, remarks))
    found = [read_question(block) for block in blocks]
    remarks += _of_questions(found)
    return SourceReading(
        tuple(each.question for each in found),
        tuple(sorted(remarks, key=lambda each: each.line)),
        tuple(_fates(lines, blocks)),
    )


def _fates(lines: list[GiftLine], blocks: list[GiftBlock]) -> Iterator[LineFate]:
    """Give what became of each line that is not blank: what is of no question is a category or a comment."""
    places = {line.number: place for place, block in enumerate(blocks) for line in block.lines}
    for line in lines:
        text = line.text.strip()
        if line.number in places:
            yield LineFate(line.number, "question", text, (places[line.number],), _part(line))
        elif line.signs:
            yield LineFate(line.number, "heading", text)
        elif text or line.was_cleaned:
            yield LineFate(line.number, "noise", text)


def _part(line: GiftLine) -> QuestionPart:
    if line.is_comment:
        return "label"
    return "option" if line.signs.startswith(("=", "~")) else "stem"


def _of_questions(found: list[FoundQuestion]) -> list[SourceRemark]:
    spare = [SourceRemark(each.question.line, Reason("import-gift-feedback")) for each in found if each.has_spare]
    titled = [each for each in found if each.title]
    if not titled:
        return spare
    values = {"count": len(titled), "title": titled[0].title}
    return [*spare, SourceRemark(titled[0].question.line, Reason("import-gift-titles", values))]
