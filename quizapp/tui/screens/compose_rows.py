"""The sections of a draft as rows, with a cursor that goes from field to field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.domain.composing.draft import type_of
from quizapp.domain.items import ITEM_TYPES
from quizapp.services.composing import lacks
from quizapp.tui.themes import MUTED

if TYPE_CHECKING:
    from textual import events

    from quizapp.domain.composing.draft import Draft
    from quizapp.domain.paper import Section
    from quizapp.services.composing import Look
    from quizapp.tui.screens.compose_words import ComposeWords

Field: TypeAlias = Literal["type", "count", "marks", "topics", "levels", "size", "banks", "marking"]
NUMBERS: tuple[Field, ...] = ("count", "marks")

_TITLE, _NUMBER, _SUM = 30, 8, 9
_LEAD = 2


class Cursor(NamedTuple):
    """A section by its place from 0, and one of its fields."""

    row: int = 0
    field: Field = "count"


class _Part(NamedTuple):
    """A piece of a line, and the field that it is."""

    text: str
    field: Field | None = None
    style: str = ""


def fields_of(section: Section) -> tuple[Field, ...]:
    """Return the fields of a section that can be changed, from left to right."""
    kind = ITEM_TYPES.get(type_of(section))
    if kind is None:
        return ("marks",)
    fields: list[Field] = ["type", "count", "marks", "topics", "levels"]
    fields += ["size"] if kind.PARTS else []
    fields += ["banks"]
    fields += ["marking"] if len(kind.SCHEMES) > 1 else []
    return tuple(fields)


class SectionRows(Widget):
    """Shows every section on two lines, and beneath what it lacks. It changes nothing."""

    DEFAULT_CSS = """
    SectionRows { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    @dataclass
    class Pointed(Message):
        """Somebody clicked on a field."""

        cursor: Cursor

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[_Part]] = []
        self._rows: list[tuple[int, int]] = []
        """The first line of each section and the one behind its last."""
        self._cursor = Cursor()

    def show(self, words: ComposeWords, draft: Draft, look: Look | None, cursor: Cursor, typed: str) -> None:
        """Show a draft; `typed` stands in the cursor's field while a number is typed."""
        self._cursor = cursor
        self._lines, self._rows = [], []
        for place, section in enumerate(draft.sections):
            start = len(self._lines)
            shown = _RowText(words, draft, look, Cursor(place, cursor.field) if place == cursor.row else None, typed)
            self._lines += shown.lines(place, section)
            self._rows.append((start, len(self._lines)))
        self.refresh(layout=True)

    def span(self, row: int) -> tuple[int, int]:
        """Return the first line of a section and the one behind its last."""
        return self._rows[row] if row < len(self._rows) else (0, 1)

    def render(self) -> Content:
        return Content("\n").join(
            Content.assemble(*((part.text, part.style) if part.style else part.text for part in line))
            for line in self._lines
        )

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._lines)

    def on_click(self, event: events.Click) -> None:
        row = next((place for place, (start, end) in enumerate(self._rows) if start <= event.y < end), None)
        if row is None or event.y >= len(self._lines):
            return
        at = 0
        for part in self._lines[event.y]:
            at += cell_len(part.text)
            if event.x < at:
                if part.field is not None:
                    self.post_message(self.Pointed(Cursor(row, part.field)))
                return


class _RowText:
    """The lines of one section."""

    def __init__(self, words: ComposeWords, draft: Draft, look: Look | None, cursor: Cursor | None, typed: str) -> None:
        self._words, self._draft, self._look = words, draft, look
        self._cursor, self._typed = cursor, typed

    def lines(self, place: int, section: Section) -> list[list[_Part]]:
        """Return its lines: the numbers, what it draws from, what it lacks."""
        lines = [self._numbers(place, section)]
        if section.draw is not None:
            lines.append(self._scope(section))
        for shortage in lacks(self._look.shortages, place) if self._look is not None else ():
            lines.append([_Part(" " * 4 + "! " + self._words.lack(shortage, self._draft), style="bold $text-accent")])
        return lines

    def _numbers(self, place: int, section: Section) -> list[_Part]:
        words, stock = self._words, self._words.stock(self._draft)
        pointer = ">" if self._cursor is not None else " "
        title = words.title(place, section)
        fields = fields_of(section)
        count = str(section.draw.count if section.draw is not None else len(section.items))
        marks = words.say("compose.own_marks") if section.marks is None else words.marks(section.marks)
        return [
            _Part(f"{pointer} ", style="$text-accent"),
            self._cell(title, "type" if "type" in fields else None, _TITLE, is_number=False),
            self._cell(count, "count" if "count" in fields else None, _NUMBER),
            self._cell(marks, "marks", _NUMBER),
            _Part(_right(words.say("compose.marks", marks=stock.marks(section)), _SUM) + "  "),
            _Part(self._have(place, section), style=MUTED),
        ]

    def _have(self, place: int, section: Section) -> str:
        if section.draw is None:
            return self._words.say("compose.fixed", count=len(section.items))
        known = self._look is not None and place < len(self._look.supply)
        return self._words.supply(self._look.supply[place]) if known and self._look is not None else ""

    def _scope(self, section: Section) -> list[_Part]:
        assert section.draw is not None
        words = self._words
        said: dict[Field, str] = {
            "topics": words.topics(section.draw, self._draft),
            "levels": words.levels(section.draw),
            "size": words.say("compose.size", size=section.draw.size or "?"),
            "banks": words.banks(section.draw),
            "marking": words.scheme(section),
        }
        parts: list[_Part] = [_Part(" " * 4)]
        for field in fields_of(section):
            if field in said:
                text = f"{words.say(f'compose.label_{field}')} {said[field]}"
                parts.append(self._bracketed(text, field))
        return parts

    def _bracketed(self, text: str, field: Field) -> _Part:
        if self._is_at(field):
            return _Part(f"[{text}]", field, "bold $text-accent")
        return _Part(f" {text} ", field, MUTED)

    def _cell(self, text: str, field: Field | None, width: int, *, is_number: bool = True) -> _Part:
        if field is not None and self._is_at(field):
            inner = f"[{self._typed or text}]"
            return _Part(_right(inner, width) if is_number else set_cell_size(inner, width), field, "bold $text-accent")
        inner = f" {text} "
        style = "" if is_number else "bold"
        return _Part(_right(inner, width) if is_number else set_cell_size(inner, width), field, style)

    def _is_at(self, field: Field) -> bool:
        return self._cursor is not None and self._cursor.field == field


def head(words: ComposeWords) -> str:
    """Return the heads of the columns."""
    return (
        " " * (_LEAD + 1)
        + set_cell_size(words.say("compose.head_section"), _TITLE - 1)
        + _right(words.say("compose.head_count") + " ", _NUMBER)
        + _right(words.say("compose.head_marks") + " ", _NUMBER)
        + _right(words.say("compose.head_sum"), _SUM)
        + "  "
        + words.say("compose.head_have")
    )


def _right(text: str, width: int) -> str:
    return " " * max(width - cell_len(text), 0) + text
