"""The forms of a paper that a correction may be about: those fixed here, and those that attempts were sat on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Started

if TYPE_CHECKING:
    from quizapp.domain.paper import Form
    from quizapp.services.ports import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownForm:
    """A form as it was fixed, without what was corrected since."""

    digest: str
    form: Form
    is_sat: bool
    """Whether an attempt was begun on it."""


def known_forms(home: Home, paper: str) -> tuple[KnownForm, ...]:
    """Return a paper's forms, by letter."""
    sat = set()
    for name in home.journals.names(paper):
        started = home.journals.read(name).events[0]
        assert isinstance(started, Started)
        sat.add(started.form)
    digests = sat | {fixed.form for fixed in home.forms.fixed(paper)}
    forms = (KnownForm(digest=digest, form=home.forms.load(digest), is_sat=digest in sat) for digest in digests)
    return tuple(sorted(forms, key=lambda one: (one.form.letter, one.digest)))
