"""The palette: help, theme, language, leave. No screenshots while a paper is sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.dialogs.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.tui.room import AnyRoom


def open_palette(room: AnyRoom) -> None:
    """Offer what can be done from any screen."""
    commands: list[tuple[str, Callable[[], None]]] = [
        (room.say("palette.help"), room.action_explain),
        (room.say("palette.theme"), lambda: _pick_theme(room)),
    ]
    if not room.IS_SITTING:
        commands.append((room.say("palette.language"), room.quizapp.change_language))
    commands.append((room.say("palette.leave"), room.action_leave))

    def run(place: int | None) -> None:
        if place is not None:
            commands[place][1]()

    room.app.push_screen(Pick(room.say("palette.title"), [text for text, _ in commands]), run)


def _pick_theme(room: AnyRoom) -> None:
    names = room.quizapp.theme_names()
    texts = [room.say(f"theme.{name}") if room.language.knows(f"theme.{name}") else name for name in names]

    def choose(place: int | None) -> None:
        if place is not None:
            room.quizapp.change_theme(names[place])

    highlighted = names.index(room.app.theme) if room.app.theme in names else 0
    room.app.push_screen(Pick(room.say("palette.theme"), texts, highlighted), choose)
