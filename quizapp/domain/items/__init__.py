"""The question types: one file each, and this registry."""

from __future__ import annotations

from quizapp.domain.item import Item
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse

ITEM_TYPES: dict[str, type[Item]] = {kind.TYPE: kind for kind in (SingleChoice, MultipleChoice, TrueFalse, FillBlank)}
