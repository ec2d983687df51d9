"""A publication named on the command line: opened at once where it needs no password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.services.workplace import Workplace


def opened_paper(desk: Desk, place: Workplace, file: str) -> str | None:
    """Return the paper of a publication, opened; None where a password must be asked for first.

    A file that is gone, altered or of another time is not needed any more where its paper is under way.
    Raises CalledWrongly, Faulty, Refused, MachineRefused.
    """
    from quizapp.carrying.publication.files import read_publication
    from quizapp.services.opening import is_open, open_publication

    try:
        carried = read_publication(Path(file))
        if carried.is_sealed and not is_open(place, carried):
            return None
        opened = open_publication(place, carried)
    except QuizError as trouble:
        return _under_way(place, file, trouble)
    desk.renew()
    return opened.paper


def _under_way(place: Workplace, file: str, trouble: QuizError) -> str:
    """Return the paper that a file of this name brought here, where somebody is in the middle of it."""
    from quizapp.domain.text import clean_line
    from quizapp.services.agenda import under_way

    name = clean_line(Path(file).name)
    brought = {one.paper for one in place.home.publications.opened() if one.file == name}
    for one in under_way(place.home, place.clock, place.class_id):
        if one.name.paper in brought:
            return one.name.paper
    raise trouble
