"""quizapp doctor: what this machine can do, where things are kept, what is wrong, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator

import click

from quizapp.cli.desk import Desk
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command
from quizapp.domain.errors import MachineRefused
from quizapp.services.examining import Finding, examine, found


@click.command("doctor", cls=Command)
@FORMAT
@click.pass_obj
def doctor(desk: Desk, form: str) -> int:
    """Examine machine, banks and data folder; hand in what is past its closing."""
    findings: list[Finding] = []
    for finding in _examined(desk):
        findings.append(finding)
        if form == "text":
            sign = desk.language.say("doctor.ok" if finding.is_ok else "doctor.not-ok")
            desk.show(f"{sign} {_text(desk, finding)}")
    if form == "json":
        desk.show_json([{"check": one.check, "ok": one.is_ok, "text": _text(desk, one)} for one in findings])
    wrong = sum(not finding.is_ok for finding in findings)
    desk.note(desk.language.say("doctor.wrong" if wrong else "doctor.well", count=wrong))
    return 1 if wrong else 0


def _examined(desk: Desk) -> Iterator[Finding]:
    from quizapp.cli.machine_check import examine_machine

    yield from examine_machine(desk)
    try:
        place = desk.workplace
    except MachineRefused as trouble:
        # Which class this is cannot be read, so that every other command is refused: here it is what was found.
        yield found("class", "trouble", is_ok=False, trouble=trouble)
    else:
        yield from examine(place)


def _text(desk: Desk, finding: Finding) -> str:
    return desk.language.say(f"doctor.{finding.code}", **finding.values)
