"""A paper's analysis: what needs a person first in sentences, the plots after it; written to a file where wanted."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.reports.analysis_text import analysis_bytes, check_ending
from quizapp.tui.analysis.item import AnalysisItem
from quizapp.tui.analysis.items import ORDERS, in_order, table_lines
from quizapp.tui.analysis.pages import (
    class_words,
    first_items,
    further,
    item_words,
    scatter_page,
    scores_page,
    topics_page,
)
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.save_as import may_replace, save_typed, usual_folder
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import LongList, PointedList
from quizapp.tui.frame.widgets.prose import Page, Paragraph, Prose, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.services.analysis.paper_analysis import ClassAnswers, PaperAnalysis
    from quizapp.tui.frame.room import AnyRoom


async def write_analysis(room: AnyRoom, found: PaperAnalysis) -> None:
    """Ask for a file, and write it; where that fails, say why and ask again with what was typed."""
    saved = await save_typed(
        room,
        (room.say("analysis.to"), room.say("analysis.to_keys")),
        await asyncio.to_thread(_usual, room, found),
        may_replace=partial(may_replace, room),
        write=partial(_write, room, found),
    )
    if saved is not None:
        room.tell(room.say("analysis.written", title=found.title, file=str(saved.path)))


def _usual(room: AnyRoom, found: PaperAnalysis) -> Path:
    """Return where the file is found again. The paper's id names it: a title may have what a system refuses."""
    return usual_folder() / f"{room.say('analysis.screen')}_{found.paper}.txt"


def _write(room: AnyRoom, found: PaperAnalysis, path: Path) -> None:
    check_ending(path)
    place = room.workplace
    values = {"paper": found.paper, "to": str(path), "attempts": str(found.analysis.test.candidates)}
    data, now = analysis_bytes(found, room.language, path.suffix), place.clock.read().at
    place.files.put(path, data, lambda: place.home.log.record(now, "analysis-written", place.staff, values))


PAGES = ("first", "scores", "scatter", "topics", "items")
WIDEST = 110
"""Cells beyond which a plot only gets emptier."""


class AnalysisScreen(Room[str]):
    """Shows an analysis until it is left, or until a key was corrected: what is to be told of that, "" for nothing.

    Its keys have priority: they never reach a list out of turn.
    """

    CSS_PATH = "analysis.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("right", "turn", "analysis.key_pages", back="left"),
        Command("down", "move", "analysis.key_move_{.listed}", back="up", when="has_lines"),
        Command("enter", "open", "analysis.key_open", when="has_items"),
        Command("f5", "sort", "analysis.key_sort", when="is_sorted"),
        Command("f8", "write", "analysis.key_write"),
        HELP,
        BACK,
        Command("pagedown", "move_page", back="pageup"),
    )

    def __init__(self, found: ClassAnswers, told: str = "") -> None:
        """`told` is said as it opens."""
        super().__init__()
        self._found = found
        self._told = told
        self._place = 0
        """Of the page shown."""
        self._order = 0
        self._items: Sequence[ItemStatistics] = found.analysed.analysis.items
        """In the order of the table."""
        self._first = first_items(found)

    def compose(self) -> ComposeResult:
        yield Line(id="where")
        yield Rule()
        with Vertical(id="first"):
            for words in class_words(self._found, self.language):
                yield Prose(words, classes="muted")
            yield PointedList()
            yield Prose(further(self._found, self.language), classes="muted")
        yield Page()
        with Vertical(id="items"):
            yield Line(id="heads", classes="muted")
            yield LongList()
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one(PointedList).focus()
        self.call_after_refresh(self._show)
        if self._told:
            self.tell(self._told)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._show)

    @property
    def is_sorted(self) -> bool:
        """Whether the page is the table of all items."""
        return PAGES[self._place] == "items"

    @property
    def has_items(self) -> bool:
        """Whether items stand on the page, to be opened."""
        return self.is_sorted or (PAGES[self._place] == "first" and bool(self._first))

    @property
    def has_lines(self) -> bool:
        """Whether anything on the page can be moved."""
        return self.has_items or PAGES[self._place] != "first"

    @property
    def listed(self) -> str:
        """What the arrows move: the cursor among items, or the page."""
        return "items" if self.has_items else "page"

    def action_turn(self, step: int) -> None:
        self._place = (self._place + step) % len(PAGES)
        self._show()

    def action_move(self, step: int) -> None:
        match PAGES[self._place]:
            case "first":
                lines = self.query_one(PointedList)
                if step > 0:
                    lines.action_cursor_down()
                else:
                    lines.action_cursor_up()
            case "items":
                items = self.query_one(LongList)
                items.point_at(items.cursor + step)
            case _:
                self.query_one(Page).scroll_relative(y=step, animate=False)

    def action_move_page(self, step: int) -> None:
        page = self.query_one(LongList).page if PAGES[self._place] == "items" else self.query_one(Page).size.height
        self.action_move(step * max(page - 1, 1))

    def action_open(self) -> None:
        """Open the item under the cursor; where a plot stands, there is none."""
        match PAGES[self._place]:
            case "first" if self._first:
                self._open_item(self._first, self.query_one(PointedList).highlighted or 0)
            case "items":
                self._open_item(self._items, self.query_one(LongList).cursor)

    def action_sort(self) -> None:
        """Put the items of the table into the next order, its first under the cursor."""
        if not self.is_sorted:
            return
        self._order = (self._order + 1) % len(ORDERS)
        self._items = in_order(self._found.analysed.analysis.items, ORDERS[self._order])
        self.query_one(LongList).point_at(0)
        self._show()

    @work(exclusive=True, group="visit")
    async def action_write(self) -> None:
        await write_analysis(self, self._found.analysed)

    def action_leave(self) -> None:
        self.dismiss("")

    @on(OptionList.OptionSelected)
    def open_clicked(self, message: OptionList.OptionSelected) -> None:
        self._open_item(self._first, message.option_index)

    @on(LongList.Pointed)
    def open_pointed(self, message: LongList.Pointed) -> None:
        """Open the item that was clicked on; the cursor goes there too."""
        self.query_one(LongList).point_at(message.place)
        self._open_item(self._items, message.place)

    def _open_item(self, items: Sequence[ItemStatistics], place: int) -> None:
        self.app.push_screen(AnalysisItem(self._found, items, place), self._look_again)

    def _look_again(self, told: str | None) -> None:
        """Give way to what stands now, where a key was corrected."""
        if told:
            self.dismiss(told)

    def _show(self) -> None:
        """Show the page, as wide as there is room for."""
        name = PAGES[self._place]
        for part, names in (("#first", ("first",)), ("#items", ("items",)), ("Page", ("scores", "scatter", "topics"))):
            self.query_one(part).display = name in names
        parts = [self._found.analysed.title, self.say("analysis.screen"), self._page_name(name)]
        if name == "items":
            parts.append(self.say(f"analysis.sort_{ORDERS[self._order]}"))
            self._show_items()
        elif name == "first":
            self._show_first()
        else:
            self.query_one(Page).show(self._plot(name))
        self.query_one("#where", Line).show(" | ".join(parts))
        self.refresh_keys()

    def _page_name(self, name: str) -> str:
        told = self.say(f"analysis.page_{name}")
        return self.say("analysis.page", name=told, place=self._place + 1, total=len(PAGES))

    def _show_first(self) -> None:
        lines = self.query_one(PointedList)
        pointed, room = lines.highlighted or 0, min(self._room, 76) - 4
        entries = []
        for item in self._first:
            place, said = item_words(self._found, item, self.language)
            entries.append(Content.assemble((place, "bold"), "\n", "\n".join(wrapped(said, room))))
        lines.show(entries)
        if entries:
            lines.highlighted = pointed

    def _show_items(self) -> None:
        heads, rows = table_lines(self._found, self._items, self.language, self.size.width)
        self.query_one("#heads", Line).show(heads)
        lines = self.query_one(LongList)
        lines.show(rows, lines.cursor)

    def _plot(self, name: str) -> list[Paragraph]:
        found, language, room = self._found, self.language, self._room
        match name:
            case "scores":
                return scores_page(found, language, room)
            case "scatter":
                return scatter_page(found, language, room, self.size.height - 4)
            case _:
                return topics_page(found, language, room)

    @property
    def _room(self) -> int:
        """The cells of a page."""
        return min(self.size.width - 4, WIDEST)
