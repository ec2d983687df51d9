"""The committee's room: each paper with who sat, sits and is missing, and all that can be done for the class."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.errors import QuizError
from quizapp.services.book.score_book import look
from quizapp.services.ports.workplace import keep_second_copy
from quizapp.services.scores.class_standing import paper_counts
from quizapp.tui.analysis.visit import analyse, debrief
from quizapp.tui.carrying.collecting_desk import collect_here
from quizapp.tui.classes.roster import show_roster
from quizapp.tui.decisions.correction import correct
from quizapp.tui.decisions.regrade import regrade
from quizapp.tui.evidence.replay import replay
from quizapp.tui.evidence.verification import seal, verify, verify_sealed
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.titles import clipped
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.marking.essays import ask_and_mark
from quizapp.tui.scores.export import export_all
from quizapp.tui.scores.score_table import ScoreTable
from quizapp.tui.scores.score_view import PaperOffer, PaperWays, read_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.ports.port_values import AttemptName
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.scores.class_standing import PaperCounts
    from quizapp.tui.shell import Shell


Visit: TypeAlias = "Callable[[Shell], Awaitable[str]]"


class CommitteeOffer(NamedTuple):
    """A row of the room: the code of its title and of its note, and the way, which returns what is to be told."""

    title: str
    note: str
    visit: Visit


async def _analyse(app: Shell, paper: str) -> str:
    await analyse(app, paper)
    return ""


async def _debrief(app: Shell, paper: str) -> str:
    await debrief(app, paper)
    return ""


async def _mark(app: Shell, paper: str) -> str:
    await ask_and_mark(app, paper)
    trouble = await asyncio.to_thread(keep_second_copy, app.workplace)
    return "" if trouble is None else app.language.error(trouble)


OFFERS: tuple[CommitteeOffer, ...] = (
    CommitteeOffer("desk.title", "desk.offer_note", collect_here),
    CommitteeOffer("committee.export_everything", "committee.export_everything_note", export_all),
    CommitteeOffer("committee.roster", "committee.roster_note", show_roster),
    CommitteeOffer("committee.verify", "committee.verify_note", verify),
    CommitteeOffer("committee.seal", "committee.seal_note", seal),
    CommitteeOffer("committee.verify_sealed", "committee.verify_sealed_note", verify_sealed),
)
PAPER_OFFERS: tuple[PaperOffer, ...] = (
    PaperOffer("committee.analyse", "committee.analyse_note", _analyse),
    PaperOffer("committee.debrief", "committee.debrief_note", _debrief, is_projected=True),
    PaperOffer("committee.mark", "committee.mark_note", _mark),
    PaperOffer("correct.title", "correct.offer_note", correct),
    PaperOffer("committee.regrade", "committee.regrade_note", regrade),
)


_MENU_TITLE = 50


async def manage(app: Shell) -> None:
    """Show the room until it is left."""
    try:
        papers = await asyncio.to_thread(counted, app.workplace)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    if kept := app.workplace.home.book.kept:
        say = app.language.say
        lines = [say("command.book-altered", kept=kept)]
        await app.push_screen_wait(Notice(say("committee.title"), lines, say("room.close")))
    await app.push_screen_wait(CommitteeRoom(papers))


def counted(place: Workplace) -> tuple[PaperCounts, ...]:
    """Return how the class stands at each paper, as of now. Waits for the disk; raises MachineRefused."""
    book = look(place.home, place.clock, place.class_id)
    return paper_counts(place, book, place.clock.read().at)


async def open_table(app: Shell, paper: str) -> str:
    """Show a paper's score table until it is left, and what was chosen there to be shown without it.

    Say so where its scores are not to be relied on. Returns what is to be told.
    """
    try:
        view = await asyncio.to_thread(read_view, app.workplace, app.language, paper, all_attempts=False)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    offer = await app.push_screen_wait(ScoreTable(view, WAYS))
    return "" if offer is None else await offer.visit(app, paper)


async def choose_offer(app: Shell, title: str) -> PaperOffer | None:
    """Return what is to be done with a paper of that title; None for nothing."""

    rows = [f"{app.language.say(offer.title)}\n{app.language.say(offer.note)}" for offer in PAPER_OFFERS]
    chosen = await app.push_screen_wait(Pick(clipped(title, _MENU_TITLE), rows))
    return None if chosen is None else PAPER_OFFERS[chosen]


async def _replay(app: Shell, name: AttemptName) -> None:
    await replay(app, name)


WAYS = PaperWays(_replay, choose_offer)


ALWAYS = ("handed_in", "in_progress", "absent")
"""Told even of nobody."""
MORE = ("awaited", "deferred", "exempt", "misconduct", "left", "void")


def numbers(language: Language, one: PaperCounts) -> str:
    """Return how many people stand how at a paper, and how many attempts wait to be marked."""
    shown = [name for name in ALWAYS if name != "absent" or not one.people.get("awaited")]
    parts = [_part(language, name, one.people.get(name, 0)) for name in shown]
    parts += [_part(language, name, one.people[name]) for name in MORE if one.people.get(name)]
    if one.waiting:
        parts.append(_part(language, "marking", one.waiting))
    if one.roster:
        parts.append(_part(language, "roster", one.roster))
    return " | ".join(parts)


def need(language: Language, one: PaperCounts) -> str:
    """Return what of a paper needs a person, in one line; "" for nothing."""
    if one.refused is not None:
        return language.say("committee.need_refused")
    found = (
        ("waiting", one.waiting),
        ("differing", one.differing),
        ("beyond", one.beyond),
        ("ineligible", one.ineligible),
        ("absent", one.people.get("absent", 0)),
        ("strangers", one.strangers),
    )
    said = [language.say(f"committee.need_{name}", count=count) for name, count in found if count]
    return language.say("committee.between").join(said)


def needs(language: Language, papers: Sequence[PaperCounts]) -> str:
    """Return the sentence that comes first where something needs a person; "" where nothing does."""
    wanting = sum(one.needs_person for one in papers)
    sentences = [language.error(one.refused) for one in papers if one.refused is not None]
    if wanting:
        sentences.append(language.say("committee.needs", count=wanting))
    return "\n".join(sentences)


def _part(language: Language, name: str, count: int) -> str:
    return language.say(f"committee.count_{name}", count=count)


_TITLE = 70
_ROSTER = next(place for place, offer in enumerate(OFFERS) if offer.title == "committee.roster")
"""Which offer comes first where there is no paper yet: everything else asks for a class list."""


class CommitteeRoom(Room[None]):
    """Opens a paper's score table, or what else is offered, and comes back to its row, everything counted again."""

    CSS_PATH = "committee_room.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", label="committee.key_room"),
        Command("f7", "paper", "committee.key_paper", when="has_papers", has_priority=False),
        Command("f5", "look_again", "committee.key_again", has_priority=False),
        HELP,
        Command("escape", "leave", "key.back", has_priority=False),
    )

    def __init__(self, papers: Sequence[PaperCounts]) -> None:
        super().__init__()
        self._papers = papers

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Prose(id="needs")
            yield PointedList(*self._entries(), id="rows")
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        title = self.workplace.class_title
        self.query_one("#where", Line).show(" | ".join(part for part in (self.say("committee.title"), title) if part))
        self._say_needs()
        rows = self.query_one(PointedList)
        rows.highlighted = self._row(0 if self._papers else _ROSTER)
        rows.focus()

    @property
    def has_papers(self) -> bool:
        """Whether there is a paper to choose."""
        return bool(self._papers)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_look_again(self) -> None:
        self._visit(None)

    @work(exclusive=True, group="visit")
    async def action_paper(self) -> None:
        """Choose what else is done with the paper under the cursor; nobody's name is on screen behind it."""
        row = self.query_one(PointedList).highlighted or 0
        place = next((at for at in range(len(self._papers)) if self._row(at) == row), None)
        if place is None:
            self.tell(self.say("committee.no_paper_here"))
            return
        paper = self._papers[place]
        offer = await choose_offer(self.quizapp, paper.title)
        if offer is not None:
            await self._count_again(place, paper.paper, await offer.visit(self.quizapp, paper.paper))

    @on(OptionList.OptionSelected)
    def open(self, message: OptionList.OptionSelected) -> None:
        places = {self._row(place): place for place in range(len(self._papers) + len(OFFERS))}
        self._visit(places[message.option_index])

    @work(exclusive=True, group="visit")
    async def _visit(self, place: int | None) -> None:
        """Open a paper or an offer, if one was chosen, and count again behind it."""
        told = self.say("committee.counted_again")
        paper = ""
        if place is not None and place < len(self._papers):
            paper = self._papers[place].paper
            told = await open_table(self.quizapp, paper)
        elif place is not None:
            told = await OFFERS[place - len(self._papers)].visit(self.quizapp)
        await self._count_again(place, paper, told)

    async def _count_again(self, place: int | None, paper: str, told: str) -> None:
        rows = self.query_one(PointedList)
        row, count = rows.highlighted, len(self._papers)
        try:
            self._papers = await asyncio.to_thread(counted, self.workplace)
        except QuizError as error:
            told = self.language.error(error)
        rows.show(*self._entries())
        self._say_needs()
        kept = next((at for at, one in enumerate(self._papers) if one.paper == paper), 0)
        if place is None:
            rows.highlighted = row
        else:
            rows.highlighted = self._row(kept if paper else place - count + len(self._papers))
        if told:
            self.tell(told)

    def _row(self, place: int) -> int:
        """Return the row of a paper, or of an offer behind them: a heading stands above each group."""
        return place + 1 if place < len(self._papers) else place + 2

    def _say_needs(self) -> None:
        sentence = needs(self.language, self._papers)
        prose = self.query_one("#needs", Prose)
        prose.text, prose.display = sentence, bool(sentence)
        self.refresh_keys()

    def _entries(self) -> tuple[list[Content], list[int]]:
        heading = Content.styled(self.say("committee.papers" if self._papers else "committee.no_papers"), MUTED)
        papers = [self._paper(one) for one in self._papers]
        more = Content.styled("\n" + self.say("committee.more"), MUTED)
        offers = [
            Content.assemble((self.say(offer.title), "bold"), "\n", (self.say(offer.note), MUTED)) for offer in OFFERS
        ]
        return [heading, *papers, more, *offers], [0, len(papers) + 1]

    def _paper(self, one: PaperCounts) -> Content:
        about = Content.assemble((clipped(one.title, _TITLE), "bold"), "\n", (numbers(self.language, one), MUTED))
        wanted = need(self.language, one)
        # Not in the accent colour, which is the ground under the cursor.
        return Content.assemble(about, "\n", wanted) if wanted else about
