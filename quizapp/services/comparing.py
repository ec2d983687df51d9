"""Several forms of one paper, as they are fixed or would be, to be looked at beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.forecast import Comparison, compare
from quizapp.domain.item import LETTERS
from quizapp.services.fixing import draw, form_as_it_would_be

if TYPE_CHECKING:
    from quizapp.domain.paper import Paper
    from quizapp.services.ports import Home, Library

SAMPLE = "sample-"
"""What the ids begin with of the candidates made up where each has a form of their own; a number follows."""


def compared(home: Home, library: Library, paper: Paper, *, count: int, seed: str | None = None) -> Comparison:
    """Return so many forms of a paper beside each other, fixing nothing; under a seed of one's own all are drawn anew.

    Forms A, B, … are drawn whatever number of them the paper has; where each candidate has a form of their own, they
    are those of made-up candidates. Raises Refused where the banks cannot meet the paper.
    """
    letters = [f"{SAMPLE}{number}" for number in range(1, count + 1)] if paper.per_candidate else LETTERS[:count]
    if seed is None:
        return compare([form_as_it_would_be(home, library, paper, letter=letter) for letter in letters])
    paper = replace(paper, seed=seed)
    return compare([draw(home, library, paper, letter=letter) for letter in letters])
