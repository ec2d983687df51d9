"""The way to keying in: which paper, which round, the lines; then where two rounds differ."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.domain.errors import Faulty, MachineRefused, Overtaken, QuizError
from quizapp.domain.marking.keying import Round
from quizapp.services.marking.keying import FIRST, SECOND, Keying
from quizapp.services.sitting.attempt_start import usable
from quizapp.tui.frame.commands import BACK, HELP, MOVE, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.titles import paper_titles
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.marking.keying import KeyingScreen, KeyingWords

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.services.marking.keying import Difference
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.shell import Shell


class KeyingCompare(Room[bool]):
    """Returns True where all is settled and the lines are to be entered. Its keys have priority, as in `Keying`."""

    CSS_PATH = "keying_rounds.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("1", label="keying.key_first"),
        Command("2", label="keying.key_second"),
        Command("f9", "enter_all", "keying.key_enter"),
        HELP,
        BACK,
        MOVE,
    )

    def __init__(self, keying: Keying) -> None:
        super().__init__()
        self._keying = keying
        self._differences: tuple[Difference, ...] = ()

    def compose(self) -> ComposeResult:
        self._words = KeyingWords(self.language, self._keying)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Rule()
        with Vertical(id="body"):
            yield Prose(self.say("keying.compare_how"), classes="muted")
            yield PointedList()
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('keying.compare')} | {self._keying.paper.title}")
        self._list(0)
        self.query_one(PointedList).focus()

    def type_character(self, character: str) -> bool:
        """Take 1 and 2, half or full width, as choices; no other character does anything here."""
        round = {"1": FIRST, "１": FIRST, "2": SECOND, "２": SECOND}.get(character)
        if round is not None and self._differences:
            self._choose(round)
        return True

    def action_move(self, step: int) -> None:
        lines = self.query_one(PointedList)
        if step > 0:
            lines.action_cursor_down()
        else:
            lines.action_cursor_up()

    def _choose(self, round: Round) -> None:
        """Say which round is right where the cursor is, and go on to the next that is open."""
        place = self.query_one(PointedList).highlighted
        if place is None:
            return
        try:
            self._keying.settle(self._differences[place], round)
        except (MachineRefused, Overtaken) as trouble:
            self._list(place)
            self.tell(self.language.error(trouble))
            return
        found = self._keying.differences()
        behind = [*range(place + 1, len(found)), *range(place)]
        self._list(next((one for one in behind if found[one].settled is None), place))
        if all(one.settled for one in found):
            self.tell(self.say("keying.all_settled"))

    def action_enter_all(self) -> None:
        """Go on to entering, where nothing is open."""
        count = self._open()
        if count:
            self.tell(self.say("keying-unsettled", count=count))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)

    def _open(self) -> int:
        return sum(one.settled is None for one in self._differences)

    def _list(self, pointed: int) -> None:
        self._differences = self._keying.differences()
        lines = self.query_one(PointedList)
        lines.show([self._entry(one) for one in self._differences])
        lines.highlighted = pointed
        count = self.say("keying.compare_count", count=len(self._differences), open=self._open())
        self.query_one("#count", AutoLine).show(count)

    def _entry(self, one: Difference) -> Content:
        style = MUTED if one.settled else "bold $text-accent"
        return Content.assemble(self._words.difference(one), "\n", (self._words.chosen(one), style))


class KeyingTask(NamedTuple):
    """Which round is keyed, and by whom."""

    round: Round
    by: str


async def key_only(app: Shell, paper: str, wanted: KeyingTask) -> None:
    """Key in one paper's answers and end the app: `quizapp scores enter --keyed`."""
    await key_in(app, paper, wanted)
    app.exit(0)


async def choose_and_key(app: Shell) -> None:
    """Ask for the paper and the round, and key in its answers."""
    say = app.language.say
    papers = [paper for paper in app.workplace.paper_list() if not paper.is_faulty]
    if not papers:
        await app.push_screen_wait(Notice(say("keying.title"), [say("keying.no_papers")], say("room.close")))
        return
    titles = paper_titles(app.language, ((paper.id, paper.title) for paper in papers))
    place = await app.push_screen_wait(Pick(say("keying.which_paper"), titles))
    if place is None:
        return
    rounds = [say("keying.round_1"), say("keying.round_2")]
    chosen = await app.push_screen_wait(Pick(say("keying.which_round", title=papers[place].title), rounds))
    if chosen is not None:
        await key_in(app, papers[place].id, KeyingTask(round=SECOND if chosen else FIRST, by=app.workplace.staff))


async def key_in(app: Shell, paper: str, wanted: KeyingTask) -> None:
    """Key in a paper's answers until they are entered or the person leaves."""
    say = app.language.say
    try:
        keying = await asyncio.to_thread(_begin, app.workplace, paper, wanted)
        while await app.push_screen_wait(KeyingScreen(keying)):
            if await _entered(app, keying):
                return
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


def _begin(place: Workplace, paper: str, wanted: KeyingTask) -> Keying:
    return Keying(place, usable(place.library.paper(paper)), wanted.round, wanted.by)


async def _entered(app: Shell, keying: Keying) -> bool:
    """Compare where it was keyed twice, ask, and enter; return whether it was entered."""
    say = app.language.say
    if keying.differences() and not await app.push_screen_wait(KeyingCompare(keying)):
        return False
    try:
        count = keying.count_to_enter()
        if not await _is_sure(app, keying, count):
            return False
        entry = await asyncio.to_thread(keying.enter)
    except Faulty as error:
        lines = [f"{fault.item}: {say(fault.code, **fault.values)}" for fault in error.faults]
        await app.push_screen_wait(Notice(say("room.cannot"), lines, say("room.close")))
        return False
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return False
    words = "keying.entered-rest" if entry.stood else "keying.entered"
    lines = [say(words, title=keying.paper.title, count=len(entry.attempts), stood=entry.stood)]
    lines += [f"{fault.item}: {say(fault.code, **fault.values)}" for fault in entry.warnings]
    await app.push_screen_wait(Notice(say("keying.title"), lines, say("room.close")))
    return True


async def _is_sure(app: Shell, keying: Keying, count: int) -> bool:
    say = app.language.say
    lines = [say("keying.enter_note"), *([] if keying.has_second else [say("keying.enter_once")])]
    words = {"safe": say("keying.stay"), "step": say("keying.enter")}
    title = say("keying.enter_title", title=keying.paper.title, count=count)
    return await app.push_screen_wait(Confirm(title, lines, **words, key="f9"))
