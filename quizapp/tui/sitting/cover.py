"""The cover: no surprises after it; and the start that an invigilator orders there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from quizapp.domain.errors import QuizError, Refused
from quizapp.services.carrying.copy_check import check_carrier
from quizapp.services.ports.paper_editor import needs_person, question_count
from quizapp.services.sitting.invigilator import BY_CLOCK, may_be_overruled
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.sitting.carried_attempts import earlier, find_copy, hand_out
from quizapp.tui.sitting.invigilation import fill_in, let_in, pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.carrying.copy_check import Copy
    from quizapp.services.sitting.attempt_start import StandingBefore
    from quizapp.services.sitting.invigilator import OrderKey
    from quizapp.tui.frame.room import AnyRoom


START, CARRY = "start", "carry"


class CoverEntry(NamedTuple):
    """How a person goes on from the cover."""

    order: Marker | None = None
    """Who lets it begin now, or go on here, and why; None where nobody had to."""
    carried: Copy | None = None
    """The attempt of another machine to go on with; None to begin one."""
    key: OrderKey | None = None
    """What the orderer's password gave."""


async def order_start(room: AnyRoom, standing: StandingBefore, key: OrderKey) -> CoverEntry | None:
    """Have a start ordered, proved by `key`, and return how it goes on; None where nothing is."""
    codes = possible(standing, room)
    chosen = await pick(room, f"{standing.candidate.name} {standing.candidate.id}", codes)
    if chosen is None:
        return None
    if codes[chosen] == START:
        now = room.workplace.clock.read().at
        orderer = await _orderer(room, START, lambda marker: standing.check_start(now, marker))
        return None if orderer is None else CoverEntry(order=orderer, key=key)
    copy = await find_copy(room, standing)
    if copy is None:
        return None
    orderer = await _orderer(room, CARRY, lambda marker: check_carrier(copy, marker))
    return None if orderer is None else CoverEntry(order=orderer, carried=copy, key=key)


def possible(standing: StandingBefore, room: AnyRoom) -> tuple[str, ...]:
    """Return the codes of what can be ordered: a start that the clock alone forbids, an attempt of another machine."""
    try:
        standing.check_start(room.workplace.clock.read().at)
    except Refused as refusal:
        return (START, CARRY) if refusal.code in BY_CLOCK else (CARRY,)
    return (CARRY,)


async def _orderer(room: AnyRoom, code: str, check: Callable[[Marker], None]) -> Marker | None:
    """Return who orders it and why, once that may be; None where nothing is ordered."""
    filled, trouble = None, ""
    while True:
        filled = await fill_in(room, code, filled, trouble)
        if filled is None:
            return None
        try:
            check(filled.orderer)
        except QuizError as refusal:
            trouble = room.language.error(refusal)
        else:
            return filled.orderer


class CoverScreen(Room["CoverEntry | None"]):
    """The rules as short lines, the tick last. Returns how to start, None where the person went back."""

    CSS_PATH = "cover.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("space", label="cover.key_tick", when="may_start"),
        Command("enter", "start", "cover.key_start", when="may_start"),
        Command("f8", "invigilate", "invigilate.key_start", when="waits_for_order"),
        Command("f6", "hand_out", "cover.key_hand_out", when="was_sat"),
        HELP,
        Command("escape", "leave", "key.back", has_priority=False),
    )

    def __init__(self, standing: StandingBefore) -> None:
        super().__init__()
        self._standing = standing
        self._is_ticked = False
        self._tick = Tick()
        self._why = Prose("", classes="refusal error")
        self._refusal: Refused | None = None
        self._window: Prose | None = None
        """The line that says when the window closes, where it does."""
        self._order: Marker | None = None
        """Who lets it begin whatever the clock says."""
        self._key: OrderKey | None = None
        """What their password gave."""
        self._earlier: RecordedAttempt | None = None
        """What was sat here before and is still to be carried away: its window may have been closed too early."""

    def compose(self) -> ComposeResult:
        paper, one = self._standing.paper, self._standing.candidate
        person = " | ".join(part for part in (one.name, one.unit, one.id) if part)
        with Vertical(classes="column"):
            yield Prose(paper.title, classes="title")
            yield Prose(person, classes="muted")
            yield Rule()
            with VerticalScroll(can_focus=False):
                for code, value, bites in self._rules():
                    line = Prose(
                        self.say(code, **value),
                        f"{self.say('cover.bites') if bites else ' '}  ",
                        classes="bites" if bites else "",
                    )
                    self._window = line if code == "cover.closes" else self._window
                    yield line
                if paper.instructions:
                    yield Prose(self.say("cover.instructions"), classes="muted ask")
                    yield Prose(paper.instructions)
            yield Rule(id="rule")
            yield self._tick
            yield self._why
        yield self.key_line()

    def on_mount(self) -> None:
        self._refusal = self._why_not()
        self._earlier = earlier(self.workplace, self._standing)
        self._show_tick()
        self.refresh_keys()

    def type_character(self, character: str) -> bool:
        """Tick with the space bar; everything else is nothing here."""
        if character in (" ", "\u3000"):
            self.action_tick()
            return True
        return False

    def action_tick(self) -> None:
        self._is_ticked = not self._is_ticked
        self._show_tick()

    def action_start(self) -> None:
        """Start the clock, once the box is ticked and the rules allow it."""
        self._refusal = self._why_not()
        if self._refusal is not None:
            self._show_tick()
        elif self._is_ticked:
            self.dismiss(CoverEntry(order=self._order, key=self._key))
        else:
            self.query_one("#rule", Rule).notice = self.say("cover.tick_first")

    def action_leave(self) -> None:
        self.dismiss(None)

    @work(group="visit", exclusive=True)
    async def action_hand_out(self) -> None:
        """Write out what was sat here before, where that was not collected yet."""
        if self._earlier is not None:
            await hand_out(self.quizapp, self._earlier)

    def action_invigilate(self) -> None:
        """Ask for the invigilator's password, then what is ordered of this start."""
        let_in(self, self._standing.paper.id, self._take_order)

    async def _take_order(self, key: OrderKey) -> None:
        entry = await order_start(self, self._standing, key)
        if entry is not None and entry.carried is not None:
            self.dismiss(entry)
        elif entry is not None:
            self._order, self._key = entry.order, entry.key
            self._refusal = self._why_not()
            self._show_tick()
            self._say_order()

    @property
    def may_start(self) -> bool:
        """Whether it can be begun, now or in time; nothing else mends what forbids it."""
        return not self.waits_for_order and (self._refusal is None or self._refusal.code in BY_CLOCK)

    @property
    def was_sat(self) -> bool:
        """Whether something is still to be carried away that was sat here before."""
        return self._earlier is not None

    @property
    def waits_for_order(self) -> bool:
        """Whether nothing but the clock forbids the start, and somebody here may overrule that."""
        try:
            home, paper = self.workplace.home, self._standing.paper.id
            return self._refusal is not None and may_be_overruled(home, paper, self._refusal)
        except QuizError:
            return False

    def _say_order(self) -> None:
        if self._order is not None:
            self.query_one("#rule", Rule).notice = self.say("invigilate.may_start", by=self._order.by)
            self._tell_window()
        self.refresh_keys()

    def _tell_window(self) -> None:
        """Say no more that it closes by this machine's clock: a start by order has the window's length."""
        delivery, line = self._standing.paper.delivery, self._window
        if line is None:
            return
        opens, closes = delivery.opens, delivery.closes
        line.display = opens is not None and delivery.time_limit is None
        if opens is not None and closes is not None:
            line.text = self.say("invigilate.window", length=closes - opens)

    def _why_not(self) -> Refused | None:
        try:
            self._standing.check_start(self.workplace.clock.read().at, self._order)
        except Refused as refusal:
            return refusal
        return None

    def _show_tick(self) -> None:
        self.query_one("#rule", Rule).notice = ""
        self._tick.display, self._why.display = self._refusal is None, self._refusal is not None
        if self._refusal is not None:
            self._why.text = self.language.error(self._refusal)
            return
        mark = "[x]" if self._is_ticked else "[ ]"
        self._tick.content = Content.assemble((f"{mark} {self.say('cover.promise')}", "bold"))

    def _rules(self) -> list[tuple[str, dict[str, object], bool]]:
        paper, delivery = self._standing.paper, self._standing.paper.delivery
        rules: list[tuple[str, dict[str, object], bool]] = []
        if self._standing.is_trial(self.workplace.home):
            rules.append(("cover.trial_exam" if paper.is_formal else "cover.trial", {}, paper.is_formal))
        rules.append(("cover.questions", {"count": sum(map(question_count, paper.sections))}, False))
        if paper.full_score is not None:
            passing = paper.pass_mark.of(paper.full_score)
            rules.append(("cover.full_score", {"full": paper.full_score, "passing": passing}, False))
        else:
            rules.append(("cover.pass_share", {"share": paper.pass_mark.value * 100}, False))
        limit = delivery.time_limit
        rules.append(("cover.no_limit", {}, False) if limit is None else ("cover.limit", {"limit": limit}, True))
        if delivery.closes is not None:
            rules.append(("cover.closes", {"at": delivery.closes}, True))
        left = self._standing.tries_left
        rules.append(("cover.tries_free", {}, False) if left is None else ("cover.tries", {"left": left}, left == 1))
        if paper.make_up is not None and self._standing.first is not None:
            is_capped = paper.make_up.cap and self._standing.first.note != "deferred"
            code = "cover.make_up_capped" if is_capped else "cover.make_up"
            rules.append((code, {"first": self._standing.first.title}, is_capped))
        clocks = sum(section.time_limit is not None for section in paper.sections)
        if clocks:
            rules.append(("section.cover", {"count": clocks}, True))
        if delivery.navigation == "forward_only":
            rules.append(("cover.forward_only", {}, True))
        rules.append((f"cover.feedback_{self._feedback()}", {}, False))
        return rules

    def _feedback(self) -> str:
        """Return when the result is shown: not after the hand-in where a person has to mark something first."""
        paper, feedback = self._standing.paper, self._standing.paper.delivery.feedback
        if feedback == "after_hand_in" and needs_person(paper, self.workplace.library):
            return "essays"
        return feedback


class Tick(Line):
    """The box to tick, by mouse too."""

    def on_click(self) -> None:
        screen = self.screen
        if isinstance(screen, CoverScreen):
            screen.action_tick()
