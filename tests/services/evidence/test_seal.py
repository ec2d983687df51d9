"""A seal as a sheet: it reads back in any language and from any system, and proves itself."""

from __future__ import annotations

import codecs
from datetime import UTC

import pytest

from quizapp.domain.errors import Refused
from quizapp.language import Language, Tongue
from quizapp.services.evidence.seal import Seal, SealedAttempt, SealedFile, SealHeading, read_seal, seal_sheet
from tests.samples.workplace import NINE

SEAL = Seal(
    attempts=(
        SealedAttempt("20261201T010000000Z-2222222222", "入党-2026", "a" * 64, "ABCDE-FGHJK", "01 张三"),
        SealedAttempt("20261201T010000000Z-3333333333", "入党-2026", "b" * 64, "", "2 2\u3000 李 四"),
    ),
    files=(SealedFile("journal/入党-2026/20261201T010000000Z-2222222222.jsonl", 1234, "1" * 64),),
)


def sheet(tongue: Tongue = "zh") -> bytes:
    return seal_sheet(
        SEAL, SealHeading(at=NINE, by="班委甲", class_id="2026-1", class_title="甲班"), Language(tongue, UTC)
    )


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_sheet_reads_back_whatever_its_language(tongue: Tongue) -> None:
    read = read_seal(sheet(tongue))
    assert read.files == SEAL.files
    assert [one[:4] for one in read.attempts] == [one[:4] for one in SEAL.attempts]
    assert read.attempts[0].who == "01 张三"
    assert read.digest in sheet(tongue).decode().splitlines()[-1]


def test_a_sheet_says_when_by_whom_and_of_which_class() -> None:
    text = sheet().decode()
    # Notepad on an older Windows takes a text without it for GBK.
    assert text.startswith("\ufeff成绩封存单\n班次：甲班 2026-1\n封存时间：2026-12-01 01:00:00")
    assert "封存人：班委甲" in text
    assert "20261201T010000000Z-2222222222" in text
    assert "01 张三" in text


@pytest.mark.parametrize(
    "carried",
    [
        sheet().replace(b"\n", b"\r\n"),
        sheet().removeprefix(codecs.BOM_UTF8),
        sheet().rstrip(b"\n"),
        sheet() + b"\n\r\n",
    ],
)
def test_a_sheet_that_went_through_another_system_reads_the_same(carried: bytes) -> None:
    assert read_seal(carried) == read_seal(sheet())


def test_a_sheet_with_any_byte_changed_is_refused() -> None:
    data = sheet()
    # The words before the digest, in its own line, are no part of what is proved.
    for place in (*range(data[:-1].rindex(b"\n")), *range(len(data) - 65, len(data) - 1)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(Refused):
            read_seal(changed)


@pytest.mark.parametrize("data", [b"", b"\n", b"hello", "成绩封存单\n".encode(), b"\xff\xfe\x00"])
def test_what_is_no_seal_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as told:
        read_seal(data)
    assert told.value.code == "seal-unreadable"
