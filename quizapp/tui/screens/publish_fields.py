"""The fields of a publication's form, and what each of them means as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.carrying.publication.issuing import SHORTEST
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.spoken_field import SpokenField
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from quizapp.language import Language

KEYS, OPENING, INVIGILATOR, ROSTER, TO = "keys", "opening", "invigilator", "roster", "to"
AGAIN = "_again"
WITH, WITHOUT = "with", "without"

FormField: TypeAlias = "ChoiceLine | TextField"


class About(NamedTuple):
    """What the form has to know of the paper and the machine."""

    title: str
    needs_keys: bool
    needs_roster: bool
    people: int
    can_seal: bool


class Filled(NamedTuple):
    """What stands in the fields."""

    keys: str
    """WITH or WITHOUT."""
    roster: str
    """WITH or WITHOUT."""
    to: str
    """Where to write, as typed."""
    opening: str = ""
    invigilator: str = ""


def begun(about: About, to: str) -> Filled:
    """Return what stands there at first: what is safe, and where the file is found again."""
    keys = WITH if about.needs_keys else WITHOUT
    return Filled(keys=keys, roster=WITH if about.people else WITHOUT, to=to)


def fields(language: Language, about: About, filled: Filled) -> dict[str, FormField]:
    """Return the fields by name, in order, as they stand; there are none for what the machine cannot do."""
    say, keys, roster = language.say, _keys(about), _roster(about)
    passwords = (OPENING, INVIGILATOR) if about.can_seal else (INVIGILATOR,)
    names = [name + again for name in passwords for again in ("", AGAIN)]
    none = "" if about.people else "none"
    said = {word: say(f"publish.roster_{none or word}", people=about.people) for word in roster}
    return {
        KEYS: ChoiceLine(keys, {word: say(f"publish.keys_{word}") for word in keys}, filled.keys),
        **{name: SpokenField(placeholder=say(f"publish.hint_{name}")) for name in names},
        ROSTER: ChoiceLine(roster, said, filled.roster),
        TO: TextField(),
    }


def note(language: Language, about: About, name: str, value: str, *, is_on_stick: bool) -> str:
    """Return what a field means as it stands."""
    kind = name
    if name == KEYS:
        kind = "keys_needed" if about.needs_keys else f"keys_{value}"
    elif name == ROSTER:
        kind = "roster_needed" if about.needs_roster else f"roster_{value if about.people else 'none'}"
    elif name == TO:
        kind = "stick" if is_on_stick else "machine"
    return language.say(f"publish.note_{kind}", least=SHORTEST)


def _keys(about: About) -> tuple[str, ...]:
    return (WITH,) if about.needs_keys else (WITHOUT, WITH)


def _roster(about: About) -> tuple[str, ...]:
    if not about.people:
        return (WITHOUT,)
    return (WITH,) if about.needs_roster else (WITH, WITHOUT)
