"""The committee's way to its evidence: checked, and said in one sentence how it stands; or written down for others."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, QuizError
from quizapp.tui.room import Room
from quizapp.tui.save_as import usual_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.services.evidence.seal import Seal
    from quizapp.services.evidence.verifying import Verdict
    from quizapp.tui.shell import Shell


async def verify(app: Shell) -> str:
    """Check all evidence and show what came of it; nothing is changed."""
    await _verify(app, app.language.say("committee.verify"), None)
    return ""


async def verify_sealed(app: Shell) -> str:
    """Check all evidence against a seal that was made before; nothing is changed."""
    from quizapp.tui.seal_files import choose_seal

    path = await choose_seal(app)
    if path is not None:
        await _verify(app, app.language.say("committee.verify_sealed"), path)
    return ""


async def _verify(app: Shell, title: str, sealed: Path | None) -> None:
    from quizapp.tui.dialogs.notice import Notice

    say, room = app.language.say, app.screen
    if isinstance(room, Room):
        room.tell(say("committee.verifying"))
    try:
        lines = await asyncio.to_thread(_compare, app, sealed)
    except QuizError as error:
        lines = [app.language.error(error)]
    if isinstance(room, Room):
        room.tell("")
    await app.push_screen_wait(Notice(title, lines, say("room.close")))


def _compare(app: Shell, sealed: Path | None) -> list[str]:
    from quizapp.services.evidence.sealing import rules_of
    from quizapp.services.evidence.verifying import verify as compared

    place = app.workplace
    seal = None if sealed is None else _read(sealed)
    now = place.clock.read().at
    verdict = compared(place.home, place.class_id, now=now, seal=seal, rules=rules_of(place))
    return list(_told(app.language, verdict, seal))


def _read(path: Path) -> Seal:
    """Return the seal in a file. Raises CalledWrongly where there is none, Refused, MachineRefused."""
    from quizapp.services.evidence.seal import read_seal
    from quizapp.stores.files.refusals import told

    if not path.is_file():
        raise CalledWrongly("missing-file", path=str(path))
    with told(path):
        data = path.read_bytes()
    return read_seal(data)


async def seal(app: Shell) -> str:
    """Write down what stands into a new file; return what was done, "" for nothing."""
    from quizapp.tui.dialogs.ask_text import AskText
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    day = app.workplace.clock.read().at.astimezone(app.language.zone)
    target = str(usual_folder() / say("committee.seal_file", day=f"{day:%Y%m%d}"))
    wanted = await app.push_screen_wait(AskText(say("committee.seal_where"), say("committee.seal_keys"), target))
    if wanted is None:
        return ""
    path = Path(wanted).expanduser()
    try:
        done = await asyncio.to_thread(_write, app, path)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    values = {"attempts": len(done.attempts), "files": len(done.files), "file": str(path), "digest": done.digest}
    # What is read out or copied down must not go away by itself.
    await app.push_screen_wait(Notice(say("committee.seal"), [say("seal.done", **values)], say("room.close")))
    return ""


def _write(app: Shell, path: Path) -> Seal:
    """Hand in what is past its closing, then write the seal. Raises CalledWrongly where there is such a file."""
    from quizapp.services.evidence.sealing import make_seal
    from quizapp.services.score_book import look
    from quizapp.stores.whole_file import put_ready

    place = app.workplace
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    look(place.home, place.clock, place.class_id)
    return make_seal(place, place.staff, app.language, partial(put_ready, path), {"to": path.name})


def _told(language: Language, verdict: Verdict, seal: Seal | None) -> Iterator[str]:
    """Give the sentence that says how it stands, then each finding and each remark."""
    say = language.say
    counts = {"attempts": verdict.attempts, "files": verdict.files}
    if verdict.is_ok:
        yield say("verify.sound" if seal is None else "verify.sound-sealed", **counts)
    else:
        concerned = len({one.attempt for one in verdict.findings if one.attempt})
        yield say("committee.unsound", **counts, count=len(verdict.findings), concerned=concerned)
    if seal is not None:
        yield say("verify.seal-digest", digest=seal.digest)
    for number, one in enumerate(verdict.findings, 1):
        text = say(f"verify.{one.code}", **one.values).strip()
        values = {"number": number, "kind": say(f"verify.kind.{one.kind}"), "text": text}
        yield say("verify.finding-of" if one.attempt else "verify.finding", **values, attempt=one.attempt)
    for remark in verdict.remarks:
        yield say("verify.remark", text=say(f"verify.{remark.code}", **remark.values).strip())
