"""The question screen of a paper being sat: read, decide, go on. Its keys are here, what they lead to in the job."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from quizapp.tui.frame.commands import Command
from quizapp.tui.items.question_screen import QuestionScreen
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.invigilation import give_orders, let_in, order_sentence
from quizapp.tui.sitting.question_job import SittingJob
from quizapp.tui.sitting.question_words import BE_CERTAIN, FIX, FLAG, HAND_IN, SHEET
from quizapp.tui.sitting.sheet import SheetGrid, SheetScreen

if TYPE_CHECKING:
    from quizapp.services.sitting.invigilator import OrderKey
    from quizapp.services.sitting.open_attempt import Sitting


class SittingScreen(QuestionScreen):
    """Records what is answered before it shows it as saved."""

    CSS_PATH = "question_screen.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        FLAG,
        SHEET,
        FIX,
        BE_CERTAIN,
        HAND_IN,
        Command("f8", "invigilate"),
        Command("ctrl+s", "say_saved"),
        Command("ctrl+z", "undo"),
    )
    job: SittingJob

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(lambda screen: SittingJob(screen, sitting))

    def action_flag(self) -> None:
        if self.job.sees:
            self.job.flag(self.job.number)
        else:
            self.job.tell_unseen()

    def action_fix(self) -> None:
        """Make the answer final and show its key, where feedback comes after each item; without an answer say so."""
        self.take_typed()
        job = self.job
        if not job.may_change():
            return
        if not job.sitting.terms.fixes_each:
            job.record(lambda: job.sitting.fix(job.number))
        elif not job.response:
            self.tell(self.say("feedback.answer_first"))
        else:
            job.fix(FIX.keys)

    def action_be_certain(self) -> None:
        """Say how certain one is of the answer, in turn."""
        job = self.job
        if not job.may_change():
            return
        wanted = job.words.next_certainty(job.number)
        if job.record(lambda: job.sitting.be_certain(job.number, wanted)):
            self.tell(self.say("certainty.told", certainty=self.say(f"certainty.{wanted}")))
        self.refresh_lines()
        job.settle()

    def action_undo(self) -> None:
        job = self.job
        if job.may_change():
            job.record(lambda: job.sitting.undo(job.number))
            job.show_stored()

    def action_say_saved(self) -> None:
        self.take_typed()
        self.tell(self.job.words.saved_now(self.workplace.clock.read().at))

    def action_hand_in(self) -> None:
        self.take_typed()
        self.job.hand_in()

    def action_sheet(self) -> None:
        self.take_typed()
        job, words = self.job, self.job.words
        states, refusal = words.section_states(), job.way.refusal
        sheet = SheetScreen(job.sitting.attempt, words.sections(), at=job.number, states=states, refusal=refusal)
        self.app.push_screen(sheet, self._from_sheet)

    def _from_sheet(self, wanted: int | str | None) -> None:
        if isinstance(wanted, int):
            self.job.go(wanted)
        elif wanted == "hand_in":
            self.action_hand_in()
        elif wanted == "leave":
            self.action_leave()
        elif wanted == "invigilate":
            self.action_invigilate()
        elif wanted is not None and wanted.startswith("flag "):
            self.job.flag(int(wanted.removeprefix("flag ")))
            self.action_sheet()

    def action_invigilate(self) -> None:
        """Ask for the invigilator's password, then what is ordered of this sitting."""
        self.take_typed()
        started = self.job.sitting.saved.started
        let_in(self, started.paper, self._give_orders, started)

    async def _give_orders(self, key: OrderKey) -> None:
        sitting = self.job.sitting
        request = await give_orders(self, sitting, key)
        if request is not None:
            self.job.tell_time(order_sentence(self, sitting, request))
            self.refresh_lines()
            self.job.settle()

    # What comes by mouse, or by itself

    @on(SheetGrid.Wanted)
    def jump(self, message: SheetGrid.Wanted) -> None:
        refusal = self.job.way.refusal(message.number)
        if refusal:
            self.tell(refusal)
        else:
            self.job.go(message.number)

    @on(ClockLine.Warned)
    def warn(self, message: ClockLine.Warned) -> None:
        self.tell(self.say(f"{message.words}.warning", minutes=message.minutes))
