"""A page of text that is turned: its lines are shown again with other text instead of being made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text with a lead, and the kind of its style: "" or "title", "muted", "good", "bad", "gap"."""

    text: str
    lead: str = ""
    kind: str = ""


class Page(VerticalScroll):
    """Shows paragraphs one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Prose] = []

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs from the top."""
        new = [Prose() for _ in range(len(paragraphs) - len(self._rows))]
        self._rows += new
        self.mount_all(new)
        for number, row in enumerate(self._rows):
            row.display = number < len(paragraphs)
            if row.display:
                paragraph = paragraphs[number]
                row.text, row.lead = paragraph.text, paragraph.lead
                row.set_classes(f"-{paragraph.kind}" if paragraph.kind else "")
        self.scroll_home(animate=False)
