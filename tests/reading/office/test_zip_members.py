"""Archives from anywhere, honest and hostile."""

from __future__ import annotations

import random
import stat
import struct
import zipfile

import pytest

from quizapp.domain.errors import Refused
from quizapp.language import Language
from quizapp.reading.office.zip_members import FREE_BYTES, MOST_BYTES, MOST_ENTRIES, MOST_MEMBER_BYTES, ZipMembers
from tests.instruments.zip_archives import archive, entry, patched

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
GOOD = archive(("a.xml", "<a>甲</a>"), ("word/b.xml", "<b/>"))


def read_all(data: bytes) -> None:
    members = ZipMembers(data)
    for name in members.names:
        members.member(name)


def refusal(data: bytes) -> str:
    """Return the code that an archive, or the reading of all its members, is refused with; it can be said."""
    with pytest.raises(Refused) as caught:
        read_all(data)
    for tongue in ("zh", "en"):
        assert Language(tongue).error(caught.value)
    return caught.value.code


def test_members_are_read_by_name() -> None:
    members = ZipMembers(GOOD)
    assert members.names == ("a.xml", "word/b.xml")
    assert members.member("a.xml") == "<a>甲</a>".encode()
    assert members.member("none") is None
    assert members.xml("a.xml").text == "甲"


def test_folders_are_no_members() -> None:
    assert ZipMembers(archive((entry("word/", stat.S_IFDIR | 0o755), b""), ("word/a.xml", "<a/>"))).names == (
        "word/a.xml",
    )


def test_xml_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="archive-member-missing"):
        ZipMembers(GOOD).xml("none.xml")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../a", "a/../../b", "..", "a\\b", "..\\b", "C:/a", "c:a", "\\\\host\\a"],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert refusal(archive((entry(name), b"x"))) == "archive-member-path"


def test_a_name_with_a_hidden_end_is_refused() -> None:
    assert refusal(archive(("aXb.xml", "x")).replace(b"aXb.xml", b"a\x00b.xml")) == "archive-member-path"


def test_two_dots_within_a_name_are_a_name() -> None:
    assert ZipMembers(archive(("a..b", "x"))).names == ("a..b",)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_what_is_no_regular_file_is_refused(kind: int) -> None:
    assert refusal(archive((entry("a", kind | 0o777), b"/etc/passwd"))) == "archive-member-link"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a", "a"), ("a.xml", "A.XML"), ("\u00e9", "e\u0301"), ("straße", "STRASSE")])
def test_a_name_that_stands_twice_is_refused(names: tuple[str, str]) -> None:
    assert refusal(archive(*((entry(name), b"x") for name in names))) == "archive-member-twice"


@pytest.mark.parametrize("flags", [b"\x01\x00", b"\x40\x00", b"\x00\x20"])
def test_encrypted_members_are_refused(flags: bytes) -> None:
    assert refusal(patched(GOOD, [(LOCAL, 6, flags), (CENTRAL, 8, flags)])) == "archive-member-locked"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_no_office_program_uses_are_refused(method: int) -> None:
    assert refusal(archive(("a", b"x" * 100), method=method)) == "archive-member-method"


def test_a_member_that_unpacks_to_a_thousand_times_is_refused() -> None:
    assert refusal(archive(("a", bytes(5_000_000)))) == "archive-member-bomb"


def test_a_small_member_may_be_packed_tightly() -> None:
    assert ZipMembers(archive(("a", bytes(1_000_000)))).member("a") == bytes(1_000_000)


def saying(data: bytes, length: int) -> bytes:
    """Return an archive whose members say that they are so long, packed to a hundredth."""
    packed, said = struct.pack("<L", length // 100), struct.pack("<L", length)
    return patched(data, [(LOCAL, 18, packed + said), (CENTRAL, 20, packed + said)])


def test_a_member_beyond_the_cap_is_refused() -> None:
    data = archive(("a", bytes(100)))
    assert refusal(saying(data, MOST_MEMBER_BYTES + 1)) == "archive-member-big"
    # What it says is looked at before it is unpacked, which newer Pythons refuse of an archive as short as this.
    assert ZipMembers(saying(data, MOST_MEMBER_BYTES)).names == ("a",)


def test_members_beyond_the_cap_together_are_refused() -> None:
    two = archive(("a", bytes(100)), ("b", bytes(100)))
    three = archive(("a", bytes(100)), ("b", bytes(100)), ("c", bytes(100)))
    assert refusal(saying(three, MOST_BYTES // 3 + 1)) == "archive-too-big"
    assert refusal(saying(two, MOST_BYTES // 3 + 1)) == "archive-overlapping"


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    said = struct.pack("<L", 100)
    lying = patched(archive(("a", bytes(3_000_000))), [(LOCAL, 22, said), (CENTRAL, 24, said)])
    assert refusal(lying) == "archive-damaged"


def test_too_much_xml_in_all_members_together_is_refused() -> None:
    signs = "<a>" + "<" * 300_000 + "</a>"
    members = ZipMembers(archive(("a", signs), ("b", signs)))
    for name in ("a", "b", "a", "b"):
        with pytest.raises(Refused, match="xml-damaged"):
            members.xml(name)
    with pytest.raises(Refused, match="xml-too-big"):
        members.xml("a")


def test_one_member_cannot_be_asked_for_without_end() -> None:
    members = ZipMembers(archive(("a", bytes(FREE_BYTES))))
    for _ in range(MOST_BYTES // FREE_BYTES):
        assert sum(map(len, members.chunks("a"))) == FREE_BYTES
    with pytest.raises(Refused, match="archive-too-big"):
        list(members.chunks("a"))


def test_too_many_members_are_refused_before_the_list_is_read() -> None:
    assert refusal(archive(*((f"{number}", b"") for number in range(MOST_ENTRIES + 1)))) == "archive-too-many"


def test_members_over_one_another_are_refused() -> None:
    data = archive(("a", b"x" * 50), ("b", b"y" * 50), method=zipfile.ZIP_STORED)
    place = data.rfind(CENTRAL) + 42  # where the second member begins
    assert refusal(data[:place] + struct.pack("<L", 40) + data[place + 4 :]) == "archive-overlapping"


def test_an_archive_behind_a_program_is_refused() -> None:
    assert refusal(b"MZ" + bytes(100) + GOOD) == "archive-behind-program"
    assert refusal(LOCAL + bytes(100) + GOOD) == "archive-behind-program"


def test_what_is_no_archive_is_said_to_be_what_it_is() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refusal(b"") == "archive-unknown"
    assert refusal("1. 题干\nA. 甲".encode()) == "archive-unknown"
    assert refusal(ole) == "archive-old-office"
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")) == "archive-locked"
    assert refusal("\ufeff<html><table><tr><td>题干".encode()) == "archive-is-html"
    assert refusal(archive()) == "archive-empty"


@pytest.mark.parametrize("kept", [30, len(GOOD) // 2, len(GOOD) - 1])
def test_an_archive_that_is_cut_short_is_refused(kept: int) -> None:
    assert refusal(GOOD[:kept]) == "archive-damaged"


def test_a_broken_member_is_named() -> None:
    stored = archive(("a.xml", "<a>123456</a>"), method=zipfile.ZIP_STORED)
    with pytest.raises(Refused) as caught:
        ZipMembers(stored.replace(b"123456", b"123457")).member("a.xml")
    assert caught.value.values == {"member": "a.xml"}


def test_archives_changed_anywhere_are_read_or_refused() -> None:
    chance = random.Random(5)
    for _ in range(2_000):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            members = ZipMembers(bytes(data))
            for name in members.names:
                members.xml(name)
        except Refused:
            pass
