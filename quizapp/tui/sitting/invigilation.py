"""The invigilator at a paper: the password, what is ordered, by whom and why, and what came of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.domain.decisions.decision_rules import check_more
from quizapp.domain.errors import CalledWrongly, QuizError
from quizapp.domain.marking.essay_marks import Marker
from quizapp.reading.values import duration
from quizapp.services.sitting.invigilator import OrderKey, doorkeeper, ordered
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.fields_dialog import DialogWords, FieldsDialog
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.fields import SpokenField, TextField
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.sitting.carried_attempts import hand_out, offers

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from textual.app import ComposeResult
    from textual.worker import Worker

    from quizapp.domain.attempt.events import Started
    from quizapp.domain.attempt.orders import Request, RequestKind
    from quizapp.language import Language
    from quizapp.services.sitting.invigilator import Doorkeeper
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.frame.room import AnyRoom


class AskSpoken(LeftOnce[OrderKey | None], ModalScreen[OrderKey | None]):
    """Returns the key behind the password once that was typed, None where the person went back.

    It stays until then: no key of a password must reach the question beneath. All its keys have priority.
    """

    CSS_PATH = "../frame/dialogs/dialog.tcss"
    AUTO_FOCUS = ""
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("escape,f8", "back"),
        Command("enter", "take"),
    )

    def __init__(self, language: Language, keeper: Doorkeeper) -> None:
        super().__init__()
        self._language = language
        self._keeper = keeper
        self._field = SpokenField()
        self._told = Prose("", id="told")
        self._is_checking = False

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(say("invigilate.ask"), classes="dialog-title")
            yield Prose(say("invigilate.ask_note"), classes="dialog-note")
            yield self._field
            yield self._told
            yield Prose(say("invigilate.ask_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._told.display = False
        self.set_focus(self._field)

    def type_character(self, character: str) -> bool:
        if not self._is_checking:
            self._field.type_text(character)
        return True

    def action_take(self) -> None:
        """Have the password looked at; what is pressed meanwhile does nothing, so that each try takes its time."""
        if self._is_checking or not self._field.value.strip():
            return
        self._is_checking = True
        self._tell(self._language.say("invigilate.checking"))
        self.run_worker(self._check(self._field.value), exclusive=True, group="password")

    async def _check(self, password: str) -> None:
        try:
            key = await asyncio.to_thread(self._keeper.admits, password)
        except QuizError as error:
            self._tell(self._language.error(error))
        else:
            if key is not None:
                self.dismiss(key)
                return
            self._tell(self._language.say("invigilate.wrong"))
        self._field.begin_with("")
        self._is_checking = False

    def _tell(self, text: str) -> None:
        self._told.text = text
        self._told.display = True

    def action_back(self) -> None:
        self.dismiss(None)


MORE, BY, WHY = "more", "by", "why"


class FilledOrder(NamedTuple):
    """What was filled in."""

    more: str
    """As typed; "" where it was not asked."""
    orderer: Marker


class OrderForm(FieldsDialog["FilledOrder | None"]):
    """Returns what was filled in; None where nothing is ordered."""

    CSS_PATH = ["../frame/dialogs/dialog.tcss", "../frame/dialogs/fields_dialog.tcss", "invigilation.tcss"]

    def __init__(
        self,
        language: Language,
        title: str,
        *,
        asks_more: bool = False,
        before: FilledOrder | None = None,
        trouble: str = "",
    ) -> None:
        """Make the form with what stood in it before, and why that was not done."""
        self._language = language
        names = (MORE, BY, WHY) if asks_more else (BY, WHY)
        fields = {name: TextField(placeholder=language.say(f"invigilate.{name}_hint")) for name in names}
        labels = {name: language.say(f"invigilate.field_{name}") for name in names}
        below = [language.say("invigilate.form_note")]
        orderer = before.orderer if before else Marker(by="")
        begun = {MORE: before.more if before else "", BY: orderer.by, WHY: orderer.why}
        words = DialogWords(title, labels, language.say("invigilate.form_keys"), below=below)
        super().__init__(words, fields, begun, trouble)

    def first(self) -> str:
        return self.empty() or next(iter(self.fields))

    def missing(self, name: str) -> str:
        return self._language.say("invigilate.form_empty", field=self._language.say(f"invigilate.field_{name}"))

    def done(self) -> FilledOrder:
        values = self.values()
        return FilledOrder(values.get(MORE, ""), Marker(by=values[BY], why=values[WHY]))


GROUP = "visit"
"""Of the workers: one that waits for a person."""


class OrderKind(NamedTuple):
    """What can be ordered; under `invigilate.` and its code stands what it is called, with `_note` what it does."""

    code: str
    asks: RequestKind


EXTEND, PAUSE = OrderKind("extend", "more_time"), OrderKind("pause", "pause")
GO_ON, HAND_IN = OrderKind("go_on", "go_on"), OrderKind("hand_in", "hand_in")
CARRY_OUT = OrderKind("carry_out", "carry_out")
"""It stays paused, its journal says that it is to go on elsewhere, and its pack is written."""


def let_in(
    room: AnyRoom, paper: str, then: Callable[[OrderKey], Coroutine[None, None, None]], started: Started | None = None
) -> None:
    """Ask for a paper's invigilating password and go on with the key behind it; where it came with none, say so.

    The dialog is there before the next key is handled: no letter of a password reaches what lies beneath.
    """
    say = room.say
    try:
        keeper = doorkeeper(room.workplace.home, paper)
    except QuizError as error:
        room.app.push_screen(Notice(say("room.cannot"), [room.language.error(error)], say("room.close")))
        return
    if keeper is None:
        lines = [say("invigilate.none"), *_commands(room, started)]
        room.app.push_screen(Notice(say("invigilate.none_title"), lines, say("room.close")))
        return

    def answer(key: OrderKey | None) -> None:
        if key is not None:
            _: Worker[None] = room.run_worker(partial(then, key), group=GROUP, exclusive=True)

    room.app.push_screen(AskSpoken(room.language, keeper), answer)


def _commands(room: AnyRoom, started: Started | None) -> list[str]:
    """Return what the committee can still order of an attempt under way, as it is typed."""
    if started is None:
        return []
    about = {"paper": started.paper, "id": started.candidate, "attempt": started.attempt}
    return ["", *(room.say(f"invigilate.none_{code}", **about) for code in ("else", "extend", "close"))]


async def give_orders(room: AnyRoom, sitting: Sitting, key: OrderKey) -> Request | None:
    """Have something ordered of a sitting, proved by `key`; return what was carried out, None for nothing."""
    started = sitting.attempt.started
    person = f"{started.name} {started.candidate}"
    orders = possible(room, sitting)
    chosen = await pick(room, person, [order.code for order in orders])
    if chosen is None:
        return None
    order, filled, trouble = orders[chosen], None, ""
    if order is CARRY_OUT and sitting.attempt.carried_out_at is not None:
        await _carry_out(room, sitting)
        return None
    while True:
        filled = await fill_in(room, order.code, filled, trouble)
        if filled is None:
            return None
        try:
            request = key.signed(started.attempt, _request(room, order, filled))
            if order is HAND_IN and not await _is_sure(room, person):
                return None
            if order is GO_ON and not await _goes_on_here(room, sitting):
                return None
            sitting.grant(request)
        except QuizError as error:
            trouble = room.language.error(error)
        else:
            if order is CARRY_OUT:
                await _carry_out(room, sitting)
            return request


async def _carry_out(room: AnyRoom, sitting: Sitting) -> None:
    """Write the pack of what is on disk: all of it, else the copies would part at what is written later."""
    if sitting.unsaved:
        dialog = Notice(room.say("room.cannot"), [room.say("invigilate.not_saved")], room.say("room.close"))
        await room.app.push_screen_wait(dialog)
    else:
        await hand_out(room.quizapp, sitting.recorded())


def possible(room: AnyRoom, sitting: Sitting) -> tuple[OrderKind, ...]:
    """Return what can be ordered of a sitting now: no more time where there is no limit, no pack while it goes on."""
    more = () if sitting.remaining() is None else (EXTEND,)
    if sitting.attempt.paused_at is None:
        return (*more, PAUSE, HAND_IN)
    pack = (CARRY_OUT,) if offers(room.workplace, sitting.recorded()) else ()
    return (GO_ON, *more, HAND_IN, *pack)


async def pick(room: AnyRoom, person: str, codes: Sequence[str]) -> int | None:
    """Return the place of the order that was picked; None where nothing is ordered."""
    rows = [f"{room.say(f'invigilate.{code}')}\n{room.say(f'invigilate.{code}_note')}" for code in codes]
    return await room.app.push_screen_wait(Pick(room.say("invigilate.menu", person=person), rows))


async def fill_in(room: AnyRoom, code: str, before: FilledOrder | None = None, trouble: str = "") -> FilledOrder | None:
    """Return who orders it and why; None where nothing is ordered."""

    title, asks_more = room.say(f"invigilate.{code}"), code == EXTEND.code
    form = OrderForm(room.language, title, asks_more=asks_more, before=before, trouble=trouble)
    return await room.app.push_screen_wait(form)


def order_sentence(room: AnyRoom, sitting: Sitting, request: Request) -> str:
    """Return what to say of an order that was carried out and leaves the paper on the screen."""
    if request.id not in sitting.saved.granted:
        return room.say("invigilate.not_saved")
    code = "extended" if request.asks == "more_time" else "gone_on"
    return room.say(f"invigilate.{code}", more=request.more, why=request.why, by=request.by)


def _request(room: AnyRoom, order: OrderKind, filled: FilledOrder) -> Request:
    place = room.workplace
    more = _more(filled.more) if order is EXTEND else timedelta(0)
    return ordered(order.asks, filled.orderer, place.clock.read().at, place.chance, more)


def _more(text: str) -> timedelta:
    more = duration(text)
    if more is None:
        raise CalledWrongly("more-unread", given=text)
    check_more(more)
    return more


async def _goes_on_here(room: AnyRoom, sitting: Sitting) -> bool:
    """Ask before what was handed out to go on elsewhere goes on here after all."""
    say, out_at = room.say, sitting.attempt.carried_out_at
    if out_at is None:
        return True
    lines = [say("invigilate.out_since", at=out_at), say("invigilate.out_twice")]
    words = {"safe": say("invigilate.out_back"), "step": say("invigilate.out_step")}
    return await room.app.push_screen_wait(Confirm(say("invigilate.out_title"), lines, **words))


async def _is_sure(room: AnyRoom, person: str) -> bool:
    say = room.say
    lines = [say("invigilate.collect_who", person=person), say("invigilate.collect_final")]
    words = {"safe": say("invigilate.collect_back"), "step": say("invigilate.collect_step")}
    dialog = Confirm(say("invigilate.collect_title"), lines, **words)
    return await room.app.push_screen_wait(dialog)
