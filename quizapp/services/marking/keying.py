"""Keying in a paper's answers, a line for each person: kept at once, compared where keyed twice, entered as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.item import Response
from quizapp.domain.marking.keying import (
    DifferenceSettled,
    DraftEntered,
    EnteringBegun,
    KeyingDraft,
    KeyingEvent,
    LineBegun,
    LineKeyed,
    Round,
    fold,
    line_of,
)
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Paper, Question
from quizapp.domain.text import folded
from quizapp.reading.tables import FileRow
from quizapp.services.book.score_book import look
from quizapp.services.marking.answer_entry import EnteredTable, enter_rows, entered_from
from quizapp.services.marking.answer_table import AnswerTable
from quizapp.services.marking.keying_line_reader import KeyedLine, LineReader
from quizapp.services.ports.workplace import Workplace

FIRST: Round = 1
SECOND: Round = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that the two rounds do not say alike."""

    candidate: str
    name: str
    number: int
    """The question's; 0 where one round lacks the person, or has another form."""
    said: tuple[str, str]
    """What each round says, the first one first: a typed answer; of a whole line its form, "" where there is none."""
    settled: Round | None = None
    """Which of them was found right."""


class Keying:
    """One round of keying in a paper's answers. What is taken is on disk first."""

    def __init__(self, place: Workplace, paper: Paper, round: Round, by: str) -> None:
        """Go on with what is kept of the paper. Raises MachineRefused, Refused."""
        self.paper = paper
        self.round: Round = round
        self.by = by
        self._place = place
        book = look(place.home, place.clock, place.class_id)
        book.check(paper.id)
        self._draft: KeyingDraft = fold(place.home.keyed.read(paper.id))
        docs = [doc for doc in book.scores if doc["paper"] == paper.id]
        # Lines that became attempts before it stopped are no reason against their own table.
        begun = entered_from(place.home, docs, self._draft.entering) if self._draft.entering else {}
        own = {name.attempt for name in begun.values()}
        self._reader = LineReader(place, paper, [doc for doc in docs if doc["attempt"] not in own])

    @property
    def lines(self) -> tuple[KeyedLine, ...]:
        """This round's lines, in the order they were first taken."""
        return self._lines_of(self.round)

    @property
    def begun(self) -> str:
        """What was being typed when it was left."""
        return self._draft.begun.get(self.round, "")

    @property
    def has_second(self) -> bool:
        """Whether it was keyed a second time, so that both rounds must agree."""
        return self._draft.has_second

    def read(self, text: str) -> KeyedLine:
        """Return what a line says, taking nothing."""
        return self._reader.read(text)

    def line_of(self, candidate: str) -> str:
        """Return a person's line of this round as it was typed; "" where there is none."""
        return self._draft.lines[self.round].get(candidate, "")

    def begin(self, text: str) -> None:
        """Keep what is being typed. Raises MachineRefused."""
        if text != self.begun:
            self._record(LineBegun(when=self._place.clock.read(), round=self.round, text=text))

    def take(self, text: str) -> KeyedLine:
        """Take a whole line, in place of one of the same person. Raises Refused for one that is not, MachineRefused."""
        line = self.read(text)
        if line.candidate is None and not line.faults:
            raise Refused("keying-nobody")
        if line.faults:
            number, fault = line.faults[0]
            raise Refused("keying-fault", number=number, reason=fault) if number else fault
        if line.lacking is not None:
            raise line.lacking
        assert line.candidate is not None
        self._keyed(line.candidate.id, line.text)
        return line

    def take_out(self, candidate: str) -> str:
        """Take a person's line out and return it. Raises MachineRefused."""
        text = self.line_of(candidate)
        self._keyed(candidate, "")
        return text

    def differences(self) -> tuple[Difference, ...]:
        """Return where the two rounds differ, person by person; nothing where it was keyed only once."""
        if not self.has_second:
            return ()
        first, second = self._by_candidate(FIRST), self._by_candidate(SECOND)
        found: list[Difference] = []
        for id in dict.fromkeys((*first, *second)):
            found += self._between(id, first.get(id), second.get(id))
        return tuple(found)

    def settle(self, difference: Difference, round: Round) -> None:
        """Say which round is right of what both say now. Raises Overtaken where one says something else by then.

        Raises MachineRefused.
        """
        id, seen = difference.candidate, line_of(self._draft, difference.candidate)
        settled = DifferenceSettled(
            when=self._place.clock.read(), candidate=id, number=difference.number, round=round, by=self.by
        )

        def make(events: Sequence[KeyingEvent]) -> tuple[KeyingEvent, ...]:
            self._draft = fold(events)
            if line_of(self._draft, id) != seen:
                raise Overtaken("keying-line-since", id=id, name=difference.name)
            return (settled,)

        self._decide(make)

    def count_to_enter(self) -> int:
        """Return how many attempts `enter` would enter. Raises Refused where it would."""
        return len(self._to_enter())

    def enter(self) -> EnteredTable:
        """Enter all lines as attempts, all or none, and empty the draft.

        Raises Refused where nothing is keyed or rounds differ, Overtaken where another line was keyed since they were
        counted, Faulty with every fault, MachineRefused.
        """
        place, now = self._place, self._place.clock.read()
        with place.home.only_one(f"key {self.paper.id}"):
            self._check_seen()
            lines = self._to_enter()
            table = AnswerTable(name=self.paper.title, rows=tuple(_rows(lines, self.paper)))
            if self._draft.entering != table.digest:
                self._record(EnteringBegun(when=now, table=table.digest))
            entry = enter_rows(place, self.paper, table)
            self._log_entered(lines, now)
            # Last: until they are out of the draft whoever is stopped comes back to it, and what is missing follows.
            entered = tuple(line.candidate.id for line in lines if line.candidate is not None)
            self._record(DraftEntered(when=now, candidates=entered, by=self.by))
        return entry

    def _log_entered(self, lines: Sequence[KeyedLine], now: Moment) -> None:
        values = {"paper": self.paper.id, "rows": str(len(lines)), "rounds": "2" if self.has_second else "1"}
        self._place.home.log.record(now.at, "answers-keyed", self.by, values)

    def _check_seen(self) -> None:
        """Refuse to enter something else than what was shown and counted. Raises Overtaken, MachineRefused."""
        seen, self._draft = self._draft, fold(self._place.home.keyed.read(self.paper.id))
        if (seen.lines, seen.settled) != (self._draft.lines, self._draft.settled):
            before, after = (sum(map(len, draft.lines.values())) for draft in (seen, self._draft))
            raise Overtaken("keying-since", before=before, after=after)

    def _to_enter(self) -> tuple[KeyedLine, ...]:
        """Return the lines that may be entered. Raises Refused where they may not yet."""
        open_ones = [one for one in self.differences() if one.settled is None]
        if open_ones:
            raise Refused("keying-unsettled", count=len(open_ones))
        lines = self._agreed()
        if not lines:
            raise Refused("keying-empty")
        for line in lines:
            if not line.is_whole:
                raise Refused("keying-line-stale", id=line.candidate.id if line.candidate else line.text)
        return lines

    def _agreed(self) -> tuple[KeyedLine, ...]:
        """Return the lines that hold: of both rounds, what was settled taken from the one that is right."""
        if not self.has_second:
            return self._lines_of(FIRST)
        rounds: Mapping[Round, Mapping[str, KeyedLine]] = {
            FIRST: self._by_candidate(FIRST),
            SECOND: self._by_candidate(SECOND),
        }
        settled = self._draft.settled
        agreed: list[KeyedLine] = []
        for id in dict.fromkeys((*rounds[FIRST], *rounds[SECOND])):
            whole = settled.get((id, 0))
            if whole is not None:
                agreed += [rounds[whole][id]] if id in rounds[whole] else []
                continue
            first = rounds[FIRST][id]
            cells = tuple(
                rounds[settled.get((id, question.number), FIRST)][id].cells[place]
                for place, question in enumerate(first.questions)
            )
            agreed.append(replace(first, cells=cells))
        return tuple(agreed)

    def _between(self, id: str, first: KeyedLine | None, second: KeyedLine | None) -> list[Difference]:
        known = first or second
        name = known.candidate.name if known and known.candidate else ""
        whole = self._draft.settled.get((id, 0))
        if first is None or second is None or first.letter != second.letter or not (first.is_whole and second.is_whole):
            said = (_form_of(first), _form_of(second))
            return [Difference(candidate=id, name=name, number=0, said=said, settled=whole)]
        return [
            Difference(
                candidate=id,
                name=name,
                number=question.number,
                said=(one, other),
                settled=self._draft.settled.get((id, question.number)),
            )
            for question, one, other in zip(first.questions, first.cells, second.cells, strict=False)
            if _response(question, one) != _response(question, other)
        ]

    def _lines_of(self, round: Round) -> tuple[KeyedLine, ...]:
        return tuple(self.read(text) for text in self._draft.lines[round].values())

    def _by_candidate(self, round: Round) -> dict[str, KeyedLine]:
        return {id: self.read(text) for id, text in self._draft.lines[round].items()}

    def _keyed(self, candidate: str, text: str) -> None:
        """Take a line in place of the one that was seen. Raises Overtaken where it is another by then."""
        seen = self.line_of(candidate)
        when = self._place.clock.read()
        keyed = LineKeyed(when=when, round=self.round, candidate=candidate, text=text, by=self.by)

        def make(events: Sequence[KeyingEvent]) -> tuple[KeyingEvent, ...]:
            self._draft = fold(events)
            if self.line_of(candidate) != seen:
                raise Overtaken("keying-line-since", id=candidate, name="")
            return (keyed,)

        self._decide(make)

    def _record(self, event: KeyingEvent) -> None:
        self._decide(lambda _: (event,))

    def _decide(self, make: Callable[[Sequence[KeyingEvent]], Sequence[KeyingEvent]]) -> None:
        keyed = self._place.home.keyed
        keyed.decide(self.paper.id, make)
        # Somebody else may be keying the other round at the same time.
        self._draft = fold(keyed.read(self.paper.id))


def _form_of(line: KeyedLine | None) -> str:
    """Return the form a line is of; "-" where there is only one, "" where there is no line."""
    return "" if line is None else line.letter or "-"


def _response(question: Question, cell: str) -> Response:
    """Return an answer as two of them are compared: what is read alike is alike."""
    return tuple(folded(part) for part in question.item.parse(cell, question.order))


def _rows(lines: Sequence[KeyedLine], paper: Paper) -> list[FileRow]:
    """Return the lines as the table that `scores enter` reads."""
    has_forms = paper.forms > 1 and not paper.per_candidate
    numbers = [str(question.number) for question in lines[0].questions]
    heads = ["学号", *(["卷别"] if has_forms else []), *numbers]
    rows = [FileRow(1, tuple(heads))]
    for place, line in enumerate(lines, 2):
        assert line.candidate is not None
        cells = (line.candidate.id, *([line.letter] if has_forms else []), *line.cells)
        rows.append(FileRow(place, cells))
    return rows
