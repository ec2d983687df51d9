"""Items to check, with nothing to find but what a test puts in."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.domain.banks.quality import of_item
from quizapp.domain.item import Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse

OPTIONS = ("跟班", "秀才", "耳目", "参谋")


def single(
    *,
    id: str = "s-1",
    stem: str = "五种角色中排在第三的是（  ）。",
    options: Iterable[str] = OPTIONS,
    key: str = "C",
    rationale: str = "",
    feedback: tuple[tuple[str, str], ...] = (),
    keep_order: bool = False,
    allow: tuple[str, ...] = (),
) -> SingleChoice:
    """Return a single choice."""
    return SingleChoice(
        id=id,
        stem=stem,
        options=tuple(options),
        key=key,
        rationale=rationale,
        feedback=feedback,
        keep_order=keep_order,
        allow=allow,
    )


def multiple(options: Iterable[str], key: str = "AB") -> MultipleChoice:
    """Return a multiple choice."""
    return MultipleChoice(id="m-1", stem="属于五种角色的有（  ）。", options=tuple(options), key=tuple(key))


def truth(stem: str, *, id: str = "t-1", key: bool = True) -> TrueFalse:
    """Return a true/false item."""
    return TrueFalse(id=id, stem=stem, key=key)


def essay(stem: str, *, id: str = "e-1") -> Essay:
    """Return an essay."""
    return Essay(id=id, stem=stem)


def found(item: Item) -> list[str]:
    """Return the codes of what is found of an item by itself."""
    return [each.code for each in of_item(item)]
