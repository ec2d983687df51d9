"""The end of a round: how it went, and what it did to the mistakes book."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.containers import Vertical

from quizapp.tui.room import Room
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.page import Page, Paragraph
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.services.practice_session import PracticeSession

After = Literal["end", "again", "range", "back"]
"""What a person wants next: nothing more, another round, to choose again, or back to the questions."""


class PracticeDone(Room[After]):
    """Returns what comes next."""

    CSS_PATH = "practice_done.tcss"
    GUIDE: ClassVar = "practice_setup"
    BINDINGS: ClassVar = [
        Binding("escape,enter", "next('end')", show=False, priority=True),
        Binding("f5", "next('again')", show=False, priority=True),
        Binding("f3", "next('range')", show=False, priority=True),
        Binding("left,pageup", "next('back')", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False, priority=True),
    ]

    def __init__(self, session: PracticeSession) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        one = self._session.candidate
        where = Line(id="where", classes="title")
        where.show(" | ".join(part for part in (self.say("practice.done"), one.name, one.unit, one.id) if part))
        with Vertical(classes="column"):
            yield where
            yield Rule()
            yield Page()
            yield Rule()
        yield KeyLine(
            [
                (self.say("practice.key_again"), "next('again')"),
                (self.say("practice.key_range"), "next('range')"),
                (self.say("practice.key_back"), "next('back')"),
                (self.say("key.help"), "explain"),
                (self.say("practice.key_end"), "next('end')"),
            ]
        )
        self.call_after_refresh(self._show)

    def action_next(self, after: After) -> None:
        self.dismiss(after)

    def action_leave(self) -> None:
        self.dismiss("end")

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    def _show(self) -> None:
        self.query_one(Page).show(self._paragraphs())

    def _paragraphs(self) -> list[Paragraph]:
        session, say, progress = self._session, self.say, self._session.progress
        answered, right = len(session.answers), session.right
        went = "practice.done_all" if right == answered else "practice.done_some"
        skipped = len(session.questions) - answered
        page = [Paragraph(say(went, right=right, answered=answered), kind="title")]
        if skipped:
            page.append(Paragraph(say("practice.done_skipped", count=skipped)))
        page += self._listed("practice.done_wrong", session.newly_wrong)
        page += self._listed("practice.done_right", session.put_right)
        books = say("practice.done_books", mistakes=len(progress.mistakes), starred=len(progress.starred))
        return [*page, Paragraph(books, kind="heading"), Paragraph(say("practice.done_kept"), kind="muted")]

    def _listed(self, code: str, questions: Sequence[Question]) -> list[Paragraph]:
        if not questions:
            return []
        heading = Paragraph(self.say(code, count=len(questions)), kind="heading")
        return [heading, *(Paragraph(one.item.stem, f"{one.number:>4}. ") for one in questions)]
