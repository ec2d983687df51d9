"""One person marking a pile of essays: look, decide, write, go on. Marks half given are kept until they are whole."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.domain.marking.essay_marks import Marker, deductions_of, marks_for, points_of, suggested_points
from quizapp.domain.text import clean_line
from quizapp.services.decisions.committee_journal import SeenJournal, record
from quizapp.services.marking.essay_pile import EssayPile, Script, as_marked, decide
from quizapp.services.ports.home import Claim, Clock, Home
from quizapp.services.ports.port_values import AttemptName, CommitteeJournal

STEP = Fraction(1, 2)
_TYPED = re.compile(r"\d{1,4}(\.\d{0,2})?")


class MarkDraft:
    """What one who marks has given so far. A point without marks is None: nothing is 0 by itself.

    Its lines are the points, then the deductions, from which nothing is taken off until somebody does.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.points = points_of(script.question)
        self.deductions = deductions_of(script.question)
        self.suggested = suggested_points(script.question, script.response)
        marked = script.marked
        self.marks: list[Fraction | None] = self._recorded()
        self.comment = marked.comment if marked else ""
        self._typed = ""

    def _recorded(self) -> list[Fraction | None]:
        """Return the points as they are on disk: marks keyed in with the answers are for the whole, and tell none."""
        marked = self.script.marked
        points: list[Fraction | None] = list(marked.points if marked else ()) or [None] * len(self.points)
        return [*points, *((marked.deducted if marked else ()) or [Fraction(0)] * len(self.deductions))]

    def most(self, place: int) -> Fraction:
        """Return the most that a line can have: what a point is worth, or what is taken off at most."""
        lines = (*(point.marks for point in self.points), *(one.most for one in self.deductions))
        return lines[place]

    def _step(self, place: int) -> Fraction:
        return STEP if place < len(self.points) else self.deductions[place - len(self.points)].each

    def level(self, place: int, number: int) -> bool:
        """Give a point the most that its level of that number has, from 0; return whether there is one."""
        levels = self.points[place].levels if place < len(self.points) else ()
        if number >= len(levels):
            return False
        self.settle()
        self.marks[place] = levels[number].most
        return True

    def type(self, place: int, character: str) -> bool:
        """Take a digit or a point, half or full width; return whether the marks can go on so."""
        character = "." if character == "。" else unicodedata.normalize("NFKC", character)
        typed = self._typed + character
        if not _TYPED.fullmatch(typed) or Fraction(typed.rstrip(".")) > self.most(place):
            return False
        is_deduction = place >= len(self.points)
        if is_deduction and not typed.endswith(".") and Fraction(typed) % self._step(place):
            return False
        self._typed, self.marks[place] = typed, Fraction(typed.rstrip("."))
        return True

    def erase(self, place: int) -> None:
        """Take the last typed character back; without any, all the marks of the point."""
        self._typed = self._typed[:-1]
        nothing = None if place < len(self.points) else Fraction(0)
        self.marks[place] = Fraction(self._typed.rstrip(".")) if self._typed else nothing

    def step(self, place: int, direction: int) -> None:
        """Give half a mark more or less, or take one fault more or less off, within what the line can have."""
        self.settle()
        before = self.marks[place] or Fraction(0)
        self.marks[place] = min(max(before + direction * self._step(place), Fraction(0)), self.most(place))

    def toggle(self, place: int) -> None:
        """Give a point all its marks, or none where it has them."""
        self.settle()
        full = self.most(place)
        self.marks[place] = Fraction(0) if self.marks[place] == full else full

    def take_suggestion(self) -> bool:
        """Give every point what its keywords suggest; return whether anything was suggested."""
        self.settle()
        for place, marks in enumerate(self.suggested):
            if marks is not None:
                self.marks[place] = marks
        return any(marks is not None for marks in self.suggested)

    def settle(self) -> None:
        """Take what was typed as it is: what is typed next begins anew."""
        self._typed = ""

    def typed(self) -> str:
        """Return what is being typed, as it was typed; "" where nothing is."""
        return self._typed

    @property
    def given(self) -> tuple[Fraction, ...] | None:
        """The marks of all points; None while some have none."""
        given = tuple(marks for marks in self.marks[: len(self.points)] if marks is not None)
        return given if len(given) == len(self.points) else None

    @property
    def deducted(self) -> tuple[Fraction, ...]:
        """What each deduction takes off."""
        return tuple(marks or Fraction(0) for marks in self.marks[len(self.points) :])

    @property
    def missing(self) -> int:
        """How many points have no marks."""
        return sum(marks is None for marks in self.marks)

    @property
    def total(self) -> Fraction:
        """What is given so far, in the question's marks; what was keyed in for the whole, until a point has some."""
        marked = self.script.marked
        if marked is not None and not marked.points and self.missing == len(self.points):
            return marked.marks
        given = [marks for marks in self.marks[: len(self.points)] if marks is not None]
        return marks_for(self.script.question, given, self.deducted)

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what is recorded."""
        marked = self.script.marked
        if marked is None:
            return bool(self.comment.strip()) or self.missing < len(self.points) or any(self.deducted)
        return self.marks != self._recorded() or clean_line(self.comment) != marked.comment


class MarkingSession:
    """Where one who marks stands in a pile that is not empty."""

    def __init__(self, home: Home, clock: Clock, pile: EssayPile, marker: Marker) -> None:
        """Begin at the first essay that waits and that nobody else has before them. Raises Refused, MachineRefused."""
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
        self._seen: dict[int, str] = {}
        """The head of the decisions that an essay's draft was begun on."""
        self._claims: dict[int, Claim] = {}
        waiting = [place for place, one in enumerate(self._scripts) if one.waits]
        others = [place for place, one in enumerate(self._scripts) if not one.waits]
        if not any(self.go(place) for place in (*waiting, *others)):
            raise Refused("marking-all-held", title=pile.title, count=len(self._scripts))

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
    def most_lines(self) -> int:
        """How many points and deductions the longest rubric of the pile has."""
        asked = [script.question for script in self._scripts]
        return max(len(points_of(question)) + len(deductions_of(question)) for question in asked)

    @property
    def marked(self) -> int:
        """How many of them are marked."""
        return sum(not script.waits for script in self._scripts)

    @property
    def differing(self) -> int:
        """How many have markers who differ."""
        return sum(script.differs for script in self._scripts)

    @property
    def unfinished(self) -> int:
        """How many have something given that is not recorded: some point has no marks yet, or the disk failed."""
        return sum(draft.is_changed for draft in self._drafts.values())

    def go(self, place: int) -> bool:
        """Bring an essay on screen, as it stands now; return whether it could be: somebody else may have it there."""
        if not self._claim(place):
            return False
        self.shown = place
        self._renew()
        draft = self._drafts.get(place)
        if draft is None or (self._scripts[place] != draft.script and not draft.is_changed):
            self._begin(place)
        self.draft.settle()
        self._let_go()
        return True

    def turn(self, step: int) -> int | None:
        """Go to the nearest essay that way; return how many others have before them were left out, None for no other.

        Those are nobody's here: two who mark never have the same one.
        """
        end = self.count if step > 0 else -1
        for left_out, place in enumerate(range(self.shown + step, end, step)):
            if self.go(place):
                return left_out
        return None

    def next_waiting(self) -> int | None:
        """Return the place of the next essay that waits, from here on and round, and keep it; None where none does."""
        self._renew()
        places = [*range(self.shown + 1, self.count), *range(self.shown)]
        return next((place for place in places if self._scripts[place].waits and self._claim(place)), None)

    def save(self) -> tuple[AttemptName, ...]:
        """Have what was given on disk, where every point has marks; return the attempts that this marks.

        What the disk refuses stays given, with the trouble, and is tried again at the next call. Raises Refused where
        this person may not mark an essay or it was decided about meanwhile, what was given to it forgotten.
        """
        self.trouble = None
        refusal: Refused | None = None
        names = []
        for place, draft in tuple(self._drafts.items()):
            if draft.given is None or not draft.is_changed:
                continue
            try:
                names.append(self._record(place, draft, draft.given))
            except MachineRefused as trouble:
                self.trouble = trouble
                break
            except Refused as refused:
                refusal = refused
                self._renew()
                self._begin(place)
        self._let_go()
        if refusal is not None:
            raise refusal
        return tuple(names)

    def close(self) -> None:
        """Leave the pile: others may have its essays."""
        for claim in self._claims.values():
            claim.release()
        self._claims.clear()

    def _record(self, place: int, draft: MarkDraft, given: tuple[Fraction, ...]) -> AttemptName:
        script = draft.script

        def make(_: CommitteeJournal) -> tuple[EssayMarked]:
            now = self._clock.read()
            comment = clean_line(draft.comment)
            return (decide(self._home, script, given, self.marker, now, comment, draft.deducted),)

        journal = record(self._home, self.pile.paper, SeenJournal(self._seen[place]), make)
        self._seen[place] = journal.head
        self._scripts[place] = draft.script = as_marked(script, rulings(journal.decisions), self.marker.by)
        return script.name

    def _begin(self, place: int) -> None:
        self._drafts[place] = MarkDraft(self._scripts[place])
        self._seen[place] = self._head

    def _renew(self) -> None:
        """Read how all of them are marked by now."""
        journal = self._home.decisions.journal(self.pile.paper)
        decided = rulings(journal.decisions)
        self._head = journal.head
        self._scripts = [as_marked(script, decided, self.marker.by) for script in self._scripts]

    def _claim(self, place: int) -> bool:
        """Keep an essay from everybody else; return whether nobody has it."""
        if place not in self._claims:
            script = self._scripts[place]
            claim = self._home.claim(f"mark-{script.name.attempt}-{script.question.number}")
            if claim is None:
                return False
            self._claims[place] = claim
        return True

    def _let_go(self) -> None:
        """Give back the essays that were left with nothing to record."""
        for place in tuple(self._claims):
            draft = self._drafts.get(place)
            if place != self.shown and (draft is None or not draft.is_changed):
                self._claims.pop(place).release()
