"""A table whose first columns stay: what it cuts and what not, which rows it makes, and where its cursor is."""

from __future__ import annotations

from textual.app import App, ComposeResult

from quizapp.tui.frame.widgets.frozen_table import FrozenColumn, FrozenRow, FrozenTable


class OneTable(App[None]):
    """A table of a thousand rows alone on the screen."""

    HEADS = (
        FrozenColumn("n", 5, is_number=True),
        FrozenColumn("name", 8),
        FrozenColumn("one", 12),
        FrozenColumn("two", 30, is_number=True),
        FrozenColumn("x", 9),
    )

    def compose(self) -> ComposeResult:
        yield FrozenTable()

    def on_mount(self) -> None:
        def row(place: int) -> FrozenRow:
            return FrozenRow([str(place), f"人{place}", "甲" * 20, "9" * 30, "末"])

        self.query_one(FrozenTable).show(self.HEADS, 2, 1000, row, 0)

    def lines(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips(self.size)]


async def test_the_first_columns_stay_while_the_others_are_scrolled_and_no_number_is_cut() -> None:
    app = OneTable()
    async with app.run_test(size=(50, 12)) as pilot:
        table = app.query_one(FrozenTable)
        assert "甲甲甲甲甲.." in app.lines()[1]
        assert "9" not in app.lines()[1], "a number for which there is no room is left out, not cut"
        table.slide(1)
        await pilot.pause()
        assert app.lines()[1].startswith(">     0 人0")
        assert "9" * 30 in app.lines()[1]
        table.slide(99)
        await pilot.pause()
        assert "末" in app.lines()[1]


async def test_only_rows_on_the_screen_are_made_and_the_cursor_is_always_among_them() -> None:
    app = OneTable()
    async with app.run_test(size=(50, 12)) as pilot:
        table = app.query_one(FrozenTable)
        made: list[int] = []

        def row(place: int) -> FrozenRow:
            made.append(place)
            return FrozenRow([str(place), "", "", "", ""])

        table.show(app.HEADS, 2, 1000, row, 0)
        for place in (999, 500, 3, 5000, -4):
            table.point_at(place)
            await pilot.pause()
            wanted = max(0, min(place, 999))
            assert any(line.startswith(">") and line.split()[1] == str(wanted) for line in app.lines())
        assert len(set(made)) < 100
