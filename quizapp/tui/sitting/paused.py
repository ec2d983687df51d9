"""The screen while the clock stands: nothing of the paper is on it, and no key leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.sitting.invigilation import give_orders, let_in
from quizapp.tui.sitting.question_words import SittingOrders, SittingWords

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.services.sitting.invigilator import OrderKey
    from quizapp.services.sitting.open_attempt import Sitting


class PausedScreen(Room[None]):
    """Stands in place of the question screen while its attempt is paused, and is left when it is not any more."""

    CSS_PATH = "paused.tcss"
    IS_SITTING: ClassVar = True
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f8", "invigilate", "paused.key_go_on"),
        HELP,
        Command("ctrl+q", "leave"),
        Command("enter,left,right,pageup,pagedown,tab,f2,f3,f9,ctrl+g", "wait", has_priority=False),
    )

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        self._words = SittingWords(self.language, self._sitting)
        self._orders = SittingOrders(self.language, self.workplace.home.requests, self._sitting)
        self._left, self._wait = Prose("", classes="left"), Prose("")
        yield Line(id="where", classes="title")
        yield Rule()
        with Vertical(classes="column"):
            yield Prose(self.say("paused.title"), classes="title")
            yield Prose(self._since(), classes="muted")
            yield self._left
            yield Prose(self.say("paused.kept"))
            yield self._wait
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self._words.where())
        self._show()
        self.set_interval(1.0, self.tick)

    def type_character(self, character: str) -> bool:
        """Answer nothing; a question mark is help, as everywhere."""
        if character in "?？":
            self.action_explain()
        else:
            self.action_wait()
        return True

    def tick(self) -> None:
        """Carry out what is ordered elsewhere, try again what is not on disk, and go where that leads."""
        self._sitting.tick()
        self._orders.settle(lambda: None)
        self._show()
        self._settle()

    def action_wait(self) -> None:
        self.tell(self.say("paused.told"))

    def action_invigilate(self) -> None:
        """Ask for the invigilator's password, then what is ordered."""
        started = self._sitting.saved.started
        let_in(self, started.paper, self._give_orders, started)

    def action_leave(self) -> None:
        """Ask before leaving: it stays paused."""
        say = self.say
        lines = [say("leave.unsaved") if self._sitting.trouble else say("paused.leave_note")]
        words = {"safe": say("leave.stay"), "step": say("leave.go"), "key": "ctrl+q"}

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self.dismiss(None)

        self.app.push_screen(Confirm(say("paused.leave_title"), lines, **words), answer)

    async def _give_orders(self, key: OrderKey) -> None:
        if await give_orders(self, self._sitting, key) is not None:
            self._show()
            self._settle()

    def _settle(self) -> None:
        """Leave this screen once the clock goes on, or the attempt has ended."""
        if (self._sitting.has_ended or self._sitting.attempt.paused_at is None) and self.is_running:
            while self.app.screen is not self and self in self.app.screen_stack:
                self.app.pop_screen()
            self.dismiss(None)

    def _show(self) -> None:
        left = self._sitting.remaining()
        said = self.say("paused.left", left=self.language.countdown(left)) if left is not None else ""
        self._left.text = said or self.say("paused.no_limit")
        out_at = self._sitting.attempt.carried_out_at
        # Who is to go on at another machine does not wait at this one.
        self._wait.text = self.say("paused.wait") if out_at is None else self.say("paused.carried_out", at=out_at)
        rule = self.query_one("#rule", Rule)
        rule.is_alarm = bool(trouble := self._words.trouble())
        if trouble:
            rule.notice = trouble

    def _since(self) -> str:
        paused_at = self._sitting.attempt.paused_at
        if paused_at is None:
            return ""
        return self.say("paused.since", time=f"{paused_at.astimezone(self.language.zone):%H:%M}")
