"""A field for what others must not read: a star for each cell, which every terminal draws one cell wide."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from quizapp.tui.widgets.text_field import TextField


class SpokenField(TextField):
    """A line of text that is not shown. Stars as wide as the text keep the cursor where it stands."""

    @property
    def _value(self) -> Text:
        return Text("*" * cell_len(self.value), no_wrap=True, overflow="ignore", end="")
