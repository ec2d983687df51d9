"""A multiple choice: choosing an option again takes it back."""

from __future__ import annotations

from typing import ClassVar

from quizapp.domain.item import INVALID, Response
from quizapp.tui.items.choice_view import ChoosingView


class MultipleChoiceView(ChoosingView):
    """Square marks, ticked with an x."""

    MARKS: ClassVar = ("[ ]", "[x]")

    def chosen(self, place: int) -> Response:
        before = frozenset(self.response) - set(INVALID)
        return tuple(sorted(before ^ {self.letter(place)}))
