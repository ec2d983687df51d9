"""The draft of a paper's answers: both rounds as far as they are keyed, and what was settled between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.domain.keying.events import (
    DifferenceSettled,
    DraftEntered,
    EnteringBegun,
    KeyingEvent,
    LineBegun,
    LineKeyed,
    Round,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in a draft."""

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


def fold(events: Iterable[KeyingEvent]) -> Draft:
    """Return the draft that these events leave."""
    draft = Draft()
    for event in events:
        draft = _evolved(draft, event)
    return draft


def _evolved(draft: Draft, event: KeyingEvent) -> Draft:
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
            return _without(draft, frozenset(event.candidates)) if event.candidates else Draft()


def line_of(draft: Draft, candidate: str) -> tuple[object, ...]:
    """Return all that a draft says of a person, to be compared."""
    settled = {number: round for (id, number), round in draft.settled.items() if id == candidate}
    return (*(draft.lines[round].get(candidate) for round in draft.lines), settled)


def _without(draft: Draft, candidates: frozenset[str]) -> Draft:
    lines = {
        round: {id: text for id, text in own.items() if id not in candidates} for round, own in draft.lines.items()
    }
    settled = {key: round for key, round in draft.settled.items() if key[0] not in candidates}
    return replace(draft, lines=lines, settled=settled, entering="")


def _with_line(draft: Draft, event: LineKeyed) -> Draft:
    """Return the draft with a line; what was settled about the person before is open again."""
    own = {**draft.lines[event.round], event.candidate: event.text}
    lines = {**draft.lines, event.round: {candidate: text for candidate, text in own.items() if text}}
    settled = {key: round for key, round in draft.settled.items() if key[0] != event.candidate}
    return Draft(lines=lines, begun={**draft.begun, event.round: ""}, settled=settled)
