"""A .quiz file that is damaged or made to harm is refused in words, soon, in little memory; nothing is taken on."""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.carrying.publication_file import MAGIC, unwrapped
from quizapp.carrying.publication_file import publication_bytes as written
from quizapp.domain.errors import QuizError, Refused
from quizapp.language import Language
from quizapp.services.carrying.publication import open_publication
from quizapp.services.papers.forms import canonical
from tests.instruments.fuzzing import LARGEST, MEGABYTES, SECONDS, fuzz
from tests.instruments.time_bounds import is_within
from tests.samples.carrying.publications import PEOPLE, published, read
from tests.samples.workplace import Chances, Shelf, paper, workplace

ROOT = Path(__file__).parents[3]
SPLICES: tuple[object, ...] = (
    *(None, True, -1, 0, 2**63, 10**400, 1e308, "", "\x00", "\x1b[2J", "../../x", "\ud7ff", "𠀀" * 300),
    *([], {}, [[]], {"": {}}, "2026-12-01T09:00:00", "1/0", "0" * 64, "A"),
)
_PROGRAM = r"""
import re, sys, time
from pathlib import Path
from quizapp.carrying.publication_file import read_publication
from quizapp.domain.errors import QuizError
path = Path(sys.argv[1])
started = time.process_time()
try:
    read_publication(path).opened("一个口令")
except QuizError:
    pass
most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(time.process_time() - started, int(most[1]) / 1024)
"""


def wrapped(cover: object, seal: object, body: bytes) -> bytes:
    """Return a file that says it is whole, of whatever it holds."""
    inner = canonical({"cover": cover, "seal": seal}) + b"\n" + body
    return MAGIC + b"1\n" + sha256(inner).hexdigest().encode() + b"\n" + inner


def sample() -> tuple[bytes, dict[str, Any], dict[str, Any]]:
    """Return a sound file, its cover and what is inside."""
    data = written(published(paper(forms=2, feedback="never"), roster=PEOPLE), Chances())
    outside = unwrapped(data, "")
    return data, json.loads(outside.beside)["cover"], json.loads(lzma.decompress(outside.body))


def spoilt(chance: Random, plain: Any) -> Any:
    """Return plain data with one value in it, somewhere, put in another's place, or a whole map cut or doubled."""
    if isinstance(plain, dict) and plain and chance.random() < 0.85:
        key = chance.choice(sorted(plain))
        if chance.random() < 0.1:
            return {name: value for name, value in plain.items() if name != key}
        return {**plain, key: _deeper(chance, plain[key])}
    if isinstance(plain, list) and plain and chance.random() < 0.85:
        place = chance.randrange(len(plain))
        return [*plain[:place], *([] if chance.random() < 0.1 else [spoilt(chance, plain[place])]), *plain[place + 1 :]]
    return chance.choice(SPLICES)


def _deeper(chance: Random, value: Any) -> Any:
    # A form travels as the text of its own bytes.
    if isinstance(value, str) and value.startswith("{") and chance.random() < 0.9:
        return canonical(spoilt(chance, json.loads(value))).decode()
    return spoilt(chance, value)


def renamed(cover: dict[str, Any], inside: Any) -> tuple[dict[str, Any], Any]:
    """Return both with each form under the digest that its bytes have now, as whoever means harm would."""
    if not isinstance(inside, dict) or not isinstance(inside.get("forms"), dict):
        return cover, inside
    new = {old: sha256(text.encode()).hexdigest() for old, text in inside["forms"].items() if isinstance(text, str)}
    forms = {new.get(old, old): text for old, text in inside["forms"].items()}
    keys = inside.get("keys")
    keys = {new.get(old, old): text for old, text in keys.items()} if isinstance(keys, dict) else keys
    named = [{**one, "form": new.get(one["form"], one["form"])} for one in cover["forms"]]
    return {**cover, "forms": named}, {**inside, "forms": forms, "keys": keys}


def damaged(chance: Random, data: bytes, cover: dict[str, Any], inside: dict[str, Any]) -> bytes:
    """Return a file with bytes of it changed, or one made anew of spoilt data and said to be whole."""
    if chance.random() < 0.2:
        changed = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed[: chance.randint(0, len(changed))] if chance.random() < 0.3 else changed)
    outside: Any = cover
    within: Any = inside
    if chance.random() < 0.5:
        within = spoilt(chance, inside)
        outside, within = renamed(cover, within) if chance.random() < 0.8 else (cover, within)
    else:
        outside = spoilt(chance, cover)
    seal = None if chance.random() < 0.95 else chance.choice(SPLICES)
    return wrapped(outside, seal, lzma.compress(canonical(within), preset=0))


@pytest.mark.proof
def test_damaged_publications_are_opened_or_refused_in_words(is_full: bool) -> None:
    language = Language()
    data, cover, inside = sample()
    counts = {"opened": 0, "refused": 0}

    def try_one(chance: Random) -> None:
        file = damaged(chance, data, cover, inside)
        place = workplace(Shelf((), ()))
        began = time.process_time()
        try:
            open_publication(place, read(file))
        except QuizError as error:
            counts["refused"] += 1
            refusal = language.error(error)
        else:
            refusal = ""
            counts["opened"] += 1
            (one,) = place.home.publications.opened()
            place.home.forms.load(one.form)
            language.say("publication.ask_password", title=one.title)
        assert is_within(time.process_time() - began, SECONDS)
        assert bool(refusal) == (place.home.publications.opened() == ())

    fuzz(try_one, is_full=is_full)
    assert counts["opened"] > 10
    assert counts["refused"] > 50


def _bomb() -> bytes:
    _, cover, _ = sample()
    return wrapped(cover, None, lzma.compress(b"[" + b" " * 2**30 + b"]", preset=0)[: LARGEST // 2])


def _dear() -> bytes:
    """A seal that asks for as much as any may."""
    data = written(published(paper()), Chances(), "迎难而上2026")
    outside = unwrapped(data, "")
    told = json.loads(outside.beside)
    return wrapped(told["cover"], {**told["seal"], "n": 2**17, "r": 8, "p": 1}, outside.body)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "bomb": _bomb,
    "dear": _dear,
    "deep": lambda: wrapped(sample()[1], None, lzma.compress(b'{"forms":' + b"[" * 900_000, preset=0)),
    "long cover": lambda: MAGIC + b"1\n" + b"0" * 64 + b"\n" + b"[" * 900_000,
    "noise": lambda: wrapped(sample()[1], None, Random(1).randbytes(900_000)),
}


@pytest.mark.proof
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_megabyte_takes_two_seconds_and_little_memory_at_most(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.quiz"
    path.write_bytes(HOSTILE[name]())
    assert path.stat().st_size <= LARGEST
    command = [sys.executable, "-c", _PROGRAM, str(path)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    seconds, megabytes = map(float, said)
    assert is_within(seconds, SECONDS)
    assert megabytes <= MEGABYTES


def test_what_is_made_to_harm_is_refused() -> None:
    for name in ("bomb", "deep", "long cover", "noise"):
        with pytest.raises(Refused, match="publication-altered"):
            read(HOSTILE[name]()).opened()
