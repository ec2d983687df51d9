"""What is printed of a paper: its forms, which are fixed thereby; keys that may not be told are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.candidate import CandidateIndex
from quizapp.domain.errors import Refused
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.papers.forms import fixed_form, form_as_it_would_be

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.papers.paper import Form, Paper
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """One form."""

    form: Form
    digest: str
    """The beginning of the form's digest, by which a printed paper is known again."""
    candidate: tuple[str, str, str] = ("", "", "")
    """学号, name and unit, where the form is one candidate's own."""

    @property
    def letter(self) -> str:
        """A, B, …; "" where there is only one, or one for each candidate."""
        paper = self.form.paper
        return self.form.letter if paper.forms > 1 and not paper.per_candidate else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """A paper or its key, as it goes into one file."""

    paper: Paper
    """As it is now: a form has the rules that held when it was fixed."""
    course: str
    """The class's title; "" where it has none."""
    forms: tuple[PrintedForm, ...]
    with_key: bool


_SHORT_DIGEST = 12


def print_paper(place: Workplace, paper: Paper, letters: Sequence[str], *, with_key: bool) -> PrintedPaper:
    """Return these forms of a paper as they are printed, fixing those that were not yet.

    Raises Refused where the banks cannot meet the paper, and for a key whose questions somebody is sitting; nothing
    is fixed then.
    """
    would_be = [form_as_it_would_be(place.home, place.library, paper, letter=letter) for letter in letters]
    if with_key:
        check_not_sat(place, paper, would_be)
    now = place.clock.read().at
    fixed = [fixed_form(place.home, place.library, paper, letter=letter, now=now) for letter in letters]
    return PrintedPaper(
        paper=paper,
        course=place.class_title,
        forms=tuple(
            PrintedForm(form=form, digest=digest[:_SHORT_DIGEST], candidate=_candidate(place, form))
            for digest, form in fixed
        ),
        with_key=with_key,
    )


def check_not_sat(place: Workplace, paper: Paper, forms: Sequence[Form]) -> None:
    """Refuse to tell the keys of forms that have questions somebody is sitting. Raises Refused."""
    hidden = hidden_items(place.home, place.clock, place.class_id)
    shown = {question.item.id for form in forms for question in form.questions}
    if not hidden.isdisjoint(shown):
        raise Refused("print-key-hidden", paper=paper.title, count=len(hidden & shown))


def _candidate(place: Workplace, form: Form) -> tuple[str, str, str]:
    if not form.paper.per_candidate:
        return ("", "", "")
    id = form.letter
    listed = CandidateIndex((one.id, one) for one in place.home.roster.candidates()).get(id)
    return (id, listed.name, listed.unit) if listed else (id, "", "")
