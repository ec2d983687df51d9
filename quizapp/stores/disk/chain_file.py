"""A chain that any program may add to: each in turn, under a lock, after reading what the others wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from quizapp.domain.errors import MachineRefused
from quizapp.stores import chain
from quizapp.stores.disk.locks import held
from quizapp.stores.disk.operating_system import Disk, altered, disk_refusals
from quizapp.stores.disk.whole_files import SetAside

if TYPE_CHECKING:
    from quizapp.services.ports.port_values import Exchange
    from quizapp.stores.event_codec import LineCodec

Fact = TypeVar("Fact")

Note = Callable[[Path, "Exchange"], Sequence[chain.ChainEntry]]
"""Records that a file is put right, and returns what is to be added to it for that."""


class ChainPlace(NamedTuple):
    """What the chains of one data folder share."""

    locks: Path
    """The folder of the locks, one for each chain."""
    disk: Disk
    set_aside: SetAside
    patience: float
    """How many seconds to wait for a lock that another program holds."""
    note: Note


class ChainFacts(NamedTuple, Generic[Fact]):
    """What a chain's lines tell, and what each is known by."""

    facts: tuple[Fact, ...]
    hashes: tuple[str, ...]
    """Each one's line's."""

    @property
    def head(self) -> str:
        """The last line's hash; "" where there is none."""
        return self.hashes[-1] if self.hashes else ""


class _Seen(NamedTuple):
    """A file's bytes as they were read last, and what was read of them."""

    reading: chain.ChainReading
    data: bytes


_NOTHING = _Seen(chain.ChainReading(entries=(), head=chain.ChainHead(), whole=0), b"")


class ChainFile(Generic[Fact]):
    """One such file of facts of one sort. What was read once is not read again while the file only grows.

    What this program wrote, or took for written, stands for as long as the program does: lines that were cut off, or
    went with the file, are put back and that is noted; a file that says something else is refused and left as it is.
    """

    def __init__(self, path: Path, place: ChainPlace, codec: LineCodec[Fact]) -> None:
        self._path = path
        self._place = place
        self._codec = codec
        self._seen = _NOTHING
        self._understood: tuple[Sequence[chain.ChainEntry], tuple[Fact, ...]] = ((), ())
        """What was read last, and what it tells: a class's attempts are marked one by one, each asking again."""
        self._tried = b""
        """What the last addition may have left, where it failed."""
        self._known = b""
        """The bytes that stood when this program last wrote, or made sure of what others had written."""

    def read(self) -> tuple[Fact, ...]:
        """Return what its lines tell, in order, a torn end left out. Raises MachineRefused where it was altered."""
        return self.look().facts

    def look(self) -> ChainFacts[Fact]:
        """Return the same with what each is known by. Raises MachineRefused."""
        with disk_refusals(self._path):
            data = self._bytes() or b""
            if data.startswith(self._known):
                return self._facts_in(self._catch_up(data).reading)
        return self._facts_in(self._add(lambda _: ()))

    def record(self, facts: Sequence[Fact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._add(lambda _: self._codec.entries(facts))

    def decide(self, make: Callable[[Sequence[Fact], str], Sequence[Fact]]) -> None:
        """Add what follows from what stands and its head, on disk, all or none, nobody else deciding meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        self._follow(lambda there: make(there.facts, there.head))

    def extend(self, make: Callable[[ChainFacts[Fact]], Sequence[Fact]]) -> ChainFacts[Fact]:
        """Do the same and return what stands just after, without what others have added since."""
        return self._facts_in(self._follow(make))

    def _follow(self, make: Callable[[ChainFacts[Fact]], Sequence[Fact]]) -> chain.ChainReading:
        return self._add(lambda there: self._codec.entries(make(self._facts_in(there))))

    def _facts_in(self, reading: chain.ChainReading) -> ChainFacts[Fact]:
        understood = self._understood
        if understood[0] is not reading.entries:
            understood = self._understood = (reading.entries, self._codec.read(reading.entries, self._path))
        return ChainFacts(understood[1], reading.hashes)

    def _add(self, decide: Callable[[chain.ChainReading], Sequence[chain.ChainEntry]]) -> chain.ChainReading:
        """Add what follows from what stands, on disk, all or none; return what stands then."""
        lock = self._place.locks / f"{self._path.stem}.lock"
        with held(lock, self._place.patience), disk_refusals(self._path):
            data = self._bytes()
            if (data or b"").startswith(self._known):
                noted: Sequence[chain.ChainEntry] = ()
            else:
                data, noted = self._known, self._put_back(data)
            seen = self._catch_up(data or b"")
            added, _ = chain.encode((*noted, *decide(seen.reading)), seen.reading.head)
            self._tried = added
            if added or seen.data:
                self._append(added, seen)
            self._tried, self._known = b"", seen.data + added
            return self._catch_up(self._known).reading

    def _append(self, data: bytes, seen: _Seen) -> None:
        from quizapp.stores.disk.append_file import AppendFile

        self._place.disk.make_folder(self._path.parent)
        file = AppendFile(self._path, seen.data, self._place.disk, self._place.set_aside)
        try:
            if seen.reading.rest:
                file.mend()
            if data:
                file.append(data)
            else:
                # What makes an addition needless may be another's, killed before it was on disk.
                file.settle()
        finally:
            file.close()

    def _put_back(self, there: bytes | None) -> Sequence[chain.ChainEntry]:
        """Have what is known stand again where nothing else was put in its place; return what is to be added for it."""
        from quizapp.stores.disk.append_file import found_instead, put_back

        if there is None and not self._path.parent.is_dir():
            # Not the file alone: its drive is missing, and comes back.
            raise FileNotFoundError(ENOENT, "the folder is gone", str(self._path))
        found = found_instead(self._known, there, self._tried)
        if found != "gone" and found != "shorter":
            kept, reading = self._place.set_aside.keep(self._path.name, self._known), chain.read(there or b"")
            if reading.is_altered:
                raise altered(self._path, reading.head.seq + 1)
            raise MachineRefused("file-replaced", file=str(self._path), kept=kept)
        place = self._place
        return place.note(self._path, put_back(place.disk, place.set_aside, self._path, self._known, found, there))

    def _catch_up(self, data: bytes) -> _Seen:
        """Read on from where the last reading ended. It is replaced as a whole, so that threads may read at once."""
        last = self._seen if data.startswith(self._seen.data) else _NOTHING
        before, new = last.reading, chain.read(data[len(last.data) :], last.reading.head)
        if new.is_altered and before.entries:
            # A line written again after a failed sync is known only beside the first: read both together.
            before, new = _NOTHING.reading, chain.read(data)
        if new.is_altered:
            raise altered(self._path, new.head.seq + 1)
        entries = before.entries + new.entries if new.entries else before.entries
        hashes = before.hashes + new.hashes if new.hashes else before.hashes
        whole = before.whole + new.whole
        self._seen = _Seen(new._replace(entries=entries, hashes=hashes, whole=whole), data[:whole])
        return self._seen

    def _bytes(self) -> bytes | None:
        try:
            return self._place.disk.read(self._path)
        except FileNotFoundError:
            return None


class ChainFolder(Generic[Fact]):
    """Chains of one sort, one for each paper or person."""

    def __init__(self, path_of: Callable[[str], Path], place: ChainPlace, codec: LineCodec[Fact]) -> None:
        self._path_of = path_of
        self._place = place
        self._codec = codec
        self._files: dict[str, ChainFile[Fact]] = {}

    def of(self, name: str) -> ChainFile[Fact]:
        """Return the chain of that name, the same one every time."""
        if name not in self._files:
            self._files[name] = ChainFile(self._path_of(name), self._place, self._codec)
        return self._files[name]

    def read(self, name: str) -> tuple[Fact, ...]:
        """Return what the lines of that name tell, in order. Raises MachineRefused where they were altered."""
        return self.of(name).read()

    def record(self, name: str, facts: Sequence[Fact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self.of(name).record(facts)

    def decide(self, name: str, make: Callable[[Sequence[Fact]], Sequence[Fact]]) -> None:
        """Add what follows from what stands, on disk, all or none, nobody else deciding meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        self.of(name).decide(lambda facts, _: make(facts))
