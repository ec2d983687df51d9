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
            return Draft()


def _with_line(draft: Draft, event: LineKeyed) -> Draft:
    """Return the draft with a line; what was settled about the person before is open again."""
    own = {**draft.lines[event.round], event.candidate: event.text}
    lines = {**draft.lines, event.round: {candidate: text for candidate, text in own.items() if text}}
    settled = {key: round for key, round in draft.settled.items() if key[0] != event.candidate}
    return Draft(lines=lines, begun={**draft.begun, event.round: ""}, settled=settled)
