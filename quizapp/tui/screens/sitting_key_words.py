"""The key line of the question screen: what can be done now, as far as there is room to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.tui.widgets.key_line import PARTING

if TYPE_CHECKING:
    from quizapp.domain.attempt.terms import Terms
    from quizapp.language import Language
    from quizapp.tui.items.view import ItemView

Keys = tuple[tuple[str, str], ...]
"""Pairs of a text and the screen's action it runs, "" for none."""

_FIRST_OUT, _ALL_OUT = ("flag",), ("flag", "explain")
"""The actions whose keys are left out where there is too little room for all."""


def answering(language: Language, terms: Terms, view: ItemView, *, is_case: bool, room: int) -> Keys:
    """Return the keys while a question is answered: said in full where there is room, else shorter.

    Where even that is too long the flag's key is not said, then the help's; the answer sheet says the one, and every
    other question the other.
    """
    shorter = ((False, False), (False, True), (True, True))
    versions = [
        _answering(language, terms, view, is_case=is_case, has_short_hint=hint, has_short_turn=turn)
        for hint, turn in shorter
    ]
    fitting = [keys for keys in versions if _width(keys) <= room]
    if fitting:
        return fitting[0]
    fewer = [tuple(part for part in versions[-1] if part[1] not in left_out) for left_out in (_FIRST_OUT, _ALL_OUT)]
    return next((keys for keys in fewer if _width(keys) <= room), fewer[-1])


def told(language: Language, *, is_last: bool) -> Keys:
    """Return the keys where an answer is fixed, and what is told of it stands on the screen."""
    say = language.say
    return (
        *([] if is_last else [(say("feedback.key_next"), "page(1)")]),
        (say("feedback.key_scroll"), ""),
        *_always(language),
        (say("key.help"), "explain"),
    )


def at_gate(language: Language) -> Keys:
    """Return the keys where a section was not begun."""
    return ((language.say("section.key_enter"), "choose"), *when_over(language))


def when_over(language: Language) -> Keys:
    """Return the keys where nothing is left to answer."""
    return (*_always(language)[1:], (language.say("key.help"), "explain"))


def _always(language: Language) -> Keys:
    say = language.say
    return (say("key.flag"), "flag"), (say("key.sheet"), "sheet"), (say("key.hand_in"), "hand_in")


def _answering(
    language: Language, terms: Terms, view: ItemView, *, is_case: bool, has_short_hint: bool, has_short_turn: bool
) -> Keys:
    say = language.say
    hint = view.short_hint() if is_case or has_short_hint else view.hint()
    return (
        *([(hint, "")] if hint else []),
        *([(say("feedback.key_fix"), "fix")] if terms.fixes_each else []),
        *([(say("certainty.key"), "be_certain")] if terms.delivery.certainty else []),
        *([(say("key.material"), "fold")] if is_case else []),
        *_always(language),
        (_turning(language, terms, view, is_short=is_case or has_short_turn), ""),
        (say("key.help"), "explain"),
    )


def _turning(language: Language, terms: Terms, view: ItemView, *, is_short: bool) -> str:
    if terms.goes_forward_only:
        return language.say("section.key_forward" if view.TURNS_BY == "turn" else f"section.key_{view.TURNS_BY}")
    if is_short and view.TURNS_BY == "turn":
        return language.say("sitting.key_turn_short")
    return language.say(f"sitting.key_{view.TURNS_BY}")


def _width(keys: Keys) -> int:
    return cell_len(PARTING.join(text for text, _ in keys))
