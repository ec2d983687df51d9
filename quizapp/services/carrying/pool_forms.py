"""What the pool of banks and papers knows of the forms that come back: their versions, and their keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.services.papers.forms import draw, form_as_it_would_be, form_digest, paper_digest
from quizapp.services.ports.port_values import FixedForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quizapp.domain.attempt.events import Started
    from quizapp.domain.papers.paper import Form, Paper
    from quizapp.services.ports.workplace import Workplace


MOST_FORMS = 64
"""That are remembered: one for each candidate is more than the memory should hold."""


class PoolForms:
    """Asked many times in one run: a class sits few papers and few forms."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._papers: dict[str, Paper | None] = {}
        self._drawn: dict[tuple[str, str, int], dict[str, Form]] = {}
        self._ways: dict[tuple[str, str, int], Iterator[Form]] = {}
        """What may still be drawn for these: a form costs as much as a hundred attempts that are known."""
        self._versions: dict[str, str] = {}
        """Digests of papers' versions, by what the paper is told by: its id in the pool, or its form's digest."""
        self._sound: dict[str, Form] = {}
        """Forms that were brought and found sound, by digest: a class sits few, each comes with every attempt."""
        self._kept: set[str] = set()
        """Digests of the forms that were kept in this run."""
        self.newly_keyed: set[str] = set()
        """The papers that had forms here whose keys were found only now."""

    def paper(self, id: str) -> Paper | None:
        """Return the pool's paper of that id; None where it holds none that can be read."""
        if id not in self._papers:
            try:
                found = self._place.library.paper(id).paper
            except CalledWrongly:
                found = None
            self._papers[id] = found if found is not None and found.id == id else None
        return self._papers[id]

    def version(self, key: str, paper: Paper) -> str:
        """Return the digest of a paper's version; the pool's is told by its id, a form's by the form's digest."""
        if key not in self._versions:
            self._versions[key] = paper_digest(paper)
        return self._versions[key]

    def known(self, digest: str) -> Form | None:
        """Return a form that was brought before in this run."""
        return self._sound.get(digest)

    def remember(self, digest: str, form: Form) -> None:
        """Know of a sound form until others have been brought."""
        if len(self._sound) >= MOST_FORMS:
            self._sound.pop(next(iter(self._sound)))
        self._sound[digest] = form

    def keep(self, started: Started, form: Form) -> None:
        """Keep the form of an attempt: fixed here with its keys where the pool draws the very same, else as it came.

        Keys that stand already stay. Raises MachineRefused.
        """
        forms = self._place.home.forms
        if started.form in self._kept:
            return
        self._kept.add(started.form)
        here = self._here(started.form)
        if here is not None and here.has_keys:
            return
        keyed = self._keyed(started)
        if keyed is not None:
            forms.fix(keyed, self._line(started, keyed))
            if here is not None:
                self.newly_keyed.add(started.paper)
        elif here is None:
            forms.keep(form)

    def _here(self, digest: str) -> Form | None:
        try:
            return self._place.home.forms.load(digest)
        except (CalledWrongly, MachineRefused) as trouble:
            if trouble.code not in ("unknown-form", "form-altered"):
                raise
            return None  # what came along is as good, and is put in its place

    def _keyed(self, started: Started) -> Form | None:
        """Return the form with its keys where the pool, as it stands, draws one of the same digest."""
        paper = self.paper(started.paper)
        if paper is None or self.version(paper.id, paper) != started.paper_digest:
            return None
        which = (started.paper, started.letter, started.number if paper.per_candidate else 1)
        if which not in self._drawn:
            self._drawn[which], self._ways[which] = {}, self._drawings(paper, started)
        drawn = self._drawn[which]
        while started.form not in drawn and (form := next(self._ways[which], None)) is not None:
            drawn[form_digest(form)] = form
        return drawn.get(started.form)

    def _drawings(self, paper: Paper, started: Started) -> Iterator[Form]:
        """Give the form that is fixed here, or would be, and those that the banks as they stand give.

        Machines without the class's secret sat a trial's; that of a formal paper is no exam, and gets no keys.
        """
        home, library = self._place.home, self._place.library

        def trial() -> Form:
            return draw(home, library, paper, letter=started.letter, number=started.number, secret="")

        ways: tuple[Callable[[], Form], ...] = (
            lambda: form_as_it_would_be(home, library, paper, letter=started.letter, number=started.number),
            lambda: draw(home, library, paper, letter=started.letter, number=started.number),
            *(() if paper.is_formal else (trial, lambda: replace(trial(), is_trial=False))),
        )
        for way in ways:
            try:
                form = way()
            except (Refused, CalledWrongly):
                continue  # the banks cannot meet the paper: then they have no keys to give
            if form.has_keys:
                yield form

    def _line(self, started: Started, form: Form) -> FixedForm:
        return FixedForm(
            at=self._place.clock.read().at,
            paper=started.paper,
            paper_digest=started.paper_digest,
            letter=started.letter,
            number=started.number if form.paper.per_candidate else 1,
            form=started.form,
        )
