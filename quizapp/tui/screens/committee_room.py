"""The committee's room: each paper with who sat, sits and is missing, and what is to be done for the class."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.errors import QuizError
from quizapp.tui.committee_menu import OFFERS
from quizapp.tui.committee_visit import choose_offer, counted, open_table
from quizapp.tui.room import Room
from quizapp.tui.screens.committee_words import need, needs, numbers
from quizapp.tui.themes import MUTED
from quizapp.tui.widgets.clipped import clipped
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.pointed_list import PointedList
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.services.paper_counts import PaperCounts

_TITLE = 70
_ROSTER = next(place for place, offer in enumerate(OFFERS) if offer.title == "committee.roster")
"""Which offer comes first where there is no paper yet: everything else asks for a class list."""


class CommitteeRoom(Room[None]):
    """Opens a paper's score table, or what else is offered, and comes back to its row, everything counted again."""

    CSS_PATH = "committee_room.tcss"
    GUIDE: ClassVar = "committee_room"
    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("f5", "look_again", show=False),
        Binding("f7", "paper", show=False),
    ]

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
        yield KeyLine()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        title = self.workplace.class_title
        self.query_one("#where", Line).show(" | ".join(part for part in (self.say("committee.title"), title) if part))
        self._say_needs()
        rows = self.query_one(PointedList)
        rows.highlighted = self._row(0 if self._papers else _ROSTER)
        rows.focus()

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
        of_paper = [(self.say("committee.key_paper"), "paper")] if self._papers else []
        self.query_one(KeyLine).parts = (
            (self.say("committee.key_room"), ""),
            *of_paper,
            (self.say("committee.key_again"), "look_again"),
            (self.say("key.help"), "explain"),
            (self.say("key.back"), "leave"),
        )

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
