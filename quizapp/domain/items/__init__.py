"""The question types: one file each, and this registry."""

from __future__ import annotations

from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.classification import Classification
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.text_correction import TextCorrection
from quizapp.domain.items.true_false import TrueFalse

_KINDS: tuple[type[Item], ...] = (
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    FillBlank,
    Numeric,
    Ordering,
    Matching,
    Classification,
    TextCorrection,
    Essay,
    Case,
)

ITEM_TYPES: dict[str, type[Item]] = {kind.TYPE: kind for kind in _KINDS}
