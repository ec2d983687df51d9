"""quizapp papers publish: a paper to carry out, as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.output_format import REPLACE
from quizapp.cli.parser import Command
from quizapp.domain.errors import CalledWrongly, Faulty

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.domain.paper import Paper
    from quizapp.services.publishing_roster import Invited


@click.command("publish", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--to", "target", metavar="to", required=True, help="publish-to")
@REPLACE
@click.option("--roster", metavar="file", help="publish-roster")
@click.option("--keys", "wants_keys", is_flag=True, help="publish-keys")
@click.option("--no-keys", is_flag=True, help="publish-no-keys")
@click.option("--password", "asks_password", is_flag=True, help="publish-password")
@click.option("--password-file", metavar="file", help="publish-password-file")
@click.option("--invigilator", "asks_invigilator", is_flag=True, help="publish-invigilator")
@click.option("--invigilator-file", metavar="file", help="publish-invigilator-file")
@click.pass_obj
def publish(
    desk: Desk,
    paper: str,
    target: str,
    replaces: bool,
    roster: str | None,
    wants_keys: bool,
    no_keys: bool,
    asks_password: bool,
    password_file: str | None,
    asks_invigilator: bool,
    invigilator_file: str | None,
) -> int:
    """Write a paper to carry to other machines and fix its forms; every machine sits the same."""
    from quizapp.carrying.publication.issuing import Order, check_name, check_over, issue
    from quizapp.cli.file_writing import check_target
    from quizapp.cli.spoken_passwords import spoken
    from quizapp.services.usable_paper import usable_paper
    from quizapp.stores.whole_file import put_ready

    if wants_keys and no_keys:
        raise CalledWrongly("publish-keys-both")
    place, path = desk.workplace, Path(target)
    check_name(path)
    rules = usable_paper(place, paper)
    # What cannot be written fixes nothing.
    check_over(path, rules)
    check_target(path, replaces=replaces)
    people, left_out = _roster(desk, rules, roster)
    order = Order(
        with_keys=wants_keys or (False if no_keys else None),
        opening=spoken(desk, "opening", asks=asks_password, file=password_file),
        invigilator=spoken(desk, "invigilator", asks=asks_invigilator, file=invigilator_file),
        roster=people,
    )
    issued = issue(place, rules, order, path, put_ready)
    forms = len(issued.publication.forms)
    desk.show(desk.language.say("publication.made", paper=rules.title, file=target, forms=forms))
    for note in issued.notes:
        desk.note(_said(desk, note, len(people)))
    if left_out:
        desk.note(desk.language.say("publication.left_out", count=left_out))
    return 0


def _said(desk: Desk, note: str, people: int) -> str:
    """Return what somebody who publishes ought to know, and which option changes it."""
    language, code = desk.language, f"publication.{note}"
    said = language.say(code, people=people)
    how = f"{code}_option"
    return language.say("publication.note", note=said, option=language.say(how)) if language.knows(how) else said


def _roster(desk: Desk, paper: Paper, file: str | None) -> Invited:
    """Return who is named in a file, else who of the class here may sit the paper."""
    from quizapp.services.publishing_roster import Invited, invited

    if file is None:
        return invited(desk.workplace, paper)
    from quizapp.services.enrolling import read_people

    rows, faults = read_people(Path(file))
    if faults.has_errors:
        raise Faulty(faults.faults)
    return Invited(tuple(one for _, one in rows), 0)
