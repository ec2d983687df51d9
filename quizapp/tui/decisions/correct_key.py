"""Which question of a paper is to be corrected: its key and what was answered, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.item import FULL_FOR_ALL, LETTERS
from quizapp.domain.text import folded
from quizapp.services.decisions.correction_list import key_texts
from quizapp.tui.frame.commands import HELP, PAGE, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.titles import clipped
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.decisions.corrections import GivenAnswer
    from quizapp.language import Language
    from quizapp.services.decisions.correction import Correctable


MOST = 5
"""Different answers that are told of a question or a blank."""
_TEXT = 24
_GAP = "  "


def name(language: Language, one: Correctable) -> str:
    """Return what a question is called: by its number, or by its item where everybody has another number."""
    if one.number is None:
        return language.say("correct.item", item=clipped(one.question.item.id, _TEXT))
    return language.say("correct.name", number=one.number)


def stem(language: Language, one: Correctable) -> str:
    """Return the question's text on one line, or why it is not shown."""
    return language.say("correct.hidden") if one.is_sat_now else " ".join(one.question.item.stem.split())


def now(language: Language, one: Correctable) -> str:
    """Return the key, or what takes its place, with a word where that does not hold yet."""
    text = _state(language, one)
    return text + language.say("correct.waits") if one.waiting else text


def key(language: Language, one: Correctable) -> str:
    """Return every key that counts, or that none is on this machine."""
    keys = key_texts(one.question, one.target.order)
    return language.say("word.comma").join(keys) if keys else language.say("correct.now_none")


def answers(language: Language, one: Correctable) -> str:
    """Return how many answered what, the most frequent first; "" for an essay and where that is not shown."""
    if one.is_hidden or one.question.item.NEEDS_PERSON:
        return ""
    if not one.answers:
        return language.say("correct.nobody")
    blanks = {given.blank: [each for each in one.answers if each.blank == given.blank] for given in one.answers}
    if len(blanks) == 1:
        return " | ".join(_several(language, list(one.answers)))
    comma = language.say("word.comma")
    said = {blank: comma.join(_several(language, found)) for blank, found in blanks.items()}
    return " | ".join(language.say("correct.blank", blank=blank, answers=text) for blank, text in said.items())


def choices(one: Correctable, cells: int) -> str:
    """Return the choices behind their letters in so many cells, each cut alike; "" where there are none."""
    item, order = one.question.item, one.target.order
    texts = [item.choices[place] for place in order] if order else list(item.choices)
    if not texts or one.is_sat_now:
        return ""
    room = max((cells - len(_GAP) * (len(texts) - 1)) // len(texts) - 2, 4)
    return _GAP.join(f"{letter} {clipped(text, room)}" for letter, text in zip(LETTERS, texts, strict=False))


def _state(language: Language, one: Correctable) -> str:
    question = one.question
    if is_dropped(question):
        return language.say("correct.now_drop")
    if question.marking.scheme == FULL_FOR_ALL:
        return language.say("correct.now_full")
    if one.is_hidden:
        return "" if one.is_sat_now else language.say("correct.key_hidden")
    if question.item.NEEDS_PERSON:
        return language.say("correct.now_essay")
    keys = key_texts(question, one.target.order)
    return language.say("correct.now_key", key=key(language, one)) if keys else language.say("correct.now_none")


def _several(language: Language, found: list[GivenAnswer]) -> list[str]:
    told = [
        language.say(
            "correct.answer",
            text=clipped(each.text, _TEXT) or language.say("correct.unanswered"),
            count=each.count,
        )
        for each in found[:MOST]
    ]
    left = len(found) - MOST
    return [*told, language.say("correct.more_answers", count=left)] if left > 0 else told


_BESIDE = 6
"""Cells that an entry has no room for: the margins and the sign of the cursor."""


class CorrectKey(Room[int | None]):
    """Returns the place of the question that is to be corrected, None for none.

    All its keys have priority, and what is typed is searched for: both are handled in the order they were pressed.
    """

    CSS_PATH = "correct_key.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("down", "move", "correct.key_choose", back="up"),
        Command("enter", "choose", "correct.key_open"),
        HELP,
        Command("escape", "step_back", "key.back"),
        Command("ctrl+q", "leave"),
        PAGE,
    )

    def __init__(self, about: str, questions: Sequence[Correctable], place: int = 0) -> None:
        """`about` names the paper and the form; `place` is the question that stands under the cursor."""
        super().__init__()
        self._about = about
        self._questions = questions
        self._found = list(range(len(questions)))
        self._begun = place
        self._search = TextField()

    def compose(self) -> ComposeResult:
        self._search = TextField(placeholder=self.say("correct.find_hint"))
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        with Horizontal(id="finding"):
            yield AutoLine(id="find")
            yield self._search
        yield Rule(id="upper")
        yield PointedList()
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('correct.title')} | {self._about}")
        self.query_one("#find", AutoLine).show(self.say("committee.find"))
        self.set_focus(self._search)
        self._sift(self._begun)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self._search.is_attached:
            self.call_after_refresh(self._sift, self._pointed)

    def type_character(self, character: str) -> bool:
        """Search for what is typed."""
        if character in "?？" and not self._search.value:
            self.action_explain()
        else:
            self._search.type_text(character)
            self._sift(self._pointed)
        return True

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._sift(self._pointed)

    def action_move(self, step: int) -> None:
        listed = self.query_one(PointedList)
        if self._found:
            listed.highlighted = max(0, min((listed.highlighted or 0) + step, len(self._found) - 1))

    def action_page(self, step: int) -> None:
        self.action_move(step * 5)

    def action_choose(self) -> None:
        if self._found:
            self.dismiss(self._pointed)

    @on(OptionList.OptionSelected)
    def choose_clicked(self, message: OptionList.OptionSelected) -> None:
        if self._found:
            self.dismiss(self._found[message.option_index])

    def action_step_back(self) -> None:
        """Show every question again; where all are shown, leave."""
        if not self._search.value:
            self.action_leave()
            return
        self._search.begin_with("")
        self._sift(self._pointed)

    def action_leave(self) -> None:
        self.dismiss(None)

    @property
    def _pointed(self) -> int:
        """The place of the question under the cursor, among all of them."""
        at = self.query_one(PointedList).highlighted
        return self._found[at] if self._found and at is not None else self._begun

    def _sift(self, pointed: int) -> None:
        """Show the questions that fit what is typed; the cursor stays on its own where that is one of them."""
        wanted = folded(self._search.value)
        self._found = [place for place, one in enumerate(self._questions) if self._fits(one, wanted)]
        listed = self.query_one(PointedList)
        if self._found:
            listed.show([self._entry(self._questions[place]) for place in self._found])
            listed.highlighted = self._found.index(pointed) if pointed in self._found else 0
        else:
            listed.show([Content.styled(self.say("correct.none_fit"), MUTED)], [0])
        shown, whole = len(self._found), len(self._questions)
        code = "correct.count" if shown == whole else "correct.count_of"
        self.query_one("#count", AutoLine).show(self.say(code, count=shown, whole=whole))

    def _fits(self, one: Correctable, wanted: str) -> bool:
        if wanted.isdecimal() and one.number is not None:
            return str(one.number).startswith(wanted)
        seen = "" if one.is_sat_now else one.question.item.stem
        return not wanted or wanted in folded(seen) or wanted in folded(one.question.item.id)

    def _entry(self, one: Correctable) -> Content:
        cells = self.size.width - _BESIDE
        lead = self.say("correct.lead", number=one.number) if one.number is not None else ""
        told = " | ".join(filter(None, (now(self.language, one), answers(self.language, one))))
        head = (clipped(lead + stem(self.language, one), cells), "bold")
        if not told:
            return Content.assemble(head)
        return Content.assemble(head, "\n", (clipped(" " * len(lead) + told, cells), MUTED))
