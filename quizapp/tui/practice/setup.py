"""What to practise: everything, the mistakes or the stars, and how far it is narrowed down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.practice import PracticeChoice
from quizapp.services.practice import PracticeOrder
from quizapp.tui.frame.commands import HELP, PALETTE, Command
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.practice import Scope
    from quizapp.services.practice import Practising

SCOPES: tuple[Scope, ...] = ("all", "mistakes", "starred")
ROUNDS: tuple[int | None, ...] = (5, 10, 20, 50, None)
LABEL = 14
"""Cells of a row's label."""


class Option(NamedTuple):
    """One value that a row can have: what is said of it, and what choosing it makes of the order."""

    text: str
    order: PracticeOrder


class PracticeSetup(Room[PracticeOrder | None]):
    """Returns what to practise, None to go back. The cursor stands where Enter starts."""

    CSS_PATH = "setup.tcss"
    GUIDE: ClassVar = "practice.visit"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", label="practice.key_start"),
        HELP,
        PALETTE,
        Command("escape", "leave", "key.back", has_priority=False),
    )

    def __init__(self, practising: Practising, order: PracticeOrder | None = None) -> None:
        """Make the screen with what was chosen before."""
        super().__init__()
        self._practising = practising
        self._order = replace(order or PracticeOrder(), choice=replace((order or PracticeOrder()).choice, scope="all"))

    def compose(self) -> ComposeResult:
        one = self._practising.candidate
        where = Line(id="where", classes="title")
        where.show(" | ".join(part for part in (self.say("practice.heading"), one.name, one.unit, one.id) if part))
        with Vertical(classes="column"):
            yield where
            yield Rule()
            yield PointedList(self._entries(), [len(SCOPES)], id="choices")
            yield Prose(self.say("practice.setup_note"), classes="muted")
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def choose(self, message: OptionList.OptionSelected) -> None:
        place = message.option_index
        if place < len(SCOPES):
            self._start(SCOPES[place])
        else:
            self._change(place - len(SCOPES) - 1)

    def _begin(self) -> None:
        choices = self.query_one(PointedList)
        choices.highlighted = 0
        choices.focus()

    def _start(self, scope: Scope) -> None:
        choice = replace(self._order.choice, scope=scope)
        if self._practising.count(choice):
            self.dismiss(replace(self._order, choice=choice))
        else:
            self.tell(self.say(f"practice-none-{scope}"))

    def _change(self, row: int) -> None:
        title, options = self._rows()[row]
        found = options()
        orders = [option.order for option in found]
        highlighted = orders.index(self._order) if self._order in orders else 0

        def pick(place: int | None) -> None:
            if place is not None:
                self._order = found[place].order
                choices = self.query_one(PointedList)
                choices.show(self._entries(), [len(SCOPES)])
                choices.highlighted = len(SCOPES) + 1 + row

        self.app.push_screen(Pick(title, [option.text for option in found], highlighted), pick)

    def _entries(self) -> list[Content]:
        choice = self._order.choice
        starts = [
            Content.assemble(
                (_padded(self.say(f"practice.start_{scope}")), "bold"),
                (self._count(self._practising.count(replace(choice, scope=scope))), MUTED),
            )
            for scope in SCOPES
        ]
        values = (self._banks(), self._topic(), self._type(), self._difficulty(), self._round(self._order.most))
        rows = [_padded(title) + value for (title, _), value in zip(self._rows(), values, strict=True)]
        heading = Content.styled("\n" + self.say("practice.narrow"), MUTED)
        return [*starts, heading, *map(Content, rows)]

    def _rows(self) -> tuple[tuple[str, Callable[[], Sequence[Option]]], ...]:
        """Return each row that narrows, with what lists its values: that takes counting, so only when it is asked."""
        return (
            (self.say("practice.bank"), self._bank_options),
            (self.say("practice.topic"), self._topic_options),
            (self.say("practice.type"), self._type_options),
            (self.say("practice.difficulty"), self._level_options),
            (self.say("practice.most"), self._round_options),
        )

    def _bank_options(self) -> list[Option]:
        every, wide = self._every(replace(self._order.choice, banks=()))
        title = self._practising.bank_title
        found = self._practising.banks(wide)
        return [every, *(self._option(title(id), count, replace(wide, banks=(id,))) for id, count in found)]

    def _topic_options(self) -> list[Option]:
        every, wide = self._every(replace(self._order.choice, topic=""))
        place = self._practising
        found = place.topics(wide)
        return [
            every,
            *(
                self._option("  " * place.depth(id) + place.topic_title(id), count, replace(wide, topic=id))
                for id, count in found
            ),
        ]

    def _type_options(self) -> list[Option]:
        every, wide = self._every(replace(self._order.choice, type=""))
        found = self._practising.types(wide)
        return [every, *(self._option(self.say(f"word.{id}"), count, replace(wide, type=id)) for id, count in found)]

    def _level_options(self) -> list[Option]:
        every, wide = self._every(replace(self._order.choice, difficulty=""))
        found = self._practising.levels(wide)
        return [
            every,
            *(self._option(self.say(f"word.{id}"), count, replace(wide, difficulty=id)) for id, count in found),
        ]

    def _round_options(self) -> list[Option]:
        return [Option(self._round(most), replace(self._order, most=most)) for most in ROUNDS]

    def _every(self, wide: PracticeChoice) -> tuple[Option, PracticeChoice]:
        """Return what asks for no value of a row at all, and its choice."""
        return self._option(self.say("practice.any"), self._practising.count(wide), wide), wide

    def _option(self, title: str, count: int, choice: PracticeChoice) -> Option:
        return Option(f"{title} | {self._plain_count(count)}", replace(self._order, choice=choice))

    def _banks(self) -> str:
        titles = map(self._practising.bank_title, self._order.choice.banks)
        return self.say("word.comma").join(titles) or self.say("practice.any")

    def _topic(self) -> str:
        topic = self._order.choice.topic
        return self._practising.topic_title(topic) if topic else self.say("practice.any")

    def _type(self) -> str:
        kind = self._order.choice.type
        return self.say(f"word.{kind}" if kind else "practice.any_type")

    def _difficulty(self) -> str:
        level = self._order.choice.difficulty
        return self.say(f"word.{level}" if level else "practice.any")

    def _round(self, most: int | None) -> str:
        return self.say("practice.as_many") if most is None else self._plain_count(most)

    def _plain_count(self, count: int) -> str:
        return self.say("practice.questions", count=count)

    def _count(self, count: int) -> str:
        return self.say("practice.questions", count=f"{count:>5}")


def _padded(label: str) -> str:
    return label + " " * max(LABEL - cell_len(label), 1)
