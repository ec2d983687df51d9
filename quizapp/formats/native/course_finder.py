"""Finds a bank's course: beside the bank, then in the folders above it, then in the pool."""

from __future__ import annotations

from pathlib import Path

from quizapp.formats.native.file_reader import FileReader
from quizapp.formats.native.kinds import kind_of
from quizapp.formats.native.outcome import BankFile, CourseFile
from quizapp.formats.native.pool_files import PoolFiles
from quizapp.reading.files import SUFFIXES


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
