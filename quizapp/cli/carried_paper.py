"""A publication named on the command line: opened at once where it needs no password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk


def opened_paper(desk: Desk, file: str) -> str | None:
    """Return the paper of a publication, opened; None where a password must be asked for first.

    Raises CalledWrongly, Faulty, Refused, MachineRefused.
    """
    from quizapp.carrying.publication.files import read_publication
    from quizapp.services.opening import is_open, open_publication

    carried = read_publication(Path(file))
    if carried.is_sealed and not is_open(desk.workplace, carried):
        return None
    opened = open_publication(desk.workplace, carried)
    desk.renew()
    return opened.paper
