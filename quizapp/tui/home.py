"""Home: the next step is under the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVarTuple

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.errors import QuizError
from quizapp.services.sitting.agenda import awaiting, by_standing, under_way
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate
    from quizapp.language import Language
    from quizapp.services.ports.paper_editor import PaperFacts
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.agenda import Awaiting, Standing, UnderWay
    from quizapp.services.sitting.results import Sat
    from quizapp.tui.shell import Shell

Which = TypeVarTuple("Which")


def paper_line(language: Language, paper: PaperFacts, standing: Standing, sat: Sat | None = None) -> str:
    """Return what a person needs to know of a paper before choosing it, in one line; `sat` is what they did of it."""
    facts = [language.say("paper.questions", count=paper.questions)]
    if paper.full_score:
        facts.append(language.say("paper.full_score", marks=paper.full_score))
    limit = paper.time_limit
    facts.append(language.say("paper.no_limit") if limit is None else language.duration(limit))
    if standing == "wrong_clock" and paper.made_at is not None:
        return language.say("home.wrong_clock_note", at=paper.made_at)
    if standing == "not_yet" and paper.opens is not None:
        facts.append(language.say("paper.opens", at=paper.opens))
    elif paper.closes is not None:
        facts.append(language.say("paper.closes", at=paper.closes))
    if paper.is_trial:
        facts.insert(0, language.say("paper.trial"))
    if paper.make_up_for:
        facts.insert(0, language.say("paper.make_up_for", first=paper.make_up_for))
    if sat is not None:
        facts.append(language.say("home.sat", count=sat.times))
        if sat.score is not None:
            facts.append(language.say("home.sat_score", score=sat.score))
    return " | ".join(facts)


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One row of the list: a heading, or something to do."""

    content: Content
    do: Callable[[], None] | None = None

    @property
    def title(self) -> str:
        """What its first line says."""
        return self.content.plain.partition("\n")[0]


class HomeScreen(Room[None]):
    """What is under way, what can be sat now, what not and why."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "choose", "home.key_enter"),
        Command("f3", "look_back", "home.key_results", when="is_trainees", has_priority=False),
        Command("f5", "practise", "practice.key_home", when="is_open", has_priority=False),
        Command("f6", "manage", "committee.key_home", when="is_committees", has_priority=False),
        Command("f7", "open_quiz", "home.key_publication", when="is_trainees", has_priority=False),
        Command("ctrl+p", "palette", "home.key_palette", has_priority=False),
        HELP,
        Command("ctrl+q", label="key.quit"),
        Command("escape", "first_row", has_priority=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[HomeRow] = []
        self._going_on: tuple[UnderWay, ...] = ()
        self._awaiting: tuple[Awaiting, ...] = ()
        self._has_looked = False
        """Whether what is under way was looked for."""
        self._is_awaited = False
        """Whether the first row was chosen before that."""
        self._known: Candidate | None = None
        self._sat: Mapping[str, Sat] = {}
        """What the person known here has sat, by paper."""

    def compose(self) -> ComposeResult:
        self._rows = self._all_rows()
        with Vertical(classes="column"):
            yield Line(id="course", classes="title")
            yield Rule()
            yield PointedList(*self._entries(), id="agenda")
            yield Rule(id="foot-rule")
        yield self.key_line()
        self.call_after_refresh(self.look_again)

    def on_mount(self) -> None:
        self._say_who()
        agenda = self.query_one(PointedList)
        agenda.highlighted = self._first()
        agenda.focus()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self._say_who()
            self._list()
            self.look_again()

    @property
    def is_open(self) -> bool:
        """Whether anything can be done here but going on with what is under way."""
        return self.workplace.trouble is None

    @property
    def is_committees(self) -> bool:
        """Whether the committee's room is the one there is room for in the key line; the help names the other keys."""
        return self.is_open and self.workplace.offers_committee

    @property
    def is_trainees(self) -> bool:
        """Whether trainees use it, who look at earlier results and open what was carried here."""
        return self.is_open and not self.workplace.offers_committee

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys reach only what home lists on this machine."""
        if action == "manage" and not self.workplace.offers_committee:
            return False
        return self.workplace.trouble is None or action not in ("practise", "manage", "open_quiz", "look_back")

    def action_leave(self) -> None:
        self.quizapp.exit(0)

    def action_choose(self) -> None:
        """Open the row under the cursor; the first one once it is known what comes first."""
        agenda = self.query_one(PointedList)
        if self._has_looked or agenda.highlighted != self._first():
            agenda.action_select()
        else:
            self._is_awaited = True

    def action_first_row(self) -> None:
        self.query_one(PointedList).action_first()

    @work(thread=True, exclusive=True)
    def look_again(self) -> None:
        """Find what is under way and what waits to be marked, off the event loop, and list it."""
        place, person = self.workplace, self.quizapp.person
        try:
            found = under_way(place.home, place.clock, place.class_id)
            # Nobody marks on a trainee's machine.
            book = place.home.book.read() if place.offers_teaching else None
        except QuizError as error:
            self.app.call_from_thread(self._tell, error)
            self.app.call_from_thread(self._know)
            return
        self.app.call_from_thread(self._found, found, awaiting(book.scores) if book else ())
        try:
            self.app.call_from_thread(self._found_sat, person, _sat_by(place, person) if person else {})
        except QuizError as error:
            self.app.call_from_thread(self._tell, error)

    def _found(self, going_on: tuple[UnderWay, ...], awaiting: tuple[Awaiting, ...]) -> None:
        if (going_on, awaiting) != (self._going_on, self._awaiting):
            self._going_on, self._awaiting = going_on, awaiting
            self._list()
        self._know()

    def _know(self) -> None:
        """Open what was chosen before it was known what is under way, which comes first."""
        self._has_looked = True
        if self._is_awaited:
            self._is_awaited = False
            self.query_one(PointedList).action_select()

    def _found_sat(self, person: Candidate | None, sat: Mapping[str, Sat]) -> None:
        """List what somebody has sat, unless they have gone meanwhile."""
        if person == self.quizapp.person and sat != self._sat:
            self._sat = sat
            self._list()

    def _say_who(self) -> None:
        """Say whose class it is, and who was confirmed here; of who has gone nothing more is told."""
        person = self.quizapp.person
        if person != self._known:
            self._known, self._sat = person, {}
        title = self.workplace.class_title or self.say("home.title")
        self.query_one("#course", Line).show(" | ".join([title, *([person.name, person.id] if person else [])]))

    def _tell(self, error: QuizError) -> None:
        self.query_one("#foot-rule", Rule).notice = self.language.error(error)

    def _list(self) -> None:
        """List what there is now; the cursor stays on its row, or on the first where it was not moved."""
        agenda = self.query_one(PointedList)
        before = agenda.highlighted
        kept = "" if before is None or before == self._first() else self._rows[before].title
        self._rows = self._all_rows()
        agenda.show(*self._entries())
        places = [place for place, row in enumerate(self._rows) if row.do is not None and row.title == kept]
        # A paper may stand in two parts of the list: the nearer row is the one that was meant.
        agenda.highlighted = min(places, key=lambda place: abs(place - (before or 0)), default=self._first())

    def _all_rows(self) -> list[HomeRow]:
        if self.workplace.trouble is not None:
            return [*self._under_way_rows(), *self._stopped_rows(self.workplace.trouble)]
        now = [*self._under_way_rows(), *self._paper_rows(), *self._marking_rows()]
        return [*now, *self._practice_rows(), *self._result_rows(), *self._teaching_rows(), *self._committee_rows()]

    def _entries(self) -> tuple[list[Content], list[int]]:
        """Return the rows' contents, and the places of those that are headings."""
        return [row.content for row in self._rows], [n for n, row in enumerate(self._rows) if row.do is None]

    def _first(self) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.do is not None), None)

    @on(OptionList.OptionSelected)
    def open_row(self, message: OptionList.OptionSelected) -> None:
        do = self._rows[message.option_index].do
        if do is not None:
            do()

    def _under_way_rows(self) -> list[HomeRow]:
        if not self._going_on:
            return []
        rows = [self._heading("home.under_way", is_first=True)]
        for one in self._going_on:
            left = self.say("sitting.no_limit") if one.left is None else self.language.countdown(one.left)
            code = "home.paused_note" if one.is_paused else "home.under_way_note"
            note = self.say(code, left=left, answered=one.answered, questions=one.questions)
            rows.append(HomeRow(_entry(f"{one.title} | {one.candidate_name}", note), partial(self._go_on, one)))
        return rows

    def _paper_rows(self) -> list[HomeRow]:
        rows: list[HomeRow] = []
        last = ""
        for standing, paper in by_standing(self._papers(), self.workplace.clock.read().at, self._sat):
            if standing != last:
                last = standing
                rows.append(self._heading(f"home.{standing}", is_first=not rows and not self._going_on))
            rows.append(self._paper_row(standing, paper))
        return self._with_publications(rows)

    def _papers(self) -> tuple[PaperFacts, ...]:
        try:
            return self.workplace.paper_list()
        except QuizError as error:
            self.call_after_refresh(self._tell, error)
            return ()

    def _stopped_rows(self, trouble: QuizError) -> list[HomeRow]:
        from quizapp.tui.sitting.visit import stopped_text

        heading = self._heading("home.stopped", is_first=not self._going_on)
        return [heading, HomeRow(Content.styled(stopped_text(self.language, trouble), MUTED))]

    def _with_publications(self, rows: list[HomeRow]) -> list[HomeRow]:
        """Return the papers with the way to one that was carried here, and to a rehearsal, behind those to sit now."""
        carried = [
            HomeRow(
                _entry(self.say("home.publication_title"), self.say("home.publication_note")), self.action_open_quiz
            ),
            HomeRow(_entry(self.say("home.rehearse_title"), self.say("home.rehearse_note")), self._rehearse),
        ]
        last = max((place for place, row in enumerate(rows) if row.do is not None), default=None)
        if last is None:
            heading = self._heading("home.open" if rows else "home.no_papers", is_first=not self._going_on)
            return [heading, *carried, *rows]
        return [*rows[: last + 1], *carried, *rows[last + 1 :]]

    def _marking_rows(self) -> list[HomeRow]:
        if not self._awaiting:
            return []
        rows = [self._heading("home.marking")]
        for one in self._awaiting:
            note = self.say("home.marking_note", count=one.attempts)
            rows.append(HomeRow(_entry(one.title, note), partial(self._mark, one.paper)))
        return rows

    def _practice_rows(self) -> list[HomeRow]:
        entry = _entry(self.say("practice.home_title"), self.say("practice.home_note"))
        return [self._heading("practice.heading"), HomeRow(entry, self.action_practise)]

    def _result_rows(self) -> list[HomeRow]:
        person = self.quizapp.person
        note = self.say("home.my_results_of", name=person.name) if person else self.say("home.my_results_note")
        return [
            self._heading("home.results"),
            HomeRow(_entry(self.say("home.my_results"), note), self.action_look_back),
        ]

    def _teaching_rows(self) -> list[HomeRow]:
        if not self.workplace.offers_teaching or self.workplace.bank_desk is None:
            return []
        entry = _entry(self.say("teach.home_title"), self.say("teach.home_note"))
        return [self._heading("teach.heading"), HomeRow(entry, self._teach)]

    def _committee_rows(self) -> list[HomeRow]:
        if not self.workplace.offers_committee:
            return []
        scores = _entry(self.say("committee.title"), self.say("committee.home_note"))
        keying = _entry(self.say("keying.home_title"), self.say("keying.home_note"))
        return [self._heading("committee.heading"), HomeRow(scores, self.action_manage), HomeRow(keying, self._key_in)]

    def _paper_row(self, standing: Standing, paper: PaperFacts) -> HomeRow:
        if standing == "faulty":
            return HomeRow(_entry(paper.title or paper.file, self.say("home.faulty_note")))
        note = paper_line(self.language, paper, standing, self._sat.get(paper.id))
        # At its cover an invigilator may have it begin all the same.
        opens = standing == "open" or paper.is_invigilated
        return HomeRow(_entry(paper.title, note), partial(self._open, paper.id) if opens else None)

    def _open(self, paper: str) -> None:
        from quizapp.tui.sitting.visit import sit

        self._go_to(sit, paper)

    def action_open_quiz(self) -> None:
        from quizapp.tui.carrying.publication import find_and_sit

        self._go_to(find_and_sit)

    def _rehearse(self) -> None:
        from quizapp.tui.carrying.rehearsal import rehearse

        self._go_to(rehearse)

    def _mark(self, paper: str) -> None:
        from quizapp.tui.marking.essays import ask_and_mark

        self._go_to(ask_and_mark, paper)

    def action_practise(self) -> None:
        """Practise: a key as well as a row, for many papers leave the row below the screen."""
        from quizapp.tui.practice.visit import practise

        self._go_to(practise)

    def _teach(self) -> None:
        from quizapp.tui.teacher_room import teach

        self._go_to(teach)

    def action_manage(self) -> None:
        from quizapp.tui.committee_room import manage

        self._go_to(manage)

    def _key_in(self) -> None:
        from quizapp.tui.marking.keying_rounds import choose_and_key

        self._go_to(choose_and_key)

    def action_look_back(self) -> None:
        """Show earlier results, by key as well as by a row: whoever was confirmed here is not asked again."""
        from quizapp.tui.sitting.visit import look_back

        self._go_to(look_back)

    def _go_on(self, one: UnderWay) -> None:
        from quizapp.tui.sitting.visit import go_on

        person = " | ".join(part for part in (one.candidate_name, one.unit, one.candidate) if part)
        self._go_to(go_on, one.name, person, one.title)

    def _go_to(self, visit: Callable[[Shell, *Which], Awaitable[object]], *which: *Which) -> None:
        """Open what follows from here; handed over uncalled, for a second key may take the place of the first."""
        self.quizapp.run_worker(partial(visit, self.quizapp, *which), exclusive=True, group="visit")

    def _heading(self, code: str, *, is_first: bool = False) -> HomeRow:
        return HomeRow(Content.styled(("" if is_first else "\n") + self.say(code), MUTED))


def _sat_by(place: Workplace, person: Candidate) -> Mapping[str, Sat]:
    # Nobody is known at a start, which need not wait for what tells it.
    from quizapp.services.sitting.results import sat_papers

    return sat_papers(place.home, place.clock, person, place.class_id)


def _entry(title: str, note: str) -> Content:
    return Content.assemble((title, "bold"), "\n", (note, MUTED))
