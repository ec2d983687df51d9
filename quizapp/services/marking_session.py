"""One person marking a pile of essays: look, decide, write, go on. What is half given is kept until it is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.decisions import last_marking
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.domain.essay_marks import points_of
from quizapp.domain.text import clean_line
from quizapp.services.essay_marking import decide
from quizapp.services.mark_draft import MarkDraft

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.essay_marks import Marker
    from quizapp.services.essay_marking import Pile, Script
    from quizapp.services.ports import Clock, Home
    from quizapp.services.records import AttemptName


class MarkingSession:
    """Where one who marks stands in a pile that is not empty."""

    def __init__(self, home: Home, clock: Clock, pile: Pile, marker: Marker) -> None:
        self.pile = pile
        self.marker = marker
        self.shown = 0
        """The place of the essay on screen."""
        self.trouble: MachineRefused | None = None
        """Why the last marks are not on disk, where they are not."""
        self._home = home
        self._clock = clock
        self._scripts = list(pile.scripts)
        self._drafts: dict[int, MarkDraft] = {}
        self.go(next((place for place, one in enumerate(self._scripts) if one.marked is None), 0))

    @property
    def draft(self) -> MarkDraft:
        """What is being given to the essay on screen."""
        return self._drafts[self.shown]

    @property
    def script(self) -> Script:
        """The essay on screen."""
        return self.draft.script

    @property
    def count(self) -> int:
        """How many essays the pile has."""
        return len(self._scripts)

    @property
    def most_points(self) -> int:
        """How many points the longest rubric of the pile has."""
        return max(len(points_of(script.question)) for script in self._scripts)

    @property
    def marked(self) -> int:
        """How many of them are marked."""
        return sum(script.marked is not None for script in self._scripts)

    @property
    def unfinished(self) -> int:
        """How many have something given that is not recorded: some point has no marks yet, or the disk failed."""
        return sum(draft.is_changed for draft in self._drafts.values())

    def go(self, place: int) -> None:
        """Bring an essay on screen, as it stands now: somebody else may have marked it."""
        self.shown = place
        script = self._scripts[place]
        decisions = self._home.decisions.read(self.pile.paper)
        now = last_marking(decisions, script.name.attempt, script.question.number)
        draft = self._drafts.get(place)
        if draft is None or (now != script.marked and not draft.is_changed):
            self._scripts[place] = replace(script, marked=now)
            self._drafts[place] = MarkDraft(self._scripts[place])
        self.draft.settle()

    def next_waiting(self) -> int | None:
        """Return the place of the next essay that waits, from here on and round; None where none does."""
        places = [*range(self.shown + 1, self.count), *range(self.shown)]
        return next((place for place in places if self._scripts[place].marked is None), None)

    def save(self) -> tuple[AttemptName, ...]:
        """Have what was given on disk, where every point has marks; return the attempts that this marks.

        What the disk refuses stays given, with the trouble, and is tried again at the next call. Raises Refused where
        this person may not mark an essay, what was given to it forgotten.
        """
        self.trouble = None
        refusal: Refused | None = None
        names = []
        for place, draft in self._drafts.items():
            if draft.given is None or not draft.is_changed:
                continue
            try:
                names.append(self._record(place, draft, draft.given))
            except MachineRefused as trouble:
                self.trouble = trouble
                break
            except Refused as refused:
                refusal = refused
                self._drafts[place] = MarkDraft(draft.script)
        if refusal is not None:
            raise refusal
        return tuple(names)

    def _record(self, place: int, draft: MarkDraft, given: tuple[Fraction, ...]) -> AttemptName:
        now = self._clock.read()
        decision = decide(self._home, draft.script, given, self.marker, now, clean_line(draft.comment))
        self._home.decisions.record(self.pile.paper, (decision,))
        self._scripts[place] = draft.script = replace(draft.script, marked=decision)
        return draft.script.name
