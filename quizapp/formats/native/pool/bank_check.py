"""What only the pool can say of banks: whether ids are unique, and topics are in the course."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from quizapp.domain.banks.bank import Course, ItemBank
from quizapp.domain.fault import Fault
from quizapp.domain.item import Item
from quizapp.formats.native.field_access import nearest
from quizapp.formats.native.pool.pool_files import UniqueIds
from quizapp.formats.native.read.files import BankFile, CourseFile
from quizapp.reading.yaml.source import Source
from quizapp.services.ports.port_values import Sourced


class CheckedBanks(NamedTuple):
    """The pool's banks with all their faults."""

    sourced: tuple[Sourced, ...]
    mirrored: tuple[Fault, ...]
    """Of each id that two files have, the fault seen from the file that comes first, where it counts as none."""


def check_banks(files: Sequence[BankFile], course_of: Callable[[BankFile], CourseFile | None]) -> CheckedBanks:
    """Return the banks with their topics by id, and with the faults that only show beside the others."""
    ids, mirrored = _repeated(files)
    checked: list[Sourced] = []
    for file, repeated in zip(files, ids, strict=True):
        bank, faults = _with_topics(file, course_of(file))
        # Sorted by place again, each file's own faults and the pool's together.
        every = sorted([*file.faults, *repeated, *faults], key=lambda fault: (fault.line, fault.column))
        checked.append(Sourced(file=file.file, faults=tuple(every), bank=bank))
    return CheckedBanks(sourced=tuple(checked), mirrored=tuple(mirrored))


def _repeated(files: Sequence[BankFile]) -> tuple[list[list[Fault]], list[Fault]]:
    """Return for each file the ids that a file before it has too, and the same seen from the file before."""
    banks, items = UniqueIds(), UniqueIds()
    found: list[list[Fault]] = []
    for file in files:
        found.append([])
        if file.bank is None or file.source is None:
            continue
        name, locate = file.file, file.source.place
        again = [banks.take(file.bank.id, (name, locate, file.id_at, ""))]
        for item, (at, _) in zip(file.bank.every, file.places, strict=True):
            again.append(items.take(item.id, (name, locate, at, item.id)))
        found[-1] += [fault for fault in again if fault is not None]
    return found, [*banks.mirrored, *items.mirrored]


def _with_topics(file: BankFile, course: CourseFile | None) -> tuple[ItemBank | None, list[Fault]]:
    """Return the bank with every topic by its id, and the topics that are in no course."""
    bank, source = file.bank, file.source
    if bank is None or source is None:
        return bank, []
    if course is None or course.course is None:
        return bank, _without_course(file, bank)
    resolver = _Resolver(file, source, course.course)
    places = iter(file.places)
    items: list[Item] = []
    for item in bank.items:
        one = resolver.resolved(item, next(places)[1])
        parts = item.parts
        if parts:
            above = item.topic
            one = one.with_parts(tuple(resolver.resolved(part, next(places)[1], above) for part in parts))
        items.append(one)
    return replace(bank, items=tuple(items)), resolver.faults


class _Resolver:
    """Gives items their topics by id, and finds those whose topic is nowhere."""

    def __init__(self, file: BankFile, source: Source, course: Course) -> None:
        self.faults: list[Fault] = []
        self._file = file
        self._source = source
        self._course = course
        self._ids: dict[str, str | None] = {"": "", **{topic.id: topic.id for topic in course.topics}}

    def resolved(self, item: Item, at: int, above: str = "") -> Item:
        """Return an item with its topic by id. `above` is the topic of its case, of which alone a fault is told."""
        if item.topic not in self._ids:
            topic = self._course.topic(item.topic)
            self._ids[item.topic] = topic.id if topic is not None else None
        id = self._ids[item.topic]
        if id == item.topic:
            return item
        if id is not None:
            return replace(item, topic=id)
        if item.topic != above:
            self.faults.append(_unknown(self._file, self._source.place(at), item, self._course))
        return item


def _unknown(file: BankFile, place: tuple[int, int], item: Item, course: Course) -> Fault:
    near = nearest(item.topic, [name for topic in course.topics for name in (topic.id, topic.title)])
    values = {"topic": item.topic, "course": course.title, "nearest": near}
    return Fault(file=file.file, line=place[0], column=place[1], item=item.id, code="unknown-topic", values=values)


def _without_course(file: BankFile, bank: ItemBank) -> list[Fault]:
    """Return what is wrong with a bank whose course is not found: nothing where it neither names nor needs one."""
    if not file.has_course and not any(item.topic for item in bank.every):
        return []
    severity: Literal["error", "warning"] = "error" if file.has_course else "warning"
    code = "unknown-course" if file.has_course else "course-missing"
    return [Fault(file=file.file, line=1, column=1, severity=severity, code=code, values={"course": bank.course})]
