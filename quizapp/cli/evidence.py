"""quizapp scores verify, seal, archive: the evidence checked, written down, put into one file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.cli.frame.target_file import check_new, write_new_file
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.reports.table_check import check_table
from quizapp.services.book.score_book import look
from quizapp.services.evidence import verification
from quizapp.services.evidence.evidence_files import EvidenceFinding, EvidenceRemark, found
from quizapp.services.evidence.receipt_check import read_photos, read_receipts
from quizapp.services.evidence.seal import Seal, read_seal
from quizapp.services.evidence.verification import Verification, archived, make_seal, rules_of
from quizapp.stores.disk.operating_system import disk_refusals
from quizapp.stores.files.archive import packed


@click.command("verify", cls=LineCommand)
@click.option("--seal", "sealed", metavar="file", help="seal")
@click.option("--receipts", "listed", metavar="file", help="receipts")
@click.option("--photos", "scanned", metavar="file", help="photos")
@FORMAT
@click.pass_obj
def verify(desk: Desk, sealed: str | None, listed: str | None, scanned: str | None, form: str) -> int:
    """Check all evidence and say in one sentence how it stands; change nothing."""
    place = desk.workplace
    desk.only_looks = True
    seal, trouble = _seal(sealed)
    receipts = read_receipts(Path(listed)) if listed else ()
    photos = read_photos(Path(scanned)) if scanned else ()
    now = place.clock.read().at
    verdict = verification.verify(
        place.home, place.class_id, now=now, seal=seal, receipts=receipts, photos=photos, rules=rules_of(place)
    )
    more = [] if trouble is None else [trouble]
    if listed:
        more += check_table(place, Path(listed), now, desk.language.zone)
    verdict = replace(verdict, findings=(*more, *verdict.findings))
    if form == "json":
        desk.show_json(_as_json(desk, verdict))
    else:
        _show(desk, verdict, seal)
    return 0 if verdict.is_ok else 1


@click.command("seal", cls=LineCommand)
@click.option("--to", "target", metavar="file", required=True, help="seal-to")
@click.option("--by", metavar="name", help="by")
@click.pass_obj
def seal(desk: Desk, target: str, by: str | None) -> int:
    """Write down what stands, for another office to keep."""
    _settle(desk, target)
    who = clean_line(by or "") or desk.staff
    path = Path(target)
    done = make_seal(desk.workplace, who, desk.language, partial(write_new_file, path), {"to": path.name})
    values = {"attempts": len(done.attempts), "files": len(done.files)}
    desk.show(desk.language.say("seal.done", **values, file=target, digest=done.digest))
    return 0


@click.command("archive", cls=LineCommand)
@click.option("--to", "target", metavar="file", required=True, help="archive-to")
@click.pass_obj
def archive(desk: Desk, target: str) -> int:
    """Put the class into one file that opens read-only."""
    path = Path(target)
    if path.suffix.lower() != ".zip":
        # By any other name it would not open again: --home takes it for a folder.
        raise CalledWrongly("kept-archive-ending", to=target)
    _settle(desk, target)
    place = desk.workplace
    done = archived(place, desk.staff, desk.language)
    values = {"attempts": done.attempts, "files": done.files}
    logged = {"to": path.name, **{name: str(count) for name, count in values.items()}}
    now = place.clock.read().at
    write_new_file(path, packed(done.members), lambda: place.home.log.record(now, "archived", desk.staff, logged))
    desk.show(desk.language.say("kept.archived", **values, file=target))
    return 0


def _settle(desk: Desk, target: str) -> None:
    """Hand in what is past its closing, and say which papers are not as they were written. Raises CalledWrongly."""
    check_new(Path(target))
    place = desk.workplace
    for trouble in look(place.home, place.clock, place.class_id).refused.values():
        desk.note(desk.language.error(trouble))


def _seal(path: str | None) -> tuple[Seal | None, EvidenceFinding | None]:
    """Return the seal to compare with, or what is wrong with it: the rest is verified all the same."""
    if path is None:
        return None, None
    if not Path(path).is_file():
        raise CalledWrongly("missing-file", path=path)
    with disk_refusals(Path(path)):
        data = Path(path).read_bytes()
    try:
        return read_seal(data), None
    except Refused as refused:
        if refused.code != "seal-altered":
            raise
        return None, found("chain", refused.code, file=Path(path).name)


def _show(desk: Desk, verdict: Verification, seal: Seal | None) -> None:
    say = desk.language.say
    for remark in verdict.remarks:
        desk.note(say("verify.remark", text=_text(desk, remark)))
    for number, one in enumerate(verdict.findings, 1):
        values = {"number": number, "kind": say(f"verify.kind.{one.kind}"), "text": _text(desk, one)}
        code = "verify.finding-of" if one.attempt else "verify.finding"
        desk.show(say(code, **values, attempt=one.attempt))
    if seal is not None:
        desk.note(say("verify.seal-digest", digest=seal.digest))
    if verdict.receipts:
        desk.note(say("verify.receipts", count=verdict.receipts))
    if verdict.photos:
        desk.note(say("verify.photos", count=verdict.photos))
    counts = {"attempts": verdict.attempts, "files": verdict.files}
    if verdict.is_ok:
        desk.show(say("verify.sound-sealed" if seal is not None else "verify.sound", **counts))
        return
    concerned = len({one.attempt for one in verdict.findings if one.attempt})
    desk.show(say("verify.unsound", **counts, count=len(verdict.findings), concerned=concerned))


def _as_json(desk: Desk, verdict: Verification) -> dict[str, object]:
    return {
        "ok": verdict.is_ok,
        "checked": verdict.attempts,
        "findings": [{"attempt": one.attempt, "kind": one.kind, "text": _text(desk, one)} for one in verdict.findings],
    }


def _text(desk: Desk, one: EvidenceFinding | EvidenceRemark) -> str:
    return desk.language.say(f"verify.{one.code}", **one.values).strip()
