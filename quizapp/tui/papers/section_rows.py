"""The sections of a draft as rows, with a cursor that goes from field to field, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.draft import is_spread, type_of
from quizapp.language.words import chinese_numeral
from quizapp.reading import native_words as words
from quizapp.services.papers.composing import lacks
from quizapp.tui.frame.themes import MUTED

if TYPE_CHECKING:
    from fractions import Fraction

    from textual import events

    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.domain.papers.paper import Draw, Section
    from quizapp.domain.papers.stock import Shortage, Stock
    from quizapp.language import Language
    from quizapp.services.papers.composing import Composing, DraftLook


_ROOM = 20
"""Cells for the names of what is drawn from."""


def section_title(language: Language, place: int, type: str) -> str:
    """Return the usual title of a section by its place from 0: 一、单项选择题; "" where its items are fixed."""
    if not type:
        return ""
    number = chinese_numeral(place + 1) if language.tongue == "zh" else str(place + 1)
    return language.say("compose.section", number=number, type=language.say(f"compose.part_{type}"))


class ComposeWords:
    """Says it in one language, of one pool."""

    def __init__(self, language: Language, composing: Composing) -> None:
        self._language = language
        self._composing = composing
        self._banks = {bank.id: bank.title for bank in composing.banks}

    def say(self, code: str, **values: object) -> str:
        """Return a sentence."""
        return self._language.say(code, **values)

    def marks(self, marks: Fraction) -> str:
        """Return marks as people write them."""
        return self._language.marks(marks)

    def stock(self, draft: PaperDraft) -> Stock:
        """Return what the banks have for a draft."""
        return self._composing.stock(draft)

    def title(self, place: int, section: Section) -> str:
        """Return a section's title, its usual one where it has none of its own."""
        return section.title or section_title(self._language, place, type_of(section))

    def topic(self, id: str) -> str:
        """Return a topic's title, its id where no course has it."""
        return self._composing.topics.get(id, id)

    def bank(self, id: str) -> str:
        """Return a bank's title."""
        return self._banks.get(id, id)

    def supply(self, number: int) -> str:
        """Return how many questions there are: 有 66 题."""
        return self.say("compose.have", count=f"{number:>4}")

    def topics(self, draw: Draw, draft: PaperDraft) -> str:
        """Return what topics are asked for, in short."""
        if draw.topic_counts:
            if is_spread(draw, self._composing.stock(draft), self._composing.tops):
                return self.say("compose.spread")
            return self._short([f"{self.topic(id)} {count}" for id, count in draw.topic_counts])
        return self._short([self.topic(id) for id in draw.topics])

    def levels(self, draw: Draw) -> str:
        """Return how many of each level are asked for: 易 8 中 8 难 4."""
        return " ".join(f"{self.say(f'word.{level}')} {count}" for level, count in draw.difficulty_counts) or self.say(
            "compose.any"
        )

    def banks(self, draw: Draw) -> str:
        """Return which banks are drawn from, in short."""
        return self._short([self.bank(id) for id in draw.banks])

    def scheme(self, section: Section) -> str:
        """Return how a section is marked."""
        kind = ITEM_TYPES.get(type_of(section))
        name = section.marking or (kind.SCHEMES[0].name if kind is not None and kind.SCHEMES else "")
        return self.scheme_name(name)

    def scheme_name(self, name: str) -> str:
        """Return the name of a marking scheme."""
        if self._language.tongue == "zh":
            return words.chinese(words.schemes(ITEM_TYPES.values()), name)
        return name.replace("_", " ")

    def total(self, look: DraftLook) -> str:
        """Return how many questions and marks there are: 共 52 题 100 分."""
        return self.say("compose.total", count=look.questions, marks=look.marks)

    def distance(self, marks: Fraction, aim: Fraction) -> str:
        """Return how far the marks are from what is aimed at."""
        if marks == aim:
            return self.say("compose.exact", aim=aim)
        return self.say("compose.short" if marks < aim else "compose.over", aim=aim, marks=abs(aim - marks))

    def lack(self, shortage: Shortage, draft: PaperDraft) -> str:
        """Return what a section lacks: 缺 3 道难题."""
        code = f"compose.lack_{shortage.lack}"
        count, name = shortage.missing, shortage.name
        if shortage.lack == "level":
            return self.say(code, count=count, level=self.say(f"compose.level_{name}"))
        if shortage.lack == "topic":
            return self.say(code, count=count, topic=self.topic(name))
        if shortage.lack == "shared":
            others = self._joined([self.title(place, draft.sections[place]) for place in shortage.others])
            return self.say("compose.lack_shared_count" if count else code, count=count, others=others)
        return self.say(code, count=count, item=name)

    def _short(self, names: list[str]) -> str:
        """Return names on little room: all of them, or how many."""
        joined = self._joined(names)
        if cell_len(joined) <= _ROOM:
            return joined or self.say("compose.any")
        return self.say("compose.so_many", count=len(names))

    def _joined(self, names: list[str]) -> str:
        return self.say("word.comma").join(names)


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

    def show(self, words: ComposeWords, draft: PaperDraft, look: DraftLook | None, cursor: Cursor, typed: str) -> None:
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

    def __init__(
        self, words: ComposeWords, draft: PaperDraft, look: DraftLook | None, cursor: Cursor | None, typed: str
    ) -> None:
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
