"""What stands under the cursor, and what is typed into, stands out in every theme."""

from __future__ import annotations

import pytest
from textual.color import Color

from quizapp.tui.frame.themes import OURS
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.lists import PointedList
from tests.instruments.app_stage import on_stage, settled
from tests.samples.workplace import workplace

USED = ("field", "field-text", "background", "surface")
EDGE = 3.0
"""The least contrast of what is worked with to what is around it, WCAG 2.2, 1.4.11."""
READABLE = 4.5
"""The least contrast of text, WCAG 2.2, 1.4.3."""


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_every_line_under_the_cursor_stands_out_from_its_ground(theme: str) -> None:
    async with on_stage(workplace()) as pilot:
        pilot.app.theme = theme
        await settled(pilot)
        agenda = pilot.app.screen.query_one(PointedList)
        ratios: list[float] = []
        for line in range(agenda.size.height):
            segments = list(agenda.render_line(line))
            if not any(segment.text.startswith(">") for segment in segments) and not ratios:
                continue
            for segment in segments:
                style = segment.style
                if segment.text.strip() and style is not None and style.color and style.bgcolor:
                    ratios.append(contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor()))
            if len(ratios) >= 3:
                break
        assert ratios
        assert min(ratios) >= READABLE


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_a_field_stands_out_from_the_ground_it_has_and_is_read_on(theme: str) -> None:
    async with on_stage(workplace()) as pilot:
        pilot.app.theme = theme
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        colours = {name: Color.parse(value).rgb for name, value in pilot.app.theme_variables.items() if name in USED}
        field = pilot.app.screen.query(TextField).last()
        assert (field.styles.background.rgb, field.styles.color.rgb) == (colours["field"], colours["field-text"])
        for ground in ("background", "surface"):
            assert contrast(colours["field"], colours[ground]) >= EDGE
        assert contrast(colours["field-text"], colours["field"]) >= READABLE
