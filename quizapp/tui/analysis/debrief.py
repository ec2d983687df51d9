"""讲评: a room looks at it. One question at a time, from the worst to the best, in few words and wide bars."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import work
from textual.containers import Horizontal, Vertical

from quizapp.domain.errors import MachineRefused
from quizapp.reports.analysis_sentences import percent
from quizapp.services.banks.items_in_use import HiddenWatch
from quizapp.tui.analysis.items import bars_of, cell_lines, key_page, stem_of, unanswered, wrong_answers
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.bars import bar, big_number, fitted
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph, Prose
from quizapp.tui.items import view_for

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import ClassAnswers
    from quizapp.tui.analysis.items import AnswerBar


ASKED, CHOSEN, TOLD = range(3)
"""The steps of a question: it alone, what the class gave, the key and why."""
BEHIND = 16
"""Cells for what stands behind a bar."""
COUNT = 4
"""Cells of how many gave an answer: as much as a class of some thousands needs."""


class BarRoom(NamedTuple):
    """How many cells a line has, and how many rows a bar takes."""

    width: int
    rows: int


def question_lines(
    found: ClassAnswers, item: ItemStatistics, step: int, language: Language, room: BarRoom
) -> list[Paragraph]:
    """Return what stands beneath the stem at a step; what was there before stays where it is."""
    if item.options:
        page = _options(found, item, step, language, room)
    else:
        page = _printed(found, item) + (_earned(found, item, language, room) if step >= CHOSEN else [])
    if step >= CHOSEN:
        page += _beside(found, item, language)
    if step == TOLD:
        told = key_page(item, found.questions[item.item.item], language)
        page += [replace(one, lead=f" {one.lead}") for one in told]
    return page


def _options(
    found: ClassAnswers, item: ItemStatistics, step: int, language: Language, room: BarRoom
) -> list[Paragraph]:
    """Return the options, a line beneath each that is its bar once that is shown."""
    page = []
    for one in bars_of(found, item, language):
        is_told = step == TOLD and one.is_key
        text = f"{one.text}{language.say('debrief.is_key')}" if is_told else one.text
        page.append(Paragraph(text, f" {one.letter}  ", "key" if is_told else "option"))
        line = _bar(one, language, room) if step >= CHOSEN else "\n" * (room.rows - 1)
        page.append(Paragraph(line, "    ", "key-bar" if is_told else "bar"))
    return page


def _printed(found: ClassAnswers, item: ItemStatistics) -> list[Paragraph]:
    """Return what stands on paper beneath a stem without options: two sides, things to be put in order."""
    question = replace(found.questions[item.item.item], order=item.item.order)
    page = view_for(question.item.TYPE).printed(question, ())
    return [replace(one, kind="option") for one in page]


def _earned(found: ClassAnswers, item: ItemStatistics, language: Language, room: BarRoom) -> list[Paragraph]:
    bars = bars_of(found, item, language)
    widest = max(cell_len(one.text) for one in bars)
    lines = [Paragraph(_bar(one, language, room, widest + 2), f" {fitted(one.text, widest)}  ", "bar") for one in bars]
    return [Paragraph("", kind="bar"), *lines]


def _bar(one: AnswerBar, language: Language, room: BarRoom, before: int = 0) -> str:
    """Return a bar with its share and count, and its further rows beneath."""
    cells = max(room.width - BEHIND - 4 - before, 8)
    drawn, counted = bar(one.share, cells), language.say("debrief.count", count=f"{one.count:>{COUNT}}")
    return "\n".join([f"{drawn:<{cells}} {percent(one.share):>5}  {counted}", *[drawn] * (room.rows - 1)])


def _beside(found: ClassAnswers, item: ItemStatistics, language: Language) -> list[Paragraph]:
    """Return who gave nothing, and what was typed wrong most often."""
    page = []
    left = unanswered(found, item)
    if left:
        page.append(Paragraph(language.say("debrief.no_answer", count=left), " ", "muted"))
    page += cell_lines(found, item, language)
    wrong = wrong_answers(found, item)
    if wrong:
        page.append(Paragraph(language.say("debrief.wrong"), " ", "heading"))
    told = (language.say("debrief.wrong_line", text=one.text, count=one.count) for one in wrong)
    return page + [Paragraph(line, "   ", "wrong") for line in told]


NEXT_STEP = ("answers", "key", "next")
LOOK = 2.0
"""Seconds between looks at whether somebody has begun to sit what is shown."""
WIDEST = 110
BESIDE = 24
"""Cells of the large digits with what is around them."""
STEM_OF_LIST = 34
HIGH_FROM = 32
"""Lines from which bars are two rows high, with air between options."""
LOW_BELOW = 24
"""Lines below which the share stands in the line above: large digits would push a bar off the screen."""


class DebriefScreen(Room[None]):
    """Shows questions until it is left. PgDn and PgUp do what Enter does and undo it: a presenter's remote sends them.

    Its keys have priority: none is taken by what scrolls.
    """

    CSS_PATH = "debrief.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter,space,pagedown", "go_on", "debrief.key_step_{.next_step}"),
        Command("right", "turn", "debrief.key_turn", back="left"),
        Command("f3", "pick", "debrief.key_list"),
        Command("f2", "material", "debrief.key_material", when="has_material"),
        HELP,
        BACK,
        Command("pageup", "go_back"),
        Command("down", "scroll", back="up"),
    )

    def __init__(self, found: ClassAnswers) -> None:
        super().__init__()
        self._found = found
        self._items = found.shown
        self._place = 0
        self._steps = [ASKED] * len(self._items)
        """How far each question was gone through: one comes back as it was left."""
        self._sat: frozenset[str] = frozenset()
        """Items that somebody has begun to sit since."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Rule()
        with Page(), Horizontal(id="head"):
            yield Prose(id="stem")
            with Vertical(id="beside"):
                yield Prose(id="number")
                yield Prose(self.say("debrief.share"), id="caption")
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._show()
        held_back = len(self._found.analysed.analysis.items) - len(self._items)
        if held_back:
            self.tell(self.say("debrief.held_back", count=held_back))
        self._watch()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.height >= HIGH_FROM, "-high")
        self.set_class(self._is_low, "-low")
        self.call_after_refresh(self._show)

    @property
    def next_step(self) -> str:
        """What Enter shows next."""
        return NEXT_STEP[self._steps[self._place]]

    @property
    def has_material(self) -> bool:
        """Whether the question belongs to a case."""
        return bool(self._question.stimulus)

    def action_go_on(self) -> None:
        """Take the question's next step; after its last, the next question."""
        if self._steps[self._place] == TOLD or self._is_covered:
            self.action_turn(1)
        else:
            self._steps[self._place] += 1
            self._show()

    def action_go_back(self) -> None:
        """Take the question's last step back; before its first, the question before."""
        if self._steps[self._place] == ASKED or self._is_covered:
            self.action_turn(-1)
        else:
            self._steps[self._place] -= 1
            self._show()

    def action_turn(self, step: int) -> None:
        place = self._place + step
        if not 0 <= place < len(self._items):
            self.tell(self.say("debrief.last" if step > 0 else "debrief.first"))
            return
        self._place = place
        self._show()

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    def action_material(self) -> None:
        """Show what the questions of a case are about."""
        if self._question.stimulus and not self._is_covered:
            text = self._question.stimulus
            self.app.push_screen(Notice(self.say("debrief.material"), [text], self.say("room.close")))

    def action_pick(self) -> None:
        self.run_worker(self._pick(), group="visit", exclusive=True)

    async def _pick(self) -> None:
        entries = [self._list_line(item) for item in self._items]
        place = await self.app.push_screen_wait(Pick(self.say("debrief.list_title"), entries, self._place))
        if place is not None:
            self._place = place
            self._show()

    def action_leave(self) -> None:
        self.dismiss(None)

    @work(exclusive=True, group="watch")
    async def _watch(self) -> None:
        """Cover what somebody begins to sit while it is shown."""
        place = self.workplace
        watch = HiddenWatch(place.home, place.clock, place.class_id)
        while self.is_attached:
            try:
                sat = await asyncio.to_thread(watch.now)
            except MachineRefused as trouble:
                self.tell(self.language.error(trouble))
                sat = self._sat
            if sat != self._sat:
                self._sat = sat
                self._show()
            await asyncio.sleep(LOOK)

    @property
    def _item(self) -> ItemStatistics:
        return self._items[self._place]

    @property
    def _question(self) -> Question:
        return self._found.questions[self._item.item.item]

    @property
    def _is_low(self) -> bool:
        return self.size.height < LOW_BELOW

    @property
    def _is_covered(self) -> bool:
        return self._item.item.item in self._sat

    def _show(self) -> None:
        counts = [self.say("debrief.place", place=self._place + 1, total=len(self._items))]
        if self._is_low and self._steps[self._place] > ASKED and not self._is_covered:
            counts.insert(0, f"{self.say('debrief.share')} {_percent(self._item)}%")
        self.query_one("#where", Line).show(f"{self._found.analysed.title} | {self.say('debrief.title')}")
        self.query_one("#count", AutoLine).show(" | ".join(counts))
        self.query_one("#head").display = not self._is_covered
        if self._is_covered:
            self.query_one(Page).show([Paragraph(self.say("debrief.now_sat"), kind="key")])
        else:
            self._show_question()
        self.refresh_keys()

    def _show_question(self) -> None:
        item, step = self._item, self._steps[self._place]
        stem, number, page = self.query_one("#stem", Prose), self.query_one("#number", Prose), self.query_one(Page)
        stem.text, stem.lead = self._question.item.stem, "" if item.item.number is None else f"{item.item.number}. "
        number.text = big_number(f"{_percent(item)}%")
        self.query_one("#beside").set_class(step == ASKED, "-covered")
        room = BarRoom(min(self.size.width - 4, WIDEST), 2 if self.size.height >= HIGH_FROM else 1)
        page.show(question_lines(self._found, item, step, self.language, room))
        if step == TOLD:
            self.call_after_refresh(page.scroll_end, animate=False)

    def _list_line(self, item: ItemStatistics) -> str:
        number = item.item.number
        place = item.item.item if number is None else self.say("debrief.number", number=f"{number:>2}")
        is_sat = item.item.item in self._sat
        stem = self.say("analysis.item_sitting_short") if is_sat else stem_of(self._found, item, self.language)
        values = {"share": f"{_percent(item):>3}%", "place": place, "stem": fitted(stem, STEM_OF_LIST).rstrip()}
        return self.say("debrief.list_line", **values)


def _percent(item: ItemStatistics) -> int:
    """Return the share earned in whole per cent, nothing where penalties took it below."""
    return max(round(100 * item.facility), 0)
