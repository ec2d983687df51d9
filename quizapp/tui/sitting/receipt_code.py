"""The receipt as a code to photograph: a second copy of the answers that nobody else keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.carrying.handouts import code_of, halves, save_picture, size_needed, wholes
from quizapp.domain.attempt.receipt import PhotoLine, answers_of, receipt, write_line
from quizapp.domain.errors import QuizError
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.shell import SMALLEST

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.carrying.handouts import Code
    from quizapp.services.book.attempt_record import RecordedAttempt

_DARK, _LIGHT = "#000000", "#ffffff"
_HALF, _WHOLE = "▀", " "
"""The half's upper part is drawn in the text's colour, its lower in the background's."""
_AROUND = 2
"""Lines that are not the code's."""


class ReceiptCode(Room[None]):
    """Shows the code where it fits and the terminal can draw it; else writes it as a picture and says where."""

    CSS_PATH = "receipt_code.tcss"
    GUIDE: ClassVar = "sitting.result"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f6", "save", "receipt_code.key_save"),
        HELP,
        Command("escape,enter,f7", "leave", "key.back"),
    )

    def __init__(self, recorded: RecordedAttempt) -> None:
        super().__init__()
        self._recorded = recorded
        started, attempt = recorded.attempt.started, recorded.attempt
        given = PhotoLine(started.candidate, receipt(recorded.head), answers_of(recorded.form, attempt.responses))
        self._given, self._code = given, code_of(write_line(given))

    def compose(self) -> ComposeResult:
        yield Line(id="where", classes="title")
        with Vertical(id="place"):
            yield Drawing(self._code, in_halves=self.workplace.draws_blocks)
            yield Prose(id="words")
        yield self.key_line()

    def on_mount(self) -> None:
        one = self._given
        where = self.say("receipt_code.title", candidate=one.candidate, receipt=one.receipt)
        self.query_one("#where", Line).show(where)
        self.query_one(Drawing).display = self._is_drawn
        if not self._is_drawn:
            self.action_save()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_save(self) -> None:
        self._save()

    @property
    def _is_drawn(self) -> bool:
        columns, lines = self._size_needed
        size = self.app.size
        return self.workplace.draws_colours and size.height >= lines and size.width >= columns

    @property
    def _size_needed(self) -> tuple[int, int]:
        columns, lines = size_needed(self._code, in_halves=self.workplace.draws_blocks)
        return max(columns, SMALLEST[0]), max(lines + _AROUND, SMALLEST[1])

    @work(thread=True, exclusive=True)
    def _save(self) -> None:
        started = self._recorded.attempt.started
        try:
            path = save_picture(self.workplace, self._given, started.name)
            said = self.say("receipt_code.saved", file=str(path))
        except QuizError as error:
            said = self.language.error(error)
        self.app.call_from_thread(self._tell_saved, said)

    def _tell_saved(self, said: str) -> None:
        words = self.query_one("#words", Prose)
        words.text = said if self._is_drawn else f"{self._why_not_drawn()}\n\n{said}"
        # Beside the code there is no room: what was saved takes its place for as long as it is read.
        self.query_one(Drawing).display = False

    def _why_not_drawn(self) -> str:
        if not self.workplace.draws_colours:
            return self.say("receipt_code.no_colours")
        columns, lines = self._size_needed
        return self.say("receipt_code.no_room", columns=columns, lines=lines)


class Drawing(Widget):
    """A code in black and white, whatever the theme; in whole cells where a terminal draws half blocks too wide."""

    DEFAULT_CSS = """
    Drawing { width: auto; height: auto; }
    """

    def __init__(self, code: Code, *, in_halves: bool) -> None:
        super().__init__()
        self._lines = halves(code) if in_halves else wholes(code)
        self._sign = _HALF if in_halves else _WHOLE

    def render(self) -> Content:
        return Content("\n").join(self._drawn(line) for line in self._lines)

    def get_content_width(self, container: object, viewport: object) -> int:
        return len(self._lines[0])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._lines)

    def _drawn(self, line: tuple[tuple[bool, bool], ...]) -> Content:
        return Content.assemble(*((self._sign, _STYLES[pair]) for pair in line))


def _colour(is_dark: bool) -> str:
    return _DARK if is_dark else _LIGHT


_STYLES = {
    (upper, lower): Style.parse(f"{_colour(upper)} on {_colour(lower)}")
    for upper in (False, True)
    for lower in (False, True)
}
