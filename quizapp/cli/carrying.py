"""quizapp papers publish, scores pack, collect: papers carried out and attempts carried back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from quizapp.carrying.pack_file import SUFFIX, pack_bytes
from quizapp.carrying.pack_reader import may_replace
from quizapp.carrying.pack_sources import found_in
from quizapp.carrying.publication_issue import PublicationOrder, check_name, check_over, issue
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, REPLACE, LineCommand
from quizapp.cli.frame.passwords import new_password
from quizapp.cli.frame.target_file import check_target, write_file
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.domain.papers.paper import Paper
from quizapp.reading.files import read_bytes
from quizapp.reading.findings import Findings
from quizapp.reports.cells import markings, notes
from quizapp.reports.collected_list import copy_lines
from quizapp.services.book.score_book import look
from quizapp.services.carrying import collect as collecting
from quizapp.services.carrying import pack as packing
from quizapp.services.carrying.collect import CollectingResult
from quizapp.services.carrying.conflicts import Conflict, conflicts
from quizapp.services.carrying.copies import CopyVerdict
from quizapp.services.carrying.publication_making import Invited, invited
from quizapp.services.classes.enrolment import read_people
from quizapp.services.papers.exported_paper import paper_id
from quizapp.services.papers.forms import usable_paper
from quizapp.stores.people_files import put_ready


@click.command("publish", cls=LineCommand)
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
    if wants_keys and no_keys:
        raise CalledWrongly("publish-keys-both")
    place, path = desk.workplace, Path(target)
    check_name(path)
    rules = usable_paper(place, paper)
    # What cannot be written fixes nothing.
    check_over(path, rules)
    check_target(path, replaces=replaces)
    people, left_out = _roster(desk, rules, roster)
    order = PublicationOrder(
        with_keys=wants_keys or (False if no_keys else None),
        opening=new_password(desk, "opening", asks=asks_password, file=password_file),
        invigilator=new_password(desk, "invigilator", asks=asks_invigilator, file=invigilator_file),
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
    if file is None:
        return invited(desk.workplace, paper)
    rows, faults = read_people(Path(file))
    if faults.has_errors:
        raise Faulty(faults.faults)
    return Invited(tuple(one for _, one in rows), 0)


@click.command("pack", cls=LineCommand)
@click.argument("paper", metavar="paper", required=False)
@click.option("--to", "target", metavar="file", required=True, help="pack-to")
@REPLACE
@click.pass_obj
def pack(desk: Desk, paper: str | None, target: str, replaces: bool) -> int:
    """Write the attempts of a paper, or of all, with their forms and without keys."""
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
    write_file(path, pack_bytes(made), lambda: place.home.log.record(now, "packed", desk.staff, values))
    desk.show(desk.language.say("collect.packed", count=len(made.attempts), file=target))
    return 1 if made.left_out else 0


def _before(path: Path) -> bytes | None:
    """Return the bytes of the file that is there; None where there is none. What cannot be read is b""."""
    return (read_bytes(path, Findings(str(path))) or b"") if path.exists() else None


@click.command("collect", cls=LineCommand)
@click.argument("paths", metavar="path", nargs=-1, required=True)
@FORMAT
@click.pass_obj
def collect(desk: Desk, paths: Sequence[str], form: str) -> int:
    """Check what was carried here, take what is sound, and say of each attempt what became of it."""
    place, is_json = desk.workplace, form == "json"
    found = found_in(map(Path, paths))

    def tell(verdict: CopyVerdict) -> None:
        if not is_json:
            desk.show(_line(desk, verdict))

    done = collecting.collect(place, found, desk.staff, tell)
    doubts = conflicts(place.home, done.book)
    if is_json:
        desk.show_json(_as_json(desk, done, doubts))
    else:
        _sum_up(desk, done)
        show_doubts(desk, doubts)
    return 1 if done.refused else 0


def show_doubts(desk: Desk, doubts: Sequence[Conflict]) -> None:
    """Say what is to be decided, and how; nothing where nothing is."""
    if not doubts:
        return
    desk.note(desk.language.say("collect.decide", count=len(doubts)))
    for number, one in enumerate(doubts, 1):
        desk.note(desk.language.say("collect.decide.line", number=number, text=_doubt(desk, one)))
        for line in copy_lines(one.copies, desk.language):
            desk.note(f"     {line}")


def _doubt(desk: Desk, one: Conflict) -> str:
    values = {"attempt": one.attempt, "title": one.title, "id": one.candidate, "name": one.name}
    told = {"what": notes(one.notes, desk.language), "given": markings(one.markings, desk.language)}
    text = desk.language.say(f"collect.decide.{one.doubt}", **values, **one.values, **told)
    return text + (desk.language.say("collect.decide.sat_here") if one.is_sat_here else "")


def _sum_up(desk: Desk, done: CollectingResult) -> None:
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


def _line(desk: Desk, one: CopyVerdict) -> str:
    kind = desk.language.say(f"collect.kind.{one.kind}")
    who = f"{one.candidate} {one.name}".strip() or one.attempt
    code = "collect.line" if who else "collect.line-file"
    return desk.language.say(code, kind=kind, who=who, text=_text(desk, one), file=one.file)


def _text(desk: Desk, one: CopyVerdict) -> str:
    values = {"attempt": one.attempt, "paper": one.paper, **one.values}
    return desk.language.say(f"collect.{one.code}", **values).strip()


def _as_json(desk: Desk, done: CollectingResult, doubts: Sequence[Conflict]) -> dict[str, object]:
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
