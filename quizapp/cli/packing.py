"""quizapp scores pack: attempts as one file, to carry to where they are collected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.output_format import REPLACE
from quizapp.cli.parser import Command
from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk


@click.command("pack", cls=Command)
@click.argument("paper", metavar="paper", required=False)
@click.option("--to", "target", metavar="file", required=True, help="pack-to")
@REPLACE
@click.pass_obj
def pack(desk: Desk, paper: str | None, target: str, replaces: bool) -> int:
    """Write the attempts of a paper, or of all, with their forms and without keys."""
    from quizapp.carrying.pack.members import SUFFIX
    from quizapp.carrying.pack.replacing import may_replace
    from quizapp.carrying.pack.writing import to_bytes
    from quizapp.cli.file_writing import check_target, write_file
    from quizapp.services import packing
    from quizapp.services.exported_paper import paper_id
    from quizapp.services.score_book import look

    path, place = Path(target), desk.workplace
    if path.suffix.lower() != SUFFIX:
        raise CalledWrongly("pack-ending", suffix=SUFFIX, to=target)
    check_target(path, replaces=replaces)
    before = _before(path)
    book = look(place.home, place.clock, place.class_id)
    wanted = "" if paper is None else paper_id(place.library, book.scores, paper)
    made = packing.pack(place, place.home.journals.names(wanted))
    for name in made.left_out:
        desk.note(desk.language.say("pack-altered", attempt=name.attempt))
    if not made.attempts:
        desk.note(desk.language.say("pack-empty"))
        return 1
    if before is not None and not may_replace(before, path.name, made):
        raise CalledWrongly("pack-over-other", path=target)
    values = {"to": path.name, "attempts": str(len(made.attempts)), **({"paper": wanted} if wanted else {})}
    now = place.clock.read().at
    write_file(path, to_bytes(made), lambda: place.home.log.record(now, "packed", desk.staff, values))
    desk.show(desk.language.say("collect.packed", count=len(made.attempts), file=target))
    return 1 if made.left_out else 0


def _before(path: Path) -> bytes | None:
    """Return the bytes of the file that is there; None where there is none. What cannot be read is b""."""
    from quizapp.reading.files import read_bytes
    from quizapp.reading.findings import Findings

    return (read_bytes(path, Findings(str(path))) or b"") if path.exists() else None
