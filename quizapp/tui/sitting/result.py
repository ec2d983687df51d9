"""The result: relief, then learning; and earlier results, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.containers import Vertical

from quizapp.services.sitting.results import result
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.bars import big_number, fitted
from quizapp.tui.frame.widgets.key_line import KeyLine
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph
from quizapp.tui.items.pane import case_places
from quizapp.tui.items.review_page import review
from quizapp.tui.sitting.carried_attempts import hand_out, hint, offers

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.sitting.results import Result, Share


BAR = 20
"""Cells of a bar at its fullest."""


def summary(language: Language, found: Result, carrying: str = "") -> list[Paragraph]:
    """Return the first page: the score, or that it is handed in; sections, topics, receipt.

    `carrying` is what there is to say of where the answers are to go, or are.
    """
    say = language.say
    page = [Paragraph(say(f"result.by_{found.handed_in_by}", at=found.handed_in_at), kind="gap")]
    if found.is_void:
        page.append(Paragraph(say("result.void"), kind="title"))
    elif found.score is not None:
        page += _score(language, found)
    elif found.opens_at is not None:
        page.append(Paragraph(say("result.later", at=found.opens_at), kind="title"))
    elif found.essays_waiting:
        numbers = say("word.comma").join(str(number) for number in found.essays_waiting)
        page.append(Paragraph(say("result.essays_wait", numbers=numbers), kind="title"))
    else:
        page.append(Paragraph(say("result.waits" if found.waits_for_marking else "result.hidden"), kind="title"))
    if found.seconds is not None:
        page.append(Paragraph(say("result.time_used", time=_used(found.seconds))))
    page.append(Paragraph(say("result.receipt", receipt=found.receipt)))
    page.append(Paragraph(say("result.code_note"), kind="gap"))
    if carrying:
        page.append(Paragraph(carrying, kind="gap"))
    page += _bars(language, "result.sections", found.sections)
    page += _bars(language, "result.topics", found.topics)
    return page


def _score(language: Language, found: Result) -> list[Paragraph]:
    say = language.say
    assert found.score is not None
    verdict = say("result.passed" if found.passed else "result.failed")
    of_full = say("result.of_full", score=found.score, full=found.full)
    words = " | ".join(part for part in (verdict, found.grade, of_full) if part)
    page = [
        Paragraph(big_number(language.marks(found.score)), kind="number"),
        Paragraph(words, kind="title"),
    ]
    if found.counted is not None:
        page.append(Paragraph(say("result.counted", counted=found.counted)))
    if found.is_formal:
        page.append(Paragraph(say("result.trial" if found.is_trial else "result.preliminary"), kind="muted"))
    return page


def _bars(language: Language, heading: str, shares: tuple[Share, ...]) -> list[Paragraph]:
    if not shares:
        return []
    widest = min(max(cell_len(share.title) for share in shares), 36)
    page = [Paragraph(language.say(heading), kind="heading")]
    for share in shares:
        filled = round(share.share * BAR)
        title = fitted(share.title, widest)
        marks = f"{language.marks(share.earned)}/{language.marks(share.full)}"
        page.append(Paragraph(f"{title}  [{'=' * filled}{' ' * (BAR - filled)}]  {marks:>9}"))
    return page


def _used(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


class ResultScreen(Room[None]):
    """The summary first, then question by question as far as the paper allows."""

    CSS_PATH = "result.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("right,pagedown", "turn", "result.key_turn_{.ways}", back="left,pageup", when="has_questions"),
        Command("enter", "go_on", "result.key_next", when="is_on_question"),
        Command("f2", "only_wrong", "result.key_only_{.others}", when="has_marks"),
        Command("escape", "back", "result.key_back", when="is_on_question"),
        Command("enter", label="result.key_end_{.ending}", when="is_on_summary"),
        Command("f6", "hand_out", "pack.key_out_{.times}", when="offers_pack"),
        HELP,
        Command("down", "scroll", back="up"),
        Command("f7", "show_code"),
    )
    offers_pack = False
    """Whether the answers can be handed out here, to be carried away."""

    def __init__(self, recorded: RecordedAttempt) -> None:
        super().__init__()
        self._recorded = recorded
        self._place = 0
        """0 is the summary, then one for each question shown."""
        self._only_wrong = False
        self._handed_out = ""
        """Where the answers were written to; "" where they were not yet."""

    def compose(self) -> ComposeResult:
        form, now = self._recorded.form, self.workplace.clock.read().at
        self._result = result(self._recorded, now)
        self._cases = case_places(form.questions)
        # an essay has no key that its review could carry, so that it is asked here whether keys are shown
        self._shows_key = form.has_keys and self._recorded.delivery.shows("key", now)
        self.offers_pack = offers(self.workplace, self._recorded)
        self._hint = hint(self.quizapp, self._recorded) if self.offers_pack else ""
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule(id="rule")
            yield Page()
            yield Rule()
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()
        self._settle_book()

    @property
    def is_on_question(self) -> bool:
        """Whether a question stands on the screen."""
        return bool(self._place)

    @property
    def is_on_summary(self) -> bool:
        """Whether the score does."""
        return not self._place

    @property
    def has_questions(self) -> bool:
        """Whether the paper lets its questions be gone through."""
        return bool(self._result.questions)

    @property
    def has_marks(self) -> bool:
        """Whether it says what each was worth."""
        return any(one.marks is not None for one in self._result.questions)

    @property
    def ways(self) -> str:
        """Where the arrows lead: from a question Enter goes on."""
        return "back" if self._place else "both"

    @property
    def others(self) -> str:
        """Which questions are shown instead."""
        return "all" if self._only_wrong else "wrong"

    @property
    def ending(self) -> str:
        """What ends with the result: what the app was opened for, or one person's turn."""
        return "paper" if self.quizapp.ends_with_paper else "person"

    @property
    def times(self) -> str:
        """Whether the answers were handed out here before."""
        return "again" if self._handed_out else "first"

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_go_on(self) -> None:
        """Leave the summary; from a question go on to the next one, and never out."""
        if self._place:
            self.action_turn(1)
        else:
            self.action_leave()

    def action_back(self) -> None:
        """Go back from a question to the summary, from there out."""
        if self._place:
            self._place = 0
            self._show()
        else:
            self.action_leave()

    def action_turn(self, step: int) -> None:
        wanted = min(max(self._place + step, 0), len(self._questions))
        if wanted == self._place:
            self.tell(self.say(self._edge(step)))
        self._place = wanted
        self._show()

    def _edge(self, step: int) -> str:
        """Return what to say where there is no question to turn to."""
        if not self._questions:
            return "result.none_wrong" if self._only_wrong and self._result.questions else "result.no_review"
        return "result.last" if step > 0 else "result.first"

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    def action_show_code(self) -> None:
        """Show the receipt as a code to photograph."""
        from quizapp.tui.sitting.receipt_code import ReceiptCode

        self.app.push_screen(ReceiptCode(self._recorded))

    @work(group="visit", exclusive=True)
    async def action_hand_out(self) -> None:
        """Write the answers where they can be carried away from; again as often as wanted."""
        if self.offers_pack:
            self._handed_out = await hand_out(self.quizapp, self._recorded) or self._handed_out
            self._show()

    def action_only_wrong(self) -> None:
        """Turn between all questions and those that did not earn full marks."""
        self._only_wrong = not self._only_wrong
        self._place = min(1, len(self._questions))
        if not self._questions:
            self.tell(self.say(self._edge(1)))
            self._only_wrong = False
        self._show()

    @property
    def _questions(self) -> list[int]:
        questions = self._result.questions
        return [place for place, one in enumerate(questions) if not self._only_wrong or one.is_right is False]

    def _show(self) -> None:
        found = self._result
        where = [found.title, found.name, found.candidate]
        if self._place:
            where.append(self.say("result.place", place=self._place, total=len(self._questions)))
            reviewed = found.questions[self._questions[self._place - 1]]
            case = self._cases.get(reviewed.question.number)
            shown = review(self.language, reviewed, case, shows_key=self._shows_key)
        else:
            shown = summary(self.language, found, self._handed_out or self._hint)
        self.query_one("#where", Line).show(" | ".join(where))
        self.query_one(Page).show(shown)
        self.refresh_keys()

    @work(thread=True, exit_on_error=False)
    def _settle_book(self) -> None:
        keeper = self.quizapp.keeper
        keeper.settle()
        self.app.call_from_thread(self._tell_of_book)

    def _tell_of_book(self) -> None:
        trouble = self.quizapp.keeper.trouble
        rule = self.query_one("#rule", Rule)
        rule.notice = self.say("result.book_stale") if trouble is not None else ""
        if trouble is not None:
            self.set_timer(5.0, self._settle_book)
