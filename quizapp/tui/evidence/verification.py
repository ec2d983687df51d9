"""The committee's way to its evidence: checked against what is here or against a seal; or written down for others."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, QuizError
from quizapp.services.book.score_book import look
from quizapp.services.evidence.seal import read_seal
from quizapp.services.evidence.verification import make_seal, rules_of
from quizapp.services.evidence.verification import verify as compared
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.save_as import usual_folder
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizapp.language import Language
    from quizapp.services.evidence.seal import Seal
    from quizapp.services.evidence.verification import Verification
    from quizapp.tui.shell import Shell


_PATTERNS = ("封存单*.txt", "seal*.txt")
"""What seals are called, in either language, unless somebody named them otherwise."""
_MOST = 12
_NAME, _FOLDER = 48, 48


async def choose_seal(app: Shell) -> Path | None:
    """Return the seal that was chosen, or whose name was typed; None for nothing."""
    say = app.language.say
    files = app.workplace.files
    found = await asyncio.to_thread(lambda: found_seals([*files.sticks(), *files.own_places()]))
    rows = [f"{clipped(one.name, _NAME)}\n{clipped(str(one.parent), _FOLDER)}" for one in found]
    title = say("committee.sealed_which" if found else "committee.sealed_none")
    place = await app.push_screen_wait(Pick(title, [*rows, say("committee.sealed_elsewhere")]))
    if place is None:
        return None
    if place < len(found):
        return found[place]
    typed = await app.push_screen_wait(AskText(say("committee.sealed_where"), say("committee.sealed_keys")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def found_seals(folders: Iterable[Path]) -> list[Path]:
    """Return the files in some folders that are named as seals are, the newest first. Waits for the disk."""
    found: dict[Path, float] = {}
    for folder in folders:
        for pattern in _PATTERNS:
            found |= _written(folder, pattern)
    return sorted(found, key=lambda path: found[path], reverse=True)[:_MOST]


def _written(folder: Path, pattern: str) -> dict[Path, float]:
    try:
        return {one: one.stat().st_mtime for one in folder.glob(pattern) if one.is_file()}
    except OSError:
        return {}  # a stick that was just taken out, or not this person's to look into


async def verify(app: Shell) -> str:
    """Check all evidence and show what came of it; nothing is changed."""
    await _verify(app, app.language.say("committee.verify"), None)
    return ""


async def verify_sealed(app: Shell) -> str:
    """Check all evidence against a seal that was made before; nothing is changed."""

    path = await choose_seal(app)
    if path is not None:
        await _verify(app, app.language.say("committee.verify_sealed"), path)
    return ""


async def _verify(app: Shell, title: str, sealed: Path | None) -> None:
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
    place = app.workplace
    seal = None if sealed is None else read_seal(place.files.read(sealed))
    now = place.clock.read().at
    verdict = compared(place.home, place.class_id, now=now, seal=seal, rules=rules_of(place))
    return list(_verdict_lines(app.language, verdict, seal))


async def seal(app: Shell) -> str:
    """Write down what stands into a new file; return what was done, "" for nothing."""
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
    place = app.workplace
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    look(place.home, place.clock, place.class_id)
    return make_seal(place, place.staff, app.language, partial(place.files.put, path), {"to": path.name})


def _verdict_lines(language: Language, verdict: Verification, seal: Seal | None) -> Iterator[str]:
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
