"""How it went, in plain sentences: a report's head, who came, how well, how sure that is, how scores are spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.documents.page import Bar, Chart
from quizapp.domain.analysis.distribution import wilson
from quizapp.reports.class_report.wording import FEWEST, MANY, ReportPart, day, joined, percent, period

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.reports.class_report.material import PaperMaterial
    from quizapp.services.analysis.paper_summary import StatusTally
    from quizapp.services.book.score_table import Wishes


def paper_title(paper: PaperMaterial, wishes: Wishes, language: Language) -> str:
    """Return the title of one paper's report."""
    return language.say("report.title_public" if wishes.is_public else "report.title", title=paper.title)


def paper_facts(paper: PaperMaterial, language: Language) -> Iterator[str]:
    """Give when it was sat, and that its marks may change where they may."""
    told = _period(paper.begins, paper.ends, language)
    if told:
        yield language.say("report.sat", period=told)
    if paper.entered is not None:
        code = "report.entered" if told else "report.entered_alone"
        yield language.say(code, period=period(*paper.entered, language))
    if not paper.is_final:
        yield language.say("report.preliminary")


def class_facts(papers: Sequence[PaperMaterial], language: Language) -> Iterator[str]:
    """Give when the papers were sat, and that marks may change where some may."""
    begins = [paper.begins for paper in papers if paper.begins]
    ends = [paper.ends for paper in papers if paper.ends]
    if told := _period(min(begins, default=None), max(ends, default=None), language):
        yield language.say("report.sat", period=told)
    if not all(paper.is_final for paper in papers):
        yield language.say("report.preliminary")


def _period(begins: datetime | None, ends: datetime | None, language: Language) -> str:
    if begins is None:
        return "" if ends is None else language.say("report.until", to=day(ends, language))
    if ends is None:
        return language.say("report.since", **{"from": day(begins, language)})
    return period(begins, ends, language)


MISSING = ("absent", "misconduct", "void", "")
APART = ("deferred", "exempt", "left")
"""Who was not to sit."""
UNSPOKEN = frozenset({"misconduct", "void"})
"""What is not told where everybody reads it: in a class, few are enough to guess whom it is of."""
OPEN = ("marking", "handed_in", "in_progress")


def class_part(paper: PaperMaterial, wishes: Wishes, language: Language) -> ReportPart:
    """Return the first part."""
    tally = paper.summary.everybody
    sentences = (
        attendance(tally, wishes, language),
        *_misconduct(paper, wishes, language),
        *scores(paper, wishes, language),
        *rates(tally, wishes, language),
        *still_open(paper, language),
    )
    return ReportPart(language.say("report.class"), sentences)


def attendance(tally: StatusTally, wishes: Wishes, language: Language) -> str:
    """Return how many were to sit and how many sat, with those who did not where there are any."""

    def said(name: str, count: int) -> str:
        return language.say(f"report.count_{name}", count=count)

    missing = [status for status in MISSING if not (wishes.is_public and status in UNSPOKEN)]
    counted = [(status or "awaited", tally.status.get(status, 0)) for status in missing]
    shown = [said("expected", tally.expected), said("sat", tally.sat)]
    shown += [said(name, count) for name, count in counted if count]
    apart = [said(name, tally.status[name]) for name in APART if tally.status.get(name)]
    if apart:
        shown.append(language.say("report.besides", said=joined(apart, language)))
    return language.say("report.sentence", said=joined(shown, language))


def _misconduct(paper: PaperMaterial, wishes: Wishes, language: Language) -> Iterator[str]:
    """Give how many more are noted for misconduct: who has an attempt, annulled or not, is counted by that above."""
    if paper.noted and not wishes.is_public:
        void = sum(row.status == "void" for row in paper.noted)
        code = "report.misconduct_void" if void else "report.misconduct"
        yield language.say(code, count=len(paper.noted), void=void)


def scores(paper: PaperMaterial, wishes: Wishes, language: Language) -> Iterator[str]:
    """Give the highest, lowest, mean and middle score; of a handful, nothing that tells one person's to others."""
    tally = paper.summary.everybody
    if not tally.scores:
        yield language.say("report.no_scores")
        return
    if wishes.bands or wishes.is_public:
        code = "report.means" if tally.marked >= FEWEST else ""
    elif tally.marked == 1:
        code = "report.one_score"
    else:
        code = "report.equal_scores" if tally.scores[0] == tally.scores[-1] else "report.scores"
    if code:
        yield language.say(
            code,
            count=tally.marked,
            full=paper.full_score,
            highest=tally.scores[0],
            lowest=tally.scores[-1],
            mean=tally.mean,
            median=tally.median,
        )


def rates(tally: StatusTally, wishes: Wishes, language: Language) -> Iterator[str]:
    """Give the shares of those who passed and were excellent, in words how much they may be trusted."""
    if not tally.scores or (wishes.is_public and tally.marked < FEWEST):
        return
    if tally.marked == 1:
        yield language.say("report.one_passed" if tally.passed else "report.one_failed")
        return
    for name, count in (("passed", tally.passed), ("excellent", tally.excellent)):
        yield _rate(name, count, tally.marked, language)
    if tally.marked < FEWEST:
        yield language.say("report.too_few_for_rates")
    elif tally.marked < MANY:
        yield language.say("report.how_sure")


def _rate(name: str, count: int, of: int, language: Language) -> str:
    """Return a share with its interval; the counts alone where there are too few."""
    which = "none" if not count else "all" if count == of else "some"
    said = language.say(f"report.{name}_{which}", count=count, of=of)
    if of >= FEWEST:
        said = joined((said, language.say(f"report.{name}_share", share=percent(Fraction(count, of)))), language)
    if of < FEWEST or of >= MANY:
        return language.say("report.sentence", said=said)
    return language.say("report.sure", said=said, range=_range(count, of, language))


def _range(count: int, of: int, language: Language) -> str:
    low, high = (percent(Fraction(bound)) for bound in wilson(count / of, of))
    code = "report.at_least" if count == of else "report.between" if count else "report.at_most"
    return language.say(code, low=low, high=high)


def still_open(paper: PaperMaterial, language: Language) -> Iterator[str]:
    """Give what may still change these numbers."""
    status = paper.summary.everybody.status
    waiting = [language.say(f"report.open_{name}", count=status[name]) for name in OPEN if status.get(name)]
    if waiting:
        yield language.say("report.open", what=joined(waiting, language))
    if paper.is_awaited:
        yield language.say("report.closes", at=paper.closes) if paper.closes else language.say("report.no_close")


def spread_part(paper: PaperMaterial, language: Language) -> ReportPart:
    """Return the drawing with what is to be known of it; of a handful, that there are too few."""
    say, title = language.say, language.say("report.spread")
    bars = _bars(paper, language)
    if sum(bar.people for bar in bars) < FEWEST:
        return ReportPart(title, (say("report.spread_too_few", least=FEWEST),))
    most = max(bar.people for bar in bars)
    tallest = [bar for bar in bars if bar.people == most]
    first = (say("report.spread_most", low=tallest[0].low, high=tallest[0].high, count=most),)
    told = joined(
        (say("report.bar", low=bar.low, high=bar.high, count=bar.people) for bar in bars if bar.people), language
    )
    chart = Chart(
        say("report.spread_title", title=paper.title),
        say("report.sentence", said=told),
        bars,
        (say("report.head_bounds"), say("report.head_people")),
    )
    return ReportPart(title, (*(first if len(tallest) == 1 else ()), chart, say("report.spread_note")))


def _bars(paper: PaperMaterial, language: Language) -> tuple[Bar, ...]:
    """Return the bars in marks, in per cent where the full score is not known."""
    bins, full = paper.summary.bins, paper.full_score or Fraction(100)
    passing = full * 2 if paper.pass_marks is None else paper.pass_marks
    bounds = [full * place / len(bins) for place in range(len(bins) + 1)]
    return tuple(
        Bar(
            language.marks(low),
            language.marks(high),
            count,
            is_full=low >= passing,
            bounds=language.say("report.bounds", low=low, high=high),
        )
        for low, high, count in zip(bounds, bounds[1:], bins, strict=False)
    )
