"""A single choice: choosing another option gives the first one up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.items.choice_view import ChoosingView

if TYPE_CHECKING:
    from quizapp.domain.item import Response


class SingleChoiceView(ChoosingView):
    """Round marks, one of them filled."""

    def chosen(self, place: int) -> Response:
        return (self.letter(place),)
