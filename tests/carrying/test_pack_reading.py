"""What is read of packs, of folders and of archives, and what of them is not looked at."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest

from quizapp.carrying import pack_file as names
from quizapp.carrying.pack_reader import UnpackingRoom, read_pack
from quizapp.carrying.pack_sources import found_in
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.language import Language
from quizapp.services.carrying.collect import AT_ONCE, BYTES_AT_ONCE, in_parts
from quizapp.services.carrying.copies import BroughtCopy, Rehearsed, UnreadFile
from tests.samples.carrying.collecting_committee import brought, codes, committee
from tests.samples.carrying.machines import journal_of, members, packed, sat, zipped

WHOLE = packed(sat(1))
CONTENT = members(WHOLE)
JOURNAL = journal_of(CONTENT)
NOISE = Random(1).randbytes(100_000)
"""That no packing makes smaller."""


def codes_of(data: bytes) -> list[str]:
    return [one.code for one in read_pack(data, "x.zip") if isinstance(one, UnreadFile)]


def test_a_pack_says_what_is_in_it_and_holds_it_under_the_names_of_the_data_folder() -> None:
    told = json.loads(CONTENT["pack.json"])
    (one,) = told["attempts"]
    assert told["class"] == "2026-1"
    assert f"journal/{one['paper']}/{one['attempt']}.jsonl" == JOURNAL
    assert f"forms/{one['form']}.json" in CONTENT
    (brought,) = read_pack(WHOLE, "x.zip")
    assert isinstance(brought, BroughtCopy)
    assert brought.stated is not None
    assert brought.stated.receipt == one["receipt"] != ""


def test_a_data_folder_that_was_packed_by_hand_gives_its_attempts_too() -> None:
    inner = {f"quizapp/{name}": data for name, data in CONTENT.items() if name != "pack.json"}
    beside = {"quizapp/journal/sample-paper/committee.jsonl": b"{}\n", "quizapp/scores.json": b"{}"}
    assert codes(committee(), zipped({**inner, **beside})) == ["new"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"readme.txt": b"x"}, "not-pack"),
        ({JOURNAL: b"\n" * (names.MOST_LINES + 1)}, "too-long"),
        ({JOURNAL: (NOISE * 90)[: names.MOST_JOURNAL + 1]}, "too-long"),
        ({f"journal/p/{number}.jsonl": b"" for number in range(names.MOST_ATTEMPTS + 1)}, "too-many"),
        ({"../" + JOURNAL: CONTENT[JOURNAL]}, "unreadable"),
    ],
    ids=["none", "lines", "bytes", "attempts", "elsewhere"],
)
def test_what_no_class_would_bring_is_not_read(content: dict[str, bytes], code: str) -> None:
    assert codes_of(zipped(content))[0] == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pack-blank"),
        (WHOLE[:700], "pack-broken"),
        (b"PK\x05\x06" + bytes(18), "pack-broken"),
        (b"<html><body>", "pack-foreign"),
        (b"MZ" + WHOLE, "pack-foreign"),
        (zipped({JOURNAL: b"0" * 2**24}), "pack-huge"),
    ],
    ids=["empty", "torn", "of nothing", "a page", "behind a program", "a bomb"],
)
def test_why_a_file_is_no_pack_is_told_to_who_carried_it(data: bytes, code: str) -> None:
    (found,) = read_pack(data, "x.zip")
    assert isinstance(found, UnreadFile)
    trouble = found.values["trouble"]
    assert isinstance(trouble, Refused)
    assert trouble.code == code
    said = Language().say("collect.unreadable", **found.values)
    # Not what people are told who import a table.
    assert not re.search("Excel|WPS|下载|导入", said)


def test_a_thousand_members_that_lead_elsewhere_are_told_of_once() -> None:
    content = CONTENT | {f"../{number}/{JOURNAL}": b"x" for number in range(1000)}
    assert [one.code for one in read_pack(zipped(content), "x.zip") if isinstance(one, UnreadFile)] == ["unreadable"]


def test_packs_that_were_zipped_again_are_read_one_level_deep() -> None:
    packs = {f"三班/{number}.zip": packed(sat(number)) for number in (1, 2)}
    again = zipped({**packs, "说明.txt": b"x"})
    home = committee()
    assert codes(home, again) == ["new", "new"]
    assert codes(home, again, WHOLE) == ["same", "same", "same"]
    assert codes(home, zipped({"all.zip": again})) == ["too-deep", "too-deep"]
    files = [one.file for one in read_pack(again, "all.zip") if isinstance(one, BroughtCopy)]
    assert files == ["all.zip / 三班/1.zip", "all.zip / 三班/2.zip"]


def test_what_is_no_pack_inside_an_archive_is_named_and_hinders_no_other() -> None:
    broken, pictures = WHOLE[:-40], zipped({"a.png": b"x"})
    again = zipped({"1.zip": broken, "2.zip": pictures, "3.ZIP": WHOLE, "__MACOSX/3.zip": b"x", "4.zip": b""})
    assert codes(committee(), again) == ["unreadable", "not-pack", "new", "unreadable"]


def test_what_is_no_pack_is_neither_here_already_nor_refused() -> None:
    home = committee()
    done = brought(home, zipped({"readme.txt": b"x"}))
    assert [one.kind for one in done.verdicts] == ["foreign"]
    assert not done.refused
    assert not done.taken


def test_packs_in_one_archive_have_less_room_together_than_each_has_alone() -> None:
    within = UnpackingRoom(15)
    first, second = UnpackingRoom(10, within), UnpackingRoom(10, within)
    assert first.takes(9)
    assert not first.takes(2)
    assert not second.takes(7)
    assert second.takes(6)
    assert not second.takes(1)


def test_only_so_much_of_one_pack_is_read() -> None:
    size = names.MOST_JOURNAL // 2
    many = {f"journal/p/{number}.jsonl": b"x" * size for number in range(20)}
    found = list(read_pack(zipped(many), "x.zip"))
    assert sum(isinstance(one, BroughtCopy) for one in found) == names.MOST_TOGETHER // size
    assert {one.code for one in found if isinstance(one, UnreadFile)} == {"too-long"}


def test_a_later_versions_pack_gives_what_this_version_knows_of() -> None:
    told = json.loads(CONTENT["pack.json"]) | {"version": 9, "more": [1]}
    more = {**CONTENT, "pack.json": json.dumps(told).encode(), "later/x": b"x", "rehearsals/1.json": b"[]"}
    assert codes(committee(), zipped(more)) == ["new"]
    assert not [one for one in read_pack(zipped(more), "x.zip") if isinstance(one, Rehearsed)]


def test_folders_are_gone_through_to_their_end_and_no_file_is_read_twice(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "a" / "b").mkdir(parents=True)
    (stick / "a" / "b" / "1.ZIP").write_bytes(WHOLE)
    (stick / "note.txt").write_bytes(b"x")
    for name, data in members(packed(sat(2))).items():
        path = stick / "home" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = [one for one in found_in([stick, stick / "a" / "b" / "1.ZIP"]) if isinstance(one, BroughtCopy)]
    assert [one.is_pack for one in found] == [True, False]
    with pytest.raises(CalledWrongly, match="missing-file"):
        found_in([stick, tmp_path / "none"])


def test_many_copies_or_large_ones_are_judged_a_few_at_a_time() -> None:
    (one,) = read_pack(WHOLE, "x.zip")
    assert isinstance(one, BroughtCopy)
    assert [len(part) for part in in_parts([one] * (AT_ONCE + 1))] == [AT_ONCE, 1]
    large = BroughtCopy(file="x", name=one.name, data=b"x" * (BYTES_AT_ONCE // 2), form=one.form)
    assert [len(part) for part in in_parts([large] * 5)] == [2, 2, 1]
