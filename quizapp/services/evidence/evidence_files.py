"""The evidence as it stands now, every file read once, its chain followed to its end; and what a check finds in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, TypeAlias

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.attempt.receipt import receipt
from quizapp.services.evidence.seal import Seal, SealedAttempt, SealedFile
from quizapp.services.ports.port_values import AttemptName, FixedForm, KeptFile, LogLine

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.candidate import Candidate
    from quizapp.services.ports.home import Home


Kind: TypeAlias = Literal[
    "chain", "form", "mark", "book", "roster", "missing", "added", "rolled_back", "replaced", "attempts", "order"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFinding:
    """Something that is not as it was written. Its sentence is the catalogue's `verify.` and `code`."""

    kind: Kind
    code: str
    attempt: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRemark:
    """Something to know that is nobody's doing: a crash's torn end, lines added as they should be."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def found(kind: Kind, code: str, *, attempt: str = "", **values: object) -> EvidenceFinding:
    """Return a finding."""
    return EvidenceFinding(kind=kind, code=code, attempt=attempt, values=values)


def remarked(code: str, **values: object) -> EvidenceRemark:
    """Return a remark."""
    return EvidenceRemark(code=code, values=values)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStanding:
    """A file, its bytes put by: what is told of them is kept."""

    file: KeptFile
    length: int
    digest: str
    since: Since | None = None
    """What became of it since a seal, where the seal has it."""

    @property
    def is_whole(self) -> bool:
        """Whether it can be gone by: what a crash tore off takes nothing from the rest."""
        return not (self.file.is_altered or self.file.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What became of a file since a seal."""

    is_kept: bool
    """Whether it still begins as it stood."""
    is_short: bool
    """Whether less is there than stood."""
    lines: int
    """How many lines were added."""
    repeated: int
    """How many of them stood there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All files of a home that bear witness, as one reading found them."""

    files: Mapping[str, FileStanding]

    def of(self, kind: str) -> Iterator[FileStanding]:
        """Give the files of a kind, by name."""
        return (one for one in self.files.values() if one.file.kind == kind)

    @property
    def fingerprint(self) -> Mapping[str, str]:
        """What differs as soon as any byte of a file does."""
        return {name: one.digest for name, one in self.files.items()}

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The class, in the order in which people were first brought in."""
        everybody = {fact.id: fact for one in self.of("roster") for fact in one.file.facts}
        return tuple(everybody.values())

    @property
    def fixed(self) -> tuple[FixedForm, ...]:
        """The forms that the index says were fixed."""
        return tuple(fact for one in self.of("index") for fact in one.file.facts)

    @property
    def logged(self) -> tuple[LogLine, ...]:
        """The lines of the log."""
        return tuple(fact for one in self.of("log") for fact in one.file.facts)

    def decisions(self, paper: str) -> tuple[Decision, ...] | None:
        """Return what was decided about a paper; None where that cannot be gone by."""
        one = self.files.get(f"journal/{paper}/committee.jsonl")
        if one is None:
            return ()
        return one.file.facts if one.is_whole else None


def stand(home: Home, seal: Seal | None = None) -> Evidence:
    """Read the evidence, against a seal where one is given. Raises MachineRefused."""
    sealed = {one.name: one for one in seal.files} if seal is not None else {}
    files: dict[str, FileStanding] = {}
    for name in home.evidence.names():
        file = home.evidence.look(name)
        if file is not None:
            files[name] = standing_of(file, sealed.get(name))
    return Evidence(files=files)


def attempt_of(file: KeptFile) -> AttemptName:
    """Return which attempt a journal's name says it is of."""
    _, paper, name = file.name.split("/")
    return AttemptName(attempt=name.removesuffix(".jsonl"), paper=paper)


def sealed_attempt(file: KeptFile) -> SealedAttempt:
    """Return an attempt as it stands in its journal."""
    name = attempt_of(file)
    has_ended = any(isinstance(event, HandedIn) for event in file.facts)
    first = file.facts[0] if file.facts else None
    who = f"{first.candidate} {first.name}" if isinstance(first, Started) else ""
    return SealedAttempt(name.attempt, name.paper, file.head, receipt(file.head) if has_ended else "", who)


def sealed_file(one: FileStanding) -> SealedFile:
    """Return a file as it stands."""
    return SealedFile(one.file.name, one.length, one.digest)


def standing_of(file: KeptFile, sealed: SealedFile | None = None) -> FileStanding:
    """Return how a file stands, against a seal's line where one is given."""
    since = None if sealed is None else _since(file.data, sealed)
    digest = sha256(file.data).hexdigest()
    return FileStanding(file=file._replace(data=b""), length=len(file.data), digest=digest, since=since)


def _since(data: bytes, sealed: SealedFile) -> Since:
    before, after = data[: sealed.length], data[sealed.length :]
    lines = after.splitlines()
    known = frozenset(before.splitlines())
    return Since(
        is_kept=sha256(before).hexdigest() == sealed.digest and len(before) == sealed.length,
        is_short=len(before) < sealed.length,
        lines=len(lines),
        repeated=len(lines) - len(set(lines) - known),
    )
