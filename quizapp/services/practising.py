"""What a person can practise now, and a round of it: no paper is begun, and no score is touched."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizapp.domain.course import is_within
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.practice.choice import Choice, Entry, count, practisable
from quizapp.domain.practice.drawing import draw
from quizapp.domain.practice.progress import fold
from quizapp.services.hidden_watch import HiddenWatch
from quizapp.services.history import missed
from quizapp.services.practice_session import PracticeSession
from quizapp.services.starting import identify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.item import Difficulty
    from quizapp.domain.practice.progress import Progress
    from quizapp.services.ports import Library
    from quizapp.services.workplace import Workplace

USUAL = 10
"""Questions of a round where nobody says how many."""
_SEED_BYTES = 16
LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for: which questions, and how many at most; None is all of them."""

    choice: Choice = field(default_factory=Choice)
    most: int | None = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who is sent straight into practice."""

    candidate: Candidate | None = None
    """None where the app is to ask who it is."""
    order: Order | None = None
    """None where the app is to ask what."""


class Practising:
    """One person at practice. Reading the banks takes a while: make it off the event loop."""

    def __init__(self, place: Workplace, candidate: Candidate) -> None:
        """Read what the person did before and what there is. Raises MachineRefused."""
        self.candidate = candidate
        self._place = place
        self._banks = place.library.item_banks()
        self._titles = {bank.id: bank.title for bank in self._banks}
        self._topics = place.library.topics()
        self._entries: tuple[Entry, ...] = ()
        self.look_again()

    def look_again(self) -> None:
        """Find what may be practised now, and how the person stands. Raises MachineRefused."""
        place = self._place
        self._watch = HiddenWatch(place.home, place.clock, place.class_id)
        self._entries = practisable(self._banks, self._watch.now())
        self.progress = self._progress()

    def _progress(self) -> Progress:
        """Return how the person stands: by what they practised, and what they missed in papers that show them keys."""
        place = self._place
        practised = place.home.practice.read(self.candidate.id)
        exams = missed(place.home, place.clock, self.candidate, place.class_id)
        events = sorted((*practised, *exams), key=lambda event: event.when.at) if exams else practised
        # In a row is told of practice alone.
        return replace(fold(events), streak=fold(practised).streak)

    def count(self, choice: Choice) -> int:
        """Return how many questions a choice has now."""
        return count(self._entries, choice, self.progress)

    def begin(self, order: Order) -> PracticeSession:
        """Return a round of what was asked for. Raises Refused where there is nothing, MachineRefused."""
        self.look_again()
        seed = self._place.chance(_SEED_BYTES).hex()
        questions = draw(self._entries, order.choice, self.progress, seed=seed, most=order.most)
        if not questions:
            raise Refused(f"practice-none-{order.choice.scope}")
        return PracticeSession(
            candidate=self.candidate,
            questions=questions,
            progress=self.progress,
            home=self._place.home,
            clock=self._place.clock,
            watch=self._watch,
        )

    def banks(self, choice: Choice) -> tuple[tuple[str, int], ...]:
        """Return the ids of the banks with something of a choice, and how many questions they have of it."""
        counted = ((bank, self.count(replace(choice, banks=(bank,)))) for bank in self._titles)
        return tuple((bank, found) for bank, found in counted if found)

    def topics(self, choice: Choice) -> tuple[tuple[str, int], ...]:
        """Return the topics with something of a choice, in the course's order, each before those under it."""
        counted = ((topic, self.count(replace(choice, topic=topic))) for topic in self._topics)
        return tuple((topic, found) for topic, found in counted if found)

    def types(self, choice: Choice) -> tuple[tuple[str, int], ...]:
        """Return the question types with something of a choice."""
        counted = ((kind, self.count(replace(choice, type=kind))) for kind in ITEM_TYPES)
        return tuple((kind, found) for kind, found in counted if found)

    def levels(self, choice: Choice) -> tuple[tuple[Difficulty, int], ...]:
        """Return the difficulties with something of a choice, the easy one first."""
        counted = ((level, self.count(replace(choice, difficulty=level))) for level in LEVELS)
        return tuple((level, found) for level, found in counted if found)

    def bank_title(self, bank: str) -> str:
        """Return a bank's title."""
        return self._titles.get(bank, bank)

    def topic_title(self, topic: str) -> str:
        """Return a topic's title."""
        return self._topics.get(topic, topic)

    def depth(self, topic: str) -> int:
        """Return how many topics of the course stand above one."""
        return sum(topic != above and is_within(topic, above) for above in self._topics)


def expect(place: Workplace, banks: Sequence[str], topic: str, candidate_id: str = "", name: str = "") -> Expected:
    """Return who practises what, where the command line says so.

    Raises CalledWrongly for an unknown bank or topic; Refused for one that is not for practice, or an unknown person.
    """
    library = place.library
    choice = Choice(banks=tuple(_bank(library, wanted) for wanted in banks), topic=_topic(library, topic))
    candidate = identify(place.home, candidate_id, name) if candidate_id else None
    return Expected(candidate=candidate, order=Order(choice=choice) if banks or topic else None)


def _bank(library: Library, wanted: str) -> str:
    sourced = library.bank(wanted)
    bank = sourced.bank
    if bank is None or sourced.has_errors:
        raise Refused("bank-cannot-be-shown", bank=wanted)
    if bank.use == "exam":
        raise Refused("bank-for-exam", bank=bank.title)
    return bank.id


def _topic(library: Library, wanted: str) -> str:
    if not wanted:
        return ""
    topics = library.topics()
    folded = wanted.casefold()
    by_id = [id for id in topics if id.casefold() == folded]
    found = by_id or [id for id, title in topics.items() if title == wanted]
    if len(found) != 1:
        raise CalledWrongly("topic-not-found", wanted=wanted, choices=" ".join(topics))
    return found[0]
