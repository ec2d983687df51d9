"""A document whose places are gone through: each is marked where it is wrong, and given what belongs there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input

from quizapp.domain.item import INVALID, LETTERS, Response
from quizapp.domain.items.choices import to_bank, to_shown
from quizapp.domain.items.text_correction import MARKED, TextCorrection
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import AutoLine
from quizapp.tui.frame.widgets.prose import Paragraph, Prose, wrapped
from quizapp.tui.frame.widgets.spotted_text import Segment, SpottedText, TextLine
from quizapp.tui.items.option_list import stepped
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language

POINTED = "bold $text-accent reverse"
_STANDS, _STRUCK, _MENDED = "underline", "strike", "bold"
_TOGGLE = len(LETTERS)
"""In place of an option: the place is marked, or no longer."""


class MendField(Horizontal):
    """The field for what belongs at the place under the cursor."""

    DEFAULT_CSS = """
    MendField { height: 1; margin: 0 0 1 2; }
    MendField AutoLine { margin-right: 1; }
    """

    def __init__(self, label: str, placeholder: str) -> None:
        super().__init__()
        self.field = TextField(placeholder=placeholder)
        self._label = AutoLine()
        self._label.show(label)

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.field


class TextCorrectionView(TextView):
    """Arrows go from place to place; what is typed, or an option's letter, is put in place of what stands there."""

    HINT_KEY = ""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._document = SpottedText(self._lay_out)
        self._advice = Prose(classes="note")
        self._options = SpottedText(self._option_lines)
        self._mend = MendField(language.say("sitting.mend_label"), language.say("sitting.type_here"))
        self._cursor: int | None = None
        """The place under the cursor, from 0; a question opens with none."""
        self._texts: list[str] = []
        """What is given for each place, but for what stands in the field."""

    def compose(self) -> ComposeResult:
        yield self._document
        yield self._advice
        yield self._options
        yield self._mend

    @property
    def fields(self) -> list[TextField]:
        return [self._mend.field] if self.takes_text else []

    @property
    def takes_text(self) -> bool:
        return not self.question.item.choices

    @property
    def points(self) -> bool:
        return True

    def typed(self) -> Response:
        return self._item.given(self._now())

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._cursor = None
        self._options.display = bool(question.item.choices)
        self._texts = []
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        is_new = response != self.response or not self._texts or response != self.typed()
        self.response = response
        if is_new:
            given = () if response == INVALID else response
            self._texts = [*given, *[""] * (len(self._item.places) - len(given))]
            self._fill_field()
        self._draw()

    def enter_text(self) -> None:
        """Nothing: answering begins with a place."""

    def type_character(self, character: str) -> Response | None:
        if self.is_typing:
            self._mend.field.type_text(character)
            return None
        normal = unicodedata.normalize("NFKC", character)
        if normal == " ":
            return self.choose()
        if normal in ("-", "\u2014"):
            return self.erase()
        if len(normal) == 1 and normal in "123456789":
            self._pick(int(normal) - 1, normal)
        elif self._cursor is None:
            self.post_message(self.Misread(self.language.say("sitting.mend_pick_first")))
        elif not self.takes_text:
            return self._choose_option(normal.upper(), character)
        else:
            self._enter_field()
            self._mend.field.type_text(character)
        return None

    def choose(self) -> Response | None:
        """Return the response with the place marked as wrong, or no longer."""
        if self._cursor is None:
            return None
        return self._with(self._cursor, "" if self._now()[self._cursor] else MARKED)

    def erase(self) -> Response | None:
        return None if self._cursor is None else self._with(self._cursor, "")

    def missing(self) -> int:
        return 0 if self.typed() else 1

    def move(self, step: int) -> bool:
        place = stepped(self._cursor, step, len(self._item.places))
        if place is not None:
            self.leave_text()
            self._point(place)
        return place is not None

    def move_aside(self, step: int) -> bool:
        self.move(step)
        return True

    def next_field(self) -> bool:
        """Go into the field of the place under the cursor, and from there to the next place."""
        if self._cursor is None:
            return self.move(1)
        if not self.is_typing:
            self._enter_field()
            return True
        return self.move(1)

    def chosen(self, place: int) -> Response:
        here, option = divmod(place, _TOGGLE + 1)
        if option == _TOGGLE:
            return self._with(here, "" if self._now()[here] else MARKED)
        return self._with(here, to_bank(LETTERS[option], self.question.order))

    def hint(self) -> str:
        choices = self.question.item.choices
        if choices:
            return self.language.say("sitting.hint_mend_option", letter=LETTERS[len(choices) - 1])
        return self.language.say("sitting.hint_mend")

    def short_hint(self) -> str:
        return self.language.say("sitting.hint_mend_short")

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:  # noqa: ARG003 - the document always
        document = [Paragraph(text, "   ", "gap") for text in question.item.exhibit]
        options = [Paragraph(text, f"   {LETTERS[place]}  ") for place, text in enumerate(question.shown_choices)]
        return [*document, *options]

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:
        item = question.item
        assert isinstance(item, TextCorrection)
        given = () if response == INVALID else response
        lines = [Paragraph(item.describe(response, question.order))]
        for number, (stands, mend) in enumerate(zip(item.places, given, strict=False), 1):
            if mend:
                code = "result.marked" if mend == MARKED else "result.mended"
                said = language.say(code, stands=stands, mend=item.text_of(mend))
                lines.append(Paragraph(said, f"  {number:>2}. "))
        return lines

    @on(SpottedText.Pointed)
    def point(self, message: SpottedText.Pointed) -> None:
        """Point at a place, or mark the one pointed at; an option is given to the place under the cursor."""
        message.stop()
        if message.text is self._options:
            if self._cursor is None:
                self.post_message(self.Misread(self.language.say("sitting.mend_pick_first")))
                return
            place = self._cursor * (_TOGGLE + 1) + message.spot
        else:
            is_again = message.spot == self._cursor
            self._point(message.spot)
            if not is_again:
                return
            place = message.spot * (_TOGGLE + 1) + _TOGGLE
        self.post_message(self.Answered(self.question.number, self.chosen(place), place))

    @on(Input.Changed)
    def redraw(self) -> None:
        """Show in the document what is being typed."""
        self._draw()

    @property
    def _item(self) -> TextCorrection:
        item = self.question.item
        assert isinstance(item, TextCorrection)
        return item

    def _now(self) -> list[str]:
        """Return what is given for each place, with what stands in the field: an empty one says nothing."""
        texts = list(self._texts)
        if self._cursor is not None and self.takes_text:
            typed = self._mend.field.value.strip()
            before = texts[self._cursor]
            texts[self._cursor] = typed or (MARKED if before == MARKED else "")
        return texts

    def _with(self, place: int, mend: str) -> Response:
        texts = self._now()
        texts[place] = mend
        return self._item.given(texts)

    def _choose_option(self, letter: str, character: str) -> Response | None:
        assert self._cursor is not None
        options = len(self.question.item.choices)
        if letter not in LETTERS[:options]:
            self.say_beyond(character, options)
            return None
        return self._with(self._cursor, to_bank(letter, self.question.order))

    def _pick(self, place: int, given: str) -> None:
        last = len(self._item.places)
        if place < last:
            self._point(place)
        else:
            self.post_message(self.Misread(self.language.say("sitting.no_such_place", given=given, last=last)))

    def _point(self, place: int) -> None:
        self._texts = self._now()
        self._cursor = place
        self._fill_field()
        self._draw()
        self._document.reveal(place)

    def _fill_field(self) -> None:
        mend = "" if self._cursor is None else self._texts[self._cursor]
        wanted = "" if mend == MARKED else mend
        # What is being typed keeps the blanks at its end, and its cursor.
        if self._mend.field.value.strip() != wanted:
            self._mend.field.begin_with(wanted)

    def _enter_field(self) -> None:
        self.screen.set_focus(self._mend.field)

    def _draw(self) -> None:
        self._document.update()
        self._options.update()
        self._mend.display = self.takes_text and self._cursor is not None
        say, texts = self.language.say, self._now()
        if self._cursor is None:
            self._advice.text = say("sitting.mend_none", last=min(len(texts), 9))
            return
        mend, stands = texts[self._cursor], self._item.places[self._cursor]
        untouched = "mend_stands" if self.takes_text else "mend_stands_option"
        code = untouched if not mend else "mend_marked" if mend == MARKED else "mend_given"
        self._advice.text = say(
            f"sitting.{code}", number=self._cursor + 1, stands=stands, mend=self._item.text_of(mend)
        )

    def _lay_out(self, width: int) -> list[TextLine]:
        """Return the document's lines, its places numbered in brackets, those mended with what belongs there."""
        pieces = [Segment(self._item.passages[0])]
        for place, (stands, mend) in enumerate(zip(self._item.places, self._now(), strict=True)):
            pieces += self._bracketed(place, stands, mend)
            pieces.append(Segment(self._item.passages[place + 1]))
        return [*_broken(pieces, width), []]

    def _bracketed(self, place: int, stands: str, mend: str) -> list[Segment]:
        pointed = POINTED if place == self._cursor else ""
        if not mend:
            return [Segment(f"[{place + 1} {stands}]", pointed or _STANDS, place)]
        struck = Segment(stands, f"{pointed} {_STRUCK}".strip(), place)
        behind = "" if mend == MARKED else f" => {self._item.text_of(mend)}"
        style = pointed or _MENDED
        return [Segment(f"[{place + 1} x ", style, place), struck, Segment(f"{behind}]", style, place)]

    def _option_lines(self, width: int) -> list[TextLine]:
        texts = self.question.shown_choices
        if not texts:
            return []
        mend = "" if self._cursor is None else self._texts[self._cursor]
        given = to_shown(mend, self.question.order) if mend and mend != MARKED else ""
        lines: list[TextLine] = []
        for place, text in enumerate(texts):
            is_given = LETTERS[place] == given
            lead = f"  {'[x]' if is_given else '[ ]'} {LETTERS[place]}  "
            style = _MENDED if is_given else "" if self._cursor is not None else MUTED
            first, *more = wrapped(text, width - len(lead))
            lines.append([Segment(lead + first, style, place)])
            lines += [[Segment(" " * len(lead) + line, style, place)] for line in more]
        return lines


def _broken(pieces: Sequence[Segment], width: int) -> list[TextLine]:
    """Return styled pieces of one text broken into lines of a width; blanks at their ends are gone."""
    pieces = [piece._replace(text=piece.text.expandtabs(4)) for piece in pieces]
    text = "".join(piece.text for piece in pieces)
    of = [piece for piece in pieces for _ in piece.text]
    lines: list[TextLine] = []
    place = 0
    for line in wrapped(text, width):
        segments: TextLine = []
        for sign in line:
            while text[place] != sign:
                place += 1
            whose = of[place]
            if segments and segments[-1][1:] == whose[1:]:
                segments[-1] = segments[-1]._replace(text=segments[-1].text + sign)
            else:
                segments.append(whose._replace(text=sign))
            place += 1
        lines.append(segments)
    return lines
