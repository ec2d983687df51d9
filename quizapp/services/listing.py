"""What lists show of papers: how many questions, how many marks."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.errors import Refused
from quizapp.domain.paper import Form, Paper
from quizapp.services.ports import Library


def full_score(library: Library, paper: Paper) -> Fraction | None:
    """Return a paper's marks in all, read off its rules where they say it; None where it cannot be drawn."""
    if paper.full_score is not None:
        return paper.full_score
    marks = [_section_marks(paper, place) for place in range(len(paper.sections))]
    known = [mark for mark in marks if mark is not None]
    if len(known) == len(marks):
        return sum(known, Fraction(0))
    form = _sample(library, paper)
    return form.full_score if form else None


def question_count(library: Library, paper: Paper) -> int | None:
    """Return how many questions a form of the paper has; None where it cannot be drawn."""
    counts = [len(section.items) if section.draw is None else section.draw.count for section in paper.sections]
    if any(section.draw is not None and section.draw.type == "case" for section in paper.sections):
        form = _sample(library, paper)
        return len(form.questions) if form else None
    return sum(counts)


def _section_marks(paper: Paper, place: int) -> Fraction | None:
    section = paper.sections[place]
    if section.marks is None or (section.draw is not None and section.draw.type == "case"):
        return None
    return section.marks * (len(section.items) if section.draw is None else section.draw.count)


def _sample(library: Library, paper: Paper) -> Form | None:
    from quizapp.services.fixing import draw

    try:
        return draw(library, paper, letter="A")
    except Refused:
        # `papers check` says why; a list only leaves the number open.
        return None
