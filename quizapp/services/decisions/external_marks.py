"""Marks from outside: brought into the records, a file's rows all or none, and taken back where they were wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.decisions.totals import OutsideFact, OutsideMarked, OutsideTakenBack, standing_marks
from quizapp.domain.errors import CalledWrongly, Fault, Faulty, Refused
from quizapp.domain.marking.essay_marks import Marker, is_own
from quizapp.domain.text import clean_line
from quizapp.services.decisions.external_marks_table import ExternalMarksRow, ExternalMarksSheet, read_external_marks
from quizapp.services.ports.port_values import NOTHING_DECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from quizapp.domain.moment import Moment
    from quizapp.services.ports.port_values import ScoreDocument
    from quizapp.services.ports.workplace import Workplace


_MARKS = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)


def typed_marks(text: str) -> Fraction:
    """Return typed marks exactly. Raises CalledWrongly."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not _MARKS.fullmatch(plain):
        raise CalledWrongly("override-marks-unread", given=text)
    marks = Fraction(plain)
    if is_too_fine(marks):
        raise CalledWrongly("marks-too-fine", given=text)
    return marks


def is_too_fine(marks: Fraction) -> bool:
    """Return whether marks have more than two decimals: they would be shown as others than they count."""
    return (marks * 100).denominator != 1


def typed_number(text: str) -> int:
    """Return a typed question's number. Raises CalledWrongly."""
    plain = text.strip()
    if not plain.isdecimal():
        raise CalledWrongly("marks-question-unread", given=text)
    return int(plain)


LONGEST_NAME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtMarks:
    """What a file brought in, or would bring."""

    name: str
    rows: int
    added: tuple[OutsideMarked, ...]
    changed: tuple[tuple[OutsideMarked, OutsideMarked], ...]
    """What stood and what stands now."""
    same: int
    missing: tuple[tuple[ExternalMarksRow, OutsideMarked | None], ...]
    """Rows without a mark, each with the mark from before that stays, if there is one."""
    known: tuple[str, ...]
    """The other names that marks were brought in under before."""
    is_new: bool
    """Whether none were under this one."""
    warnings: tuple[Fault, ...] = ()


def bring(place: Workplace, path: Path, wanted: str, by: Marker, *, dry_run: bool = False) -> BroughtMarks:
    """Record a file's marks under a name; with `dry_run` only say what would be recorded.

    A row without a mark records nothing: a mark from before stays. Raises Faulty with every fault and nothing
    recorded, CalledWrongly for a name that cannot be used or a missing file, Refused, MachineRefused.
    """
    name = checked_name(place, wanted)
    sheet = read_external_marks(place.home.roster.roll().everybody, path, name)
    if sheet.faults.has_errors:
        raise Faulty(sheet.faults.faults)
    now = place.clock.read()
    _warn_of_own(sheet, by)
    if dry_run:
        return _compared(place.home.outside_marks.read(), name, sheet, by, now)
    done: list[BroughtMarks] = []

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


def _papers(place: Workplace, docs: Iterable[ScoreDocument]) -> Iterator[str]:
    for doc in docs:
        yield doc["paper"]
        yield doc["paper_title"]
    for sourced in place.library.papers():
        if sourced.paper is not None:
            yield sourced.paper.id
            yield sourced.paper.title


def _compared(
    facts: Iterable[OutsideFact], name: str, sheet: ExternalMarksSheet, by: Marker, now: Moment
) -> BroughtMarks:
    """Return what a file's rows amount to beside what stands."""
    standing = standing_marks(facts)
    everything = {one: marks for one, marks in standing.items() if marks}
    before = everything.get(name, {})
    pairs = [(before.get(same_number(row.candidate)), _marked(name, row, by, now)) for row in sheet.rows]
    told = [(old, new) for old, new in pairs if new is not None]
    return BroughtMarks(
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


def _marked(name: str, row: ExternalMarksRow, by: Marker, now: Moment) -> OutsideMarked | None:
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
        **by.signed,
    )


def _warn_of_own(sheet: ExternalMarksSheet, by: Marker) -> None:
    """Warn of whoever brings in their own mark with nobody else to check it.

    It is not refused: a class's committee is of the class, and the list of it is one file.
    """
    for row in sheet.rows:
        one = Candidate(id=row.candidate, name=row.person)
        if is_own(one, by.by) and (not by.checked_by or is_own(one, by.checked_by)):
            sheet.faults.warn("outside-own-marks", (row.line, 0), row.candidate, by=by.by)


def _log(place: Workplace, path: Path, brought: BroughtMarks, by: Marker, now: Moment) -> None:
    counts = {
        "rows": str(brought.rows),
        "added": str(len(brought.added)),
        "changed": str(len(brought.changed)),
        "missing": str(len(brought.missing)),
    }
    values = {"name": brought.name, "file": path.name, **counts, "checked_by": by.checked_by, "why": by.why}
    place.home.log.record(now.at, "outside-marked", by.by, values)


class TakenBack(NamedTuple):
    """Marks that were taken back."""

    name: str
    marks: tuple[OutsideMarked, ...]
    has_own: bool
    """Whether a mark of whoever took it back is among them, with nobody else to check it."""


def take_back(place: Workplace, wanted: str, candidate: str, by: Marker, *, dry_run: bool = False) -> TakenBack:
    """Take back one candidate's marks of a name, or everybody's where none is named; with `dry_run` only say which.

    Raises Refused where there are none, without a reason, and where one's own are named; MachineRefused.
    """
    name, whom = clean_line(wanted), clean_line(candidate)
    now = place.clock.read()
    marks: Sequence[OutsideMarked] = ()

    def make(facts: Sequence[OutsideFact], head: str) -> list[OutsideTakenBack]:
        nonlocal marks
        marks = _marks(facts, name, whom)
        # Of a whole list the decider's own may be one: a class's committee is of the class. It is told, not refused.
        check_decider(by, *([_person(marks[0])] if whom else []))
        return [_taken_back(one, by, now, head or NOTHING_DECIDED) for one in marks]

    if dry_run:
        make(place.home.outside_marks.read(), "")
    else:
        place.home.outside_marks.decide(make)
        values = {"name": name, "candidate": whom, "count": str(len(marks)), "checked_by": by.checked_by, "why": by.why}
        place.home.log.record(now.at, "outside-taken-back", by.by, values)
    return TakenBack(name, tuple(marks), any(_is_unchecked(one, by) for one in marks))


def _marks(facts: Sequence[OutsideFact], name: str, candidate: str) -> Sequence[OutsideMarked]:
    everything = standing_marks(facts)
    standing = everything.get(name, {})
    if not standing:
        known = "、".join(one for one, marks in everything.items() if marks)
        raise Refused("outside-name-unknown", name=name, known=known or "-")
    number = same_number(candidate)
    if number and number not in standing:
        raise Refused("outside-no-mark", name=name, id=candidate)
    return [standing[number]] if number else list(standing.values())


def _taken_back(one: OutsideMarked, by: Marker, now: Moment, seen: str) -> OutsideTakenBack:
    return OutsideTakenBack(
        when=now,
        name=one.name,
        candidate=one.candidate,
        person=one.person,
        **by.signed,
        seen=seen,
    )


def _is_unchecked(one: OutsideMarked, by: Marker) -> bool:
    person = _person(one)
    return is_own(person, by.by) and (not by.checked_by or is_own(person, by.checked_by))


def _person(one: OutsideMarked) -> Candidate:
    return Candidate(id=one.candidate, name=one.person)
