"""An export as a class report: a chapter for each paper, and of several papers a first page.

As pages, and as lines for a chat.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.documents import page
from quizapp.domain.analysis.verdicts import SMALL_CLASS, is_small
from quizapp.reports.class_report.end_matter import appendix_part, correction_part
from quizapp.reports.class_report.material import papers_of, totals_of
from quizapp.reports.class_report.people import overview_part, people_part, total_part
from quizapp.reports.class_report.results import (
    attendance,
    class_facts,
    class_part,
    paper_facts,
    paper_title,
    spread_part,
    still_open,
)
from quizapp.reports.class_report.topics_and_units import question_part, topic_part, unit_part
from quizapp.reports.class_report.wording import FEWEST, numbered, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizapp.documents.page import Block
    from quizapp.language import Language
    from quizapp.reports.class_report.material import PaperMaterial
    from quizapp.reports.class_report.wording import ReportPart
    from quizapp.services.book.score_table import Wishes
    from quizapp.services.scores.score_export import Export


def class_pages(export: Export, language: Language) -> page.Pages:
    """Return what the report of one paper says, or of several. Raises QuizError where something cannot be read."""
    papers, wishes = papers_of(export), export.wishes
    titles = [paper_title(paper, wishes, language) for paper in papers]
    chapters = []
    for title, paper in zip(titles, papers, strict=True):
        parts, appendix = _parts(paper, wishes, language), _appendix(paper, wishes, language)
        chapters.append(_chapter(export, title, paper_facts(paper, language), parts, language, appendix))
    if not wishes.paper:
        titles.insert(0, language.say("report.all_title_public" if wishes.is_public else "report.all_title"))
        parts = _side_by_side(export, papers, language)
        chapters.insert(0, _chapter(export, titles[0], class_facts(papers, language), parts, language))
    return page.Pages(
        title=titles[0],
        look="report",
        tongue=language.tongue,
        chapters=tuple(chapters),
        foot=language.say("report.page", page=page.PAGE),
    )


def _chapter(
    export: Export,
    title: str,
    facts: Iterable[str],
    parts: Iterable[ReportPart],
    language: Language,
    appendix: Iterable[page.PageSection] = (),
) -> page.PageChapter:
    organiser = (export.place.organiser,) if export.place.organiser else ()
    head = page.PageHead(title, export.class_title, facts=(*organiser, *facts))
    return page.PageChapter((head, *_numbered(parts, language), _signed(language), *appendix))


def _side_by_side(export: Export, papers: Sequence[PaperMaterial], language: Language) -> Iterator[ReportPart]:
    """Give the papers' table, then the totals where everything may be told."""
    yield overview_part(papers, export.wishes, language)
    if export.wishes.tells_ranks and (totals := totals_of(export)).people:
        yield total_part(totals, language)


def _appendix(paper: PaperMaterial, wishes: Wishes, language: Language) -> Iterator[page.PageSection]:
    found = paper.analysis
    if wishes.tells_ranks and found is not None and found.analysis.test.candidates >= FEWEST:
        part = appendix_part(found.analysis.test, paper.summary.everybody.mean, language)
        yield page.PageSection((page.Heading(part.title), *_blocks(part)), "appendix", begins_page=True)


def _signed(language: Language) -> page.SignatureLine:
    names = (language.say(f"report.{name}") for name in ("made_by", "checked_by", "date"))
    return page.SignatureLine(tuple(language.say("report.field", name=name) for name in names))


def _numbered(parts: Iterable[ReportPart], language: Language) -> Iterator[page.PageSection]:
    for place, part in enumerate(parts, 1):
        head = page.Heading(numbered("report.numbered", part.title, place, language))
        yield page.PageSection((head, *_blocks(part)))


def _blocks(part: ReportPart) -> Iterator[Block]:
    for block in part.blocks:
        yield page.TextBlock(block) if isinstance(block, str) else block


def _parts(paper: PaperMaterial, wishes: Wishes, language: Language) -> Iterator[ReportPart]:
    """Give the parts that this report may have: what could tell one person's marks stands in the whole one alone."""
    is_marked = bool(paper.summary.everybody.scores)
    yield class_part(paper, wishes, language)
    if is_marked and wishes.tells_ranks:
        yield spread_part(paper, language)
    yield people_part(paper, wishes, language)
    if is_marked and not wishes.is_public:
        yield from _of_answers(paper, language)
    if paper.corrections:
        yield correction_part(paper.corrections, paper.hidden, language)


def _of_answers(paper: PaperMaterial, language: Language) -> Iterator[ReportPart]:
    """Give what the answers say of topics, units and questions."""
    if paper.topics:
        yield topic_part(paper.topics, paper.summary.everybody.marked, language)
    if len(paper.summary.units) > 1:
        yield unit_part(paper.summary.units, language)
    if paper.analysis is not None and paper.analysis.analysis.items:
        yield question_part(paper.analysis, language)


def write_chat(export: Export, language: Language) -> bytes:
    """Return four lines of text for each paper, an empty one between two. Raises QuizError as `class_pages` does."""
    lines = (_lines(paper, export.wishes, language) for paper in papers_of(export))
    papers = ("\n".join(" ".join(line.split()) for line in four) for four in lines)
    return ("\n\n".join(papers) + "\n").encode("utf-8", "replace")


def _lines(paper: PaperMaterial, wishes: Wishes, language: Language) -> tuple[str, ...]:
    """Return the four."""
    title = paper_title(paper, wishes, language)
    facts = language.say("report.and").join(paper_facts(replace(paper, entered=None), language))
    first = language.say("report.chat_title", title=title, facts=facts) if facts else title
    came = attendance(paper.summary.everybody, wishes, language)
    return (first, came, _scores(paper, wishes, language), _last(paper, language))


def _scores(paper: PaperMaterial, wishes: Wishes, language: Language) -> str:
    """Return mean, highest and shares; of a handful nothing that would be one person's."""
    say, tally = language.say, paper.summary.everybody
    if tally.mean is None or tally.pass_share is None or tally.excellent_share is None:
        return say("report.no_scores")
    if tally.marked < FEWEST:
        return say("report.chat_few", count=tally.marked)
    scored = say(
        "report.chat_scores" if wishes.tells_ranks else "report.chat_means",
        mean=tally.mean,
        highest=tally.scores[0],
        passed=percent(tally.pass_share),
        excellent=percent(tally.excellent_share),
    )
    if not is_small(tally.marked):
        return scored
    return say("report.and_then").join((scored, say("report.chat_small", least=SMALL_CLASS)))


def _last(paper: PaperMaterial, language: Language) -> str:
    """Return what is left to do, or that nothing is, with how many passed where they are not a handful."""
    left = tuple(still_open(paper, language))
    if left:
        return language.say("report.and_then").join(left)
    tally = paper.summary.everybody
    if not tally.scores:
        return language.say("report.chat_nothing_left")
    if tally.marked < FEWEST:
        return language.say("report.chat_all_marked")
    return language.say("report.chat_done", passed=tally.passed, excellent=tally.excellent)
