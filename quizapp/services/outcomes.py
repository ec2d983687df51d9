"""How the candidates of a paper stand by their attempts: total, pass and rank, exactly, as the export has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.ranking import ranks
from quizapp.services.score_documents import documents
from quizapp.services.scoring import counted_score

if TYPE_CHECKING:
    from quizapp.domain.candidate import Spelling
    from quizapp.services.scoring import MarkedAttempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a candidate's counted attempts amount to; None where none counts (yet)."""

    total: Fraction | None = None
    full: Fraction | None = None
    passed: bool | None = None
    rank: int | None = None


def outcomes(
    attempts: Iterable[MarkedAttempt], spelling: Spelling, not_for: Collection[str] = ()
) -> Mapping[str, Outcome]:
    """Return every candidate's outcome over one paper's attempts, by their number as `spelling` shows it.

    `not_for` are those for whom a make-up is not: nothing of theirs counts.
    """
    people: dict[str, list[MarkedAttempt]] = {}
    for one in sorted(attempts, key=lambda one: one.recorded.id):
        people.setdefault(spelling.shown(one.recorded.candidate.id), []).append(one)
    found = {id: _outcome(several, is_for_them=id not in not_for) for id, several in people.items()}
    totals = {id: one.total for id, one in found.items() if one.total is not None}
    places = dict(zip(totals, ranks(list(totals.values())), strict=True))
    return {id: replace(one, rank=places.get(id)) for id, one in found.items()}


def _outcome(attempts: list[MarkedAttempt], *, is_for_them: bool) -> Outcome:
    docs = documents(attempts, is_for_them=is_for_them)
    counting = [one for one, doc in zip(attempts, docs, strict=True) if doc["counts"] and one.status == "marked"]
    if not counting:
        return Outcome()
    form = counting[-1].recorded.form
    total = sum((counted_score(one) for one in counting), Fraction(0)) / len(counting)
    # A make-up's cap lowers what counts to the pass mark itself, so that it still passes.
    return Outcome(total=total, full=form.full_score, passed=total >= form.pass_marks)
