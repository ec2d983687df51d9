"""The analysis page by page: first in words, then scores, topics, and facility against discrimination."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.documents.text_width import TextHeading, lay_out
from quizapp.domain.analysis.distribution import band_of, bands
from quizapp.domain.analysis.verdicts import POOR, SMALL_CLASS, is_small
from quizapp.reports.analysis_sentences import decimals, percent, place, sentence, urgent
from quizapp.reports.analysis_text import certainty_rows, test_rows
from quizapp.tui.frame.widgets.bars import bar, fitted
from quizapp.tui.frame.widgets.prose import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import ClassAnswers


MOST = 3
"""Items that are told on the first page: more than that is a list again."""
HIGH, FAIR = 80.0, 70.0
"""Alphas in per cent from which ranks can be relied on, and from which they are fair.

Source: Nunnally 1978, Psychometric theory, chapter 7: .70 in early stages of research, .80 for basic research.
"""


def class_words(found: ClassAnswers, language: Language) -> list[str]:
    """Return what is said of the class, a line each."""
    analysed = found.analysed
    test, moments = analysed.analysis.test, analysed.analysis.test.moments
    code = "analysis.class_numbers_one" if moments.sd is None else "analysis.class_numbers"
    lines = [
        language.say(
            code,
            count=test.candidates,
            mean=decimals(moments.mean),
            median=decimals(moments.median),
            sd=decimals(moments.sd),
            full=analysed.full_score,
        )
    ]
    if found.waiting:
        lines.append(language.say("analysis.waiting", count=found.waiting))
    if found.pending:
        lines.append(language.say("analysis.pending", count=found.pending))
    if is_small(test.candidates):
        return [*lines, language.say("analysis.small", least=SMALL_CLASS)]
    return [*lines, _reliability(found, language)]


def first_items(found: ClassAnswers) -> list[ItemStatistics]:
    """Return the items that are told on the first page, the most urgent first."""
    return urgent(found.analysed.analysis.items)[:MOST]


def further(found: ClassAnswers, language: Language) -> str:
    """Return what is said beneath them: how many more there are, or that there are none."""
    count = len(urgent(found.analysed.analysis.items))
    if not count:
        return language.say("analysis.nothing_urgent")
    return language.say("analysis.more_urgent", count=count - MOST) if count > MOST else ""


def item_words(found: ClassAnswers, item: ItemStatistics, language: Language) -> tuple[str, str]:
    """Return what an item is called, and its sentence."""
    may_show = found.analysed.may_show_options(item)
    return place(item, language), sentence(item, language, with_options=may_show)


def _reliability(found: ClassAnswers, language: Language) -> str:
    test = found.analysed.analysis.test
    if test.alpha is None or test.alpha_interval is None:
        return language.say("analysis.reliability_none")
    level = "high" if test.alpha >= HIGH else "fair" if test.alpha >= FAIR else "low"
    low, high = test.alpha_interval
    values = {"alpha": decimals(test.alpha / 100), "low": decimals(low / 100), "high": decimals(high / 100)}
    return language.say(f"analysis.reliability_{level}", **values)


BANDS = 10
BEFORE, BEHIND = 14, 22
"""Cells for a band's bounds and its count, and for the pass mark."""


def scores_page(found: ClassAnswers, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells."""
    count = len(found.shares)
    page = [Paragraph(language.say("analysis.scores_head", count=count), kind="heading")]
    page.append(Paragraph("\n".join(_rows(found, language, width)), kind="gap"))
    if count:
        values = {"passed": found.passed, "failed": count - found.passed, "share": percent(found.passed / count)}
        page.append(Paragraph(language.say("analysis.passed", **values), kind="gap"))
    return page + _certainties(found, language) + _appendix(found, language)


def _certainties(found: ClassAnswers, language: Language) -> list[Paragraph]:
    """Return what was earned by certainty, where it was asked."""
    rows = list(certainty_rows(found.analysed, language))
    if not rows:
        return []
    heads = [language.say(f"analysis.head_{name}") for name in ("certainty", "count", "earned")]
    columns = [TextHeading(heads[0]), *(TextHeading(head, is_number=True) for head in heads[1:])]
    title = Paragraph(language.say("analysis.certainties"), kind="heading")
    return [title, Paragraph("\n".join(lay_out(columns, rows)), "  ", "gap")]


def _appendix(found: ClassAnswers, language: Language) -> list[Paragraph]:
    """Return the statistics of the whole test."""
    columns = [
        TextHeading(language.say("analysis.head_statistic")),
        TextHeading(language.say("analysis.head_value"), True),
    ]
    lines = lay_out(columns, list(test_rows(found.analysed, language)))
    title = Paragraph(language.say("analysis.appendix"), kind="heading")
    return [title, Paragraph("\n".join(lines), "  ", "muted")]


def _rows(found: ClassAnswers, language: Language, width: int) -> list[str]:
    counts = bands(found.shares, BANDS)
    most, cells = max(*counts, 1), max(width - BEFORE - BEHIND, 10)
    passing, note = _pass_mark(found, language)
    rows = []
    for band in reversed(range(BANDS)):
        bounds = f"{band * 100 // BANDS}-{(band + 1) * 100 // BANDS}"
        row = f"{bounds:>6}  {counts[band]:>4}  {bar(counts[band] / most, cells)}"
        rows.append(f"{row}  <- {note}" if band == passing else row)
    return rows


def _pass_mark(found: ClassAnswers, language: Language) -> tuple[int | None, str]:
    """Return in which band the last form's pass mark lies, and how it is told."""
    form = found.form
    if form is None or not form.full_score:
        return None, ""
    return band_of(form.pass_marks / form.full_score, BANDS), language.say("analysis.pass_mark", marks=form.pass_marks)


WIDEST_TITLE = 24
NOTE = 24
"""Cells for what stands behind a bar."""


def topics_page(found: ClassAnswers, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells, or what to do where no item has a topic."""
    topics = found.topics
    if not topics:
        return [Paragraph(language.say("analysis.topics_none"))]
    titles = min(max(cell_len(topic.title) for topic in topics), WIDEST_TITLE)
    cells = max(width - titles - NOTE - 12, 10)
    page = [Paragraph(language.say("analysis.topics_head"), kind="heading")]
    for topic in topics:
        note = language.say("analysis.topic_note", questions=topic.questions, responses=topic.responses)
        filled = f"{bar(topic.share, cells):<{cells}}"
        page.append(Paragraph(f"{fitted(topic.title, titles)}  {percent(float(topic.share)):>4}  [{filled}]  {note}"))
    return page


CELL = 4
"""Characters of one place: three digits, or a count in brackets, and a gap."""
PLACES = (25, 15, 10)
"""Places from facility 0 to 1, the most that there is room for: multiples of five, so that each 0.2 has its tick."""
GRID_BEFORE, AFTER = 7, 3
"""Characters before the grid, and behind it for what is left of the last tick's number."""
EASY_FROM = 0.5
"""Where the right half begins."""
NUMBERS = 10
"""Item numbers that are told in one sentence."""


def scatter_page(found: ClassAnswers, language: Language, width: int, height: int) -> list[Paragraph]:
    """Return the page at so many cells and lines; that it means nothing where the class is too small."""
    say, analysis = language.say, found.analysed.analysis
    if is_small(analysis.test.candidates):
        return [Paragraph(say("analysis.scatter_small", least=SMALL_CLASS))]
    items = [item for item in analysis.items if item.upper_lower is not None]
    places = next((count for count in PLACES if GRID_BEFORE + CELL * count + AFTER <= width), PLACES[-1])
    grid = grid_lines(items, places, max(height - 7, 8))
    return [
        Paragraph(say("analysis.scatter_head"), kind="heading"),
        Paragraph("\n".join(grid)),
        Paragraph(say("analysis.scatter_foot"), kind="muted"),
        Paragraph("\n".join([say("analysis.scatter_line"), *_trouble(items, language)]), kind="title"),
    ]


def grid_lines(items: Sequence[ItemStatistics], places: int, most_rows: int) -> list[str]:
    """Return the grid with its axes, the highest discrimination at the top; in steps of 0.1, of 0.2 for lack of room.

    A row has what lies between it and the next above, a place what lies between its bounds; below 0.2 are dots.
    """
    lowest = min([0.0, *(_discrimination(item) for item in items)])
    step = 0.1 if _row(lowest, 0.1) + 1 <= most_rows else 0.2
    found: dict[tuple[int, int], list[ItemStatistics]] = {}
    for item in items:
        row = _row(_discrimination(item), step)
        found.setdefault((row, _place(item.facility, places)), []).append(item)
    last = max([round(1 / step), *(row for row, _ in found)])
    lines = []
    for row in range(last + 1):
        cells = "".join(f"{_point_text(found.get((row, place), ())):>{CELL}}" for place in range(places))
        lines.append(f"{1 - row * step:>5.1f} |{cells}".replace("-0.0", " 0.0").rstrip())
        if row == _row(POOR / 100, step):
            lines.append(f"      |{' .' * (places * CELL // 2)}")
    return [*lines, *_axis(places)]


def _axis(places: int) -> list[str]:
    ticks = [round(place * places * CELL / 5) for place in range(6)]
    numbers = "".join(f"{place / 5:<{places * CELL // 5}.1f}" for place in range(6))
    line = "".join("+" if column in ticks else "-" for column in range(places * CELL + 1))
    return [f"      {line}", f"     {numbers}".rstrip()]


def _point_text(items: Sequence[ItemStatistics]) -> str:
    if not items:
        return ""
    if len(items) > 1:
        return f"({len(items)})"
    return "o" if items[0].item.number is None else str(items[0].item.number)


def _trouble(items: Sequence[ItemStatistics], language: Language) -> list[str]:
    """Return what stands in the lower corners, a sentence each, the left one first."""
    poor = [item for item in items if _discrimination(item) < POOR / 100]
    hard = [item for item in poor if item.facility < EASY_FROM]
    easy = [item for item in poor if item.facility >= EASY_FROM]
    return [
        language.say(code, numbers=_numbers(found, language)) if found else language.say("analysis.scatter_calm")
        for code, found in (("analysis.scatter_trouble", hard), ("analysis.scatter_flat", easy))
        if found or code == "analysis.scatter_trouble"
    ]


def _numbers(items: Sequence[ItemStatistics], language: Language) -> str:
    told = [item.item.item if item.item.number is None else str(item.item.number) for item in items]
    more = language.say("analysis.and_more", count=len(told) - NUMBERS) if len(told) > NUMBERS else ""
    return language.say("word.comma").join(told[:NUMBERS]) + more


def _discrimination(item: ItemStatistics) -> float:
    assert item.upper_lower is not None
    return item.upper_lower / 100


def _row(discrimination: float, step: float) -> int:
    """Return the row of a discrimination, from 0 for 1.0; what a float makes of a bound is that bound."""
    return round(1 / step) - floor(round(discrimination / step, 6))


def _place(facility: float, places: int) -> int:
    return max(0, min(int(facility * places), places - 1))
