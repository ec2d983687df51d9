"""Four lines to paste into a chat: what it is of, who came, how it went, what is left to do. Nobody is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.analysis.suspicion import SMALL_CLASS
from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.class_report.findings import Joined, Said, told
from quizapp.reports.class_report.heading import paper_facts, paper_title
from quizapp.reports.class_report.limits import FEWEST
from quizapp.reports.class_report.numbers import attendance, percent, still_open

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted


def write_chat(material: ClassMaterial, wanted: Wanted, language: Language) -> bytes:
    """Return four lines for each paper, an empty one between two."""
    papers = ("\n".join(_line(line, language) for line in lines_of(material, one, wanted)) for one in material.papers)
    return ("\n\n".join(papers) + "\n").encode("utf-8", "replace")


def lines_of(material: ClassMaterial, paper: PaperMaterial, wanted: Wanted) -> tuple[Text, ...]:
    """Return the four."""
    tally = paper.summary.everybody
    facts = tuple(fact for fact in paper_facts(material, replace(paper, entered=None)) if fact != material.organiser)
    title = paper_title(paper, wanted)
    first = Said("report.chat_title", {"title": title, "facts": Joined(facts, "report.and")}) if facts else title
    return (first, attendance(tally, wanted), _scores(paper, wanted), _last(paper))


def _scores(paper: PaperMaterial, wanted: Wanted) -> Text:
    """Return mean, highest and shares; of a handful nothing that would be one person's."""
    tally = paper.summary.everybody
    if tally.mean is None or tally.pass_share is None or tally.excellent_share is None:
        return Said("report.no_scores")
    if tally.marked < FEWEST:
        return Said("report.chat_few", {"count": tally.marked})
    values = {
        "mean": tally.mean,
        "highest": tally.scores[0],
        "passed": percent(tally.pass_share),
        "excellent": percent(tally.excellent_share),
    }
    scored = Said("report.chat_scores" if wanted.is_whole else "report.chat_means", values)
    if not is_small(tally.marked):
        return scored
    return Joined((scored, Said("report.chat_small", {"least": SMALL_CLASS})), "report.and_then")


def _last(paper: PaperMaterial) -> Text:
    """Return what is left to do, or that nothing is, with how many passed where they are not a handful."""
    left = tuple(still_open(paper))
    if left:
        return Joined(left, "report.and_then")
    tally = paper.summary.everybody
    if not tally.scores:
        return Said("report.chat_nothing_left")
    if tally.marked < FEWEST:
        return Said("report.chat_all_marked")
    return Said("report.chat_done", {"passed": tally.passed, "excellent": tally.excellent})


def _line(line: Text, language: Language) -> str:
    return " ".join(told(line, language).split())
