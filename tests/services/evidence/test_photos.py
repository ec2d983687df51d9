"""Photographs of receipts' codes are a second copy: they tell an altered attempt, a lost one, and an altered photo."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.attempt.receipt import PhotoLine, answers_of, receipt, typed_answers, write_line
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.evidence.receipt_check import Photo, read_photos
from quizapp.services.evidence.verification import Verification, verify
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.class_in_files import five


@pytest.fixture
def klass(tmp_path: Path) -> Workplace:
    return five(tmp_path / "home")


def lines(place: Workplace) -> list[PhotoLine]:
    """Return what everybody's photograph says, in order of start."""
    found = [read_attempt(place.home, name) for name in place.home.journals.names()]
    return [
        PhotoLine(one.attempt.started.candidate, receipt(one.head), answers_of(one.form, one.attempt.responses))
        for one in found
        if one.attempt.has_ended
    ]


def checked(place: Workplace, photos: list[PhotoLine]) -> Verification:
    numbered = tuple(Photo(number, one) for number, one in enumerate(photos, 1))
    return verify(place.home, "甲班", photos=numbered, wait=lambda: None)


def test_everybodys_own_photograph_fits(klass: Workplace) -> None:
    photos = lines(klass)
    assert len(photos) >= 4
    verdict = checked(klass, photos)
    assert (verdict.findings, verdict.photos) == ((), len(photos))


def test_a_photograph_with_other_answers_is_told_by_question(klass: Workplace) -> None:
    first, *rest = lines(klass)
    assert typed_answers(first.answers)[0] == first.answers[0] != "Z"
    verdict = checked(klass, [first._replace(answers="Z" + first.answers[1:]), *rest])
    (one,) = verdict.findings
    assert (one.kind, one.code) == ("replaced", "photo-differs")
    assert one.values["numbers"] == "1"


def test_a_photograph_of_an_attempt_that_is_gone_or_anothers_is_told(klass: Workplace) -> None:
    first, second, *_ = lines(klass)
    gone = first._replace(candidate="nobody", receipt="22222-22222")
    swapped = first._replace(receipt=second.receipt, answers=second.answers)
    assert [one.code for one in checked(klass, [gone]).findings] == ["receipt-nobody"]
    assert [one.code for one in checked(klass, [swapped]).findings] == ["receipt-another"]


def test_a_list_is_read_line_by_line_and_what_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "照片.txt"
    path.write_text(f"\ufeff{write_line(PhotoLine('07', '4F7KQ-X9TBM', 'CA'))}\r\n\r\n", encoding="utf-8")
    assert read_photos(path) == (Photo(1, PhotoLine("07", "4F7KQ-X9TBM", "CA")),)
    path.write_text("QUIZ1:4F7KQX9TBM:CA:07\nhttps://example.org\n", encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_photos(path)
    assert [(fault.line, fault.code) for fault in told.value.faults] == [(2, "photo-not-one")]
    with pytest.raises(CalledWrongly):
        read_photos(tmp_path / "none.txt")
