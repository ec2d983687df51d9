"""Answers keyed in from paper: a line for each person, what is read of it beneath, and what is said of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.domain.marking.keying import EMPTY, GROUP
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Page, Paragraph, Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizapp.language import Language
    from quizapp.services.marking.keying import Difference, Keying
    from quizapp.services.marking.keying_line_reader import KeyedLine


class KeyingWords:
    """The texts around a paper's lines."""

    def __init__(self, language: Language, keying: Keying) -> None:
        self._language = language
        self._keying = keying

    def where(self) -> str:
        """Return the first line: what is done, the paper, the round, who keys."""
        say, keying = self._language.say, self._keying
        parts = [say("keying.title"), keying.paper.title, say(f"keying.round_{keying.round}")]
        return " | ".join([*parts, say("keying.by", by=keying.by)])

    def how(self) -> list[str]:
        """Return how a line is typed."""
        paper = self._keying.paper
        has_forms = paper.forms > 1 and not paper.per_candidate
        say = self._language.say
        return [say("keying.how_form" if has_forms else "keying.how"), say("keying.how_more")]

    def page(self, line: KeyedLine) -> list[Paragraph]:
        """Return what was read of a line, and what is wrong in it."""
        if line.candidate is None and not line.faults:
            return [Paragraph(text, kind="muted") for text in self.how()]
        say = self._language.say
        page = [Paragraph(self._who(line), kind="title")] if line.candidate else []
        if line.candidate and self._keying.line_of(line.candidate.id) not in ("", line.text):
            page.append(Paragraph(say("keying.again"), kind="muted"))
        if line.cells:
            page.append(Paragraph("   ".join(self._groups(line))))
        for number, fault in line.faults:
            reason = self._language.error(fault)
            text = say("keying.at", number=number, reason=reason) if number else reason
            page.append(Paragraph(text, "! ", "bad"))
        if line.questions and not line.faults:
            page.append(self._progress(line))
        return page

    def kept(self, line: KeyedLine) -> str:
        """Return a line that was taken, as the list shows it."""
        mark = "" if line.is_whole else "! "
        name = f" {line.candidate.name}" if line.candidate and line.candidate.name else ""
        id, _, rest = line.text.partition(" ")
        return f"{mark}{id}{name}  {rest}"

    def difference(self, one: Difference) -> str:
        """Return where the rounds differ, and which of them was taken."""
        say = self._language.say
        first, second = (self._said(text, one.number) for text in one.said)
        code = "keying.difference" if one.number else "keying.difference_whole"
        values = {"id": one.candidate, "name": one.name, "number": one.number}
        return say(code, **values, first=first, second=second)

    def chosen(self, one: Difference) -> str:
        """Return which round was found right."""
        return self._language.say(f"keying.chosen_{one.settled}" if one.settled else "keying.chosen_none")

    def _said(self, text: str, number: int) -> str:
        say = self._language.say
        if number:
            return text or say("keying.empty_answer")
        if text == "":
            return say("keying.no_line")
        return say("keying.has_line") if text == EMPTY else say("keying.form_line", letter=text)

    def _who(self, line: KeyedLine) -> str:
        assert line.candidate is not None
        code = "keying.who_form" if line.letter else "keying.who"
        return self._language.say(code, id=line.candidate.id, name=line.candidate.name, letter=line.letter).strip()

    def _progress(self, line: KeyedLine) -> Paragraph:
        say = self._language.say
        if line.is_whole:
            return Paragraph(say("keying.whole"), kind="good")
        return Paragraph(say("keying.read", count=len(line.cells), total=len(line.questions)), kind="muted")

    def _groups(self, line: KeyedLine) -> list[str]:
        """Return answers with their numbers: signs in groups of five, others each by itself."""
        groups: list[list[int]] = []
        for place, question in enumerate(line.questions[: len(line.cells)]):
            before = groups[-1] if groups else []
            goes_on = before and len(before) < GROUP and line.questions[before[-1]].item.IS_SIGN
            if goes_on and question.item.IS_SIGN:
                before.append(place)
            else:
                groups.append([place])
        return [self._group(line, group) for group in groups]

    def _group(self, line: KeyedLine, places: list[int]) -> str:
        first, last = line.questions[places[0]].number, line.questions[places[-1]].number
        numbers = str(first) if first == last else f"{first}-{last}"
        return f"{numbers}:{''.join(line.cells[place] or EMPTY for place in places)}"


DELAY = 0.8
"""Seconds after the last key at which a line that is being typed is kept."""


class KeyingScreen(Room[bool]):
    """Returns True where the lines are to be entered. The cursor stays in the field; arrows point at a taken line.

    All its keys have priority: they are handled in the order they were pressed (docs/decisions).
    """

    CSS_PATH = "keying.tcss"
    GUIDE: ClassVar = "marking.keying_rounds"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "take", "keying.key_take"),
        Command("down", "move", "keying.key_move", back="up"),
        Command("f2", "change", "keying.key_change"),
        Command("f8", "take_out", "keying.key_out"),
        Command("f9", "enter_all", "keying.key_enter"),
        HELP,
        BACK,
    )

    def __init__(self, keying: Keying) -> None:
        super().__init__()
        self._keying = keying
        self._field = TextField()
        self._lines: tuple[KeyedLine, ...] = ()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        self._words = KeyingWords(self.language, self._keying)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Rule()
        yield self._field
        with Vertical(id="body"):
            yield Page()
            with Vertical(id="kept"):
                yield Rule(id="kept-rule")
                yield Prose(self.say("keying.none"), id="none", classes="muted")
                yield PointedList(id="lines")
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self._words.where())
        self.query_one("#lines", PointedList).can_focus = False
        self._field.begin_with(self._keying.begun)
        self.set_focus(self._field)
        self._list()
        self._show()

    def type_character(self, character: str) -> bool:
        """Put a character into the field at once, so that an Enter right behind it finds it there."""
        if not self._field.is_attached:
            return False
        self.set_focus(self._field)
        self._field.type_text(character)
        return True

    def action_take(self) -> None:
        """Take the line, or say what it lacks."""
        try:
            line = self._keying.take(self._field.value)
        except QuizError as error:
            self._show()
            self.tell(self.language.error(error))
            return
        assert line.candidate is not None
        self._stop()
        self._field.begin_with("")
        self._list(line.candidate.id)
        self._show()
        self.tell(self.say("keying.taken", id=line.candidate.id, name=line.candidate.name))

    def action_move(self, step: int) -> None:
        lines = self.query_one("#lines", PointedList)
        if step > 0:
            lines.action_cursor_down()
        else:
            lines.action_cursor_up()

    def action_change(self) -> None:
        """Put the line under the cursor into the field; it stands until another is taken."""
        line = self._pointed()
        if line is not None:
            self._field.begin_with(line.text)
            self._changed()

    def action_take_out(self) -> None:
        """Take the line under the cursor out; it comes into the field, so that it can be taken again."""
        line = self._pointed()
        if line is None:
            return
        id = line.text.partition(" ")[0]
        try:
            text = self._keying.take_out(id)
        except MachineRefused as trouble:
            self.tell(self.language.error(trouble))
            return
        self._field.begin_with(text)
        self._changed()
        self._list()
        self.tell(self.say("keying.taken_out", id=id))

    def action_enter_all(self) -> None:
        """Go on to comparing and entering, where nothing is left in the field."""
        if self._field.value.strip():
            self.action_take()
            if self._field.value.strip():
                return
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave; what is in the field is kept for the next time."""
        self._keep()
        self.dismiss(False)

    @on(Input.Changed)
    def take_change(self, message: Input.Changed) -> None:
        message.stop()
        self._changed()

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self.action_change()

    def _changed(self) -> None:
        self._show()
        self._stop()
        self._timer = self.set_timer(DELAY, self._keep)

    def _keep(self) -> None:
        """Keep what is being typed."""
        self._stop()
        # It is typed again where even that fails; a line that is taken says so.
        with suppress(MachineRefused):
            self._keying.begin(self._field.value)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show(self) -> None:
        self.query_one(Page).show(self._words.page(self._keying.read(self._field.value)))

    def _list(self, pointed: str = "") -> None:
        self._lines = self._keying.lines
        lines = self.query_one("#lines", PointedList)
        lines.show([Content(self._words.kept(line)) for line in self._lines])
        ids = [line.text.partition(" ")[0] for line in self._lines]
        if ids:
            lines.highlighted = ids.index(pointed) if pointed in ids else len(ids) - 1
        self.query_one("#none").display = not ids
        self.query_one("#count", AutoLine).show(self.say("keying.count", count=len(ids)))

    def _pointed(self) -> KeyedLine | None:
        place = self.query_one("#lines", PointedList).highlighted
        return None if place is None or place >= len(self._lines) else self._lines[place]
