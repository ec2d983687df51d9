"""Items as analysis and debrief both show them: rows of a table, answers as bars, and the key with its why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizapp.documents.text_width import padded, width
from quizapp.domain.analysis.class_answers import WrongAnswer, commonest_wrong, earned, shares_of_cells
from quizapp.domain.analysis.distribution import bands
from quizapp.domain.analysis.verdicts import NEED_A_PERSON, is_small, shown_letter
from quizapp.domain.item import LETTERS
from quizapp.domain.text import clean_line
from quizapp.reports.analysis_sentences import decimals, discrimination, letter_words, percent
from quizapp.tui.frame.room import WIDE_FROM
from quizapp.tui.frame.widgets.bars import fitted
from quizapp.tui.frame.widgets.lists import LongLine
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items import view_for
from quizapp.tui.items.review_page import option_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.domain.analysis.verdicts import OptionChosen
    from quizapp.domain.answer_key import KeyParts
    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import ClassAnswers


Order = Literal["number", "facility", "discrimination"]
ORDERS: tuple[Order, ...] = ("number", "facility", "discrimination")
GAP = "  "
MOST_OF_ID = 10
"""Cells of an item's id where forms differ and it has no number."""


class _Column(NamedTuple):
    head: str
    cell: Callable[[ItemStatistics, Language], str]
    least: int
    """Cells that its widest value takes."""
    is_number: bool = True
    is_wide: bool = False
    """Whether it is shown only where there is room."""


def _number(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001 every column's cell is called alike
    number = item.item.number
    return fitted(item.item.item, MOST_OF_ID).rstrip() if number is None else str(number)


def _discrimination(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001
    return "" if is_small(item.candidates) else discrimination(item)


def _interval(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001
    low, high = item.facility_interval
    return f"{decimals(low)}-{decimals(high)}"


def _seconds(item: ItemStatistics, language: Language) -> str:
    seconds = item.median_seconds
    return "" if seconds is None else language.say("analysis.seconds", seconds=round(seconds))


COLUMNS = (
    _Column("number", _number, 4),
    _Column("candidates", lambda item, _: str(item.candidates), 5, is_wide=True),
    _Column("facility", lambda item, _: decimals(item.facility), 5),
    _Column("interval", _interval, 9, is_wide=True),
    _Column("discrimination", _discrimination, 5),
    _Column("seconds", _seconds, 6, is_wide=True),
    _Column("judgement", lambda item, language: language.say(f"analysis.short_{item.verdict}"), 12, is_number=False),
)


def in_order(items: Sequence[ItemStatistics], order: Order) -> list[ItemStatistics]:
    """Return items by their numbers, or the hardest, or those of the lowest discrimination, first."""
    match order:
        case "number":
            return list(items)
        case "facility":
            return sorted(items, key=lambda item: item.facility)
        case "discrimination":
            return sorted(items, key=lambda item: (item.upper_lower is None, item.upper_lower or 0.0))


def table_lines(
    found: ClassAnswers, items: Sequence[ItemStatistics], language: Language, room: int
) -> tuple[str, list[LongLine]]:
    """Return the heads and a row for each item at so many cells; those that need a person have a `!`."""
    columns = [column for column in COLUMNS if room >= WIDE_FROM or not column.is_wide]
    heads = [language.say(f"analysis.head_{column.head}") for column in columns]
    rows = [[column.cell(item, language) for column in columns] for item in items]
    widths = [max(column.least, *(width(row[place]) for row in [heads, *rows])) for place, column in enumerate(columns)]

    def joined(cells: Sequence[str], last: str) -> str:
        spread = zip(cells, widths, columns, strict=True)
        return GAP.join([*(padded(cell, wide, is_number=one.is_number) for cell, wide, one in spread), last])

    lines = [
        LongLine("! " if item.verdict in NEED_A_PERSON else "  ", joined(row, stem_of(found, item, language)))
        for item, row in zip(items, rows, strict=True)
    ]
    return f"    {joined(heads, language.say('analysis.head_stem'))}", lines


def stem_of(found: ClassAnswers, item: ItemStatistics, language: Language) -> str:
    """Return an item's stem on one line; a word instead while somebody sits it."""
    if item.item.item in found.analysed.sitting:
        return language.say("analysis.item_sitting_short")
    question = found.questions.get(item.item.item)
    return clean_line(question.item.stem) if question else item.item.item


ESSAY_BANDS = 5
MOST_WRONG = 5
"""Wrong answers that are told: more is a list that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBar:
    """One bar."""

    letter: str = ""
    """Of an option; "" for what has none."""
    text: str
    count: int
    share: float
    """Of those who were asked, as a fraction."""
    is_key: bool = False
    mean: float | None = None
    """The mean total of who chose it, in marks."""


def bars_of(found: ClassAnswers, item: ItemStatistics, language: Language) -> list[AnswerBar]:
    """Return an item's bars: its options, an essay's marks in bands, else what was earned."""
    question = found.questions[item.item.item]
    if item.options:
        return [_option(item, question, one, language) for one in item.options]
    if question.item.NEEDS_PERSON:
        return _in_bands(found, item, question, language)
    counts = earned(found.given[item.item.item])
    total = item.candidates
    return [
        AnswerBar(text=language.say(f"analysis.earned_{name}"), count=count, share=count / total)
        for name, count in (("full", counts.full), ("part", counts.part), ("none", counts.none))
    ]


def wrong_answers(found: ClassAnswers, item: ItemStatistics) -> Sequence[WrongAnswer]:
    """Return what was typed wrong most often; () for options, which have their bars, and for essays."""
    question = found.questions[item.item.item]
    if item.options or question.item.NEEDS_PERSON:
        return ()
    return commonest_wrong(question.item, item.item.order, found.given[item.item.item], MOST_WRONG, found.names)


def cell_lines(found: ClassAnswers, item: ItemStatistics, language: Language) -> list[Paragraph]:
    """Return how many had each cell of an answer table right, a line for each row; nothing where there is none."""
    asked = found.questions[item.item.item].item
    shares = shares_of_cells(asked, found.given[item.item.item])
    table = asked.answer_table
    if not shares or table is None:
        return []
    names = language.say("word.comma").join(filter(None, table.columns))
    code = "analysis.item_cells" if names else "analysis.item_places"
    wide = len(table.columns)
    rows = (shares[start : start + wide] for start in range(0, len(shares), wide))
    lines = [
        Paragraph(f"{' '.join(f'{percent(float(share)):>4}' for share in row)}  {text}", f"  {number:>2}. ")
        for number, (text, row) in enumerate(zip(table.rows, rows, strict=True), 1)
    ]
    return [Paragraph(language.say(code, columns=names), kind="heading"), *lines]


def unanswered(found: ClassAnswers, item: ItemStatistics) -> int:
    """Return how many gave nothing."""
    return sum(not one.response for one in found.given[item.item.item])


def _option(item: ItemStatistics, question: Question, one: OptionChosen, language: Language) -> AnswerBar:
    letter = letter_words(one.letter, language)
    text = "" if letter != one.letter else _text_of(item, question, one.letter)
    return AnswerBar(letter=letter, text=text, count=one.count, share=one.share, is_key=one.is_key, mean=one.mean_score)


def _text_of(item: ItemStatistics, question: Question, letter: str) -> str:
    """Return an option's text by its letter as told: the form's, or the bank's where forms differ."""
    order, place = item.item.order, LETTERS.index(letter)
    texts = question.item.choices
    position = order[place] if order else place
    return texts[position] if position < len(texts) else ""


def _in_bands(found: ClassAnswers, item: ItemStatistics, question: Question, language: Language) -> list[AnswerBar]:
    """Return an essay's marks in bands, the highest first."""
    full, total = question.marking.marks, item.candidates
    counts = bands((one.share for one in found.given[item.item.item]), ESSAY_BANDS)
    bounds = [language.marks(full * Fraction(band, ESSAY_BANDS)) for band in range(ESSAY_BANDS + 1)]
    return [
        AnswerBar(
            text=language.say("debrief.band", low=bounds[band], high=bounds[band + 1]),
            count=counts[band],
            share=counts[band] / total,
        )
        for band in reversed(range(ESSAY_BANDS))
    ]


def key_page(item: ItemStatistics, question: Question, language: Language) -> list[Paragraph]:
    """Return the key, what a good essay says, and the rationale."""
    page = [Paragraph(language.say("debrief.given"), kind="told")] if item.item.is_given else []
    if item.options:
        page.append(Paragraph(_letters(item, language), kind="told"))
        if question.item.key_parts(()).scores:
            page += option_notes(language, replace(question, order=item.item.order), ())
    elif question.item.NEEDS_PERSON:
        page += _model(question.item.key_parts(()), language)
    else:
        page += _typed(item, question, language)
    if question.item.rationale:
        page.append(Paragraph(question.item.rationale, language.say("result.rationale"), "why"))
    return page


def _letters(item: ItemStatistics, language: Language) -> str:
    told = (
        "".join(sorted(letter_words(shown_letter(item.item, one), language) for one in key)) for key in item.item.keys
    )
    code = "debrief.key_several" if len(item.item.keys) > 1 else "debrief.key"
    return language.say(code, letters=language.say("word.comma").join(told))


def _typed(item: ItemStatistics, question: Question, language: Language) -> list[Paragraph]:
    key = question.item.key_response()
    if key is None:
        return []
    told = replace(question, order=item.item.order)
    first, *others = view_for(question.item.TYPE).answered(language, told, key)
    page = [Paragraph(first.text, language.say("result.key"), "told"), *others]
    accepted = _accepted_too(question, key)
    if accepted:
        page.append(Paragraph(language.say("debrief.also", texts=language.say("word.comma").join(accepted))))
    return page


def _accepted_too(question: Question, key: Response) -> list[str]:
    """Return what else counts as right in a blank, by its author or by a correction; the told key is not repeated."""
    keys = (item.key_parts(()) for item in (question.item, *question.also))
    texts = dict.fromkeys(text for parts in keys for entry in parts.alternatives for text in entry)
    return [text for text in texts if text not in key]


def _model(parts: KeyParts, language: Language) -> list[Paragraph]:
    page = []
    if parts.model_answer:
        page.append(Paragraph(parts.model_answer, language.say("result.model_answer"), "told"))
    if parts.points:
        page.append(Paragraph(language.say("result.rubric"), kind="told"))
    return page + [Paragraph(point.point, "  - ") for point in parts.points]
