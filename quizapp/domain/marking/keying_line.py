"""The answers of one line, read question by question: `BCADC ABD 对错 耳目；管家`.

- Questions answered by one sign (single choice, true or false) stand in groups: `BCADC` answers five of them. A group
  ends with a blank or a comma, and never goes on into a question of another kind.
- Any other question's answer is a word of its own. Letters are parted by blanks or commas, texts and numbers by blanks
  only; a text that has blanks stands in quotes.
- `-` leaves a question empty, `?` is an answer that cannot be read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.errors import InvalidAnswer, Refused
from quizapp.domain.papers.paper import Question

EMPTY = "-"
"""What leaves a question empty."""
GROUP = 5
"""How many signs stand together in a line as the program writes it."""
_PARTING = re.compile(r"[\s,，、|]*")
_WORD = re.compile(r"[^\s,，、|]+")
_TEXT = re.compile(r"\S+")
_QUOTED = re.compile(r'["“＂]([^"”＂]*)["”＂]')
_SIGN = re.compile("[^\\s,，、|][\ufe0e\ufe0f]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedAnswers:
    """What was read of a line's answers."""

    cells: tuple[str, ...]
    """Typed answers in the questions' order, "" for none; fewer than there are questions while it is being typed."""
    faults: tuple[tuple[int, Refused], ...] = ()
    """What is wrong, each with the number of its question."""


def read_answers(text: str, questions: Sequence[Question]) -> KeyedAnswers:
    """Return what a line says, as far as it can be read, and what is wrong in it."""
    cells: list[str] = []
    faults: list[tuple[int, Refused]] = []
    place = _skip(text, 0)
    for question in questions:
        if place == len(text):
            break
        cell, after = _next(text, place, question)
        cells.append("" if cell == EMPTY else cell)
        faults += _invalid(question, cells[-1])
        place = _skip(text, after)
        runs_on = question.item.IS_SIGN and place == after < len(text)
        if runs_on and len(cells) < len(questions) and not questions[len(cells)].item.IS_SIGN:
            rest = _TEXT.match(text, after)
            faults.append((question.number, Refused("keying-runs-on", rest=rest[0] if rest else "")))
            return KeyedAnswers(cells=tuple(cells), faults=tuple(faults))
    if len(cells) == len(questions) and place < len(text):
        faults.append((len(cells), Refused("keying-too-many", rest=text[place:].strip())))
    return KeyedAnswers(cells=tuple(cells), faults=tuple(faults))


def missing(answers: KeyedAnswers, questions: Sequence[Question]) -> Refused | None:
    """Return that a line has too few answers; None where every question has one, an empty one too."""
    left = len(questions) - len(answers.cells)
    if not left or answers.faults:
        return None
    return Refused("keying-too-few", count=left, first=questions[len(answers.cells)].number)


def written(cells: Sequence[str], questions: Sequence[Question]) -> str:
    """Return answers as a line that is read back as them: signs in groups of five."""
    words: list[str] = []
    grouped = 0
    for cell, question in zip(cells, questions, strict=True):
        shown = _as_word(cell or EMPTY, question)
        grouped = grouped + 1 if question.item.IS_SIGN else 0
        if grouped > 1 and grouped % GROUP != 1:
            words[-1] += shown
        else:
            words.append(shown)
    return " ".join(words)


def _next(text: str, place: int, question: Question) -> tuple[str, int]:
    """Return the next answer and where it ends."""
    quoted = None if question.item.IS_SIGN or question.item.choices else _QUOTED.match(text, place)
    if quoted:
        return quoted[1].strip(), quoted.end()
    pattern = _SIGN if question.item.IS_SIGN else _WORD if question.item.choices else _TEXT
    found = pattern.match(text, place)
    # What is left begins with something, and every pattern takes that.
    assert found is not None
    word = found[0] if question.item.IS_SIGN else found[0].rstrip(",，、")
    return EMPTY if unicodedata.normalize("NFKC", word) == EMPTY else word, found.end()


def _skip(text: str, place: int) -> int:
    found = _PARTING.match(text, place)
    return found.end() if found else place


def _invalid(question: Question, cell: str) -> list[tuple[int, Refused]]:
    try:
        question.item.parse(cell, question.order)
    except InvalidAnswer as reason:
        return [(question.number, reason)]
    return []


def _as_word(cell: str, question: Question) -> str:
    if question.item.IS_SIGN:
        return cell
    joined = "".join(cell.split()) if question.item.choices else " ".join(cell.split())
    return f'"{joined}"' if " " in joined else joined
