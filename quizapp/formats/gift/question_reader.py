"""One question of a GIFT file: its title, its stem, what stands in its braces, and what type that makes."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.domain.declaration import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import folded
from quizapp.formats.gift.blocks import Block
from quizapp.formats.gift.choices import read_choices
from quizapp.formats.gift.labels import fields_of, labels_of
from quizapp.formats.gift.markup import marked, plain
from quizapp.formats.gift.pairs import read_pairs
from quizapp.formats.gift.signs import shown
from quizapp.formats.gift.told import Told
from quizapp.formats.gift.typed import read_numbers, read_texts
from quizapp.reading.question_words import BLANK, truth_word
from quizapp.reading.source_question import Reason, SourceQuestion

_TRUTHS = {"T": "对", "TRUE": "对", "F": "错", "FALSE": "错"}
_GENERAL = "####"


class Found(NamedTuple):
    """A question, and what of it became something else."""

    question: SourceQuestion
    title: str = ""
    """Its title where that says something of its own."""
    has_spare: bool = False
    """Whether feedback went to its rationale, as its type has no place for it."""


def read_question(block: Block) -> Found:
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
    told = Told(read.text, form, doubts=[*block.doubts, *read.doubts])
    if "{" in after or "}" in after:
        told.doubt("import-gift-braces-again")
    return _found(block, title, told, text[start + 1 : end].strip())


def _found(block: Block, title: str, told: Told, section: str) -> Found:
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
    return Found(question, title if is_own else "", bool(told.spare))


def _note_labels(fields: dict[str, Value], comments: list[str], kind: str) -> None:
    """Add what comments label a question with; the type's usual scheme needs no saying."""
    labels = labels_of(comments)
    fields.update(fields_of(labels.tags, kind))
    if labels.id:
        fields["id"] = labels.id
    if fields.get("marking") == ITEM_TYPES[kind].SCHEMES[0].name:
        del fields["marking"]


def _read_answers(told: Told, section: str) -> str:
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


def _read_truth(told: Told, key: str, feedback: str) -> str:
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


def _refused(block: Block, code: str) -> Found:
    return Found(SourceQuestion(line=_line(block), text=block.written, refusal=Reason(code)))


def _line(block: Block) -> int:
    """Return the line that the question begins in, behind the comments above it."""
    return next(line for line in block.lines if not line.is_comment).number
