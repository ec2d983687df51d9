"""收卷台: who is missing, each verdict as it comes, and what waits for a person; and the way to it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style

from quizapp.carrying.pack_sources import WatchedFolders, shown_name
from quizapp.domain.errors import QuizError
from quizapp.services.carrying.collecting_desk import DeskView, read_desk
from quizapp.services.carrying.copies import CopyVerdict
from quizapp.tui.carrying import desk_lists as words
from quizapp.tui.carrying.desk_lists import PEOPLE, TABS, Entry, Lines, NameWall, about, entry_text, wall
from quizapp.tui.carrying.desk_tasks import decide_about, keep_list
from quizapp.tui.carrying.desk_watch import DeskVerdicts, DeskWatch, KnownAttempts, RoundProgress, TimedVerdict
from quizapp.tui.frame.commands import BACK, HELP, MOVE, PAGE, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.titles import clipped, paper_titles
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import LongList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.services.carrying.collecting_desk import DeskPaper
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.shell import Shell


_PLACE = 50


async def collect_here(app: Shell) -> str:
    """Show the desk until it is left. Returns ""."""
    place = app.workplace
    try:
        view = await asyncio.to_thread(read_desk, place)
    except QuizError as error:
        await _refuse(app, error)
        return ""
    watch = DeskWatch(place, watched_of(place), lambda: places_of(place))
    await app.push_screen_wait(CollectingDesk(view, watch))
    return ""


def watched_of(place: Workplace) -> WatchedFolders:
    """Return what watches for a class: nothing in its own folder and its second copy was brought."""
    second = place.second_place.folder if place.second_place is not None else ""
    return WatchedFolders(Path(one) for one in (place.home_path, second) if one)


def places_of(place: Workplace) -> tuple[Path, ...]:
    """Return what is watched now: the sticks that are plugged in, then the folders of the settings."""
    return (*place.files.sticks(), *map(Path, place.watch))


async def choose_place(app: Shell) -> Path | None:
    """Ask for a folder or a file; None for nothing."""
    say, files = app.language.say, app.workplace.files
    sticks, own = await asyncio.to_thread(lambda: (files.sticks(), files.own_places()))
    # All of a person's own folder is more than anybody wants looked through.
    folders = [*sticks, *map(Path, app.workplace.watch), *(one for one in own if one != Path.home())]
    rows = [say("desk.choose_stick", place=str(one)) if one in sticks else str(one) for one in folders]
    rows = [clipped(row, _PLACE) for row in rows]
    chosen = await app.push_screen_wait(Pick(say("desk.choose_title"), [*rows, say("desk.choose_other")]))
    if chosen is None or chosen < len(folders):
        return None if chosen is None else folders[chosen]
    typed = await app.push_screen_wait(AskText(say("desk.choose_where"), say("desk.choose_keys")))
    if typed is None:
        return None
    path = Path(typed).expanduser()
    if await asyncio.to_thread(path.exists):
        return path
    lines = [say("desk.choose_missing", place=clipped(str(path), 200))]
    await app.push_screen_wait(Notice(say("room.cannot"), lines, say("room.close")))
    return None


async def choose_paper(app: Shell, view: DeskView) -> DeskPaper | None:
    """Ask which paper is shown; None for the same."""
    if not view.papers:
        return None
    at = view.papers.index(view.paper) if view.paper in view.papers else 0
    rows = paper_titles(app.language, view.papers)
    chosen = await app.push_screen_wait(Pick(app.language.say("desk.paper_title"), rows, at))
    return None if chosen is None else view.papers[chosen]


async def _refuse(app: Shell, error: QuizError) -> None:
    say = app.language.say
    await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


SOON = 0.1
"""Seconds in which verdicts are gathered before they are drawn."""


class CollectingDesk(Room[None]):
    """Watches until it is left. Nothing that waits for a disk is done on the event loop."""

    CSS_PATH = "collecting_desk.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "decide", "desk.key_decide"),
        Command("f5", "collect", "desk.key_again"),
        Command("f6", "choose", "desk.key_choose"),
        Command("f7", "paper", "desk.key_paper"),
        Command("f8", "list", "desk.key_list"),
        HELP,
        BACK,
        MOVE,
        PAGE,
        Command("right,tab", "turn", back="left,shift+tab"),
    )

    @dataclass
    class Came(Message):
        """A verdict was given, or a file was read, in the thread that collects."""

        what: CopyVerdict | RoundProgress

    def __init__(self, view: DeskView, watch: DeskWatch) -> None:
        super().__init__()
        self._view = view
        self._watch = watch
        self._told = DeskVerdicts()
        self._there: tuple[Path, ...] = ()
        self._is_watching = False
        self._is_chosen = False
        """Whether the person said which paper is shown."""
        self._progress: RoundProgress | None = None
        self._is_drawing_due = False
        self._tab = 0
        self._entries: tuple[Entry, ...] = ()
        self._list = LongList(marks_cut=True)

    def compose(self) -> ComposeResult:
        self._list = LongList(marks_cut=True)
        with Vertical(id="top"):
            yield Line(id="where")
            yield Line(id="counts")
            yield Line(id="watching", classes="muted")
        yield Rule(id="upper")
        with Horizontal(id="middle"):
            with Vertical(id="lists"):
                yield Line(id="tabs")
                yield Prose(id="empty", classes="muted")
                yield self._list
            with VerticalScroll(id="wall") as scroll:
                scroll.can_focus = False
                yield NameWall()
        yield Rule(id="rule")
        yield Prose(id="about")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the desk; again where the language was changed, and all of it is said anew."""
        self._show()
        self._say_places(self._there)
        if not self._is_watching:
            self._is_watching = True
            self._go_round()

    # Moving about

    def action_move(self, step: int) -> None:
        self._point_at(self._list.cursor + step)

    def action_page(self, step: int) -> None:
        self._point_at(self._list.cursor + step * max(self._list.page - 1, 1))

    def action_turn(self, step: int) -> None:
        self.action_turn_to((self._tab + step) % len(TABS))

    def action_turn_to(self, place: int) -> None:
        self._tab = place
        self._show_list(0)

    @on(LongList.Pointed)
    def point(self, message: LongList.Pointed) -> None:
        self._point_at(message.place)

    def action_leave(self) -> None:
        self.dismiss(None)

    # What can be done

    @work(exclusive=True, group="visit")
    async def action_decide(self) -> None:
        """Have something decided about who is under the cursor."""
        if not self._entries:
            return
        entry = self._entries[self._list.cursor]
        if isinstance(entry, KnownAttempts):
            self.action_turn_to(PEOPLE)
            return
        wanted = about(self._view, entry)
        if wanted is None:
            self.tell(self.say("desk.nothing_here"))
            return
        told = await decide_about(self.quizapp, wanted)
        if told:
            await self._read_again()
            self.tell(told)

    def action_collect(self) -> None:
        """Look through everything now, what was collected before too."""
        self._watch.ask()

    @work(exclusive=True, group="visit")
    async def action_choose(self) -> None:
        place = await choose_place(self.quizapp)
        if place is not None:
            self._watch.choose(place)

    @work(exclusive=True, group="visit")
    async def action_paper(self) -> None:
        if not self._view.papers:
            self.tell(self.say("desk.no_papers"))
        chosen = await choose_paper(self.quizapp, self._view)
        if chosen is not None:
            self._is_chosen = True
            await self._read_again(chosen.id)

    @work(exclusive=True, group="visit")
    async def action_list(self) -> None:
        if self._view.paper is None:
            self.tell(self.say("desk.no_papers"))
        else:
            await keep_list(self.quizapp, *self._view.paper)

    # Watching

    @work(exclusive=True, group="watch")
    async def _go_round(self) -> None:
        def tell(what: CopyVerdict | RoundProgress) -> None:
            self.post_message(self.Came(what))

        async for done in self._watch.rounds(tell):
            self._progress = None
            self._say_places(done.look.there)
            self._told.forget({shown_name(path) for path in done.gone})
            if done.look.ready:
                await self._read_again()
            shown = self._view.paper.id if self._view.paper else ""
            told = words.round_text(self.language, done, shown, is_asked=self._watch.is_asked)
            if told:
                self.tell(told)

    @on(Came)
    def take(self, message: Came) -> None:
        """Keep what came and draw it a moment later, with what comes until then."""
        message.stop()
        if isinstance(message.what, RoundProgress):
            self._progress = message.what
        else:
            self._told.take(self.workplace.clock.read().at, message.what)
        if not self._is_drawing_due:
            self._is_drawing_due = True
            self.set_timer(SOON, self._draw_what_came)

    def _draw_what_came(self) -> None:
        self._is_drawing_due = False
        if self._progress is not None:
            values = self._progress._asdict()
            self.query_one("#watching", Line).show(self.say("desk.reading", **values))
        if TABS[self._tab].code == "verdicts":
            self._show_list(self._list.cursor)
        else:
            self._show_tabs()

    # How it is shown

    async def _read_again(self, paper: str = "") -> None:
        """Read the desk again, off the event loop; nobody's paper gives way to the one that came, unless it was chosen.

        What is shown does not change otherwise: a stick may hold more than one paper.
        """
        shown = self._view.paper
        is_begun = shown is not None and any(one.attempts for one in self._view.counts.people)
        wanted = paper or (shown.id if shown is not None and (is_begun or self._is_chosen) else "")
        try:
            self._view = await asyncio.to_thread(read_desk, self.workplace, wanted)
        except QuizError as error:
            self.tell(self.language.error(error))
        self._show()

    def _show(self) -> None:
        paper = self._view.paper
        title = paper.title if paper else self.say("desk.no_paper")
        self.query_one("#where", Line).show(f"{self.say('desk.title')} | {title}")
        self.query_one("#counts", Line).show(words.counts(self.language, self._view))
        self.query_one(NameWall).names = wall(self._view)
        self._show_list(self._list.cursor)

    def _show_list(self, cursor: int) -> None:
        tab = TABS[self._tab]
        before = self._entries[self._list.cursor] if self._entries else None
        self._entries = tuple(tab.entries(self._view, self._told))
        # On the newest the cursor goes along with what comes, on another line it stays there.
        if cursor and isinstance(before, TimedVerdict) and before in self._entries:
            cursor = self._entries.index(before)
        self._list.show(Lines(self.language, self._entries), cursor)
        empty = self.query_one("#empty", Prose)
        empty.display, empty.text = not self._entries, words.empty(self.language, tab.code, self._view)
        self._show_tabs()
        self._point_at(cursor)

    def _show_tabs(self) -> None:
        heads = []
        for place, tab in enumerate(TABS):
            refused = self._told.to_look_at if tab.code == "verdicts" else 0
            text = words.head(self.language, tab.code, tab.count(self._view, self._told), refused)
            click = Style.from_meta({"@click": f"screen.turn_to({place})"})
            is_open = place == self._tab
            head = (f"[{text}]", "bold $text-accent") if is_open else (f" {text} ", click)
            heads.append(Content.assemble(head))
        tabs, hint = self.query_one("#tabs", Line), Content.styled(f" {self.say('desk.key_tabs')}", MUTED)
        shown = Content(" ").join(heads)
        # A large class leaves no room for saying how one comes to the next list; the help says it too.
        fits = shown.cell_length + hint.cell_length < tabs.size.width
        tabs.content = Content(" ").join((shown, hint)) if fits else shown

    def _point_at(self, place: int) -> None:
        self._list.point_at(place)
        said = entry_text(self.language, self._entries[self._list.cursor]) if self._entries else ""
        self.query_one("#about", Prose).text = said

    def _say_places(self, there: tuple[Path, ...]) -> None:
        self._there = there
        self.query_one("#watching", Line).show(words.places(self.language, there))
