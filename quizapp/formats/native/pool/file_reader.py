"""The pool's files read, each on its own, and a bank checked as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from quizapp.domain.banks.bank import Course, ItemBank
from quizapp.domain.errors import Fault
from quizapp.domain.item import Item
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.field_access import nearest
from quizapp.formats.native.pool.pool_files import PoolFiles, UniqueIds, kind_of
from quizapp.formats.native.read.files import BankFile, CourseFile, PaperFile
from quizapp.reading import native_words as words
from quizapp.reading.files import SUFFIXES, shown
from quizapp.reading.findings import Findings
from quizapp.reading.native_words import Types
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.reading.yaml.source import Source, load
from quizapp.services.ports.port_values import Sourced


class FileReader:
    """Reads banks, courses and papers by their paths, and remembers them."""

    def __init__(self, types: Types, zone: tzinfo | None, make_parser: MakeParser) -> None:
        self._types = types
        self._zone = zone
        self._make_parser = make_parser
        self._names = words.field_names(types.values())
        self._banks: dict[Path, BankFile] = {}
        self._courses: dict[Path, CourseFile] = {}
        self._papers: dict[Path, PaperFile] = {}

    def name(self, path: Path) -> str:
        """Return how faults name a file."""
        return shown(path)

    def bank(self, path: Path) -> BankFile:
        """Return the bank of a file."""
        if path not in self._banks:
            self._banks[path] = self._read_bank(path)
        return self._banks[path]

    def course(self, path: Path) -> CourseFile:
        """Return the course of a file."""
        if path not in self._courses:
            self._courses[path] = self._read_course(path)
        return self._courses[path]

    def paper(self, path: Path) -> PaperFile:
        """Return the paper of a file."""
        if path not in self._papers:
            self._papers[path] = self._read_paper(path)
        return self._papers[path]

    def unknown(self, path: Path) -> list[Fault]:
        """Return why a file is neither bank nor paper nor course."""
        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is not None:
            keys = [key for key, _, _ in Document(source, findings, self._names, self._make_parser).entries()]
            if not findings.errors:
                near = nearest(keys[0].text, words.KINDS) if keys else ""
                findings.error("unknown-kind", (1, 1), nearest=near, field=keys[0].text if keys else "")
        return findings.faults

    def _read_bank(self, path: Path) -> BankFile:
        from quizapp.formats.native.read.banks import read_bank

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return BankFile(path=path, file=findings.file, bank=None, faults=tuple(findings.faults))

        def read(source: Source, findings: Findings) -> BankFile:
            return read_bank(path, source, findings, self._types, self._make_parser)

        before = tuple(findings.faults)
        file = read(source, findings)
        return file._replace(faults=(*before, *self._all_faults(source, file.faults[len(before) :], read)))

    def _read_course(self, path: Path) -> CourseFile:
        from quizapp.formats.native.read.banks import read_course

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return CourseFile(path=path, file=findings.file, course=None, faults=tuple(findings.faults))

        def read(source: Source, findings: Findings) -> CourseFile:
            return read_course(path, source, findings, self._names, self._make_parser)

        before = tuple(findings.faults)
        file = read(source, findings)
        return file._replace(faults=(*before, *self._all_faults(source, file.faults[len(before) :], read)))

    def _read_paper(self, path: Path) -> PaperFile:
        from quizapp.formats.native.read.papers import read_paper

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return PaperFile(path=path, file=findings.file, paper=None, faults=tuple(findings.faults))

        def read(source: Source, findings: Findings) -> PaperFile:
            return read_paper(path, source, findings, self._types, self._zone, self._make_parser)

        before = tuple(findings.faults)
        file = read(source, findings)
        return file._replace(faults=(*before, *self._all_faults(source, file.faults[len(before) :], read)))

    def _all_faults(
        self, source: Source, faults: tuple[Fault, ...], read: Callable[[Source, Findings], _Faulted]
    ) -> tuple[Fault, ...]:
        """Return a file's faults; where its syntax is broken, those behind the first break too."""
        if not any(fault.severity == "error" for fault in faults):
            return faults
        from quizapp.reading.yaml.mending import mended

        whole = mended(source, faults, self._names, self._make_parser)
        if whole is None:
            return faults
        again = read(whole.source, Findings(source.name))
        return whole.with_those_of(again.faults)


class _Faulted(Protocol):
    """A file of any kind that was read."""

    @property
    def faults(self) -> tuple[Fault, ...]: ...


class CourseFinder:
    """Finds courses by the name a bank gives, and remembers where it looked."""

    def __init__(self, files: PoolFiles, reader: FileReader) -> None:
        self._files = files
        self._reader = reader
        self._near: dict[tuple[Path, str], Path | None] = {}

    def find(self, bank: BankFile) -> CourseFile | None:
        """Return the course of a bank, None where it is nowhere."""
        if bank.bank is None:
            return None
        name = bank.bank.course
        path = self._above(bank.path.absolute().parent, name) or self._in_pool(name)
        return None if path is None else self._reader.course(path)

    def _above(self, folder: Path, name: str) -> Path | None:
        if Path(name).name != name:
            return None
        if (folder, name) not in self._near:
            found = self._beside(folder, name)
            if found is None and folder.parent != folder:
                found = self._above(folder.parent, name)
            self._near[folder, name] = found
        return self._near[folder, name]

    def _beside(self, folder: Path, name: str) -> Path | None:
        for suffix in SUFFIXES:
            path = folder / (name + suffix)
            if path.is_file() and kind_of(path) == "course":
                # The pool's own path of the same file, so that it is read once and named one way.
                return next((each for each in self._files.of("course") if each.absolute() == path), path)
        return None

    def _in_pool(self, name: str) -> Path | None:
        paths = self._files.of("course")
        folded = name.casefold()
        for path in paths:
            if path.stem.casefold() == folded:
                return path
        courses = {path: self._reader.course(path).course for path in paths}
        for path, course in courses.items():
            if course is not None and course.id.casefold() == folded:
                return path
        titled = [path for path, course in courses.items() if course is not None and course.title == name]
        return titled[0] if len(titled) == 1 else None


def topic_finder(path: Path, course: str, folders: Sequence[Path]) -> Callable[[str], str | None] | None:
    """Return what gives a topic's id by its id or title, None for one that is not in the course of a bank at `path`.

    None where there is no such course, and nothing can be told.
    """
    finder = CourseFinder(PoolFiles(folders), FileReader(ITEM_TYPES, None, best_parser))
    bank = BankFile(path=path, file=shown(path), bank=ItemBank(id="-", title="-", course=course), faults=())
    found = finder.find(bank)
    if found is None or found.course is None:
        return None
    topics = found.course

    def find(wanted: str) -> str | None:
        topic = topics.topic(wanted) if wanted else None
        return None if topic is None else topic.id

    return find


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
