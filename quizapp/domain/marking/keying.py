"""Answers given on paper, keyed in twice: a line read question by question, and the draft both rounds amount to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, TypeAlias

from quizapp.domain.errors import InvalidAnswer, Refused
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Question

Round = Literal[1, 2]
"""Whether it is keyed for the first time or, to be compared, for the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKeyed:
    """A person's line was taken, in place of one taken before."""

    KIND: ClassVar = "line_keyed"
    when: Moment
    round: Round
    candidate: str
    text: str
    """As it was typed; "" takes the person's line out."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBegun:
    """A line is being typed: what stands there, so that nothing is lost."""

    KIND: ClassVar = "line_begun"
    when: Moment
    round: Round
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSettled:
    """Where the two rounds differ, it was decided which is right."""

    KIND: ClassVar = "difference_settled"
    when: Moment
    candidate: str
    number: int
    """The question's; 0 is the whole line."""
    round: Round
    """Whose answer is taken."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringBegun:
    """What was keyed is becoming attempts: where that stopped halfway, the rest of this very table may follow."""

    KIND: ClassVar = "entering_begun"
    when: Moment
    table: str
    """The table's digest, as the attempts entered from it have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntered:
    """What was keyed became attempts, and is in the draft no longer."""

    KIND: ClassVar = "draft_entered"
    LATER: ClassVar = ("candidates",)
    when: Moment
    candidates: tuple[str, ...] = ()
    """Whose lines those were; () in what older versions wrote: everybody's. What was keyed meanwhile stays."""
    by: str


KeyingEvent: TypeAlias = LineKeyed | LineBegun | DifferenceSettled | EnteringBegun | DraftEntered

KEYING_EVENTS: tuple[type[KeyingEvent], ...] = (LineKeyed, LineBegun, DifferenceSettled, EnteringBegun, DraftEntered)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyingDraft:
    """What is keyed in so far: both rounds and what was settled."""

    lines: Mapping[Round, Mapping[str, str]] = field(default_factory=lambda: {1: {}, 2: {}})
    """Each round's lines by 学号, in the order they were first keyed."""
    begun: Mapping[Round, str] = field(default_factory=dict)
    """Each round's line that is being typed."""
    settled: Mapping[tuple[str, int], Round] = field(default_factory=dict)
    """By 学号 and question, which round is right; question 0 is the whole line."""

    entering: str = ""
    """The digest of the table that it began to be entered as; "" where it did not, or a line was keyed since."""

    @property
    def has_second(self) -> bool:
        """Whether the second round was begun, so that both must agree."""
        return bool(self.lines[2])


def fold(events: Iterable[KeyingEvent]) -> KeyingDraft:
    """Return the draft that these events leave."""
    draft = KeyingDraft()
    for event in events:
        draft = _evolved(draft, event)
    return draft


def _evolved(draft: KeyingDraft, event: KeyingEvent) -> KeyingDraft:
    match event:
        case LineKeyed():
            return _with_line(draft, event)
        case LineBegun():
            return replace(draft, begun={**draft.begun, event.round: event.text})
        case DifferenceSettled():
            return replace(draft, settled={**draft.settled, (event.candidate, event.number): event.round})
        case EnteringBegun():
            return replace(draft, entering=event.table)
        case DraftEntered():
            return _without(draft, frozenset(event.candidates)) if event.candidates else KeyingDraft()


def line_of(draft: KeyingDraft, candidate: str) -> tuple[object, ...]:
    """Return all that a draft says of a person, to be compared."""
    settled = {number: round for (id, number), round in draft.settled.items() if id == candidate}
    return (*(draft.lines[round].get(candidate) for round in draft.lines), settled)


def _without(draft: KeyingDraft, candidates: frozenset[str]) -> KeyingDraft:
    lines = {
        round: {id: text for id, text in own.items() if id not in candidates} for round, own in draft.lines.items()
    }
    settled = {key: round for key, round in draft.settled.items() if key[0] not in candidates}
    return replace(draft, lines=lines, settled=settled, entering="")


def _with_line(draft: KeyingDraft, event: LineKeyed) -> KeyingDraft:
    """Return the draft with a line; what was settled about the person before is open again."""
    own = {**draft.lines[event.round], event.candidate: event.text}
    lines = {**draft.lines, event.round: {candidate: text for candidate, text in own.items() if text}}
    settled = {key: round for key, round in draft.settled.items() if key[0] != event.candidate}
    return KeyingDraft(lines=lines, begun={**draft.begun, event.round: ""}, settled=settled)


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
    quoted = None if question.item.IS_SIGN or question.item.is_in_signs else _QUOTED.match(text, place)
    if quoted:
        return quoted[1].strip(), quoted.end()
    pattern = _SIGN if question.item.IS_SIGN else _WORD if question.item.is_in_signs else _TEXT
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
    joined = "".join(cell.split()) if question.item.is_in_signs else " ".join(cell.split())
    return f'"{joined}"' if " " in joined else joined
