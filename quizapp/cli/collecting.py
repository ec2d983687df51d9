"""quizapp scores collect: attempts that were carried here, each with its verdict in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.cli.desk import Desk
    from quizapp.services.collecting.collect import Collected
    from quizapp.services.collecting.verdict import Verdict
    from quizapp.services.to_decide import ToDecide


@click.command("collect", cls=Command)
@click.argument("paths", metavar="path", nargs=-1, required=True)
@FORMAT
@click.pass_obj
def collect(desk: Desk, paths: Sequence[str], form: str) -> int:
    """Check what was carried here, take what is sound, and say of each attempt what became of it."""
    from quizapp.carrying.pack.sources import found_in
    from quizapp.services.collecting import collect as collecting
    from quizapp.services.to_decide import to_decide

    place, is_json = desk.workplace, form == "json"
    found = found_in(map(Path, paths))

    def tell(verdict: Verdict) -> None:
        if not is_json:
            desk.show(_line(desk, verdict))

    done = collecting.collect(place, found, desk.staff, tell)
    doubts = to_decide(place.home, done.book)
    if is_json:
        desk.show_json(_as_json(desk, done, doubts))
    else:
        _sum_up(desk, done)
        show_doubts(desk, doubts)
    return 1 if done.refused else 0


def show_doubts(desk: Desk, doubts: Sequence[ToDecide]) -> None:
    """Say what is to be decided, and how; nothing where nothing is."""
    if not doubts:
        return
    from quizapp.reports.collected_list.rows import copy_lines

    desk.note(desk.language.say("collect.decide", count=len(doubts)))
    for number, one in enumerate(doubts, 1):
        desk.note(desk.language.say("collect.decide.line", number=number, text=_doubt(desk, one)))
        for line in copy_lines(one.copies, desk.language):
            desk.note(f"     {line}")


def _doubt(desk: Desk, one: ToDecide) -> str:
    from quizapp.reports.cells import markings, notes

    values = {"attempt": one.attempt, "title": one.title, "id": one.candidate, "name": one.name}
    told = {"what": notes(one.notes, desk.language), "given": markings(one.markings, desk.language)}
    text = desk.language.say(f"collect.decide.{one.doubt}", **values, **one.values, **told)
    return text + (desk.language.say("collect.decide.sat_here") if one.is_sat_here else "")


def _sum_up(desk: Desk, done: Collected) -> None:
    say = desk.language.say
    if not done.verdicts:
        desk.show(say("collect.nothing"))
        return
    count = Counter(one.kind for one in done.verdicts)
    desk.show(say("collect.done", taken=count["taken"], known=count["known"], refused=count["refused"]))
    if count["doubtful"]:
        desk.show(say("collect.done-doubtful", count=count["doubtful"]))
    if count["foreign"]:
        desk.note(say("collect.done-foreign", count=count["foreign"]))
    taken = {one.attempt for one in done.taken}
    unmarked = sum(doc["status"] == "handed_in" and doc["attempt"] in taken for doc in done.book.scores)
    if unmarked:
        desk.note(say("collect.unmarked", count=unmarked))
    for trouble in done.book.refused.values():
        desk.note(desk.language.error(trouble))


def _line(desk: Desk, one: Verdict) -> str:
    kind = desk.language.say(f"collect.kind.{one.kind}")
    who = f"{one.candidate} {one.name}".strip() or one.attempt
    code = "collect.line" if who else "collect.line-file"
    return desk.language.say(code, kind=kind, who=who, text=_text(desk, one), file=one.file)


def _text(desk: Desk, one: Verdict) -> str:
    values = {"attempt": one.attempt, "paper": one.paper, **one.values}
    return desk.language.say(f"collect.{one.code}", **values).strip()


def _as_json(desk: Desk, done: Collected, doubts: Sequence[ToDecide]) -> dict[str, object]:
    from quizapp.reports.collected_list.rows import copy_lines

    return {
        "ok": not done.refused,
        "verdicts": [
            {
                "file": one.file,
                "attempt": one.attempt,
                "paper": one.paper,
                "candidate": one.candidate,
                "name": one.name,
                "verdict": one.kind,
                "text": _text(desk, one),
            }
            for one in done.verdicts
        ],
        "to_decide": [
            {
                "attempt": one.attempt,
                "paper": one.paper,
                "kind": one.doubt,
                "text": _doubt(desk, one),
                **({"copies": copy_lines(one.copies, desk.language)} if one.copies else {}),
            }
            for one in doubts
        ],
    }
