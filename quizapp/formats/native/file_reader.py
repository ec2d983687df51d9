"""Reads single files of the pool, each once; a kind's reader is loaded with the first file of it."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from quizapp.domain.fault import Fault
from quizapp.formats.native import words
from quizapp.formats.native.outcome import BankFile, CourseFile, PaperFile
from quizapp.formats.native.words import Types
from quizapp.reading.files import shown
from quizapp.reading.findings import Findings
from quizapp.reading.parsers import MakeParser
from quizapp.reading.source import load


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
        from quizapp.formats.native.fields import nearest
        from quizapp.reading.document import Document

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is not None:
            keys = [key for key, _, _ in Document(source, findings, self._names, self._make_parser).entries()]
            if not findings.errors:
                near = nearest(keys[0].text, words.KINDS) if keys else ""
                findings.error("unknown-kind", (1, 1), nearest=near, field=keys[0].text if keys else "")
        return findings.faults

    def _read_bank(self, path: Path) -> BankFile:
        from quizapp.formats.native.bank_reader import read_bank

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return BankFile(path=path, file=findings.file, bank=None, faults=tuple(findings.faults))
        return read_bank(path, source, findings, self._types, self._make_parser)

    def _read_course(self, path: Path) -> CourseFile:
        from quizapp.formats.native.course_reader import read_course

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return CourseFile(path=path, file=findings.file, course=None, faults=tuple(findings.faults))
        return read_course(path, source, findings, self._names, self._make_parser)

    def _read_paper(self, path: Path) -> PaperFile:
        from quizapp.formats.native.paper_reader import read_paper

        findings = Findings(self.name(path))
        source = load(path, findings)
        if source is None:
            return PaperFile(path=path, file=findings.file, paper=None, faults=tuple(findings.faults))
        return read_paper(path, source, findings, self._types, self._zone, self._make_parser)
