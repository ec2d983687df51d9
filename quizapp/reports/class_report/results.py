"""How it went, in plain sentences: a report's head, who came, how well, how sure that is, how scores are spread."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.analysis.distribution import wilson
from quizapp.reports.class_report.findings import FEWEST, MANY, Bar, Chart, Day, Joined, Period, ReportSection, Said

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.reports.class_report.findings import Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, ReportWishes
    from quizapp.services.analysis.paper_summary import StatusTally


def paper_title(paper: PaperMaterial, wanted: ReportWishes) -> Said:
    """Return the title of one paper's report."""
    return Said("report.title_public" if wanted.public else "report.title", {"title": paper.title})


def paper_facts(material: ClassMaterial, paper: PaperMaterial) -> Iterator[Text]:
    """Give who holds it, when it was sat, and that its marks may change where they may."""
    yield from _organiser(material)
    if (period := _period(paper.begins, paper.ends)) is not None:
        yield Said("report.sat", {"period": period})
    if paper.entered is not None:
        yield Said("report.entered" if period else "report.entered_alone", {"period": Period(*paper.entered)})
    if not paper.is_final:
        yield Said("report.preliminary")


def class_facts(material: ClassMaterial) -> Iterator[Text]:
    """Give who holds the class, when its papers were sat, and that marks may change where some may."""
    yield from _organiser(material)
    begins = [paper.begins for paper in material.papers if paper.begins]
    ends = [paper.ends for paper in material.papers if paper.ends]
    if (period := _period(min(begins, default=None), max(ends, default=None))) is not None:
        yield Said("report.sat", {"period": period})
    if not all(paper.is_final for paper in material.papers):
        yield Said("report.preliminary")


def _organiser(material: ClassMaterial) -> Iterator[Text]:
    if material.organiser:
        yield material.organiser


def _period(begins: datetime | None, ends: datetime | None) -> Said | Day | Period | None:
    if begins is None:
        return None if ends is None else Said("report.until", {"to": Day(ends)})
    if ends is None:
        return Said("report.since", {"from": Day(begins)})
    return Period(begins, ends)


MISSING = ("absent", "misconduct", "void", "")
APART = ("deferred", "exempt", "left")
"""Who was not to sit."""
UNSPOKEN = frozenset({"misconduct", "void"})
"""What is not told where everybody reads it: in a class, few are enough to guess whom it is of."""
OPEN = ("marking", "handed_in", "in_progress")


def class_section(paper: PaperMaterial, wanted: ReportWishes) -> ReportSection:
    """Return the first section."""
    tally = paper.summary.everybody
    parts = [
        attendance(tally, wanted),
        *_misconduct(paper, wanted),
        *scores(paper, wanted),
        *rates(tally, wanted),
        *still_open(paper),
    ]
    return ReportSection(Said("report.class"), tuple(parts))


def attendance(tally: StatusTally, wanted: ReportWishes) -> Said:
    """Return how many were to sit and how many sat, with those who did not where there are any."""
    missing = [status for status in MISSING if not (wanted.public and status in UNSPOKEN)]
    counted = [("expected", tally.expected), ("sat", tally.sat)]
    counted += [(status or "awaited", tally.status.get(status, 0)) for status in missing]
    shown = [Said(f"report.count_{name}", {"count": count}) for name, count in counted if count or name == "expected"]
    if not tally.sat:
        shown.insert(1, Said("report.count_sat", {"count": 0}))
    apart = [Said(f"report.count_{name}", {"count": tally.status[name]}) for name in APART if tally.status.get(name)]
    if apart:
        shown.append(Said("report.besides", {"said": Joined(tuple(apart))}))
    return Said("report.sentence", {"said": Joined(tuple(shown))})


def _misconduct(paper: PaperMaterial, wanted: ReportWishes) -> Iterator[Said]:
    """Give how many more are noted for misconduct: who has an attempt, annulled or not, is counted by that above."""
    if paper.noted and not wanted.public:
        void = sum(row.status == "void" for row in paper.noted)
        yield Said("report.misconduct_void" if void else "report.misconduct", {"count": len(paper.noted), "void": void})


def scores(paper: PaperMaterial, wanted: ReportWishes) -> Iterator[Said]:
    """Give the highest, lowest, mean and middle score; of a handful, nothing that tells one person's to others."""
    tally, full = paper.summary.everybody, paper.full_score
    if not tally.scores:
        yield Said("report.no_scores")
        return
    values = {
        "count": tally.marked,
        "full": full,
        "highest": tally.scores[0],
        "lowest": tally.scores[-1],
        "mean": tally.mean,
        "median": tally.median,
    }
    if wanted.bands or wanted.public:
        if tally.marked >= FEWEST:
            yield Said("report.means", values)
    elif tally.marked == 1:
        yield Said("report.one_score", values)
    elif tally.scores[0] == tally.scores[-1]:
        yield Said("report.equal_scores", values)
    else:
        yield Said("report.scores", values)


def rates(tally: StatusTally, wanted: ReportWishes) -> Iterator[Said]:
    """Give the shares of those who passed and were excellent, in words how much they may be trusted."""
    if not tally.scores or (wanted.public and tally.marked < FEWEST):
        return
    if tally.marked == 1:
        yield Said("report.one_passed" if tally.passed else "report.one_failed")
        return
    for name, count in (("passed", tally.passed), ("excellent", tally.excellent)):
        yield rate(name, count, tally.marked)
    if tally.marked < FEWEST:
        yield Said("report.too_few_for_rates")
    elif tally.marked < MANY:
        yield Said("report.how_sure")


def rate(name: str, count: int, of: int) -> Said:
    """Return a share with its interval; the counts alone where there are too few."""
    which = "none" if not count else "all" if count == of else "some"
    counts = Said(f"report.{name}_{which}", {"count": count, "of": of})
    if of < FEWEST:
        return Said("report.sentence", {"said": counts})
    share = Said(f"report.{name}_share", {"share": percent(Fraction(count, of))})
    if of >= MANY:
        return Said("report.sentence", {"said": Joined((counts, share))})
    return Said("report.sure", {"said": Joined((counts, share)), "range": _range(count, of)})


def percent(share: Fraction) -> str:
    """Return a share as whole per cent, rounded half up."""
    return f"{(share * 100 + Fraction(1, 2)) // 1}%"


def still_open(paper: PaperMaterial) -> Iterator[Said]:
    """Give what may still change these numbers."""
    status = paper.summary.everybody.status
    waiting = [Said(f"report.open_{name}", {"count": status[name]}) for name in OPEN if status.get(name)]
    if waiting:
        yield Said("report.open", {"what": Joined(tuple(waiting))})
    if paper.is_awaited:
        yield Said("report.closes", {"at": paper.closes}) if paper.closes else Said("report.no_close")


def _range(count: int, of: int) -> Said:
    low, high = (percent(Fraction(bound)) for bound in wilson(count / of, of))
    if count == of:
        return Said("report.at_least", {"low": low})
    return Said("report.between", {"low": low, "high": high}) if count else Said("report.at_most", {"high": high})


def spread_section(paper: PaperMaterial) -> ReportSection:
    """Return the drawing with what is to be known of it; of a handful, that there are too few."""
    title, bars = Said("report.spread"), bars_of(paper)
    count = sum(bar.count for bar in bars)
    if count < FEWEST:
        return ReportSection(title, (Said("report.spread_too_few", {"least": FEWEST}),))
    most = max(bar.count for bar in bars)
    tallest = [bar for bar in bars if bar.count == most]
    parts: list[Said | Chart] = []
    if len(tallest) == 1:
        values = {"low": tallest[0].low, "high": tallest[0].high, "count": most}
        parts.append(Said("report.spread_most", values))
    chart = Chart(Said("report.spread_title", {"title": paper.title}), bars)
    return ReportSection(title, (*parts, chart, Said("report.spread_note")))


def bars_of(paper: PaperMaterial) -> tuple[Bar, ...]:
    """Return the bars in marks, in per cent where the full score is not known."""
    bins, full = paper.summary.bins, paper.full_score or Fraction(100)
    passing = full * 2 if paper.pass_marks is None else paper.pass_marks
    bounds = [full * place / len(bins) for place in range(len(bins) + 1)]
    return tuple(
        Bar(low, high, count, is_passed=low >= passing)
        for low, high, count in zip(bounds, bounds[1:], bins, strict=False)
    )
