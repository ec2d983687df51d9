"""quizapp scores analyse: a paper's item and test statistics."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.frame.decider import chosen_paper
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, REPLACE, LineCommand
from quizapp.cli.frame.target_file import check_target, write_file
from quizapp.cli.score_list import note_pending
from quizapp.reports.analysis_data import as_json
from quizapp.reports.analysis_text import analysis_bytes, analysis_lines, check_ending
from quizapp.services.analysis.paper_analysis import PaperAnalysis, analyse_paper


@click.command("analyse", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--to", "target", metavar="file", help="analyse-to")
@REPLACE
@FORMAT
@click.pass_context
def analyse(context: click.Context, /, paper: str, target: str | None, replaces: bool, form: str) -> int:
    """Show which items to look at, how hard they were, and what was chosen; the statistics in an appendix."""
    if target is not None:
        check_ending(Path(target))
        check_target(Path(target), replaces=replaces)
    desk, about = chosen_paper(context, paper)
    found = analyse_paper(desk.workplace, about)
    note_pending(desk, {found.paper: found.title})
    if target is not None:
        return _write(desk, found, Path(target))
    if form == "json":
        desk.show_json(as_json(found))
    else:
        for line in analysis_lines(found, desk.language):
            desk.show(line)
    return 0


def _write(desk: Desk, found: PaperAnalysis, path: Path) -> int:
    place = desk.workplace
    values = {"paper": found.paper, "to": str(path), "attempts": str(found.analysis.test.candidates)}
    data, now = analysis_bytes(found, desk.language, path.suffix), place.clock.read().at
    write_file(path, data, lambda: place.home.log.record(now, "analysis-written", desk.staff, values))
    desk.show(desk.language.say("analysis.written", title=found.title, file=str(path)))
    return 0
