"""Choosing what a shelf is narrowed down to: first by what, then to which value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.shelf import Sieve, counted, field_text, status_of
from quizapp.tui.dialogs.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.services.shelf import Shelf, ShelfItem
    from quizapp.tui.room import AnyRoom
    from quizapp.tui.screens.shelf_words import ShelfWords

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
