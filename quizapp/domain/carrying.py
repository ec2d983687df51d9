"""What travels between machines, as facts: publications opened or made, and rehearsals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar, Literal, TypeAlias, get_args

from quizapp.domain.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a password that is said aloud can be told by without being known: its scrypt hash, and how that was made."""

    n: int
    r: int
    p: int
    salt: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationIssued:
    """A publication was made here, with what of it stays here."""

    KIND: ClassVar = "publication_issued"
    when: Moment
    digest: str
    """Of the file: SHA-256, hexadecimal."""
    file: str
    """Its name, for people."""
    paper: str
    title: str
    forms: tuple[str, ...]
    """Their digests."""
    has_keys: bool
    order_key: str = field(default="", repr=False)
    """The key behind the invigilator's password, hexadecimal; "" where there is none. It never travels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationOpened:
    """A publication was opened, its forms fixed here; the last one opened of a paper says how it is sat."""

    KIND: ClassVar = "publication_opened"
    when: Moment
    digest: str
    """Of the file: SHA-256, hexadecimal."""
    file: str
    """Its name, for people."""
    made_at: datetime
    """No machine's clock is right that says it is earlier."""
    class_id: str
    class_title: str
    paper: str
    title: str
    form: str
    """The digest of its first form, which has the paper's rules in it."""
    questions: int
    full_score: str
    """Marks as they are shown."""
    time_limit: timedelta | None
    opens: datetime | None
    closes: datetime | None
    has_keys: bool
    invigilator: Spoken | None = None
    """What the invigilator's password can be told by; None where there is none."""


PublicationFact: TypeAlias = PublicationOpened | PublicationIssued


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
