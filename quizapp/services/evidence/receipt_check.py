"""Candidates' own receipts against the attempts: lists of 学号 and 回执号, and lines scanned from photographs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.receipt import PhotoLine, answers_of, read_line, typed_answers
from quizapp.domain.candidate import same_number
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.reading.encodings import decode
from quizapp.reading.files import read_bytes
from quizapp.reading.findings import Findings
from quizapp.services.classes.people_table import NUMBER, TableColumn, TableKind
from quizapp.services.evidence.evidence_files import EvidenceFinding, found

if TYPE_CHECKING:
    from quizapp.services.evidence.evidence_files import Kind
    from quizapp.services.evidence.recomputed_book import Recomputed


class Receipt(NamedTuple):
    """What a candidate holds."""

    line: int
    candidate: str
    receipt: str


def _plain(text: str) -> str:
    """Return a receipt as it is compared: as it may be typed or read out, without its stroke."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum())


RECEIPTS = TableKind(
    "receipt",
    (
        # An export writes a number that a spreadsheet would run behind a quote.
        NUMBER._replace(read=lambda text: text.removeprefix("'"), is_required=True),
        TableColumn("receipt", ("回执号", "交卷回执号", "回执", "receipt"), _plain),
    ),
)


def read_receipts(path: Path) -> tuple[Receipt, ...]:
    """Return a table's receipts; who has none is left out. Raises Faulty, CalledWrongly, Refused."""
    rows, faults = RECEIPTS.rows(path)
    table = RECEIPTS.headed(rows, faults, "receipts-no-heads")
    if table is None:
        raise Faulty(faults.faults)
    listed = (Receipt(row.line, table.cell(row, "id"), table.cell(row, "receipt")) for row in table.rows)
    return tuple(one for one in listed if one.receipt)


def check_receipts(receipts: tuple[Receipt, ...], now: Recomputed) -> Iterator[EvidenceFinding]:
    """Give the receipts that fit no attempt of their candidate."""
    held: dict[str, dict[str, str]] = {}
    for one in now.attempts:
        if one.receipt is not None:
            # Whose it was when it was handed in, and whose it is now: either may hold it.
            for id in {same_number(one.attempt.started.candidate), same_number(one.candidate.id)}:
                held.setdefault(id, {})[_plain(one.receipt)] = one.id
    everywhere = {receipt for mine in held.values() for receipt in mine}
    for given in receipts:
        mine = held.get(same_number(given.candidate), {})
        if given.receipt in mine:
            continue
        kind: Kind = "replaced" if mine else "missing"
        code = "receipt-another" if given.receipt in everywhere else "receipt-differs"
        yield found(
            kind,
            code if mine else "receipt-nobody",
            attempt=next(iter(mine.values())) if len(mine) == 1 else "",
            line=given.line,
            candidate=given.candidate,
            receipt=_shown(given.receipt),
            now="、".join(sorted(map(_shown, mine))),
        )


def _shown(plain: str) -> str:
    plain = _plain(plain)
    return f"{plain[:5]}-{plain[5:]}" if len(plain) == 10 else plain


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


def check_photos(photos: tuple[Photo, ...], now: Recomputed) -> Iterator[EvidenceFinding]:
    """Give the photographs that fit no attempt of their candidate, and those whose answers are not the attempt's."""
    held = ((one.line, one.said.candidate, one.said.receipt.replace("-", "")) for one in photos)
    yield from check_receipts(tuple(Receipt(*one) for one in held), now)
    answers = {
        one.receipt: (one.id, answers_of(one.form, one.attempt.responses)) for one in now.attempts if one.receipt
    }
    for one in photos:
        known = answers.get(one.said.receipt)
        if known is not None and known[1] != one.said.answers:
            numbers = _differing(typed_answers(one.said.answers), typed_answers(known[1]))
            values = {"line": one.line, "candidate": one.said.candidate, "numbers": numbers}
            yield found("replaced", "photo-differs", attempt=known[0], **values)


def _differing(said: tuple[str, ...], kept: tuple[str, ...]) -> str:
    longest = max(len(said), len(kept))
    pairs = zip((*said, *[""] * (longest - len(said))), (*kept, *[""] * (longest - len(kept))), strict=True)
    return " ".join(str(number) for number, (one, other) in enumerate(pairs, 1) if one != other)
