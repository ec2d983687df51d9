"""A rehearsal of the machine an exam will be sat on: what is looked at, what was found, and whether it will do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, get_args

Step = Literal["keys", "typing", "drawing", "clock", "saving", "going_on", "stick"]
STEPS: tuple[Step, ...] = get_args(Step)
"""In the order in which they are gone through."""
State = Literal["ok", "failed", "skipped"]

KEYS = ("1", "A", "right", "down", "f2", "f3", "f6", "f9", "pagedown", "enter", "escape")
"""The keys a paper is sat with, as terminals name them."""

SLOW = timedelta(seconds=0.1)
"""Of one answer kept on disk: from here on it would be felt."""
APART = timedelta(seconds=1)
"""How far the clock may stand from where it was, after the program was killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one step of a rehearsal found of the machine."""

    step: Step
    state: State
    code: str
    """What is said of it; where it failed, what to do."""
    values: Mapping[str, object] = field(default_factory=dict)


def has_passed(found: Sequence[Checked]) -> bool:
    """Return whether every step was gone through and none failed; what the person skipped does not stop anybody."""
    return {one.step for one in found} == set(STEPS) and all(one.state != "failed" for one in found)


def of_keys(pressed: Sequence[str]) -> Checked:
    """Return what is to be said of the keys that arrived."""
    missed = [key for key in KEYS if key not in pressed]
    if missed:
        return Checked(step="keys", state="failed", code="rehearse.keys_missed", values={"keys": missed})
    return Checked(step="keys", state="ok", code="rehearse.keys_ok")


def of_typing(text: str | None) -> Checked:
    """Return what is to be said of the text that was typed with an input method; None where nobody wanted to."""
    if text is None:
        return Checked(step="typing", state="skipped", code="rehearse.typing_skipped")
    is_chinese = sum("\u4e00" <= character <= "\u9fff" for character in text) >= 2
    if is_chinese:
        return Checked(step="typing", state="ok", code="rehearse.typing_ok")
    return Checked(step="typing", state="failed", code="rehearse.typing_failed", values={"text": text})


def of_saving(took: timedelta) -> Checked:
    """Return what is to be said of how long one answer took to be on disk."""
    milliseconds = {"milliseconds": f"{took.total_seconds() * 1000:.0f}"}
    if took > SLOW:
        return Checked(step="saving", state="failed", code="rehearse.saving_slow", values=milliseconds)
    return Checked(step="saving", state="ok", code="rehearse.saving_ok", values=milliseconds)
