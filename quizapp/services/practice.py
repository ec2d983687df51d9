"""What a person can practise now, and a round of it: no paper is begun, and no score is touched.

An answer is on disk before anybody is shown whether it is right.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizapp.domain.banks.bank import is_within
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.practice import (
    ItemProgress,
    PracticeChoice,
    PracticeEvent,
    PracticeItem,
    PracticeProgress,
    Practised,
    Starred,
    count,
    draw,
    evolve,
    fold,
    practisable,
    share_of,
)
from quizapp.services.banks.items_in_use import HiddenWatch
from quizapp.services.sitting.attempt_start import identify
from quizapp.services.sitting.results import missed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.item import Difficulty, Response
    from quizapp.domain.papers.paper import Question
    from quizapp.services.ports.home import Clock, Home, Library
    from quizapp.services.ports.workplace import Workplace


class PracticeSession:
    """The questions of one round, with what became of those answered."""

    def __init__(
        self,
        *,
        candidate: Candidate,
        questions: tuple[Question, ...],
        progress: PracticeProgress,
        home: Home,
        clock: Clock,
        watch: HiddenWatch,
    ) -> None:
        self.candidate = candidate
        self.questions = questions
        self.progress = progress
        """How the person stands now."""
        self.current = 1
        """The question on screen, where they left it."""
        self._before = progress
        self._answers: dict[int, Practised] = {}
        self._home = home
        self._clock = clock
        self._watch = watch

    @property
    def answers(self) -> Mapping[int, Practised]:
        """What was answered in this round, by the question's number."""
        return self._answers

    @property
    def right(self) -> int:
        """How many of them are right."""
        return sum(answer.share == 1 for answer in self._answers.values())

    @property
    def newly_wrong(self) -> tuple[Question, ...]:
        """The questions of this round that it put into the mistakes book."""
        return self._among(self.progress.mistakes - self._before.mistakes)

    @property
    def put_right(self) -> tuple[Question, ...]:
        """The questions of this round that left the mistakes book."""
        return self._among(self._before.mistakes - self.progress.mistakes)

    def question(self, number: int) -> Question:
        """Return the question of that number, from 1."""
        return self.questions[number - 1]

    def standing(self, number: int) -> ItemProgress:
        """Return how the person stands with a question's item."""
        return self.progress.of(self.question(number).item.id)

    def was_mistake(self, number: int) -> bool:
        """Return whether a question's item was in the mistakes book when the round began."""
        return self._before.of(self.question(number).item.id).is_mistake

    def answer(self, number: int, response: Response) -> bool:
        """Record an answer; return whether it was, which only a person can say of a text. Raises MachineRefused."""
        share = share_of(self.question(number), response)
        if share is None:
            return False
        self._record_answer(number, response, share)
        return True

    def judge(self, number: int, response: Response, share: Fraction) -> None:
        """Record what the person says of their own text: 1 is right, 0 is not. Raises MachineRefused."""
        self._record_answer(number, response, share, is_own_word=True)

    def star(self, number: int) -> None:
        """Star a question, or take its star away. Raises MachineRefused."""
        item, is_starred = self.question(number).item.id, self.standing(number).is_starred
        self._record(Starred(when=self._clock.read(), item=item, is_starred=not is_starred))

    def untold(self, number: int) -> tuple[int, ...]:
        """Return the numbers of what a case must have answered before it goes on to a question; () for nothing."""
        wanted = self.question(number)
        before = (one for one in self.questions if one.case and one.case == wanted.case and one.stage < wanted.stage)
        return tuple(one.number for one in before if one.number not in self._answers)

    def beyond(self, number: int, step: int) -> int | None:
        """Return the next question (step 1) or the one before (-1) that may be shown now; None at either end.

        Somebody may have begun a paper that has it since this round was drawn. Raises MachineRefused.
        """
        hidden = self._watch.now()
        wanted = number + step
        while 1 <= wanted <= len(self.questions):
            if not self._is_hidden(self.question(wanted), hidden):
                return wanted
            wanted += step
        return None

    def settle(self) -> bool:
        """Stand on a question that may be shown now, the present one if it may; return whether there is any.

        Raises MachineRefused.
        """
        if not self._is_hidden(self.question(self.current), self._watch.now()):
            return True
        elsewhere = self.beyond(self.current, 1) or self.beyond(self.current, -1)
        self.current = elsewhere or self.current
        return elsewhere is not None

    def _is_hidden(self, question: Question, hidden: frozenset[str]) -> bool:
        """A case hides as a whole: its questions share what is told in it."""
        case = [one.item.id for one in self.questions if question.case and one.case == question.case]
        return bool(hidden & {question.item.id, *case})

    def _among(self, items: frozenset[str]) -> tuple[Question, ...]:
        hidden = self._watch.last
        return tuple(one for one in self.questions if one.item.id in items and not self._is_hidden(one, hidden))

    def _record_answer(self, number: int, response: Response, share: Fraction, *, is_own_word: bool = False) -> None:
        if number in self._answers:
            return
        question = self.question(number)
        event = Practised(
            when=self._clock.read(),
            item=question.item.id,
            response=response,
            share=share,
            order=question.order,
            is_own_word=is_own_word,
        )
        self._record(event)
        self._answers[number] = event

    def _record(self, event: PracticeEvent) -> None:
        self._home.practice.record(self.candidate.id, (event,))
        self.progress = evolve(self.progress, event)


USUAL = 10
"""Questions of a round where nobody says how many."""
_SEED_BYTES = 16
LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeOrder:
    """What a person asks for: which questions, and how many at most; None is all of them."""

    choice: PracticeChoice = field(default_factory=PracticeChoice)
    most: int | None = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who is sent straight into practice."""

    candidate: Candidate | None = None
    """None where the app is to ask who it is."""
    order: PracticeOrder | None = None
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
        self._entries: tuple[PracticeItem, ...] = ()
        self.look_again()

    def look_again(self) -> None:
        """Find what may be practised now, and how the person stands. Raises MachineRefused."""
        place = self._place
        self._watch = HiddenWatch(place.home, place.clock, place.class_id)
        self._entries = practisable(self._banks, self._watch.now())
        self.progress = self._progress()

    def _progress(self) -> PracticeProgress:
        """Return how the person stands: by what they practised, and what they missed in papers that show them keys."""
        place = self._place
        practised = place.home.practice.read(self.candidate.id)
        exams = missed(place.home, place.clock, self.candidate, place.class_id)
        events = sorted((*practised, *exams), key=lambda event: event.when.at) if exams else practised
        # In a row is told of practice alone.
        return replace(fold(events), streak=fold(practised).streak)

    def count(self, choice: PracticeChoice) -> int:
        """Return how many questions a choice has now."""
        return count(self._entries, choice, self.progress)

    def begin(self, order: PracticeOrder) -> PracticeSession:
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

    def banks(self, choice: PracticeChoice) -> tuple[tuple[str, int], ...]:
        """Return the ids of the banks with something of a choice, and how many questions they have of it."""
        counted = ((bank, self.count(replace(choice, banks=(bank,)))) for bank in self._titles)
        return tuple((bank, found) for bank, found in counted if found)

    def topics(self, choice: PracticeChoice) -> tuple[tuple[str, int], ...]:
        """Return the topics with something of a choice, in the course's order, each before those under it."""
        counted = ((topic, self.count(replace(choice, topic=topic))) for topic in self._topics)
        return tuple((topic, found) for topic, found in counted if found)

    def types(self, choice: PracticeChoice) -> tuple[tuple[str, int], ...]:
        """Return the question types with something of a choice."""
        counted = ((kind, self.count(replace(choice, type=kind))) for kind in ITEM_TYPES)
        return tuple((kind, found) for kind, found in counted if found)

    def levels(self, choice: PracticeChoice) -> tuple[tuple[Difficulty, int], ...]:
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
    choice = PracticeChoice(banks=tuple(_bank(library, wanted) for wanted in banks), topic=_topic(library, topic))
    candidate = identify(place.home, candidate_id, name) if candidate_id else None
    return Expected(candidate=candidate, order=PracticeOrder(choice=choice) if banks or topic else None)


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
