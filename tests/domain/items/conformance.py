"""One example of each question type: an item with feedback and rationale, and responses that are not its key."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.domain.item import Item, Response
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An item of a type, ready to be run through what every type must do."""

    item: Item
    others: tuple[Response, ...]
    """Responses a candidate can give beside the key: partly right ones and wrong ones."""
    wrong: Response
    """One that earns nothing under any scheme."""
    secret_texts: tuple[str, ...]
    """What stands in the item's plain data only because of its secrets."""


_RATIONALE = "次序是跟班、秀才、耳目、参谋、管家。"

EXAMPLES: dict[str, Example] = {
    "single_choice": Example(
        item=SingleChoice(
            id="fr-001",
            stem="办公室干部的“五种角色”中，排在第三的是（  ）。",
            topic="roles",
            difficulty="easy",
            options=("跟班", "秀才", "耳目", "参谋"),
            key="C",
            rationale=_RATIONALE,
            feedback=(("D", "参谋排在第四。"),),
        ),
        others=(("A",), ("B",), ("D",)),
        wrong=("D",),
        secret_texts=(_RATIONALE, "参谋排在第四。"),
    ),
    "multiple_choice": Example(
        item=MultipleChoice(
            id="fr-002",
            stem="下列属于“五种角色”的有（  ）。",
            options=("跟班", "秀才", "司机", "参谋", "会计"),
            key=("A", "B", "D"),
            rationale=_RATIONALE,
            feedback=(("C", "司机不在其列。"), ("E", "会计不在其列。")),
            tags=("角色",),
        ),
        others=(("A",), ("A", "B"), ("B", "D"), ("A", "C"), ("C", "E"), ("A", "B", "C", "D", "E"), ("E",)),
        wrong=("C", "E"),
        secret_texts=(_RATIONALE, "司机不在其列。", "会计不在其列。"),
    ),
    "true_false": Example(
        item=TrueFalse(id="fr-003", stem="管家排在第一。", key=False, rationale=_RATIONALE),
        others=(("true",),),
        wrong=("true",),
        secret_texts=(_RATIONALE,),
    ),
    "fill_blank": Example(
        item=FillBlank(
            id="fr-004",
            stem="办文要___、___、___。",
            key=(("快", "及时"), ("准",), ("细", "《细》")),
            any_order=True,
            rationale="三字要诀。",
        ),
        others=(("快",), ("", "快"), ("准", "慢", "及时"), ("快", "快", "快"), ("慢",), ("", "", "细")),
        wrong=("慢", "粗"),
        secret_texts=("快", "及时", "准", "细", "三字要诀。"),
    ),
}
