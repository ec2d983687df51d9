"""Textual's compositor, made to remember what it has shown: nothing else leans on its inner workings.

Textual 8.2 keeps two maps of where widgets are, a full one and one of what is visible. Whoever asks for a widget's
region after a scroll may have the full one drawn up anew, and it takes the old one's place without what differs being
marked; the next layout compares new with new, and old cells stay on the terminal. See docs/decisions/0019.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor, LayoutUpdate
from textual.geometry import Region

if TYPE_CHECKING:
    from textual._compositor import CompositorMap, ReflowResult
    from textual.geometry import Size
    from textual.widget import Widget


class FaithfulCompositor(Compositor):
    """Marks for painting whatever stands elsewhere than it last stood, by whichever way that came about."""

    NEEDS = ("_dirty_regions", "clear", "full_map", "get_widget_at", "reflow", "reflow_visible", "visible_widgets")
    """What it expects to find in Textual's."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[Widget, tuple[Region, Region]] = {}
        """Where each visible widget stood when the marks were last made: its region, and what it is clipped by."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        result = super().reflow(parent, size)
        self._mark_what_changed()
        return result

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        exposed = super().reflow_visible(parent, size)
        self._mark_what_changed()
        return exposed

    @property
    def full_map(self) -> CompositorMap:
        found = super().full_map
        self._mark_what_changed()
        return found

    def clear(self) -> None:
        super().clear()
        self._known = {}

    def render_alone(self, widget: Widget) -> LayoutUpdate | None:
        """Return what a widget without children shows now; None where it is not all in sight, so that others count."""
        region, clip = self.visible_widgets.get(widget, (Region(), Region()))
        ends = (region.offset, region.bottom_right_inclusive)
        if not region or not clip.contains_region(region) or any(self.get_widget_at(*end)[0] != widget for end in ends):
            return None
        # All that Textual does for a repaint, but for sending word of it.
        widget.refresh()
        widget._repaint_required = False
        return LayoutUpdate([[strip] for strip in widget.render_lines(region.reset_offset)], region)

    def _mark_what_changed(self) -> None:
        before, self._known = self._known, self.visible_widgets
        # Where all is marked, as after a change of size, there is nothing to add.
        if before is self._known or self.size.region in self._dirty_regions:
            return
        changed = before.items() ^ self._known.items()
        regions = (clip.intersection(region) for _, (region, clip) in changed)
        self._dirty_regions.update(region for region in regions if region)
