"""The shelf's list with the item under its cursor, and what it is narrowed down to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, Vertical, VerticalScroll
from textual.message import Message

from quizapp.services.ports.bank_editor import Sieve, counted, field_text, status_of
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import LongList
from quizapp.tui.frame.widgets.prose import Page, Prose
from quizapp.tui.items.pane import ShownQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.ports.bank_editor import Shelf, ShelfItem
    from quizapp.tui.banks.shelf_words import ShelfWords
    from quizapp.tui.frame.room import AnyRoom


BY = ("type", "difficulty", "topic", "status", "mark")


class SieveChooser:
    """Asks in two small dialogs; each value is told with how many questions it has."""

    def __init__(
        self, room: AnyRoom, words: ShelfWords, shelf: Shelf, sieve: Sieve, take: Callable[[Sieve], None]
    ) -> None:
        self._room = room
        self._words = words
        self._shelf = shelf
        self._sieve = sieve
        self._take = take

    def ask(self) -> None:
        """Ask by what to narrow down."""
        say = self._room.say
        rows = [self._row(name) for name in BY]

        def pick(place: int | None) -> None:
            if place is None:
                return
            if place == len(BY):
                self._take(Sieve())
            else:
                self._ask_value(BY[place])

        self._room.app.push_screen(Pick(say("teach.sieve_title"), [*rows, say("teach.clear")]), pick)

    def _row(self, name: str) -> str:
        value = self._words.value(name, getattr(self._sieve, name), self._shelf) or self._room.say("teach.all")
        return f"{self._room.say(f'teach.{name}')}  {value}"

    def _ask_value(self, name: str) -> None:
        say = self._room.say
        values = self._values(name)
        texts = [
            say("teach.option_count", value=lead + self._words.value(name, value, self._shelf), count=count)
            for lead, value, count in values
        ]
        now = getattr(self._sieve, name)
        at = next((place for place, (_, value, _) in enumerate(values, 1) if value == now), 0)

        def pick(place: int | None) -> None:
            if place is not None:
                wanted = "" if place == 0 else values[place - 1][1]
                self._take(self._sieve._replace(**{name: wanted}))

        self._room.app.push_screen(Pick(say(f"teach.{name}"), [say("teach.all"), *texts], at), pick)

    def _values(self, name: str) -> list[tuple[str, str, int]]:
        """Return the values there are: what stands before each, the value, and how many have it."""
        wide = self._sieve._replace(**{name: ""}).sifted(self._shelf)
        if name == "topic":
            sizes = [
                (topic, len(self._sieve._replace(topic=topic.id).sifted(self._shelf))) for topic in self._shelf.topics
            ]
            return [("  " * topic.depth, topic.id, size) for topic, size in sizes if size]
        found = dict(counted(wide, lambda item: self._value(name, item)))
        if name == "mark" and found:
            found = {"any": sum(found.values()), **found}
        return [("", value, count) for value, count in found.items()]

    def _value(self, name: str, item: ShelfItem) -> str:
        if name == "mark":
            return item.mark
        case = self._shelf.found(item.case) if item.case else None
        if name == "status":
            return status_of(item, case)
        own = getattr(item.item, "difficulty", "") if name == "difficulty" else ""
        return own or field_text(item.fields, name)


SCROLLED = 3
"""Lines that a key scrolls a long question by."""


class ShelfBody(Container):
    """Shows some of a shelf's lines and the question of one. It changes nothing."""

    class Moved(Message):
        """Another line is under the cursor."""

    def __init__(self, language: Language, words: ShelfWords) -> None:
        super().__init__(id="body")
        self._language = language
        self._words = words
        self._list = LongList()
        self._about = Line(id="about", classes="muted")
        self._nothing = Prose(id="nothing", classes="muted")
        self._place = Vertical(id="place")
        self._told = Page()
        self._sheet = VerticalScroll(id="sheet", can_focus=False)
        self._pane: ShownQuestion | None = None
        self._asked: list[Question] = []
        self._items: Sequence[ShelfItem] = ()
        self._shelf: Shelf | None = None
        self.shows_key = False

    def compose(self) -> ComposeResult:
        yield self._list
        yield Rule(id="middle")
        with self._sheet:
            yield self._about
            yield self._nothing
            yield self._place
            yield self._told

    @property
    def item(self) -> ShelfItem | None:
        """The item under the cursor."""
        return self._items[self._list.cursor] if self._items else None

    @property
    def cursor(self) -> int:
        return self._list.cursor

    @property
    def items(self) -> Sequence[ShelfItem]:
        """The lines that are shown."""
        return self._items

    async def take(self, shelf: Shelf) -> None:
        """Have another shelf to show: the panes of its questions are made anew. What of it is shown is said next."""
        # A case is shown by its first question, which stands on a line of its own too.
        asked = {item.question.number: item.question for item in shelf.items if item.question is not None}
        questions = list(asked.values())
        if questions != self._asked:
            await self._make_pane(questions)
        self._shelf = shelf

    async def _make_pane(self, questions: list[Question]) -> None:
        if self._pane is not None:
            await self._pane.remove()
            self._pane = None
        if questions:
            self._pane = ShownQuestion(self._language, questions)
            await self._place.mount(self._pane)
        self._asked = questions

    def sift(self, items: Sequence[ShelfItem], empty: str) -> None:
        """Show these lines of the shelf; the cursor stays on its item. `empty` says why there are none.

        What is typed while the panes are made for the first time is sifted once they are.
        """
        if self._shelf is None:
            return
        before = self.item
        kept = next((at for at, item in enumerate(items) if before is not None and item.key == before.key), self.cursor)
        self._items = items
        self._nothing.text = "" if items else empty
        self._list.show(self._words.lines(items, self._shelf), kept)
        self._show()

    def point_at(self, place: int) -> None:
        """Put the cursor on a line."""
        self._list.point_at(place)
        self._show()
        self.post_message(self.Moved())

    def move(self, step: int, *, by_page: bool = False) -> None:
        """Move the cursor by lines, or by as many as there is room for."""
        self.point_at(self._list.cursor + step * (max(self._list.page - 1, 1) if by_page else 1))

    def show_key(self, *, is_wanted: bool) -> None:
        self.shows_key = is_wanted
        self._show()

    def scroll_by(self, step: int) -> None:
        """Scroll what is told of the item."""
        self._sheet.scroll_relative(y=step * SCROLLED, animate=False)

    def _show(self) -> None:
        item, shelf = self.item, self._shelf
        question = item.question if item is not None else None
        self._nothing.display = item is None
        if self._pane is not None:
            self._pane.display = question is not None
            if question is not None:
                self._pane.show(question, ())
        self._about.show(self._words.about(item, shelf) if item is not None and shelf is not None else "")
        self._told.show([] if item is None else self._words.item_paragraphs(item, shows_key=self.shows_key))
        self._sheet.scroll_home(animate=False)
        if self.shows_key:
            # What was asked for stands at the foot.
            self.call_after_refresh(self._sheet.scroll_end, animate=False)

    @on(LongList.Pointed)
    def point(self, message: LongList.Pointed) -> None:
        message.stop()
        self.point_at(message.place)
