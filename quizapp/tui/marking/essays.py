"""Essays being marked: the way to a paper's pile, then an essay, its model answer and its points."""

from __future__ import annotations

import asyncio
import unicodedata
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Input

from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.item import LETTERS
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.text import clean_line
from quizapp.services.marking.essay_pile import find_pile
from quizapp.services.marking.marking_session import MarkingSession
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.key_line import PARTING
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Page
from quizapp.tui.marking.essay_words import MarkingWords, PointLine, PointLines, kept_back

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizapp.services.marking.marking_session import MarkDraft
    from quizapp.tui.shell import Shell


async def mark_only(app: Shell, paper: str, marker: Marker) -> None:
    """Mark one paper's essays and end the app: `quizapp scores mark`."""
    await mark_essays(app, paper, marker)
    app.exit(0)


async def ask_and_mark(app: Shell, paper: str) -> None:
    """Ask who marks, whoever is at the machine where nobody else is named, and show a paper's essays.

    Two who mark at two windows of one home are two markers only by their names.
    """
    say = app.language.say
    by = await app.push_screen_wait(AskText(say("marking.who"), say("marking.who_keys"), app.workplace.staff))
    if by is not None:
        await mark_essays(app, paper, Marker(by=clean_line(by)))


async def mark_essays(app: Shell, paper: str, marker: Marker) -> None:
    """Show a paper's essays until the person leaves them; say so where there are none."""
    place, say = app.workplace, app.language.say
    try:
        found = await asyncio.to_thread(find_pile, place, paper, marker.by)
        if found.scripts:
            session = MarkingSession(place.home, place.clock, found, marker)
            try:
                await app.push_screen_wait(MarkingScreen(session))
            finally:
                session.close()
            return
        lines = [say("marking.none", title=found.title), *kept_back(app.language, found)]
    except QuizError as error:
        lines = [app.language.error(error)]
    await app.push_screen_wait(Notice(say("marking.title"), lines, say("room.close")))


DELAY = 0.8
"""Seconds after the last key at which what was given is recorded; at once on going on."""
RETRY = 5.0
"""Seconds between two tries to record what the disk refused."""
SCROLLED = 3
"""Lines that a key scrolls a long essay by."""


class MarkingScreen(Room[None]):
    """Shows one essay at a time, never whose it is, and records its marks once every point has some.

    All its keys have priority: they are handled in the order they were pressed (docs/decisions).
    """

    CSS_PATH = "essays.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f6", "fold", "marking.key_fold", when="is_foldable"),
        Command("down,tab", "move", "marking.key_move", back="up,shift+tab", when="is_short"),
        Command("right", "step", "marking.key_step", back="left"),
        Command("f5", "suggest", "marking.key_suggest"),
        Command("f9", "next_waiting", "marking.key_next"),
        HELP,
        Command("enter", "go_on"),
        Command("backspace,delete", "erase"),
        Command("pagedown", "turn", back="pageup"),
        Command("f8,ctrl+down", "scroll", back="f7,ctrl+up"),
        Command("ctrl+s", "say_saved"),
        Command("escape,ctrl+q", "leave"),
    )

    def __init__(self, session: MarkingSession) -> None:
        super().__init__()
        self._session = session
        self._timer: Timer | None = None
        self._is_open = False
        """Whether a long question is shown whole: what was written is what is marked, and stands first."""

    def compose(self) -> ComposeResult:
        self._words = MarkingWords(self.language, self._session)
        self._points = PointLines(self._session.most_lines)
        self._comment = TextField()
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Line(id="progress", classes="muted")
        yield Rule()
        with Container(id="body"):
            yield Page()
            with Vertical(id="sheet"):
                yield Rule(id="sheet-rule")
                yield self._points
                with Horizontal(id="comment"):
                    yield AutoLine(id="label")
                    yield self._comment
                yield Line(id="total")
        yield Rule(id="rule")
        with Horizontal(id="foot"):
            yield self.key_line()
            yield AutoLine(id="saved")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show all there is to show; again where the language was changed."""
        self.query_one("#where", Line).show(self._words.where())
        self.query_one("#label", AutoLine).show(self.say("marking.comment"))
        self._show()
        self._say(self._words.kept_back())

    @property
    def is_foldable(self) -> bool:
        """Whether the question is too long to be shown whole at once."""
        return self._words.is_foldable

    @property
    def is_short(self) -> bool:
        """Whether it is shown whole."""
        return not self.is_foldable

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the comment, or to the marks of the point under the cursor."""
        place = self._points.cursor
        if place is None:
            self._comment.type_text(character)
        elif character in (" ", "\u3000"):
            self._draft.toggle(place)
            self._changed()
        elif character in "?？":
            self.action_explain()
        elif self._draft.type(place, character) or self._give_level(place, character):
            self._changed()
        elif character.isdecimal() or character in ".。．":
            self._say(self._words.most(place))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave arrows and Backspace to the comment while it is typed."""
        return not (action in ("step", "erase") and self.is_mounted and self._points.cursor is None)

    def action_move(self, step: int) -> None:
        """Go to the next point or the one before; below the last one stands the comment."""
        last = len(self._draft.marks) - 1
        place = self._points.cursor
        if place is None:
            self._point_at(last if step < 0 else None)
        elif 0 <= place + step <= last:
            self._point_at(place + step)
        elif step > 0:
            self._point_at(None)

    def action_go_on(self) -> None:
        """Go to the next point, from the last one to the comment, from there to the next essay that waits."""
        if self._points.cursor is None:
            self.action_next_waiting()
        else:
            self.action_move(1)

    def action_step(self, direction: int) -> None:
        """Give the point under the cursor half a mark more or less."""
        if self._points.cursor is not None:
            self._draft.step(self._points.cursor, direction)
            self._changed()

    def action_erase(self) -> None:
        if self._points.cursor is not None:
            self._draft.erase(self._points.cursor)
            self._changed()

    def action_suggest(self) -> None:
        """Give every point what its keywords suggest."""
        if self._draft.take_suggestion():
            self._changed()
        else:
            self._say(self.say("marking.no_keywords"))

    def action_turn(self, step: int) -> None:
        """Go to the next essay or the one before; at either end say so."""
        if not self._save():
            return
        shown = self._session.shown
        left_out = self._session.turn(step)
        if left_out is not None:
            self._show()
        if left_out:
            self._say(self.say("marking.left_out", count=left_out))
        elif left_out is None:
            is_end = shown + step in (-1, self._session.count)
            end = "marking.last" if step > 0 else "marking.first"
            self._say(self.say(end if is_end else "marking.others_have_them"))

    def action_next_waiting(self) -> None:
        """Go to the next essay that waits; say so where none does, and where this one is not whole."""
        if not self._save():
            return
        missing = self._draft.missing
        wanted = None if missing and self._draft.is_changed else self._session.next_waiting()
        if wanted is not None:
            self._go(wanted)
        elif missing and not self._session.script.is_overridden:
            self._say(self.say("marking.missing", count=missing))
        else:
            waiting = self._session.count - self._session.marked
            self._say(self.say("marking.others_have", count=waiting) if waiting else self.say("marking.all_done"))

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step * SCROLLED, animate=False)

    def action_fold(self) -> None:
        """Show a long question whole, or what was written right below its first words."""
        if self.is_foldable:
            self._is_open = not self._is_open
            self._show_page()

    def action_say_saved(self) -> None:
        if self._save():
            self._say(self._words.trouble() or self._words.saved())

    def action_leave(self) -> None:
        """Leave, asking first where something given could not be recorded."""
        if not self._save():
            return
        if not self._session.unfinished:
            self.dismiss(None)
            return

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self.dismiss(None)

        lines = [self.say("marking.leave_note", count=self._session.unfinished)]
        words = {"safe": self.say("marking.stay"), "step": self.say("marking.leave")}
        self.app.push_screen(Confirm(self.say("leave.title"), lines, **words, key="ctrl+q"), answer)

    # What happens by mouse, or by itself

    def record_typed(self) -> None:
        self._save()

    @on(PointLine.Clicked)
    def take_click(self, message: PointLine.Clicked) -> None:
        self._point_at(message.place)
        if message.step:
            self.action_step(message.step)

    @on(Input.Changed)
    def take_comment(self, message: Input.Changed) -> None:
        message.stop()
        if self._comment.value != self._draft.comment:
            self._draft.comment = self._comment.value
            self._changed()

    def on_descendant_focus(self) -> None:
        if self.focused is self._comment and self._points.cursor is not None:
            self._point_at(None)

    # How it is done

    @property
    def _draft(self) -> MarkDraft:
        return self._session.draft

    def _give_level(self, place: int, character: str) -> bool:
        """Give a point the level of that letter, where it has one."""
        letter = unicodedata.normalize("NFKC", character).upper()
        return letter in LETTERS and self._draft.level(place, LETTERS.index(letter))

    def _point_at(self, place: int | None) -> None:
        self._draft.settle()
        self._points.cursor = place
        self.set_focus(self._comment if place is None else None)
        self._refresh_lines()

    def _go(self, place: int) -> None:
        if self._save() and self._session.go(place):
            self._show()

    def _show(self) -> None:
        self._show_page()
        self.refresh_keys()
        self._points.show(self._words.points())
        self._comment.begin_with(self._draft.comment)
        self._say("")
        self._point_at(0)

    def _show_page(self) -> None:
        self.query_one(Page).show(self._words.page(is_open=self._is_open))

    def _changed(self) -> None:
        """Show what was given, and record it a moment after the last key."""
        self._say("")
        self._refresh_lines()
        self._save_in(DELAY)

    def _save_in(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self._save)

    def _save(self) -> bool:
        """Have what was given recorded; return whether nothing was refused: else that is said, and one stays here."""
        if self._timer is not None:
            self._timer.stop()
        self._draft.comment = self._comment.value
        try:
            names = self._session.save()
        except Refused as refusal:
            self._show()
            self._say(self._words.refused(refusal))
            return False
        for name in names:
            self.quizapp.keeper.note(name)
        if names:
            self.quizapp.settle_book()
        if self._session.trouble is not None:
            self._save_in(RETRY)
            self._say("")
        self._refresh_lines()
        return True

    def _refresh_lines(self) -> None:
        self.query_one("#count", AutoLine).show(self._words.count())
        self.query_one("#progress", Line).show(self._words.progress())
        self.query_one("#total", Line).show(self._words.total())
        self._points.mark(self._words.marks(self._points.cursor))
        self._points.tell(self._words.levels(self._points.cursor))
        saved = self.query_one("#saved", AutoLine)
        saved.show(f"{PARTING}{self._words.saved()}")
        saved.set_class(self._session.trouble is not None, "-trouble")

    def _say(self, text: str) -> None:
        """Say something in the lowest rule for a while; what is unsaved stands there until it is saved."""
        rule = self.query_one("#rule", Rule)
        if text:
            rule.is_alarm = False
            self.tell(text)
        else:
            rule.notice, rule.is_alarm = self._words.trouble(), True
