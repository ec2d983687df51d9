"""Lines scanned from photographs of receipts' codes against the attempts: second copies that their owners keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.domain.photo_line import PhotoLine, answers_of, read_line, told
from quizapp.reading.encodings import decode
from quizapp.reading.files import read_bytes
from quizapp.reading.findings import Findings
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.evidence.receipt_check import Receipt, check_receipts

if TYPE_CHECKING:
    from quizapp.services.evidence.recomputing import Recomputed


class Photo(NamedTuple):
    """What one photograph says."""

    line: int
    """In the list, from 1."""
    said: PhotoLine


def read_photos(path: Path) -> tuple[Photo, ...]:
    """Return what a list says, a photograph to a line. Raises CalledWrongly, Faulty with the lines that are none."""
    if not path.is_file():
        raise CalledWrongly("missing-file", path=str(path))
    findings = Findings(str(path))
    data = read_bytes(path, findings)
    text = None if data is None else decode(data, findings)
    photos: list[Photo] = []
    for number, line in enumerate((text or "").splitlines(), 1):
        said = read_line(line)
        if said is not None:
            photos.append(Photo(number, said))
        elif line.strip():
            findings.error("photo-not-one", (number, 1))
    if findings.has_errors:
        raise Faulty(tuple(findings.faults))
    return tuple(photos)


def check_photos(photos: tuple[Photo, ...], now: Recomputed) -> Iterator[Finding]:
    """Give the photographs that fit no attempt of their candidate, and those whose answers are not the attempt's."""
    held = ((one.line, one.said.candidate, one.said.receipt.replace("-", "")) for one in photos)
    yield from check_receipts(tuple(Receipt(*one) for one in held), now)
    answers = {
        one.receipt: (one.id, answers_of(one.form, one.attempt.responses)) for one in now.attempts if one.receipt
    }
    for one in photos:
        known = answers.get(one.said.receipt)
        if known is not None and known[1] != one.said.answers:
            numbers = _differing(told(one.said.answers), told(known[1]))
            values = {"line": one.line, "candidate": one.said.candidate, "numbers": numbers}
            yield found("replaced", "photo-differs", attempt=known[0], **values)


def _differing(said: tuple[str, ...], kept: tuple[str, ...]) -> str:
    longest = max(len(said), len(kept))
    pairs = zip((*said, *[""] * (longest - len(said))), (*kept, *[""] * (longest - len(kept))), strict=True)
    return " ".join(str(number) for number, (one, other) in enumerate(pairs, 1) if one != other)
