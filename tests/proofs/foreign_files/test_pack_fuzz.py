"""Damaged and hostile packs: told in words or taken, never a traceback, never slow, and nothing leaves the home."""

from __future__ import annotations

import io
import json
import os
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.carrying.pack_reader import read_pack
from quizapp.language import Language
from quizapp.services.carrying.collect import CollectingResult, collect
from quizapp.services.carrying.conflicts import conflicts
from quizapp.stores.files.home import FileHome
from tests.instruments.fuzzing import MEGABYTES, SECONDS, fuzz
from tests.instruments.time_bounds import is_within
from tests.proofs.test_collecting import Unsynced
from tests.samples.carrying.collecting_committee import committee
from tests.samples.carrying.journal_forgery import Lines, chained, lines_of, with_journal
from tests.samples.carrying.machines import journal_of, members, packed, sat, whole_pack, zipped

pytestmark = pytest.mark.proof

MACHINE = sat(1)
WHOLE = packed(MACHINE)
CONTENT = members(WHOLE)
JOURNAL = journal_of(CONTENT)
LINES = lines_of(CONTENT[JOURNAL])
NAMES = (
    "../x.jsonl",
    "/etc/x",
    "C:/x",
    "journal/../../x.jsonl",
    "journal/a/b.jsonl",
    "journal/sample-paper/committee.jsonl",
    "journal/sample-paper/" + "x" * 300 + ".jsonl",
    "journal//.jsonl",
    "journal\\sample-paper\\x.jsonl",
    "a/journal/sample-paper/x.jsonl",
    "forms/" + "0" * 64 + ".json",
    "forms/x.keys.json",
    "pack.json",
    "rehearsals/1.json",
    "scores.json",
    "collected.jsonl",
    "\x1b]0;x\x07.jsonl",
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 1, 10**400, 1e308, 0.5, "", "x", "\x1b[2J", "\u202e", "x" * 5000, "1e999999999", "2026-13-01"),
    *("9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z", [], [[]], {}, {"at": []}, [None], "\ud800"),
)


def damaged(chance: Random) -> bytes:
    """Return a pack with something wrong in it, or nearly always."""
    ways: tuple[Callable[[Random], bytes], ...] = (_spoilt, _renamed, _contents, _rewritten, _reformed, _other_zip)
    return chance.choice(ways)(chance)


def _spoilt(chance: Random) -> bytes:
    data = bytearray(WHOLE)
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    at, to = sorted(chance.randrange(len(data)) for _ in range(2))
    return bytes(chance.choice((data, data[:at], data[at:], data[:at] + data[to:], data + data[at:to])))


def _renamed(chance: Random) -> bytes:
    """Members by other names, some twice, links among them."""
    whole = io.BytesIO()
    method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(whole, "w", method) as archive:
        for name, data in CONTENT.items():
            entry = zipfile.ZipInfo(chance.choice((name, name, *NAMES)))
            entry.external_attr = chance.choice((0, 0o120777 << 16, 0o40755 << 16))
            archive.writestr(entry, chance.choice((data, data, b"", b"\x00" * 100_000)))
    return whole.getvalue()


def _contents(chance: Random) -> bytes:
    told = json.loads(CONTENT["pack.json"])
    _change(chance, told)
    return zipped({**CONTENT, "pack.json": chance.choice((_json(told), b"", b"[" * 100_000, b"\xff"))})


def _rewritten(chance: Random) -> bytes:
    """A journal that chains, and says what nobody could have done."""
    lines: Lines = json.loads(json.dumps(LINES))
    for _ in range(chance.randint(1, 3)):
        _change(chance, chance.choice(lines))
    if chance.random() < 0.2:
        chance.shuffle(lines)
    made = whole_pack(MACHINE)
    try:
        return pack_bytes(with_journal(made, made.attempts[0], lines))
    except (ValueError, KeyError, TypeError):
        return zipped({**CONTENT, JOURNAL: chained(LINES)[0][:-1]})


def _reformed(chance: Random) -> bytes:
    """A form that is its digest's, and says anything."""
    made = whole_pack(MACHINE)
    (digest,) = made.forms
    plain = json.loads(made.forms[digest])
    for _ in range(chance.randint(1, 3)):
        _change(chance, plain)
    data = _json(plain)
    lines: Lines = json.loads(json.dumps(LINES))
    lines[0]["data"]["form"] = sha256(data).hexdigest()
    return pack_bytes(replace(with_journal(made, made.attempts[0], lines), forms={lines[0]["data"]["form"]: data}))


def _other_zip(chance: Random) -> bytes:
    """Archives that ask much of a machine."""
    match chance.randint(0, 4):
        case 0:
            return zipped({JOURNAL: b"0" * 200_000_000}) if chance.random() < 0.05 else zipped({JOURNAL: b"\n" * 10**6})
        case 1:
            return zipped({f"journal/p/{number}.jsonl": b"{}\n" for number in range(chance.choice((10, 2500, 5000)))})
        case 2:
            return zipped({"inner.zip": WHOLE, JOURNAL: WHOLE})
        case 3:
            return zipped({**CONTENT, JOURNAL: CONTENT[JOURNAL] * chance.randint(2, 400)})
        case _:
            return WHOLE


def _change(chance: Random, plain: Any) -> None:
    """Put something else in one place of plain data, however deep."""
    while isinstance(plain, dict | list) and plain:
        keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
        key = chance.choice(keys)
        if chance.random() < 0.4 or not isinstance(plain[key], dict | list) or not plain[key]:
            plain[key] = deepcopy(chance.choice((*VALUES, plain[key])))
            return
        plain = plain[key]


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")


def collected(home: Path, data: bytes) -> CollectingResult:
    place = replace(committee(home), home=FileHome(home, disk=Unsynced()))
    done = collect(place, read_pack(data, "x.zip"), "班委甲")
    doubts = conflicts(place.home, done.book)
    for language in (Language("zh"), Language("en")):
        for one in done.verdicts:
            values = {"attempt": one.attempt, "paper": one.paper, **one.values}
            assert "\x1b" not in language.say(f"collect.{one.code}", **values) + one.attempt + one.paper + one.name
        for doubt in doubts:
            assert doubt.attempt
    return done


def everything(folder: Path) -> set[str]:
    return {os.path.relpath(Path(at) / name, folder) for at, _, files in os.walk(folder) for name in files}


def test_no_pack_stops_the_program_or_takes_long_and_nothing_is_written_elsewhere(
    tmp_path: Path, is_full: bool
) -> None:
    taken = refused = 0
    homes = tmp_path / "homes"
    homes.mkdir()
    (tmp_path / "beside").write_bytes(b"")

    def try_one(chance: Random) -> None:
        nonlocal taken, refused
        data = damaged(chance)
        home = homes / f"{taken + refused}"
        began = time.process_time()
        done = collected(home, data)
        assert is_within(time.process_time() - began, SECONDS)
        taken, refused = taken + len(done.taken), refused + len(done.refused)
        for path in (one for one in everything(home) if one.startswith("journal/")):
            assert path.split("/")[1] == "sample-paper", path
        _remove(home)

    fuzz(try_one, is_full=is_full)
    assert taken > 3
    assert refused > 30
    assert everything(tmp_path) == {"beside"}


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder)


def _long_journal() -> bytes:
    """As long as a journal may be, every line of it sound."""
    start, answer = LINES[0], next(line for line in LINES if line["kind"] == "answered")
    made = whole_pack(MACHINE)
    return pack_bytes(with_journal(made, made.attempts[0], [start, *[answer] * 19_990]))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: zipped({JOURNAL: b"0" * 120_000_000}),
    "many": lambda: zipped({f"journal/p/{number}.jsonl": CONTENT[JOURNAL] for number in range(1_900)}),
    "long": _long_journal,
    "lines": lambda: zipped({JOURNAL: b"\n" * 7_000_000}),
    "deep": lambda: zipped({**CONTENT, "pack.json": b"[" * 2_000_000}),
    "told": lambda: zipped({"pack.json": _json({"attempts": [{}] * 200_000, "class": "", "machine": ""})}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_pack_made_to_be_big_needs_little_time_and_memory(kind: str, tmp_path: Path) -> None:
    data = HOSTILE[kind]()
    began = time.process_time()
    collected(tmp_path / "home", data)
    assert is_within(time.process_time() - began, SECONDS)
    tracemalloc.start()
    try:
        collected(tmp_path / "again", data)
        assert tracemalloc.get_traced_memory()[1] <= MEGABYTES * 2**20
    finally:
        tracemalloc.stop()


def test_a_pack_reveals_no_key() -> None:
    from quizapp.services.papers.forms import secret_part

    (digest,) = whole_pack(MACHINE).forms
    form = MACHINE.home.forms.load(digest)
    assert form.has_keys
    assert not [name for name in CONTENT if "keys" in name]
    shown = b"\n".join(CONTENT.values()).decode()
    secrets = secret_part(form)
    rationales = [secret["rationale"] for secret in secrets.values() if secret["rationale"]]
    assert len(rationales) >= 3
    assert not [text for text in rationales if text in shown]
    for question in json.loads(CONTENT[f"forms/{digest}.json"])["questions"]:
        assert not {"key", "rationale", "feedback"} & set(question["item"])
