"""Writing an export to a file or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quizapp.cli.desk import Desk
from quizapp.cli.pending import tell_pending
from quizapp.domain.errors import CalledWrongly
from quizapp.language import Language
from quizapp.reports import Report, report_for
from quizapp.reports.exporting import check_wanted, write_export
from quizapp.services.score_book import look
from quizapp.services.score_export import open_export

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.language import Tongue
    from quizapp.reports.exporting import Put, Written
    from quizapp.services.export_wishes import Wishes

STANDARD_OUTPUT = "-"


def export_scores(desk: Desk, wishes: Wishes, target: str, name: str, tongue: str, *, replaces: bool) -> int:
    """Export what is wished for as the report of that name, or of the file's ending; return the exit status."""
    wishes.check()
    report = _report(target, name)
    check_wanted(wishes, report)
    put = _put(target, replaces=replaces)
    place = desk.workplace
    export = open_export(place, look(place.home, place.clock, place.class_id), wishes)
    chosen: Tongue = "en" if tongue == "en" else "zh"
    written = write_export(export, report, target, put, Language(chosen, desk.language.zone))
    tell_pending(desk, written.papers)
    if target != STANDARD_OUTPUT:
        desk.show(_told(desk, written, target))
    return 0


def _report(target: str, name: str) -> Report:
    if target != STANDARD_OUTPUT:
        return report_for(Path(target).suffix, name)
    if not name:
        raise CalledWrongly("export-needs-format")
    report = report_for("", name)
    if not report.is_text and sys.stdout.isatty():
        raise CalledWrongly("export-not-here", format=name)
    return report


def _put(target: str, *, replaces: bool) -> Put:
    """Return what puts an export where it is wanted. Raises CalledWrongly where no file can be."""
    if target == STANDARD_OUTPUT:
        return _to_standard_output
    from quizapp.cli.file_writing import check_target
    from quizapp.stores.whole_file import put_written

    check_target(Path(target), replaces=replaces)
    return lambda write, ready: put_written(Path(target), write, ready=ready)


def _to_standard_output(write: Callable[[BinaryIO], None], ready: Callable[[], None]) -> None:
    sys.stdout.flush()
    write(sys.stdout.buffer)
    sys.stdout.buffer.flush()
    ready()


def _told(desk: Desk, written: Written, target: str) -> str:
    if len(written.papers) == 1:
        (title,) = written.papers.values()
        return desk.say("scores.exported", paper=title, rows=written.rows, file=target)
    return desk.say("scores.exported-all", papers=len(written.papers), rows=written.rows, file=target)
