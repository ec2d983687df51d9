"""One item of an analysis after the other: its question, what was chosen, and what is the matter with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.analysis_sentences import decimals, discrimination, percent, place
from quizapp.reports.analysis_text import APPENDIX, appendix_cells
from quizapp.tui.analysis.items import bars_of, cell_lines, key_page, unanswered, wrong_answers
from quizapp.tui.analysis.pages import item_words
from quizapp.tui.decisions.correction import correct_item
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.bars import bar, fitted
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import ClassAnswers
    from quizapp.tui.analysis.items import AnswerBar


BEHIND = 36
"""Cells for what stands behind a bar."""
LABEL = 44
"""Cells of a statistic's name."""


def item_page(found: ClassAnswers, item: ItemStatistics, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells; what tells the key only where that may be told."""
    say, analysed = language.say, found.analysed
    question = found.questions[item.item.item]
    page = [Paragraph(item_words(found, item, language)[1], kind="title"), Paragraph(_measures(item, language))]
    if item.item.item in analysed.sitting:
        page.append(Paragraph(say("analysis.item_sitting"), kind="muted"))
    else:
        lead = "" if item.item.number is None else f"{item.item.number}. "
        page.append(Paragraph(question.item.stem, lead, "stem"))
        if analysed.is_awaited:
            page.append(Paragraph(say("analysis.awaited"), kind="muted"))
        else:
            page += _answers(found, item, language, width)
            page += key_page(item, question, language)
    return page + _appendix(item, language)


def _measures(item: ItemStatistics, language: Language) -> str:
    low, high = item.facility_interval
    return language.say(
        "analysis.item_measures_small" if is_small(item.candidates) else "analysis.item_measures",
        facility=decimals(item.facility),
        low=decimals(low),
        high=decimals(high),
        discrimination=discrimination(item),
        count=item.candidates,
    )


def _answers(found: ClassAnswers, item: ItemStatistics, language: Language, width: int) -> list[Paragraph]:
    say = language.say
    heads = [say("analysis.item_options" if item.options else "analysis.item_answers")]
    if item.options and item.item.number is None:
        heads.append(say("analysis.bank_letters"))
    page = [Paragraph(" | ".join(heads), kind="heading")]
    cells = max(width - BEHIND - 5, 10)
    for one in bars_of(found, item, language):
        text = f"{one.text}{say('analysis.item_key')}" if one.is_key else one.text
        page.append(Paragraph(text, f"  {one.letter}  " if one.letter else "  ", "key" if one.is_key else ""))
        page.append(Paragraph(f"{bar(one.share, cells):<{cells}}  {_bar_note(one, language)}", "     "))
    left = unanswered(found, item)
    if left:
        page.append(Paragraph(say("debrief.no_answer", count=left), "  ", "muted"))
    page += cell_lines(found, item, language)
    wrong = wrong_answers(found, item)
    if wrong:
        page.append(Paragraph(say("analysis.item_wrong"), kind="heading"))
    return page + [Paragraph(say("debrief.wrong_line", text=one.text, count=one.count), "  ") for one in wrong]


def _bar_note(one: AnswerBar, language: Language) -> str:
    counted = language.say("analysis.item_chosen", count=f"{one.count:>3}", share=f"{percent(one.share):>4}")
    return counted if one.mean is None else f"{counted} | {language.say('analysis.item_mean', mean=decimals(one.mean))}"


def _appendix(item: ItemStatistics, language: Language) -> list[Paragraph]:
    page = [Paragraph(language.say("analysis.item_appendix"), kind="heading")]
    for (name, _), value in zip(APPENDIX, appendix_cells(item), strict=True):
        label = language.say(f"analysis.head_{name}")
        page.append(Paragraph(f"  {fitted(label, LABEL)}{value:>10}" if value else "", kind="muted"))
    return [line for line in page if line.text]


WIDEST = 76
"""Cells of a column of text."""


class AnalysisItem(Room[str]):
    """Shows items until it is left, or until a key was corrected: what is to be told of that, "" for nothing."""

    CSS_PATH = "item.tcss"
    GUIDE: ClassVar = "analysis.analysis"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("right", "turn", "analysis.key_turn", back="left"),
        Command("down", "scroll", "analysis.key_move_page", back="up"),
        Command("f6", "correct", "correct.key_item"),
        HELP,
        Command("escape,enter,ctrl+q", "leave", "key.back"),
        Command("pagedown", "scroll(10)", back="pageup"),
    )

    def __init__(self, found: ClassAnswers, items: Sequence[ItemStatistics], place: int) -> None:
        super().__init__()
        self._found, self._items, self._place = found, items, place

    def compose(self) -> ComposeResult:
        yield Line(id="where")
        yield Rule()
        yield Page()
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._show)

    def action_turn(self, step: int) -> None:
        self._place = max(0, min(self._place + step, len(self._items) - 1))
        self._show()

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    @work(exclusive=True, group="visit")
    async def action_correct(self) -> None:
        """Have the key of the item on screen corrected: what was found is out of date from then on."""
        asked, paper = self._items[self._place].item, self._found.analysed.paper
        told = await correct_item(self.quizapp, paper, asked.item, asked.number, asked.order)
        if told:
            self.dismiss(told)

    def action_leave(self) -> None:
        self.dismiss("")

    def _show(self) -> None:
        item = self._items[self._place]
        question = self._found.questions[item.item.item]
        parts = [
            place(item, self.language),
            self.say(f"compose.part_{question.item.TYPE}"),
            self.say("analysis.item_marks", marks=self.language.marks(item.item.marks)),
            f"{self._place + 1}/{len(self._items)}",
        ]
        self.query_one("#where", Line).show(" | ".join(parts))
        width = min(self.size.width - 4, WIDEST)
        self.query_one(Page).show(item_page(self._found, item, self.language, width))
