"""A rehearsal: who, keys, input method, drawing, clock, then passed, or what to do, step by step."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events as kinds
from textual.containers import Vertical

from quizapp.carrying.handouts import leave_rehearsal, made_around, stick_of, try_stick
from quizapp.domain.carrying import KEYS, Checked, has_passed, of_keys, of_saving, of_typing
from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.services.carrying.pack import check_clock, record, rehearsal
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.notices import ReadingNotice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph, Prose
from quizapp.tui.sitting.who import Who

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate
    from quizapp.language import Language
    from quizapp.services.ports.workplace import MachineTrial
    from quizapp.tui.shell import Shell


_WIDE = {"１": "1", "Ａ": "a", "ａ": "a"}


class RehearsalKeys(Room[Checked | None]):
    """Returns which keys arrived; None where the person left. Only these keys, blanks and Ctrl+Q do anything here."""

    CSS_PATH = "rehearsal.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("space", label="rehearse.key_skip"),
        Command("ctrl+q", label="rehearse.key_leave"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._arrived: list[str] = []
        self._lines = [Line() for _ in KEYS]

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Prose(self.say("rehearse.keys_ask"), classes="ask")
            yield from self._lines
            yield Rule(id="rule")
            yield Prose(id="next", classes="next")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self.say("rehearse.title"))
        self._show()

    async def on_event(self, event: events.Event) -> None:
        """Take every key before any binding has it."""
        if isinstance(event, kinds.Key):
            event.stop()
            event.prevent_default()
            self._take(event.key, event.character)
            return
        await super().on_event(event)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_skip(self) -> None:
        """Go on to the next key, this one missing."""
        self._go_on()

    def _take(self, key: str, character: str | None) -> None:
        if character in (" ", "\u3000"):
            self.action_skip()
            return
        if key == "ctrl+q":
            self.action_leave()
            return
        wanted = KEYS[self._place]
        if wanted.lower() in (key.lower(), _WIDE.get(character or "", (character or "").lower())):
            self._arrived.append(wanted)
            self._go_on()
        elif character is not None and ord(character) > 0x2E80:
            self.query_one("#rule", Rule).notice = self.say("rehearse.keys_ime")

    def _go_on(self) -> None:
        self._place += 1
        if self._place < len(KEYS):
            self._show()
        else:
            self.dismiss(of_keys(self._arrived))

    def _show(self) -> None:
        self.query_one("#rule", Rule).notice = ""
        for place, (key, line) in enumerate(zip(KEYS, self._lines, strict=True)):
            mark = "[x]" if key in self._arrived else "[-]" if place < self._place else "[ ]"
            line.show(f"  {mark} {key_name(self.language, key)}", "bold" if place == self._place else "")
        key = key_name(self.language, KEYS[self._place])
        self.query_one(
            "#next", Prose
        ).text = f"{self.say('rehearse.keys_next', key=key)}\n{self.say('rehearse.keys_skip')}"


def key_name(language: Language, key: str) -> str:
    """Return what a key is called on a keyboard."""
    code = f"rehearse.key_{key}"
    return language.say(code) if language.knows(code) else key.upper()


KINDS = {"ok": "good", "failed": "bad", "skipped": "muted"}


class RehearsalDone(Room[bool]):
    """Returns whether to rehearse once more."""

    CSS_PATH = "rehearsal.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter,escape", "leave", "rehearse.key_done"),
        Command("f5", "again", "rehearse.key_again"),
        HELP,
    )

    def __init__(self, found: Sequence[Checked], left: str) -> None:
        """Make the screen of what was found; `left` says where that was recorded."""
        super().__init__()
        self._found, self._left = found, left

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Page()
            yield Rule()
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self.say("rehearse.title"))
        self.query_one(Page).show(list(self._paragraphs()))

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_again(self) -> None:
        self.dismiss(True)

    def _paragraphs(self) -> Iterator[Paragraph]:
        passed, failed = has_passed(self._found), sum(one.state == "failed" for one in self._found)
        word = "passed" if passed else "not_passed"
        yield Paragraph(self.say(f"rehearse.{word}", count=failed), kind="good" if passed else "bad")
        yield Paragraph(self.say(f"rehearse.{word}_note"), kind="gap")
        for one in self._found:
            yield Paragraph(self._said(one), f"[{self.say(f'rehearse.state_{one.state}')}] ", KINDS[one.state])
        yield Paragraph("")
        yield Paragraph(self._left, kind="muted")

    def _said(self, one: Checked) -> str:
        keys = one.values.get("keys")
        missed = [key_name(self.language, key) for key in keys] if isinstance(keys, list) else []
        names = self.say("word.comma").join(missed)
        return self.say(one.code, names=names, **one.values)


_DRAWING = (("ok", "drawing_ok"), ("failed", "drawing_chinese_failed"), ("failed", "drawing_boxes_failed"))


async def rehearse_only(app: Shell) -> None:
    """Rehearse and end the app: `quizapp rehearse`."""
    await rehearse(app)
    app.exit(0)


async def rehearse(app: Shell) -> None:
    """Rehearse until it is left; going back at any step leaves nothing."""

    candidate = await app.push_screen_wait(Who(app.language.say("rehearse.title")))
    while candidate is not None:
        found = await _gone_through(app, candidate)
        if found is None:
            return
        left = await asyncio.to_thread(_left, app, candidate, found)
        if not await app.push_screen_wait(RehearsalDone(found, left)):
            return


async def _gone_through(app: Shell, candidate: Candidate) -> list[Checked] | None:
    keys = await app.push_screen_wait(RehearsalKeys())
    if keys is None:
        return None
    found = [keys, await _typing(app)]
    for ask in (_drawing, _clock):
        one = await ask(app)
        if one is None:
            return None
        found.append(one)
    stick = await _stick(app)
    waiting = ReadingNotice(app.language.say("rehearse.running"))
    await app.push_screen(waiting)
    found += await asyncio.to_thread(_without_a_hand, app, candidate, found, stick)
    waiting.dismiss()
    return found


async def _typing(app: Shell) -> Checked:
    say = app.language.say
    return of_typing(await app.push_screen_wait(AskText(say("rehearse.typing_ask"), say("rehearse.typing_foot"))))


async def _drawing(app: Shell) -> Checked | None:
    say = app.language.say
    choices = [say(f"rehearse.drawing_{code}") for code in ("all", "chinese", "boxes")]
    place = await app.push_screen_wait(Pick(say("rehearse.drawing_ask"), choices))
    if place is None:
        return None
    state, code = _DRAWING[place]
    return Checked(step="drawing", state="ok" if state == "ok" else "failed", code=f"rehearse.{code}")


async def _clock(app: Shell) -> Checked | None:
    say, place = app.language.say, app.workplace
    wrong = check_clock(place, await asyncio.to_thread(made_around, place))
    if wrong is not None:
        return wrong
    choices = [say("rehearse.clock_yes"), say("rehearse.clock_no")]
    chosen = await app.push_screen_wait(Pick(say("rehearse.clock_ask", now=place.clock.read().at), choices))
    if chosen is None:
        return None
    if chosen:
        return Checked(step="clock", state="failed", code="rehearse.clock_wrong")
    return Checked(step="clock", state="ok", code="rehearse.clock_ok")


async def _stick(app: Shell) -> Path | None:
    """Return the stick to try; None where the person goes without."""
    say = app.language.say
    while (folder := await asyncio.to_thread(stick_of, app.workplace)) is None:
        choices = [say("rehearse.stick_again"), say("rehearse.stick_without")]
        if await app.push_screen_wait(Pick(say("rehearse.stick_ask"), choices)) != 0:
            return None
    return folder


def _without_a_hand(app: Shell, candidate: Candidate, found: Sequence[Checked], stick: Path | None) -> list[Checked]:
    home = Path(app.workplace.home_path) if app.workplace.home_path else None
    trial = app.workplace.machine_trial()
    more = [_saving(trial, home), trial.going_on(home)]
    if stick is None:
        return [*more, Checked(step="stick", state="skipped", code="rehearse.stick_skipped")]
    return [*more, try_stick(app.workplace, stick, candidate, [*found, *more])]


def _saving(trial: MachineTrial, home: Path | None) -> Checked:
    if home is None:
        return of_saving(timedelta(0))
    try:
        return of_saving(trial.saving(home))
    except MachineRefused as trouble:
        return Checked(step="saving", state="failed", code="rehearse.saving_failed", values={"trouble": trouble})


def _left(app: Shell, candidate: Candidate, found: Sequence[Checked]) -> str:
    """Record the rehearsal here and on the stick; return where, in words."""
    say, place = app.language.say, app.workplace
    one = rehearsal(place, candidate, found)
    try:
        record(place, one)
        stick = stick_of(place)
        wrote = any(each.step == "stick" and each.state == "ok" for each in found)
        if stick is not None and wrote:
            return say("rehearse.left_at", file=str(leave_rehearsal(place, stick, candidate, one)))
    except QuizError as error:
        return app.language.error(error)
    return say("rehearse.left_here")
