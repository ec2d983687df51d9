"""A full screen: its sentences, its help, the palette, and how it is left where something would be lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from quizapp.tui.frame.commands import GENERAL, HELP, PALETTE, Command, key_parts
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.key_line import KeyLine, line_text
from quizapp.tui.frame.widgets.line import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from quizapp.language import Language
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.shell import Shell


WIDE_FROM = 110
"""Columns from which a screen shows more at once."""

NOTICE_SECONDS = 6.0

Outcome = TypeVar("Outcome")


class Room(LeftOnce[Outcome]):
    """A full screen of quizapp."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (HELP, PALETTE)
    GUIDE: ClassVar = ""
    """The page of the guide that treats this screen: the one of its file, where no other is named."""
    IS_SITTING: ClassVar = False
    """Whether a paper is being sat here, so that the palette offers less."""

    def __init_subclass__(cls) -> None:
        if "GUIDE" not in cls.__dict__:
            cls.GUIDE = cls.__module__.removeprefix("quizapp.tui.")
        super().__init_subclass__()

    @property
    def quizapp(self) -> Shell:
        return cast("Shell", self.app)

    @property
    def workplace(self) -> Workplace:
        return self.quizapp.workplace

    @property
    def language(self) -> Language:
        return self.quizapp.language

    def say(self, code: str, **values: object) -> str:
        """Return a sentence in the person's language."""
        return self.language.say(code, **values)

    def tell(self, text: str) -> None:
        """Say something for a while in the lowest rule of this screen."""
        rule = self.query(Rule).last()
        rule.notice = text

        def take_back() -> None:
            if rule.notice == text:
                rule.notice = ""

        self.set_timer(NOTICE_SECONDS, take_back)

    def record_typed(self) -> None:
        """Have on disk what was typed here and is not yet: the program is about to end."""

    def key_line(self) -> KeyLine:
        """Return the line that tells what can be done here now."""
        return KeyLine(key_parts(self.language, self, self.OWN_COMMANDS))

    def refresh_keys(self) -> None:
        """Tell in it what can be done now."""
        self.query_one(KeyLine).parts = key_parts(self.language, self, self.OWN_COMMANDS)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE_FROM, "-wide")

    def action_explain(self) -> None:
        """Say what can be done on this screen; below it the rest of the guide that treats it."""
        from quizapp.tui.frame.dialogs.notices import Help

        self.app.push_screen(Help(self.language, self.GUIDE, self.quizapp.guide_page))

    def action_leave(self) -> None:
        """Leave this screen, asking first where something is at stake."""
        raise NotImplementedError

    def action_palette(self) -> None:
        open_palette(self)


AnyRoom = Room[Any]


def open_palette(room: AnyRoom) -> None:
    """Offer what can be done from any screen; below that, what can be done on this one now."""
    commands: list[tuple[str, Callable[[], object]]] = [
        (room.say("palette.help"), room.action_explain),
        (room.say("palette.theme"), lambda: _pick_theme(room)),
    ]
    if not room.IS_SITTING:
        commands.append((room.say("palette.language"), room.quizapp.change_language))
    commands.append((room.say("palette.leave"), room.action_leave))
    own = [one for one in room.OWN_COMMANDS if _is_picked(room, one)]
    texts = [line_text([part]) for part in key_parts(room.language, room, own)]
    commands += [
        (text, partial(room.call_later, room.run_action, one.action)) for text, one in zip(texts, own, strict=True)
    ]

    def run(place: int | None) -> None:
        if place is not None:
            commands[place][1]()

    room.app.push_screen(Pick(room.say("palette.title"), [text for text, _ in commands]), run)


def _is_picked(room: AnyRoom, one: Command) -> bool:
    """Return whether the palette offers a command: it can be done now, and not what every screen has."""
    is_own = bool(one.label and one.action) and not one.back and one.name not in GENERAL and "escape" not in one.keys
    is_safe = one.is_harmless or not room.IS_SITTING
    return is_own and is_safe and one.is_offered(room) and bool(room.check_action(one.method, ()))


def _pick_theme(room: AnyRoom) -> None:
    names = room.quizapp.theme_names()
    texts = [room.say(f"theme.{name}") if room.language.knows(f"theme.{name}") else name for name in names]

    def choose(place: int | None) -> None:
        if place is not None:
            room.quizapp.change_theme(names[place])

    highlighted = names.index(room.app.theme) if room.app.theme in names else 0
    room.app.push_screen(Pick(room.say("palette.theme"), texts, highlighted), choose)


def leave_if_wanted(room: Room[Any], title: str, lines: Sequence[str], *, stay: str, go: str) -> None:
    """Ask whether what was done here is to be lost, and leave the room with None where it is; `ctrl+q` confirms."""

    def answer(is_wanted: bool | None) -> None:
        if is_wanted:
            room.dismiss(None)

    room.app.push_screen(Confirm(title, lines, safe=stay, step=go, key="ctrl+q"), answer)
