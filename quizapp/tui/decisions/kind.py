"""What a decision is to its form: which rows it fits, what must be filled in, what will happen, how it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker
    from quizapp.language import Language
    from quizapp.services.committee_journal import Seen
    from quizapp.services.score_sheet import Line
    from quizapp.services.workplace import Workplace
    from quizapp.tui.asked_decision import Field

Values: TypeAlias = Mapping[str, str]
"""What was filled in, by the fields' names."""
ENDED = frozenset(("handed_in", "marking", "marked"))
"""How an attempt stands that was handed in and is not void."""
_ROOM = 40


class Case(NamedTuple):
    """Whom and what is decided about."""

    place: Workplace
    language: Language
    paper: str
    title: str
    line: Line
    seen: Seen
    """What whoever decides has before them."""

    def say(self, code: str, **values: object) -> str:
        """Return a sentence about the person and the paper, both named, however long their names are."""
        about = {"paper": clipped(self.title, _ROOM), "id": self.line.candidate, "name": clipped(self.line.name, _ROOM)}
        return self.language.say(f"committee.{code}", **{**about, "number": self.number, **values})

    @property
    def number(self) -> object:
        """Which of the person's attempts it is, as the table says it."""
        return self.line.number or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of decision; under `committee.` and its code stands what it is called, with `_note` what it does."""

    code: str
    fits: Callable[[Line], bool]
    fields: Callable[[Case], tuple[Field, ...]]
    about: Callable[[Case], Sequence[str]] = lambda _: ()
    """What must be known to fill them in. Waits for the disk; raises QuizError."""
    will: Callable[[Case, Values], Sequence[str]]
    """Returns what will happen, in sentences. Waits for the disk; raises QuizError where it cannot."""
    do: Callable[[Case, Values, Marker], str]
    """Does it and returns what was done. Waits for the disk, and for another program; raises QuizError."""
    needs_checker: bool = False
    """Whether it is one of those that a second person checks where the class has them checked."""
