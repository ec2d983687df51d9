"""What an invigilator orders of the paper on the screen: carried out, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.invigilating import give_orders, let_in, told
from quizapp.tui.screens.sitting_place import SittingPlace

if TYPE_CHECKING:
    from quizapp.services.order_proofs import OrderKey


class InvigilatedPlace(SittingPlace):
    """A question that somebody may order something about, with the invigilator's password."""

    def action_invigilate(self) -> None:
        """Ask for the invigilator's password, then what is ordered of this sitting."""
        self._take_pending()
        let_in(self, self._form.paper.id, self._give_orders, self._sitting.saved.started)

    async def _give_orders(self, key: OrderKey) -> None:
        request = await give_orders(self, self._sitting, key)
        if request is None:
            return
        self._frame.tell_time(told(self, self._sitting, request))
        self._refresh_lines()
        self._settle()
