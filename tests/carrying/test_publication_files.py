"""A publication's file gives back what went in, hides what is sealed, and is refused where it was altered."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.carrying import publication_seal
from quizapp.carrying.publication_file import (
    MAGIC,
    MOST_BYTES,
    PAUSE,
    PublicationFile,
    publication_bytes,
    read_publication,
    unwrapped,
)
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.papers.paper import Paper
from quizapp.services.carrying.publication import Publication
from quizapp.services.papers.forms import canonical, secret_part, shown_part
from quizapp.services.sitting.invigilator import kept_with_key
from tests.samples.carrying.publications import FEW, PASSWORD, PEOPLE, carried, published, read, written
from tests.samples.workplace import BANK, NINE, PAPER, Chances, paper


def alike(made: Publication) -> tuple[Any, ...]:
    """Return what two publications of the same have in common: keys left out are None in what comes back."""
    return made.cover, [shown_part(form) for form in made.forms], made.roster


@pytest.mark.parametrize("password", ["", PASSWORD])
@pytest.mark.parametrize("with_keys", [True, False])
def test_what_was_published_comes_back(password: str, with_keys: bool) -> None:
    silent = paper(feedback="never", forms=3, opens=NINE, closes=NINE + timedelta(hours=2))
    made = published(
        silent, with_keys=with_keys, roster=PEOPLE, invigilator=kept_with_key("监考2026", Chances(), FEW)[0]
    )
    found = carried(made, password)
    assert found.cover == made.cover
    assert found.is_sealed == bool(password)
    back = found.opened(password)
    assert alike(back) == alike(made)
    for form, own in zip(back.forms, made.forms, strict=True):
        assert form.has_keys == with_keys
        assert secret_part(form) == (secret_part(own) if with_keys else secret_part(form))


def clear_texts(plain: Paper = PAPER) -> list[str]:
    """Return every stem, option, key and rationale of the sample paper."""
    made = published(plain)
    found: list[str] = []
    waiting: list[object] = [part for form in made.forms for part in (shown_part(form)["questions"], secret_part(form))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
    return found


def test_a_sealed_file_holds_nothing_of_a_question_in_the_clear() -> None:
    texts = clear_texts()
    assert any(BANK.items[0].stem == text for text in texts)
    assert any("次序是" in text for text in texts)
    data = publication_bytes(published(PAPER, roster=PEOPLE), Chances(), PASSWORD)
    for text in texts:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            coded = text.encode(encoding)
            # Three bytes of Chinese are one character: no two neighbours stand there, whatever the text.
            pieces = [coded] if len(text) < 3 else [text[at : at + 3].encode(encoding) for at in range(len(text) - 2)]
            assert not [piece for piece in pieces if len(piece) >= 6 and piece in data], text
    for one in PEOPLE:
        assert one.name.encode() not in data


def test_the_same_paper_unsealed_does_hold_them_once_unpacked() -> None:
    """What is looked for above would be found, if it were there."""
    data = publication_bytes(published(PAPER), Chances())
    inside = lzma.decompress(unwrapped(data, "卷.quiz").body).decode()
    assert "床头、包里、办公桌各一本" in inside


def test_a_sealed_file_is_never_the_same_twice() -> None:
    chances, made = Chances(), published(PAPER)
    first, second = (publication_bytes(made, chances, PASSWORD) for _ in range(2))
    assert unwrapped(first, "").seal != unwrapped(second, "").seal
    assert unwrapped(first, "").body[:64] != unwrapped(second, "").body[:64]


@pytest.mark.parametrize("password", ["", "迎难而上2025", "迎难而上２０２", PASSWORD * 2])
def test_a_wrong_password_is_told_so(password: str) -> None:
    with pytest.raises(Refused, match="publication-wrong-password"):
        carried(published(PAPER), PASSWORD).opened(password)


def test_a_password_is_the_same_however_an_input_method_writes_it() -> None:
    assert carried(published(PAPER), PASSWORD).opened(" 迎难而上２０２６ ").roster == ()


@pytest.mark.parametrize(("took", "waited"), [(0.25, PAUSE - 0.25), (0.0, PAUSE), (3.0, 0.0)])
def test_a_wrong_password_takes_a_second(took: float, waited: float) -> None:
    waits: list[float] = []
    times = iter((10.0, 10.0 + took))
    outside = unwrapped(publication_bytes(published(PAPER), Chances(), PASSWORD), "")
    found = PublicationFile("", outside, wait=waits.append, seconds=lambda: next(times))
    with pytest.raises(Refused, match="wrong-password"):
        found.opened("不是这个口令")
    assert waits == [pytest.approx(waited)]


def test_without_the_library_a_sealed_file_opens_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = published(PAPER, roster=PEOPLE)
    found = carried(made, PASSWORD)
    monkeypatch.setitem(__import__("sys").modules, "cryptography.exceptions", None)
    assert alike(found.opened(PASSWORD)) == alike(made)
    with pytest.raises(Refused, match="publication-wrong-password"):
        found.opened("不是这个口令")


def test_without_the_library_nothing_is_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    with pytest.raises(Refused, match="password-seal-extra"):
        publication_bytes(published(PAPER), Chances(), PASSWORD)


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_any_byte_that_is_altered_is_noticed(password: str, is_full: bool) -> None:
    data = publication_bytes(published(PAPER), Chances(), password)
    chance = Random(1)
    places = range(len(data)) if is_full else sorted(chance.sample(range(len(data)), 300))
    for place in places:
        altered = bytearray(data)
        altered[place] ^= 1 << chance.randrange(8)
        with pytest.raises(Refused, match=r"publication-(altered|none|newer)"):
            read(bytes(altered)).opened(password)


def test_any_part_that_is_cut_off_is_noticed() -> None:
    data = publication_bytes(published(PAPER), Chances())
    for end in (*range(200), *range(200, len(data), 37)):
        with pytest.raises(Refused, match=r"publication-(altered|none|newer)"):
            read(data[:end]).opened()


def rewrapped(cover: object, seal: object, body: bytes) -> bytes:
    """Return a file that says it is whole, of whatever it holds."""
    inner = canonical({"cover": cover, "seal": seal}) + b"\n" + body
    return MAGIC + b"1\n" + sha256(inner).hexdigest().encode() + b"\n" + inner


def parts(password: str = "") -> tuple[dict[str, Any], Any, bytes]:
    """Return a sound file's cover, seal and body."""
    outside = unwrapped(publication_bytes(published(PAPER, roster=PEOPLE), Chances(), password), "")
    told = json.loads(outside.beside)
    return told["cover"], told["seal"], outside.body


SPOILT_COVERS: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "no cover": lambda _: None,
    "a list": lambda _: [],
    "a field is missing": lambda cover: {name: value for name, value in cover.items() if name != "paper"},
    "a field too many": lambda cover: {**cover, "shell": "rm"},
    "no forms": lambda cover: {**cover, "forms": []},
    "another paper": lambda cover: {**cover, "paper": "other"},
    "another digest": lambda cover: {**cover, "paper_digest": "0" * 64},
    "another letter": lambda cover: {**cover, "forms": [{**cover["forms"][0], "letter": "B"}]},
    "a form that is not inside": lambda cover: {**cover, "forms": [{**cover["forms"][0], "form": "0" * 64}]},
    "a form that is a path": lambda cover: {**cover, "forms": [{**cover["forms"][0], "form": "../../x"}]},
    "an escape in the title": lambda cover: {**cover, "title": "\x1b[2J"},
    "a line in the title": lambda cover: {**cover, "title": "样\n卷"},
    "a number for a title": lambda cover: {**cover, "title": 7},
    "a date that is none": lambda cover: {**cover, "made_at": "yesterday"},
    "a password that costs the earth": lambda cover: {
        **cover,
        "invigilator": {"n": 2**30, "r": 8, "p": 1, "salt": "00" * 16, "hash": "00"},
    },
}


@pytest.mark.parametrize("name", sorted(SPOILT_COVERS))
def test_a_cover_that_is_not_of_what_is_inside_is_refused(name: str) -> None:
    cover, seal, body = parts()
    with pytest.raises(Refused, match="publication-altered"):
        read(rewrapped(SPOILT_COVERS[name](cover), seal, body)).opened()


SPOILT_SEALS: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "no cost": lambda seal: {name: value for name, value in seal.items() if name != "n"},
    "a cost beyond this machine": lambda seal: {**seal, "n": 2**40},
    "a cost too small to guard anything": lambda seal: {**seal, "n": 2},
    "a cost that is no power of two": lambda seal: {**seal, "n": 2**15 + 1},
    "a cost that is a text": lambda seal: {**seal, "n": "32768"},
    "a short nonce": lambda seal: {**seal, "nonce": "00"},
    "a salt that is none": lambda seal: {**seal, "salt": "z" * 32},
    "a list": lambda _: [1],
    "a text": lambda _: "scrypt",
}


@pytest.mark.parametrize("name", sorted(SPOILT_SEALS))
def test_a_seal_that_cannot_be_gone_by_is_refused(name: str) -> None:
    cover, seal, body = parts(PASSWORD)
    with pytest.raises(Refused, match="publication-altered"):
        read(rewrapped(cover, SPOILT_SEALS[name](seal), body)).opened(PASSWORD)


def repacked(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a file with what is inside changed, and said to be whole."""
    cover, seal, body = parts()
    plain = json.loads(lzma.decompress(body))
    return rewrapped(cover, seal, lzma.compress(canonical(change(plain))))


SPOILT_INSIDES: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "nothing": lambda _: None,
    "no roster": lambda plain: {name: value for name, value in plain.items() if name != "roster"},
    "somebody without a number": lambda plain: {**plain, "roster": [{**plain["roster"][0], "id": ""}]},
    "somebody with an escape": lambda plain: {**plain, "roster": [{**plain["roster"][0], "name": "\x1b]0;x\x07"}]},
    "somebody with a number of 65": lambda plain: {**plain, "roster": [{**plain["roster"][0], "id": "1" * 65}]},
    "another stem": lambda plain: {
        **plain,
        "forms": {form: text.replace(BANK.items[0].stem[:4], "改过的题") for form, text in plain["forms"].items()},
    },
    "somebody more than the cover says": lambda plain: {**plain, "roster": [*plain["roster"], plain["roster"][0]]},
    "another form's text": lambda plain: {**plain, "forms": dict.fromkeys(plain["forms"], "{}")},
    "keys of another form": lambda plain: {**plain, "keys": dict.fromkeys(plain["keys"], "{}")},
    "keys that are no text": lambda plain: {**plain, "keys": dict.fromkeys(plain["keys"], 1)},
    "as deep as it goes": lambda plain: {**plain, "keys": dict.fromkeys(plain["keys"], "[" * 100_000)},
}


@pytest.mark.parametrize("name", sorted(SPOILT_INSIDES))
def test_an_inside_that_is_not_sound_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="publication-altered"):
        read(repacked(SPOILT_INSIDES[name])).opened()


def redrawn(change: Callable[[dict[str, Any], dict[str, Any]], object]) -> bytes:
    """Return a file with its form and that one's keys changed, every digest in it made anew as its maker would."""
    cover, seal, body = parts()
    plain = json.loads(lzma.decompress(body))
    ((name, text),) = plain["forms"].items()
    form, keys = json.loads(text), json.loads(plain["keys"][name])
    change(form, keys)
    digest = sha256(canonical(form)).hexdigest()
    plain = {**plain, "forms": {digest: canonical(form).decode()}, "keys": {digest: canonical(keys).decode()}}
    cover["forms"][0]["form"] = digest
    return rewrapped(cover, seal, lzma.compress(canonical(plain)))


def setting(place: int, **changes: object) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    """Return a change of one question, numbered from 0."""
    return lambda form, _: form["questions"][place].update(changes)


def keyed(number: int, key: object) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    """Return a change of one question's key."""
    return lambda _, keys: keys[str(number)].update(key=key)


POINTING_ELSEWHERE: Mapping[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "a section that is not there": setting(4, section=99),
    "a section before the first": setting(0, section=-1),
    "sections out of their order": setting(0, section=1),
    "a question's number twice": setting(1, number=1),
    "an order with an option that is not there": setting(0, order=[0, 1, 2, 9]),
    "an order with an option left out": setting(0, order=[0, 1, 2]),
    "an order with an option twice": setting(0, order=[0, 0, 1, 2]),
    "a key beyond the options": keyed(1, "Z"),
    "a key of several that is beyond the options": keyed(3, ["A", "Z"]),
    "a key with more blanks than the stem": keyed(5, [["一"], ["二"], ["三"]]),
    "a key with a blank that nothing fills": keyed(5, [[], []]),
    "fewer questions than on the cover": lambda form, _: form["questions"].pop(),
}


@pytest.mark.parametrize("name", sorted(POINTING_ELSEWHERE))
def test_a_form_that_points_at_what_is_not_in_it_is_refused(name: str) -> None:
    assert read(redrawn(lambda *_: None)).opened().forms  # made anew it opens, as long as it holds together
    with pytest.raises(Refused, match="publication-altered"):
        read(redrawn(POINTING_ELSEWHERE[name])).opened()


def test_an_inside_that_would_fill_the_memory_is_refused() -> None:
    cover, seal, _ = parts()
    bomb = lzma.compress(b"[" + b" " * (MOST_BYTES * 2) + b"]")
    assert len(bomb) < 2**17
    with pytest.raises(Refused, match="publication-altered"):
        read(rewrapped(cover, seal, bomb)).opened()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "publication-none"),
        (b"PK\x03\x04", "publication-none"),
        (MAGIC, "publication-newer"),
        (MAGIC + b"2\nmore", "publication-newer"),
        (MAGIC + b"1\n", "publication-altered"),
    ],
)
def test_what_is_no_publication_is_told_so(data: bytes, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read(data)


def test_a_file_is_read_from_disk_and_named_without_its_folder(tmp_path: Path) -> None:
    found = read_publication(written(tmp_path, published(PAPER), name="期末\u202e.quiz"))
    assert found.cover.title == PAPER.title
    assert found.name == "期末.quiz"


def test_a_file_that_is_not_there_or_a_folder_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CalledWrongly, match="missing-file"):
        read_publication(tmp_path / "none.quiz")
    with pytest.raises(Faulty):
        read_publication(tmp_path)


def test_covers_that_differ_in_anything_are_sealed_apart() -> None:
    """The line that can be read is covered by the seal: a title changed and rehashed opens no more."""
    cover, seal, body = parts(PASSWORD)
    with pytest.raises(Refused, match="publication-wrong-password"):
        read(rewrapped({**cover, "title": "另一份卷"}, seal, body)).opened(PASSWORD)


def test_what_a_seal_is_made_with_can_be_gone_by_and_is_never_the_same_twice() -> None:
    chances = Chances()
    first, second = publication_seal.seal_facts(chances), publication_seal.seal_facts(chances)
    assert publication_seal.is_sound_seal(first)
    assert first["salt"] != second["salt"]
    assert first["nonce"] != second["nonce"]


def test_two_files_of_the_same_differ_in_their_digest_only_by_their_seal() -> None:
    made = published(PAPER)
    assert carried(made).digest == carried(made).digest
    assert carried(replace(made, roster=PEOPLE)).digest != carried(made).digest
