"""quizapp take, practice, rehearse, which open the app.

A publication named on the command line is opened at once where it needs no password.
"""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.opening import need_terminal, show, to_go_on
from quizapp.cli.frame.parser import LineCommand
from quizapp.domain.errors import QuizError
from quizapp.domain.text import clean_line
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import under_way
from quizapp.services.sitting.door import admit


@click.command("take", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", help="candidate")
@click.option("--name", metavar="name", help="name")
@click.pass_obj
def take(desk: Desk, paper: str, candidate: str | None, name: str | None) -> int:
    """Open the app in a paper, once all that can be said before a screen is shown has been said."""
    place = _place(desk)
    if paper.lower().endswith(".quiz"):
        need_terminal()
        opened = opened_paper(desk, place, paper)
        if opened is None:  # its password is asked for on a screen
            return show(place, desk.language, paper=paper, candidate=candidate or "", name=name or "")
        paper, place = opened, _place(desk)
    admitted = admit(place, paper, candidate or "", name or "")
    need_terminal()
    return show(
        place,
        desk.language,
        paper=admitted.paper,
        candidate=admitted.candidate.id if admitted.candidate else "",
        name=admitted.candidate.name if admitted.candidate else name or "",
    )


def opened_paper(desk: Desk, place: Workplace, file: str) -> str | None:
    """Return the paper of a publication, opened; None where a password must be asked for first.

    A file that is gone, altered or of another time is not needed any more where its paper is under way.
    Raises CalledWrongly, Faulty, Refused, MachineRefused.
    """
    from quizapp.carrying.publication_file import read_publication
    from quizapp.services.carrying.publication import is_open, open_publication

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
    name = clean_line(Path(file).name)
    brought = {one.paper for one in place.home.publications.opened() if one.file == name}
    for one in under_way(place.home, place.clock, place.class_id):
        if one.name.paper in brought:
            return one.name.paper
    raise trouble


def _place(desk: Desk) -> Workplace:
    """Return the class's workplace, or where something is wrong with it one to go on in. Raises what is wrong."""
    try:
        return desk.workplace
    except QuizError as trouble:
        return to_go_on(desk.options, trouble)


@click.command("practice", cls=LineCommand)
@click.argument("banks", nargs=-1, metavar="bank")
@click.option("--topic", metavar="topic", help="topic")
@click.option("--candidate", metavar="id", help="candidate")
@click.option("--name", metavar="name", help="name")
@click.pass_obj
def practice(desk: Desk, banks: tuple[str, ...], topic: str | None, candidate: str | None, name: str | None) -> int:
    """Open the app in practice, once all that can be said before a screen is shown has been said."""
    from quizapp.services.practice import expect

    expected = expect(desk.workplace, banks, topic or "", candidate or "", name or "")
    need_terminal()
    from quizapp.tui.app import run

    return run(desk.workplace, desk.language, practice=expected)


@click.command("rehearse", cls=LineCommand)
@click.pass_obj
def rehearse(desk: Desk) -> int:
    """Open the app in a rehearsal."""
    need_terminal()
    from quizapp.tui.app import run

    return run(desk.workplace, desk.language, rehearses=True)
