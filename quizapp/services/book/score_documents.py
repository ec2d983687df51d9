"""Attempts to the score book's documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.attempt.terms import seconds_used
from quizapp.domain.codec import instant_to_text
from quizapp.domain.exact_numbers import exact_sum, number
from quizapp.domain.papers.delivery import beyond, counted
from quizapp.services.book.marked_attempt import MarkedAttempt
from quizapp.services.book.standings import why_not_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizapp.domain.candidate import NumberSpelling
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import ScoreDocument, SectionDocument


def documents(
    attempts: Sequence[MarkedAttempt], class_id: str = "", candidate: str = "", *, is_for_them: bool = True
) -> tuple[ScoreDocument, ...]:
    """Return the documents of one candidate's attempts at one paper, in the order of their start.

    `class_id` is of those that do not say which class they were sat in, `candidate` how the number is shown where they
    may write it otherwise. None counts of a make-up that is not for its candidate, until the committee decides.
    Attempts are numbered by start; which of them count is the paper's rule as the last of them was sat.
    """
    ordered = sorted(attempts, key=lambda marked: marked.recorded.id)
    if not ordered:
        return ()
    delivery = ordered[-1].recorded.form.paper.delivery
    over = beyond([one.as_try for one in ordered], delivery.attempts)
    may_count = [is_for_them and place not in over and not one.recorded.is_forked for place, one in enumerate(ordered)]
    scores = [one.counting if may else None for one, may in zip(ordered, may_count, strict=True)]
    counting = counted([None if score is None else score.total for score in scores], delivery.counts)
    return tuple(
        _document(one, number, number - 1 in counting, class_id, candidate) for number, one in enumerate(ordered, 1)
    )


def documents_of_people(
    home: Home,
    people: Mapping[tuple[str, tuple[bool, str]], Sequence[MarkedAttempt]],
    spelling: NumberSpelling,
    known: Iterable[ScoreDocument] = (),
    class_id: str = "",
) -> list[ScoreDocument]:
    """Return the documents of attempts by paper and the candidate's key; `known` are those of the others in the book.

    Each is under its candidate's number as `spelling`, which knows of them all, shows it. First papers come before the
    make-ups of them, which count for whom they are for.
    """
    docs = list(known)
    before = len(docs)
    first = {paper: _first(attempts) for (paper, _), attempts in people.items()}
    for paper, key in sorted(people, key=lambda of: (_depth(of[0], first), of)):
        attempts = people[paper, key]
        candidate = spelling.shown(attempts[0].recorded.candidate.id)
        makes_up = first[paper] is not None
        why = why_not_for(home, docs, attempts[-1].recorded.form.paper, candidate) if makes_up else None
        docs += documents(attempts, class_id, candidate, is_for_them=why is None)
    return docs[before:]


def _first(attempts: Sequence[MarkedAttempt]) -> str | None:
    make_up = attempts[-1].recorded.form.paper.make_up
    return make_up.paper if make_up else None


def _depth(paper: str, first: Mapping[str, str | None]) -> int:
    """Return how many papers a paper stands for, one after the other, as a make-up."""
    passed = {paper}
    following = first.get(paper)
    while following is not None and following not in passed:
        passed.add(following)
        following = first.get(following)
    return len(passed) - 1 + (following is not None)


def _document(one: MarkedAttempt, place: int, counts: bool, class_id: str, candidate: str) -> ScoreDocument:
    attempt, form, score = one.recorded.attempt, one.recorded.form, one.counting
    started, paper, owner, full = attempt.started, form.paper, one.recorded.candidate, form.full_score
    return {
        "attempt": started.attempt,
        "class": started.class_id or class_id,
        "paper": paper.id,
        "paper_title": paper.title,
        "make_up_for": paper.make_up.paper if paper.make_up else None,
        "form": started.letter,
        "candidate": candidate or owner.id,
        "name": owner.name,
        "unit": owner.unit,
        "number": place,
        "status": one.status,
        "started_at": instant_to_text(started.when.at),
        "handed_in_at": instant_to_text(attempt.handed_in_at) if attempt.handed_in_at else None,
        "handed_in_by": attempt.handed_in_by,
        "seconds": seconds_used(attempt),
        "score": number(score.total) if score else None,
        "counted_score": number(one.counted_score) if score else None,
        "full_score": number(full),
        "percent": number(score.total * 100 / full) if score and full else None,
        "passed": score.total >= paper.pass_mark.of(full) if score else None,
        "grade": form.grade(score.total) if score else None,
        "counts": counts,
        "sections": _sections(one),
        "receipt": one.recorded.receipt,
    }


def _sections(one: MarkedAttempt) -> list[SectionDocument]:
    form, score = one.recorded.form, one.counting
    return [
        {
            "title": section.title,
            "score": number(score.sections[place]) if score else None,
            "full_score": number(exact_sum(q.marking.marks for q in form.section_questions(place))),
        }
        for place, section in enumerate(form.paper.sections)
    ]
