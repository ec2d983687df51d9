"""The pool of banks, papers and courses under the banks folders: the services' Library. Reads what is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import CalledWrongly, Fault
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.pool.file_reader import CheckedBanks, CourseFinder, FileReader
from quizapp.formats.native.pool.pool_files import PoolFiles, UniqueIds, looks_like_path
from quizapp.formats.native.read.files import PaperFile
from quizapp.reading.files import SUFFIXES
from quizapp.reading.native_words import Types
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.services.ports.port_values import Sourced

if TYPE_CHECKING:
    from quizapp.formats.native.pool.bank_quality import Advice


class Pool:
    """Banks, papers and courses of some folders. What was read is remembered, and read again by a new pool only."""

    def __init__(
        self,
        folders: Sequence[Path],
        zone: tzinfo | None = None,
        types: Types = ITEM_TYPES,
        make_parser: MakeParser = best_parser,
    ) -> None:
        """`zone` is where times without an offset are; None is the machine's own."""
        self._files = PoolFiles(folders)
        self._reader = FileReader(types, zone, make_parser)
        self._finder = CourseFinder(self._files, self._reader)
        self._checked: CheckedBanks | None = None
        self._advice: Advice | None = None
        self._make_parser = make_parser
        self._courses: tuple[Sourced, ...] | None = None
        self._listed: dict[Path, PaperFile] | None = None
        self._papers: dict[Path, Sourced] = {}
        self._paper_ids, self._course_ids = UniqueIds(), UniqueIds()

    def papers(self) -> tuple[Sourced, ...]:
        """Every paper file, in order of paths, with the faults it has by itself; reads no bank."""
        return tuple(
            Sourced(file=each.file, faults=each.faults, paper=each.paper) for each in self._paper_files().values()
        )

    def banks(self) -> tuple[Sourced, ...]:
        """Every bank file, in order of paths."""
        return self._checked_banks().sourced

    def courses(self) -> tuple[Sourced, ...]:
        """Every course file, in order of paths."""
        if self._courses is None:
            self._course_ids = UniqueIds()
            self._courses = tuple(self._course_file(path) for path in self._files.of("course"))
        return self._courses

    def paper(self, wanted: str) -> Sourced:
        """Return the paper of that id, title or path, checked against the banks.

        Raises CalledWrongly("unknown-paper") where there is none, ("missing-file") for a path to nothing.
        """
        path = self._path(wanted)
        files = self._paper_files()
        if path is not None and path in files:
            return self._checked_paper(path, files)
        ids = {each.paper.id if each.paper else at.stem: at for at, each in reversed(files.items())}
        titles = {at: each.paper.title for at, each in files.items() if each.paper}
        found = _one(wanted, ids, titles)
        if found is None:
            raise CalledWrongly("unknown-paper", wanted=wanted, choices=" ".join(reversed(ids)))
        return self._checked_paper(found, files)

    def bank(self, wanted: str) -> Sourced:
        """Return the bank of that id, title or path.

        Raises CalledWrongly("unknown-bank") where there is none, ("missing-file") for a path to nothing.
        """
        path = self._path(wanted)
        banks = dict(zip(self._files.of("bank"), self.banks(), strict=True))
        if path is not None and path in banks:
            return banks[path]
        ids = {each.bank.id if each.bank else at.stem: at for at, each in reversed(banks.items())}
        found = _one(wanted, ids, {at: each.bank.title for at, each in banks.items() if each.bank})
        if found is None:
            raise CalledWrongly("unknown-bank", wanted=wanted, choices=" ".join(reversed(ids)))
        return banks[found]

    def item_banks(self) -> tuple[ItemBank, ...]:
        """All banks without errors, in order of paths: what papers draw from."""
        return tuple(each.bank for each in self.banks() if each.bank is not None and not each.has_errors)

    def topics(self) -> Mapping[str, str]:
        """Titles of all topics of the pool's courses, by id."""
        courses = [each.course for each in self.courses() if each.course is not None]
        return {topic.id: topic.title for course in reversed(courses) for topic in course.topics}

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:
        """All faults of the given files and folders, or of the whole pool, in order of file and line.

        The warnings of the banks' quality are told here only: they are for authors.

        Raises CalledWrongly("missing-file") for a path that does not exist.
        """
        wanted: dict[Path, None] = {}
        for path in map(Path, paths):
            if not path.exists():
                raise CalledWrongly("missing-file", path=str(path))
            wanted |= dict.fromkeys(self._include(path))
        files = [path for path in self._files.all() if path in wanted] if paths else self._files.all()
        found = {path: self._faults_of(path) for path in files}
        names = {self._reader.name(path): path for path in files}
        for fault in self._mirrored(files) if paths else ():
            # The file that has an id first is not to blame, but who checks it alone must hear of it.
            if fault.file in names and fault.values["file"] not in names:
                found[names[fault.file]].append(fault)
        return tuple(fault for faults in found.values() for fault in sorted(faults, key=_by_place))

    def _faults_of(self, path: Path) -> list[Fault]:
        match self._files.kind(path):
            case "bank":
                sourced = dict(zip(self._files.of("bank"), self.banks(), strict=True))[path]
                return [*sourced.faults, *self._advised().faults[sourced.file]]
            case "course":
                return list(dict(zip(self._files.of("course"), self.courses(), strict=True))[path].faults)
            case "paper":
                return list(self._checked_paper(path, self._paper_files()).faults)
            case _:
                return self._reader.unknown(path)

    def _path(self, wanted: str) -> Path | None:
        """Return the pool's path of the file that is wanted; None where an id or a title is."""
        if not looks_like_path(wanted):
            return None
        path = Path(wanted)
        if not path.is_file():
            if wanted.lower().endswith(SUFFIXES):
                raise CalledWrongly("missing-file", path=wanted)
            return None
        return next(iter(self._include(path)), None)

    def _include(self, path: Path) -> list[Path]:
        before = self._files.all()
        found = self._files.include(path)
        if self._files.all() is not before:
            self._forget()
        return found

    def _forget(self) -> None:
        """Forget what depends on which files there are; the files themselves stay read."""
        self._checked = self._advice = self._courses = self._listed = None
        self._papers = {}

    def _checked_banks(self) -> CheckedBanks:
        if self._checked is None:
            from quizapp.formats.native.pool.file_reader import check_banks
            from quizapp.reading.yaml.document import collector_off

            with collector_off():
                files = [self._reader.bank(path) for path in self._files.of("bank")]
                self._checked = check_banks(files, self._finder.find)
        return self._checked

    def _advised(self) -> Advice:
        if self._advice is None:
            from quizapp.formats.native.pool.bank_quality import advise
            from quizapp.reading.yaml.document import collector_off

            with collector_off():
                self._advice = advise([self._reader.bank(path) for path in self._files.of("bank")], self._make_parser)
        return self._advice

    def _paper_files(self) -> dict[Path, PaperFile]:
        """Return the paper files, an id that another paper has already being a fault of the later."""
        if self._listed is None:
            self._paper_ids = UniqueIds()
            self._listed = {path: self._identified(self._reader.paper(path)) for path in self._files.of("paper")}
        return self._listed

    def _identified(self, file: PaperFile) -> PaperFile:
        if file.paper is None:
            return file
        place = file.places.get(("paper",), (1, 1))
        again = self._paper_ids.take(file.paper.id, (file.file, lambda _: place, 0, ""))
        return file if again is None else file._replace(faults=(*file.faults, again))

    def _checked_paper(self, path: Path, files: Mapping[Path, PaperFile]) -> Sourced:
        if path not in self._papers:
            # Drawing and checking are not loaded where papers are only listed.
            from quizapp.formats.native.pool.paper_check import PooledItems, check_paper

            papers = {each.paper.id: each.paper for each in files.values() if each.paper is not None}
            banks = [self._reader.bank(each) for each in self._files.of("bank")]
            found = [self._reader.course(each) for each in self._files.of("course")]
            found += [course for bank in banks if (course := self._finder.find(bank)) is not None]
            courses = {course.path.absolute(): course.course for course in found if course.course is not None}
            pooled = PooledItems(banks=self.banks(), courses=tuple(courses.values()), papers=papers)
            self._papers[path] = check_paper(files[path], pooled)
        return self._papers[path]

    def _course_file(self, path: Path) -> Sourced:
        file = self._reader.course(path)
        again = None
        if file.course is not None:
            again = self._course_ids.take(file.course.id, (file.file, lambda _: file.id_place, 0, ""))
        faults = file.faults if again is None else (*file.faults, again)
        return Sourced(file=file.file, faults=faults, course=file.course)

    def _mirrored(self, files: Sequence[Path]) -> list[Fault]:
        """Return the ids that two files have, and stems alike, as seen from the files that have them first."""
        self._paper_files()
        self.courses()
        alike = self._advised().mirrored if any(self._files.kind(path) == "bank" for path in files) else ()
        return [*alike, *self._checked_banks().mirrored, *self._paper_ids.mirrored, *self._course_ids.mirrored]


def _one(wanted: str, ids: Mapping[str, Path], titles: Mapping[Path, str]) -> Path | None:
    """Return the file whose id is wanted, without case, or whose title, where only one has it."""
    folded = wanted.casefold()
    for id, path in ids.items():
        if id.casefold() == folded:
            return path
    titled = [path for path, title in titles.items() if title == wanted]
    return titled[0] if len(titled) == 1 else None


def _by_place(fault: Fault) -> tuple[int, int]:
    return fault.line, fault.column
