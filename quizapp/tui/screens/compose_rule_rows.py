"""The rows of the rules page: a label, what is typed or chosen, a note, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import Horizontal, Vertical

from quizapp.domain.item import LETTERS
from quizapp.formats.native import words
from quizapp.formats.native.rule_texts import usual_grades
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.lines_field import LinesField
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.tui.widgets.writing_field import WritingField

_FLAGS = ("true", "false")


class Rule(NamedTuple):
    """One rule: its name, and the words it is chosen from, () where it is typed."""

    name: str
    choices: tuple[str, ...] = ()
    is_long: bool = False
    has_note: bool = False


RULES: tuple[Rule, ...] = (
    Rule("title"),
    Rule("time_limit", has_note=True),
    Rule("pass_mark", has_note=True),
    Rule("forms", ("1", "2", "3", "4", "per_candidate")),
    Rule("shuffle_items", _FLAGS),
    Rule("shuffle_options", _FLAGS),
    Rule("attempts", ("1", "2", "3", "unlimited")),
    Rule("feedback", ("after_hand_in", "after_close", "after_item", "never")),
    Rule("show", ("score,marks", "score", "score,marks,key,rationale")),
    Rule("opens", has_note=True),
    Rule("closes", has_note=True),
    Rule("use", ("exam", "any", "practice")),
    Rule("navigation", ("free", "forward_only")),
    Rule("counts", ("best", "last", "first", "average")),
    Rule("grades", ("", usual_grades())),
    Rule("certainty", _FLAGS),
    Rule("aim", has_note=True),
    Rule("instructions", is_long=True),
)


class RuleRow(Vertical):
    """One rule on the page."""

    def __init__(self, language: Language, rule: Rule, text: str) -> None:
        super().__init__()
        self.rule = rule
        self._language = language
        self._fault = Prose(classes="fault")
        self.input = self._made(text)

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Horizontal(classes="entry"):
            label = Line(classes="label")
            label.show(say(f"compose.rule_{self.rule.name}"))
            yield label
            yield self.input
            if self.rule.has_note:
                note = Line(classes="note")
                note.show(say(f"compose.note_{self.rule.name}"))
                yield note
        yield self._fault

    def on_mount(self) -> None:
        self._fault.display = False

    @property
    def target(self) -> TextField | WritingField | ChoiceLine:
        """What takes the cursor."""
        return self.input.area if isinstance(self.input, LinesField) else self.input

    @property
    def text(self) -> str:
        """What stands there now."""
        if isinstance(self.input, LinesField):
            return self.input.area.text
        return self.input.value

    def say_fault(self, text: str) -> None:
        """Show what is wrong, "" for nothing."""
        self._fault.text, self._fault.display = text, bool(text)

    def listed(self) -> list[str]:
        """Return how the words that can be chosen are said."""
        assert isinstance(self.input, ChoiceLine)
        return [self.input.said(word) for word in self.input.words]

    def _made(self, text: str) -> TextField | LinesField | ChoiceLine:
        if self.rule.is_long:
            return LinesField(text)
        if self.rule.choices:
            choices = self.rule.choices if text in self.rule.choices else (text, *self.rule.choices)
            return ChoiceLine(choices, said(self._language, self.rule.name, choices), text)
        field = TextField()
        field.value = text
        return field


def said(language: Language, name: str, choices: tuple[str, ...]) -> Mapping[str, str]:
    """Return how the words of a rule are said."""
    return {word: _said(language, name, word) for word in choices}


def _said(language: Language, name: str, word: str) -> str:
    say = language.say
    match name:
        case "forms" if word.isdecimal():
            last = LETTERS[min(int(word), len(LETTERS)) - 1]
            return say("compose.forms_1") if word == "1" else say("compose.forms_n", count=word, last=last)
        case "forms":
            return say("compose.forms_per_candidate")
        case "attempts" if word.isdecimal():
            return say("compose.attempts_n", count=word)
        case "attempts":
            return say("compose.attempts_unlimited")
        case "shuffle_items" | "shuffle_options" | "certainty":
            return say(f"compose.flag_{word}")
        case "use":
            return say(f"compose.use_{word}")
        case "grades":
            return word.replace(",", say("word.comma")) or say("compose.grades_none")
        case "show":
            return say("word.comma").join(_word(language, words.SHOWN, each) for each in word.split(","))
    vocabularies = {"counts": words.COUNTS, "feedback": words.FEEDBACK, "navigation": words.NAVIGATION}
    return _word(language, vocabularies[name], word)


def _word(language: Language, vocabulary: words.Words, word: str) -> str:
    return words.chinese(vocabulary, word) if language.tongue == "zh" else word.replace("_", " ")
