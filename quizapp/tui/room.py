"""What all full screens share: help, the palette, and more at once where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.binding import Binding

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from textual import events

    from quizapp.language import Language
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell

WIDE_FROM = 110
"""Columns from which a screen shows more at once."""

NOTICE_SECONDS = 6.0

Outcome = TypeVar("Outcome")


class Room(LeftOnce[Outcome]):
    """A full screen of quizapp."""

    BINDINGS: ClassVar = [
        Binding("f4,f1", "explain", show=False),
        Binding("question_mark,fullwidth_question_mark", "explain", show=False),
        Binding("ctrl+p", "palette", show=False),
    ]
    GUIDE: ClassVar = "home"
    """The part of the guide that treats this screen."""
    IS_SITTING: ClassVar = False
    """Whether a paper is being sat here, so that the palette offers less."""

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

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE_FROM, "-wide")

    def action_explain(self) -> None:
        """Say what can be done on this screen; below it the rest of the guide that treats it."""
        from quizapp.tui.dialogs.help import Help

        self.app.push_screen(Help(self.language, self.GUIDE))

    def action_leave(self) -> None:
        """Leave this screen, asking first where something is at stake."""
        raise NotImplementedError

    def action_palette(self) -> None:
        from quizapp.tui.palette import open_palette

        open_palette(self)


AnyRoom = Room[Any]
