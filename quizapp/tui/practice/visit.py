"""A person's way through practice, round after round; and the end of a round: how it went."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Vertical

from quizapp.domain.errors import QuizError
from quizapp.services.practice import Practising
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph
from quizapp.tui.practice.question_screen import PracticeScreen
from quizapp.tui.practice.setup import PracticeSetup
from quizapp.tui.sitting.who import Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.papers.paper import Question
    from quizapp.services.practice import Expected, PracticeOrder, PracticeSession
    from quizapp.tui.shell import Shell


async def practise_only(app: Shell, expected: Expected) -> None:
    """Practise and end the app: `quizapp practice`."""
    await practise(app, expected.candidate, expected.order)
    app.exit(0)


async def practise(app: Shell, candidate: Candidate | None = None, order: PracticeOrder | None = None) -> None:
    """Go from who it is to the end of the last round."""
    say = app.language.say
    if candidate is None:
        candidate = await app.push_screen_wait(Who(say("practice.heading"), asks="practice.who"))
    if candidate is None:
        return
    try:
        await _rounds(app, await asyncio.to_thread(Practising, app.workplace, candidate), order)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


async def _rounds(app: Shell, practising: Practising, order: PracticeOrder | None) -> None:
    """Practise what was asked for, else what is chosen; until nothing more is wanted."""
    is_sent_straight = order is not None
    before = order
    while True:
        if order is None:
            order = await app.push_screen_wait(PracticeSetup(practising, before))
        if order is None:
            return
        before = order
        after = await _round(app, await asyncio.to_thread(practising.begin, order))
        await asyncio.to_thread(practising.look_again)
        if after == "end" or (after == "nothing" and is_sent_straight):
            return
        if after != "again":
            order = None


async def _round(app: Shell, session: PracticeSession) -> After | str:
    """Return what is wanted after a round; "nothing" where none of it was answered."""
    after: After = "back"
    while after == "back":
        if await asyncio.to_thread(session.settle):
            await app.push_screen_wait(PracticeScreen(session))
        if not session.answers:
            return "nothing"
        # What the summary may name is what may be shown now.
        await asyncio.to_thread(session.settle)
        after = await app.push_screen_wait(PracticeDone(session))
    return after


After = Literal["end", "again", "range", "back"]
"""What a person wants next: nothing more, another round, to choose again, or back to the questions."""


class PracticeDone(Room[After]):
    """Returns what comes next."""

    CSS_PATH = "visit.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f5", "next('again')", "practice.key_again"),
        Command("f3", "next('range')", "practice.key_range"),
        Command("left,pageup", "next('back')", "practice.key_back"),
        HELP,
        Command("enter,escape", "next('end')", "practice.key_end"),
        Command("down", "scroll", back="up"),
    )

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
        yield self.key_line()
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
