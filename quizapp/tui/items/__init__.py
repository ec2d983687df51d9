"""Questions on the screen: the one they stand on, a view for each type, and the registry; without one, it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.items.classification import ClassificationView
from quizapp.tui.items.essay import EssayView
from quizapp.tui.items.fill_blank import FillBlankView
from quizapp.tui.items.matching import MatchingView
from quizapp.tui.items.multiple_choice import MultipleChoiceView
from quizapp.tui.items.numeric import NumericView
from quizapp.tui.items.ordering import OrderingView
from quizapp.tui.items.single_choice import SingleChoiceView
from quizapp.tui.items.text_correction import TextCorrectionView
from quizapp.tui.items.true_false import TrueFalseView
from quizapp.tui.items.typed import TypedView

if TYPE_CHECKING:
    from quizapp.tui.items.view import ItemView

VIEWS: dict[str, type[ItemView]] = {
    "single_choice": SingleChoiceView,
    "multiple_choice": MultipleChoiceView,
    "true_false": TrueFalseView,
    "fill_blank": FillBlankView,
    "numeric": NumericView,
    "ordering": OrderingView,
    "matching": MatchingView,
    "classification": ClassificationView,
    "text_correction": TextCorrectionView,
    "essay": EssayView,
}


def view_for(kind: str) -> type[ItemView]:
    """Return the view of a question type."""
    return VIEWS.get(kind, TypedView)
