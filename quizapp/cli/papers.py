"""quizapp papers list, check: the papers of the pool."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.fault_list import FORMAT as CHECK_FORMAT
from quizapp.cli.frame.fault_list import STRICT, is_path, show_check
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.domain.codec import instant_to_text
from quizapp.domain.exact_numbers import number
from quizapp.domain.papers.mark_spans import MarkSpan, bare_leaves, paper_spans
from quizapp.domain.papers.paper import Paper
from quizapp.services.papers.paper_size import full_score, question_count
from quizapp.services.ports.home import Library
from quizapp.services.ports.port_values import Sourced


@click.command("list", cls=LineCommand)
@FORMAT
@click.pass_obj
def list_papers(desk: Desk, form: str) -> int:
    """Show the papers of the pool with their rules."""
    library = desk.workplace.library
    found = library.papers()
    papers = [(sourced, sourced.paper) for sourced in found if sourced.paper is not None]
    rows = [_row(library, sourced, paper) for sourced, paper in papers]
    if form == "json":
        desk.show_json(rows)
    elif not rows:
        desk.note(desk.say("papers.none"))
    else:
        _show_table(desk, rows, [paper for _, paper in papers])
    faulty = sum(sourced.has_errors for sourced in found)
    if faulty:
        desk.note(desk.say("papers.faulty", count=faulty))
    return 0


@click.command("check", cls=LineCommand)
@click.argument("paths", nargs=-1, metavar="path")
@CHECK_FORMAT
@STRICT
@click.pass_obj
def check(desk: Desk, paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Report every fault of the given files, or of the papers of the pool."""
    status = show_check(desk, paths, form, is_strict=strict, of_papers=True)
    if form == "text":
        for paper in _checked(desk.workplace.library, paths):
            _show_spans(desk, paper)
    return status


def _checked(library: Library, wanted: tuple[str, ...]) -> list[Paper]:
    """Return the papers without errors among those that were checked, with everything by its id."""
    files = [each.file for each in library.papers()]
    named = [each for each in wanted if not is_path(each)]
    under = [Path(each).resolve() for each in wanted if is_path(each)]
    inside = [file for file in files if any(Path(file).resolve().is_relative_to(each) for each in under)]
    found = {sourced.file: sourced for sourced in map(library.paper, [*named, *inside] if wanted else files)}
    return [each.paper for each in found.values() if each.paper is not None and not each.has_errors]


def _show_spans(desk: Desk, paper: Paper) -> None:
    """Show what a paper's draws leave to chance: each topic's marks over all forms."""
    library = desk.workplace.library
    topics = library.topics()
    spans = paper_spans(paper, library.item_banks(), list(topics))
    if not spans:
        return
    desk.show("")
    desk.show(desk.say("papers.spans", paper=paper.title))
    headings = [desk.heading("topic"), desk.heading("least", is_number=True), desk.heading("most", is_number=True)]
    desk.show_table(headings, [_span_cells(desk, span, topics) for span in spans])
    bare = bare_leaves(spans)
    if bare:
        names = desk.language.say("word.comma").join(topics[span.topic] for span in bare)
        desk.show(desk.say("papers.bare", topics=names))


def _span_cells(desk: Desk, span: MarkSpan, topics: Mapping[str, str]) -> list[object]:
    about = "" if span.is_exact else desk.say("papers.about")
    ends = (f"{about}{desk.language.marks(end)}" for end in (span.least, span.most))
    return ["· " * span.topic.count(".") + topics[span.topic], *ends]


def _row(library: Library, sourced: Sourced, paper: Paper) -> dict[str, Any]:
    limit, opens, closes = paper.delivery.time_limit, paper.delivery.opens, paper.delivery.closes
    full = full_score(library, paper)
    return {
        "paper": paper.id,
        "title": paper.title,
        "file": sourced.file,
        "sections": len(paper.sections),
        "questions": question_count(library, paper),
        "full_score": None if full is None else number(full),
        "time_limit": None if limit is None else int(limit.total_seconds()),
        "opens": None if opens is None else instant_to_text(opens),
        "closes": None if closes is None else instant_to_text(closes),
        "forms": "per_candidate" if paper.per_candidate else paper.forms,
    }


def _show_table(desk: Desk, rows: list[dict[str, Any]], papers: list[Paper]) -> None:
    headings = [
        desk.heading("paper"),
        desk.heading("title"),
        desk.heading("questions", is_number=True),
        desk.heading("full_score", is_number=True),
        desk.heading("time_limit"),
        desk.heading("opens"),
        desk.heading("closes"),
        desk.heading("forms"),
    ]
    # What was carried here has the forms of whoever published it.
    carried = {one.paper for one in desk.workplace.home.publications.opened()}
    drawn_here = [paper.id for paper in papers if not paper.seed and paper.id not in carried]
    trials = frozenset() if desk.settings.class_id else frozenset(drawn_here)
    desk.show_table(headings, [_cells(desk, row, paper, trials) for row, paper in zip(rows, papers, strict=True)])


def _cells(desk: Desk, row: dict[str, Any], paper: Paper, trials: frozenset[str]) -> list[object]:
    word = desk.language.say
    return [
        row["paper"],
        row["title"] + (desk.say("papers.trial") if row["paper"] in trials else ""),
        row["questions"],
        row["full_score"],
        paper.delivery.time_limit or word("word.unlimited"),
        paper.delivery.opens or "",
        paper.delivery.closes or "",
        word("word.per_candidate") if paper.per_candidate else row["forms"],
    ]
