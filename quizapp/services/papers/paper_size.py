"""What lists show of papers: how many questions, how many marks."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.errors import Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.paper import Form, Paper, Section
from quizapp.services.ports.home import Library


def full_score(library: Library, paper: Paper) -> Fraction | None:
    """Return a paper's marks in all, read off its rules where they say it; None where it cannot be drawn."""
    if paper.full_score is not None:
        return paper.full_score
    total = Fraction(0)
    for section in paper.sections:
        count = _count(section)
        if count is None or section.marks is None:
            form = _sample(library, paper)
            return form.full_score if form else None
        total += section.marks * count
    return total


def question_count(library: Library, paper: Paper) -> int | None:
    """Return how many questions a form of the paper has; None where it cannot be drawn."""
    counts = [_count(section) for section in paper.sections]
    known = [count for count in counts if count is not None]
    if len(known) == len(counts):
        return sum(known)
    form = _sample(library, paper)
    return len(form.questions) if form else None


def _count(section: Section) -> int | None:
    """Return how many questions a section has; None where only the banks can say, as cases have several."""
    draw = section.draw
    if draw is None:
        return None
    is_of_cases = bool(ITEM_TYPES[draw.type].PARTS)
    if is_of_cases:
        return draw.count * draw.size if draw.size else None
    return draw.count


def _sample(library: Library, paper: Paper) -> Form | None:
    from quizapp.domain.papers.forms import form

    try:
        return form(paper, library.item_banks())
    except Refused:
        # `papers check` says why; a list only leaves the number open.
        return None
