"""Who are you: the right person, surely. Who was confirmed before is offered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.services.sitting.attempt_start import identify
from quizapp.tui.frame.commands import HELP, MOVE, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

MOST_SHOWN = 50


class Who(Room[Candidate | None]):
    """Asks for 学号, or a few letters of the name where there is a roster; then has the person confirm."""

    CSS_PATH = "who.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "go_on", "who.key_go_on"),
        HELP,
        Command("escape", "leave", "key.back", has_priority=False),
        MOVE,
    )

    def __init__(self, title: str, *, asks: str = "who.type", others: Sequence[Candidate] = ()) -> None:
        """Make the screen for a paper of that title; `asks` is what it says where there is no roster.

        `others` are people with an attempt to go on with, found too where the roster names them no more.
        """
        super().__init__()
        self._title = title
        self._asks = asks
        self._others = others
        self._number = TextField()
        self._full_name = TextField()
        self._found: list[Candidate] = []
        self._roster: tuple[Candidate, ...] = ()

    def compose(self) -> ComposeResult:
        self._roster = self._everybody()
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Prose(self.say("who.find" if self._roster else self._asks), classes="ask")
            yield Prose(self.say("who.id_or_name" if self._roster else "who.id"), classes="muted")
            yield self._number
            if self._roster:
                yield PointedList(id="people")
            else:
                yield Prose(self.say("who.name"), classes="muted ask")
                yield self._full_name
            yield Line(id="problem")
        yield self.key_line()

    def _everybody(self) -> tuple[Candidate, ...]:
        """Return the people to find one among; nobody where there is no roster."""
        try:
            roster = self.workplace.home.roster.candidates()
        except MachineRefused:
            return tuple(self._others)  # altered: nobody begins by it, but whoever has begun is known
        known = {one.id for one in roster}
        return (*roster, *(one for one in self._others if one.id not in known)) if roster else ()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(f"{self._title} | {self.say('who.title')}")
        self.set_focus(self._number)
        last = self.quizapp.person
        known = next((one for one in self._roster if last and one.id == last.id), None) if self._roster else last
        if known is not None:
            self._number.begin_with(known.id)
            self._full_name.begin_with(known.name)
            self._confirm(known)

    def type_character(self, character: str) -> bool:
        """Put a character into its field at once, so that an Enter right behind it finds it there."""
        if not self._number.is_attached:
            return False
        focused = self.focused if isinstance(self.focused, TextField) else self._number
        self.set_focus(focused)
        focused.type_text(character)
        return True

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Go to the other field; where there is a roster, into the list and along it."""
        if not self._roster:
            self.set_focus(self._full_name if step > 0 else self._number)
            return
        people = self.query_one(PointedList)
        if self.focused is not people:
            self._enter_list()
        elif step > 0:
            people.action_cursor_down()
        else:
            people.action_cursor_up()

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._complain("")
        self._search()

    def action_go_on(self) -> None:
        """Go on with who was typed or picked. It has priority: what was typed before it is handled before it."""
        if not self._roster:
            self._submit_typed()
            return
        people = self.query_one(PointedList)
        if self.focused is people and people.highlighted is not None:
            self._confirm(self._found[people.highlighted])
            return
        self._search()
        typed = self._number.value
        same = [one for one in self._found if same_number(one.id) == same_number(typed)]
        exact = [one for one in same if one.id == typed.strip()] or same
        if len(exact) == 1 or len(self._found) == 1:
            self._confirm((exact or self._found)[0])
        elif self._found:
            self._enter_list()
        elif self._number.value.strip():
            self._complain(self.say("who.nobody", wanted=self._number.value.strip()))
        else:
            self._complain(self.say("who.type_first"))

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self._confirm(self._found[message.option_index])

    def _enter_list(self) -> None:
        if self._found:
            people = self.query_one(PointedList)
            self.set_focus(people)
            people.action_first()

    def _search(self) -> None:
        wanted = same_number(self._number.value)
        found = [one for one in self._roster if wanted and _matches(one, wanted)][:MOST_SHOWN]
        if found != self._found:
            self._found = found
            people = self.query_one(PointedList)
            people.show([Content(_person(one)) for one in found])

    def _submit_typed(self) -> None:
        if not self._number.value.strip():
            self.set_focus(self._number)
            self._complain(self.say("who.type_first"))
        elif self.focused is self._number:
            self.set_focus(self._full_name)
        elif not self._full_name.value.strip():
            self._complain(self.say("who.type_first"))
        else:
            try:
                self._confirm(identify(self.workplace.home, self._number.value, self._full_name.value))
            except QuizError as refusal:
                self._complain(self.language.error(refusal))

    def _confirm(self, one: Candidate) -> None:
        def answer(is_me: bool | None) -> None:
            if is_me:
                self.quizapp.person = one
                self.dismiss(one)
            else:
                self._ask_again()

        unit = [f"{one.unit} {one.post}".strip()] if one.unit or one.post else []
        lines = [self.say("who.person_name", name=one.name), *unit, self.say("who.person_id", id=one.id)]
        words = {"safe": self.say("who.not_me"), "step": self.say("who.me"), "key": "enter"}
        self.app.push_screen(Confirm(self.say("who.confirm"), lines, **words), answer)

    def _ask_again(self) -> None:
        """Have the fields empty and ready for somebody else."""
        self.quizapp.person = None
        self._number.begin_with("")
        self._full_name.begin_with("")
        if self._roster:
            self._search()
        self.set_focus(self._number)
        self._complain(self.say("who.again"))

    def _complain(self, text: str) -> None:
        self.query_one("#problem", Line).show(text, "$text-error")


def _matches(one: Candidate, wanted: str) -> bool:
    return wanted in same_number(one.id) or wanted in same_number(one.name)


def _person(one: Candidate) -> str:
    return " | ".join(part for part in (one.id, one.name, one.unit) if part)
