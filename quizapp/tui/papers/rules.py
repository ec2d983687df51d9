"""How the composed paper is sat: time, pass mark, forms, shuffling, tries, and the rows they are filled in on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Horizontal, Vertical, VerticalScroll

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import LETTERS
from quizapp.reading import native_words as words
from quizapp.reading.rule_texts import Misread, aim_of, paper_of, texts_of, usual_grades
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.field_room import FIELD, PICK, RowsRoom
from quizapp.tui.frame.room import leave_if_wanted
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.line import Rule as Dashes
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.frame.widgets.writing_field import LinesField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.language import Language
    from quizapp.tui.frame.widgets.writing_field import WritingField


_FLAGS = ("true", "false")


class SittingRule(NamedTuple):
    """One rule: its name, and the words it is chosen from, () where it is typed."""

    name: str
    choices: tuple[str, ...] = ()
    is_long: bool = False
    has_note: bool = False


RULES: tuple[SittingRule, ...] = (
    SittingRule("title"),
    SittingRule("time_limit", has_note=True),
    SittingRule("pass_mark", has_note=True),
    SittingRule("forms", ("1", "2", "3", "4", "per_candidate")),
    SittingRule("shuffle_items", _FLAGS),
    SittingRule("shuffle_options", _FLAGS),
    SittingRule("attempts", ("1", "2", "3", "unlimited")),
    SittingRule("feedback", ("after_hand_in", "after_close", "after_item", "never")),
    SittingRule("show", ("score,marks", "score", "score,marks,key,rationale")),
    SittingRule("opens", has_note=True),
    SittingRule("closes", has_note=True),
    SittingRule("use", ("exam", "any", "practice")),
    SittingRule("navigation", ("free", "forward_only")),
    SittingRule("counts", ("best", "last", "first", "average")),
    SittingRule("grades", ("", usual_grades())),
    SittingRule("certainty", _FLAGS),
    SittingRule("aim", has_note=True),
    SittingRule("instructions", is_long=True),
    SittingRule("coverage", is_long=True, has_note=True),
)


class RuleRow(Vertical):
    """One rule on the page."""

    def __init__(self, language: Language, rule: SittingRule, text: str) -> None:
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
            if self.rule.has_note and not self.rule.is_long:
                yield self._note()
        if self.rule.has_note and self.rule.is_long:
            # beside many lines it would take the room they need
            yield self._note("note -below")
        yield self._fault

    def _note(self, classes: str = "note") -> Line:
        note = Line(classes=classes)
        note.show(self._language.say(f"compose.note_{self.rule.name}"))
        return note

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


class RulesScreen(RowsRoom["PaperDraft | None"]):
    """Returns the draft with other rules, None where they stay. All its keys have priority."""

    CSS_PATH = "rules.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("ctrl+s,f9", "take", "compose.key_done"),
        PICK,
        FIELD,
        HELP,
        Command("escape,ctrl+q", "leave", "compose.key_cancel"),
    )

    def __init__(
        self, draft: PaperDraft, topics: Mapping[str, str], faults: Callable[[PaperDraft], Sequence[str]]
    ) -> None:
        """`topics` has the topics' titles by id; `faults` says what is wrong with a draft's rules among themselves."""
        super().__init__()
        self._draft = draft
        self._topics = topics
        self._faults = faults
        self._rows: list[RuleRow] = []

    def compose(self) -> ComposeResult:
        texts = texts_of(self._draft.paper, self.language.zone, self.language.tongue, self._topics)
        texts["aim"] = decimal_text(self._draft.aim)
        self._rows = [RuleRow(self.language, rule, texts[rule.name]) for rule in RULES]
        yield Line(id="where", classes="title")
        yield Dashes()
        with VerticalScroll(id="form", can_focus=False):
            yield from self._rows
        yield Dashes(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('compose.rules_title')} | {self._draft.paper.title}")
        self._begun = self._texts()
        self.go_to(0)

    # What keys do

    def action_take(self) -> None:
        """Have the rules as they stand, where they can be read and do not contradict each other."""
        texts = self._texts()
        paper, misread = paper_of(texts, self._draft.paper, self.language.zone, self._topics)
        aim = aim_of(texts["aim"])
        if aim is None:
            misread["aim"] = Misread("not-a-number", texts["aim"])
        for row in self._rows:
            found = misread.get(row.rule.name)
            row.say_fault("" if found is None else self.say(found.code, text=found.text))
        if misread or aim is None:
            self.go_to(next(at for at, row in enumerate(self._rows) if row.rule.name in misread))
            self.tell(self.say("compose.mend_rules", count=len(misread)))
            return
        after = replace(self._draft, paper=paper, aim=aim)
        faults = self._faults(after)
        if faults:
            self.tell(faults[0])
        else:
            self.dismiss(after)

    def action_leave(self) -> None:
        """Leave, asking first where something was changed."""
        if self._texts() == self._begun:
            self.dismiss(None)
            return

        words = {"stay": self.say("teach.leave_stay"), "go": self.say("teach.leave_go")}
        leave_if_wanted(self, self.say("compose.leave_rules"), [], **words)

    # What its rows are

    def form_rows(self) -> Sequence[RuleRow]:
        return self._rows

    def row_title(self, place: int) -> str:
        return self.say(f"compose.rule_{self._rows[place].rule.name}")

    def _texts(self) -> dict[str, str]:
        return {row.rule.name: row.text for row in self._rows}
