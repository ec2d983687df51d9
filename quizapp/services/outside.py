"""Bringing marks from outside into the records: a file's rows against what stands, all or none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions import NOTHING_DECIDED
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.essay_marks import is_own
from quizapp.domain.outside import OutsideMarked, standing_marks
from quizapp.domain.text import clean_line
from quizapp.services.outside_rows import read_outside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.essay_marks import Marker
    from quizapp.domain.fault import Fault
    from quizapp.domain.outside import OutsideFact
    from quizapp.services.outside_rows import OutsideRow, OutsideSheet
    from quizapp.services.records import Document
    from quizapp.services.workplace import Workplace

LONGEST_NAME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file brought in, or would bring."""

    name: str
    rows: int
    added: tuple[OutsideMarked, ...]
    changed: tuple[tuple[OutsideMarked, OutsideMarked], ...]
    """What stood and what stands now."""
    same: int
    missing: tuple[tuple[OutsideRow, OutsideMarked | None], ...]
    """Rows without a mark, each with the mark from before that stays, if there is one."""
    known: tuple[str, ...]
    """The other names that marks were brought in under before."""
    is_new: bool
    """Whether none were under this one."""
    warnings: tuple[Fault, ...] = ()


def bring(place: Workplace, path: Path, wanted: str, by: Marker, *, dry_run: bool = False) -> Brought:
    """Record a file's marks under a name; with `dry_run` only say what would be recorded.

    A row without a mark records nothing: a mark from before stays. Raises Faulty with every fault and nothing
    recorded, CalledWrongly for a name that cannot be used or a missing file, Refused, MachineRefused.
    """
    name = checked_name(place, wanted)
    sheet = read_outside(place.home.roster.roll().everybody, path, name)
    if sheet.faults.has_errors:
        raise Faulty(sheet.faults.faults)
    now = place.clock.read()
    _warn_of_own(sheet, by)
    if dry_run:
        return _compared(place.home.outside_marks.read(), name, sheet, by, now)
    done: list[Brought] = []

    def make(facts: Sequence[OutsideFact], head: str) -> list[OutsideMarked]:
        # What is told as changed is what stands now, nobody having changed it since it was compared.
        brought = _compared(facts, name, sheet, by, now)
        done.append(brought)
        fresh = [*brought.added, *(after for _, after in brought.changed)]
        return [replace(one, seen=head or NOTHING_DECIDED) for one in fresh]

    place.home.outside_marks.decide(make)
    (brought,) = done
    _log(place, path, brought, by, now)
    return brought


def checked_name(place: Workplace, wanted: str) -> str:
    """Return a name that marks may have: not a paper's id or title. Raises CalledWrongly, Refused."""
    name = clean_line(wanted)
    if not name:
        raise CalledWrongly("outside-name-empty")
    if len(name) > LONGEST_NAME:
        raise CalledWrongly("outside-name-long", limit=LONGEST_NAME)
    book = place.home.book.read()
    if name.casefold() in {one.casefold() for one in _papers(place, book.scores if book else ())}:
        raise Refused("outside-name-of-paper", name=name)
    return name


def _papers(place: Workplace, docs: Iterable[Document]) -> Iterator[str]:
    for doc in docs:
        yield doc["paper"]
        yield doc["paper_title"]
    for sourced in place.library.papers():
        if sourced.paper is not None:
            yield sourced.paper.id
            yield sourced.paper.title


def _compared(facts: Iterable[OutsideFact], name: str, sheet: OutsideSheet, by: Marker, now: Moment) -> Brought:
    """Return what a file's rows amount to beside what stands."""
    standing = standing_marks(facts)
    everything = {one: marks for one, marks in standing.items() if marks}
    before = everything.get(name, {})
    pairs = [(before.get(same_number(row.candidate)), _marked(name, row, by, now)) for row in sheet.rows]
    told = [(old, new) for old, new in pairs if new is not None]
    return Brought(
        name=name,
        rows=len(sheet.rows),
        added=tuple(new for old, new in told if old is None),
        changed=tuple((old, new) for old, new in told if old is not None and not new.says_the_same(old)),
        same=sum(1 for old, new in told if old is not None and new.says_the_same(old)),
        missing=tuple((row, before.get(same_number(row.candidate))) for row in sheet.rows if row.marks is None),
        known=tuple(one for one in everything if one != name),
        is_new=name not in everything,
        warnings=sheet.faults.faults,
    )


def _marked(name: str, row: OutsideRow, by: Marker, now: Moment) -> OutsideMarked | None:
    if row.marks is None:
        return None
    return OutsideMarked(
        when=now,
        name=name,
        candidate=row.candidate,
        person=row.person,
        marks=row.marks,
        full=row.full,
        note=row.note,
        by=by.by,
        checked_by=by.checked_by,
        why=by.why,
    )


def _warn_of_own(sheet: OutsideSheet, by: Marker) -> None:
    """Warn of whoever brings in their own mark with nobody else to check it.

    It is not refused: a class's committee is of the class, and the list of it is one file.
    """
    for row in sheet.rows:
        one = Candidate(id=row.candidate, name=row.person)
        if is_own(one, by.by) and (not by.checked_by or is_own(one, by.checked_by)):
            sheet.faults.warn("outside-own-marks", (row.line, 0), row.candidate, by=by.by)


def _log(place: Workplace, path: Path, brought: Brought, by: Marker, now: Moment) -> None:
    counts = {
        "rows": str(brought.rows),
        "added": str(len(brought.added)),
        "changed": str(len(brought.changed)),
        "missing": str(len(brought.missing)),
    }
    values = {"name": brought.name, "file": path.name, **counts, "checked_by": by.checked_by, "why": by.why}
    place.home.log.record(now.at, "outside-marked", by.by, values)
