"""What a paper's forms have on them, which a make-up paper keeps clear of."""

from __future__ import annotations

from quizapp.domain.bank import ItemBank
from quizapp.domain.drawing.chance import form_seed, level_seed
from quizapp.domain.drawing.selection import select
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Paper


def items_on_forms(paper: Paper, banks: tuple[ItemBank, ...], excluded: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the ids of the items and cases on a paper's forms A, B, … as they would be drawn.

    Raises Refused where a draw cannot be met.
    """
    levels = level_seed(paper, "", 1)
    drawn = [
        select(paper.sections, banks, form_seed(paper, letter, "", 1), excluded, levels)
        for letter in LETTERS[: paper.forms]
    ]
    return frozenset(item.id for chosen in drawn for items in chosen for item in items)
