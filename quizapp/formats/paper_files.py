"""The paper files of the pool as a composer of papers edits them: listed, opened, and written."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol

from quizapp.domain.errors import Fault, Faulty, Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.paper import Paper
from quizapp.formats.native.pool.pool_files import PoolFiles
from quizapp.formats.native.read.files import PaperFile
from quizapp.formats.native.read.papers import read_paper
from quizapp.formats.native.write.papers import write_paper
from quizapp.reading.files import decode, read_bytes, shown
from quizapp.reading.findings import Findings
from quizapp.reading.values import identifier
from quizapp.reading.yaml.source import prepare
from quizapp.services.ports.home import Library
from quizapp.services.ports.paper_editor import ListedPaper, OpenPaper


class PaperWrite(Protocol):
    """Puts a file in place, but not over what somebody else has written meanwhile."""

    def __call__(self, path: Path, data: bytes, digest: str) -> None: ...


class PaperFiles:
    """The papers under the banks folders. What is read is read anew each time."""

    def __init__(
        self,
        folder: Path,
        files: Callable[[], PoolFiles],
        library: Library,
        write: PaperWrite,
        forget: Callable[[], None],
    ) -> None:
        """New papers go to `folder`; `forget` tells whoever remembers papers that one was written."""
        self._folder = folder
        self._files = files
        self._library = library
        self._write = write
        self._forget = forget

    @property
    def folder(self) -> Path:
        """Where new papers go."""
        return self._folder

    def listed(self) -> tuple[ListedPaper, ...]:
        """Return the papers of the pool that are read without faults."""
        found = []
        for path in self._files().of("paper"):
            data = _bytes(path)
            paper = None if data is None else _read(data, path).paper
            if data is not None and paper is not None:
                found.append(ListedPaper(path, paper.title, _is_ours(data, paper)))
        return tuple(found)

    def open(self, path: Path) -> OpenPaper:
        """Return a paper to change. Raises Refused where to write it anew would lose something, Faulty."""
        data = _bytes(path)
        file = None if data is None else _read(data, path)
        if data is None or file is None or file.paper is None:
            raise Faulty(() if file is None else file.faults)
        if not _is_ours(data, file.paper):
            raise Refused("compose-foreign", file=shown(path))
        self._forget()
        # What it names by titles the pool knows by ids, and those are what drafts have.
        resolved = self._library.paper(str(path)).paper
        return OpenPaper(path, resolved or file.paper, _digest(data))

    def free_id(self, wanted: str) -> str:
        """Return an id that no paper has, like the wanted one."""
        taken = {id.casefold() for id in self._ids()}
        taken |= {path.stem.casefold() for path in self._folder.glob("*.yaml")}
        if wanted.casefold() not in taken:
            return wanted
        return next(id for number in range(2, len(taken) + 3) if (id := f"{wanted}-{number}").casefold() not in taken)

    def rule_faults(self, paper: Paper) -> tuple[Fault, ...]:
        """Return what a paper's file would have for faults by itself, whatever the banks have."""
        return _read(write_paper(paper), self._folder / f"{paper.id}.yaml").faults

    def save(self, paper: Paper, before: OpenPaper | None, tongue: Literal["zh", "en"]) -> OpenPaper:
        """Write a paper. Raises Refused where the id is none or taken, or the file was changed; MachineRefused."""
        id = identifier(paper.id)
        if id is None:
            raise Refused("compose-id-odd", id=paper.id)
        own = before.paper.id.casefold() if before is not None else ""
        if id.casefold() != own and id.casefold() in {other.casefold() for other in self._ids()}:
            raise Refused("compose-id-taken", id=id)
        path = before.path if before is not None else self._folder / f"{id}.yaml"
        if before is None and path.exists():
            raise Refused("compose-file-exists", file=shown(path))
        data = write_paper(paper, _tongue_of(before) or tongue)
        self._write(path, data, before.digest if before is not None else "")
        self._forget()
        return OpenPaper(path, paper, _digest(data))

    def faults(self, path: Path) -> tuple[Fault, ...]:
        """Return all faults of a paper's file, those with the banks among them."""
        return self._library.faults([str(path)])

    def _ids(self) -> list[str]:
        return [sourced.paper.id for sourced in self._library.papers() if sourced.paper is not None]


def _tongue_of(before: OpenPaper | None) -> Literal["zh", "en"] | None:
    """Return the language of a file that is written anew; None of a new one."""
    data = None if before is None else _bytes(before.path)
    if data is None:
        return None
    return "en" if data.startswith(b"paper:") else "zh"


def _is_ours(data: bytes, paper: Paper) -> bool:
    """Return whether a file is as it would be written here, so that nothing in it is lost."""
    return data in (write_paper(paper, "zh"), write_paper(paper, "en"))


def _read(data: bytes, path: Path) -> PaperFile:
    findings = Findings(shown(path))
    text = decode(data, findings)
    source = None if text is None else prepare(findings.file, text, findings)
    if source is None:
        raise Faulty(tuple(findings.faults))
    return read_paper(path, source, findings, ITEM_TYPES, None)


def _bytes(path: Path) -> bytes | None:
    return read_bytes(path, Findings(shown(path)))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
