"""A list to choose from whose cursor is a sign, not only a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence


class PointedList(OptionList):
    """Shows entries behind a `>` that goes with the cursor; an entry that cannot be chosen is a heading."""

    def __init__(self, entries: Sequence[Content] = (), headings: Sequence[int] = (), *, id: str | None = None) -> None:
        """Make a list of entries; `headings` are the places of those that cannot be chosen."""
        super().__init__(*_options(entries, headings), id=id, markup=False)
        self._entries = tuple(entries)
        self._pointed: int | None = None

    def show(self, entries: Sequence[Content], headings: Sequence[int] = ()) -> None:
        """Show other entries, none under the cursor."""
        self._entries, self._pointed = tuple(entries), None
        self.clear_options()
        self.add_options(_options(entries, headings))

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the cursor's entry on screen; with the first one that can be chosen, what stands above it too."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and all(self.options[place].disabled for place in range(self.highlighted)):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    @on(OptionList.OptionHighlighted)
    def point(self, message: OptionList.OptionHighlighted) -> None:
        if message.option_list is not self or message.option_index >= len(self._entries):
            return
        if self._pointed is not None:
            self.replace_option_prompt_at_index(self._pointed, _behind(" ", self._entries[self._pointed]))
        self._pointed = message.option_index
        self.replace_option_prompt_at_index(self._pointed, _behind(">", _uncoloured(self._entries[self._pointed])))


def _options(entries: Sequence[Content], headings: Sequence[int]) -> list[Option]:
    return [
        Option(entry if place in headings else _behind(" ", entry), disabled=place in headings)
        for place, entry in enumerate(entries)
    ]


def _uncoloured(entry: Content) -> Content:
    """Return an entry without its colours, which are made for another ground than the cursor's."""
    return Content(entry.plain, [span for span in entry.spans if span.style == "bold"])


def _behind(sign: str, entry: Content) -> Content:
    """Return an entry with a sign before its first line and blanks before the others."""
    first, *others = entry.split("\n")
    return Content("\n").join([Content(f"{sign} ") + first, *(Content("  ") + line for line in others)])
