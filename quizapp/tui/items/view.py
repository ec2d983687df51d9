"""What every question view does: show a question with a response, and say what was answered."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var

from quizapp.domain.item import LETTERS
from quizapp.tui.frame.commands import key_name
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.option_list import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class ItemView(Vertical):
    """The part of a question that is answered."""

    DEFAULT_CSS = """
    ItemView { height: auto; }
    """
    touched = var(0, init=False)
    """How often a text in it was changed, so that its screen hears of it before it is drawn: a message may be late."""
    TURNS_BY: ClassVar[str] = "turn"
    """Which keys turn to other questions while this one is answered: `turn` is the arrows, `page`, `far_page`."""
    HINT: ClassVar[str] = "sitting.hint_fill"
    """The code of what the key line says about answering."""
    HINT_KEY: ClassVar[str] = ""
    """The key that it names."""

    @dataclass
    class Answered(Message):
        """A person gave this response by mouse, at a place; what was answered since it was clicked counts too."""

        question: int
        response: Response
        place: int

    class Typed(Message):
        """Text was typed and stands still, or was left. It carries no text: what is typed meanwhile counts too."""

    @dataclass
    class Misread(Message):
        """What was typed cannot be read as a response; `text` says why."""

        text: str

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        """Make a view that will show these questions, one at a time."""
        super().__init__()
        self.language = language
        self.question = questions[0]
        self.response: Response = ()

    def show(self, question: Question, response: Response) -> None:
        """Show a question as answered, without saying that anybody answered."""
        raise NotImplementedError

    def update_response(self, response: Response) -> None:
        """Show another response of the same question."""
        raise NotImplementedError

    def type_character(self, character: str) -> Response | None:
        """Return the response that a typed character leads to; None where it leads to none."""
        raise NotImplementedError

    def say_beyond(self, character: str, count: int) -> None:
        """Say that a typed letter or digit is beyond so many options; what is neither says nothing."""
        place = place_of(character)
        if place is not None and place >= count:
            given, last = unicodedata.normalize("NFKC", character).upper(), LETTERS[count - 1]
            self.post_message(self.Misread(self.language.say("sitting.no_such_option", given=given, last=last)))

    def choose(self) -> Response | None:
        """Return the response that choosing what is under the cursor leads to; None where nothing is."""
        return None

    def move(self, step: int) -> bool:
        """Move the cursor up (-1) or down (1); return whether it could."""
        return False

    def move_aside(self, step: int) -> bool:
        """Move the cursor left (-1) or right (1); return whether left and right mean something in the question."""
        return False

    def shift(self, step: int) -> Response | None:
        """Return the response that moving what is under the cursor up (-1) or down (1) leads to; None for none."""
        return None

    def erase(self) -> Response | None:
        """Return the response that Backspace leads to; None where it leads to none."""
        return None

    def hint(self) -> str:
        """Return what the key line says about answering the question shown."""
        return self.language.say(self.HINT, key=key_name(self.language, self.HINT_KEY))

    def short_hint(self) -> str:
        """Return the same where a case's keys need the room; "" where it can do without."""
        return self.hint()

    def missing(self) -> int:
        """Return how many parts of the question shown have no answer yet; a type that is answered whole has one."""
        return 0 if self.response else 1

    def chosen(self, place: int) -> Response:
        """Return the response that choosing the option at a place leads to, from the one shown now."""
        raise NotImplementedError

    @property
    def own_keys(self) -> frozenset[str]:
        """The screen's actions whose keys mean something else to this view just now."""
        return frozenset()

    @property
    def is_typing(self) -> bool:
        """Whether what is typed goes into a text."""
        return False

    @property
    def can_step_back(self) -> bool:
        """Whether Esc leaves something within the question: a text, a side."""
        return self.is_typing

    @property
    def takes_text(self) -> bool:
        """Whether this type is answered with text."""
        return False

    @property
    def points(self) -> bool:
        """Whether arrows move a cursor within the question while no text is typed."""
        return not self.takes_text

    def enter_text(self) -> None:
        """Begin typing where answering begins."""

    def leave_text(self) -> None:
        """Stop typing, so that arrows lead to other questions."""

    def next_field(self) -> bool:
        """Go to the next text field; return whether there was one."""
        return False

    @property
    def waits(self) -> bool:
        """Whether what stands in it was typed and is not said yet."""
        return False

    def pending(self) -> Response | None:
        """Return what was typed and not yet said, which counts as said from here on; None where nothing was."""
        return None

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:  # noqa: ARG003 - not all have options
        """Return what stands beneath a stem in the review, with what the response chose of it."""
        return []

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:  # noqa: ARG003
        """Return a response that is not empty as the review says it; the first paragraph stands behind a heading."""
        return [Paragraph(question.item.describe(response, question.order))]
