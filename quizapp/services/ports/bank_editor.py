"""A bank as a teacher sees it, drafts and faulty items too; and the port by which its file is changed and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, TypeAlias

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Fault
from quizapp.domain.item import Item, Marking, Value
from quizapp.domain.papers.chance import permutation
from quizapp.domain.papers.paper import Question
from quizapp.reading.exchange.source_question import NO_AID, ReadingAid, Reason, SourceReading
from quizapp.services.exchange.import_plan import Import
from quizapp.services.exchange.source_memory import NO_WISHES, ImportWishes

Mark = Literal["", "warning", "error"]
"""The worst of an item's faults."""

Stamp: TypeAlias = "tuple[int, ...]"
"""What changes when a file is saved."""


class BankFacts(NamedTuple):
    """A bank in the list of banks."""

    path: Path
    title: str
    items: int
    """Questions: those of a case count, and it does not."""
    errors: int
    warnings: int
    is_for_exam: bool = False


class ShelfTopic(NamedTuple):
    """A topic that an item may have."""

    id: str
    title: str
    depth: int


class ShelfItem(NamedTuple):
    """One line of the shelf."""

    key: str
    """Its id; a sign of its place where it has none."""
    label: str
    """Its number on the shelf: 12, and 12-1 for the first of a case."""
    fields: Mapping[str, Value]
    """As written, by their English names."""
    line: int
    text: str
    """As it stands in the file."""
    item: Item | None = None
    """None where it cannot be used as it stands."""
    question: Question | None = None
    """What a trainee will see; of a case its first question."""
    faults: tuple[Fault, ...] = ()
    case: str = ""
    """The key of the case it is of."""

    @property
    def id(self) -> str:
        """The id in the file; "" where it has none."""
        return field_text(self.fields, "id")

    @property
    def mark(self) -> Mark:
        if any(fault.severity == "error" for fault in self.faults):
            return "error"
        return "warning" if self.faults else ""

    @property
    def asks(self) -> str:
        """What is asked, on one line."""
        return " ".join((field_text(self.fields, "stem") or field_text(self.fields, "stimulus")).split())


class Shelf(NamedTuple):
    """A bank's file as it stood when it was read."""

    path: Path
    title: str
    items: tuple[ShelfItem, ...]
    faults: tuple[Fault, ...] = ()
    """Those that are of no item."""
    topics: tuple[ShelfTopic, ...] = ()
    is_whole: bool = True
    """Whether the file was read to its end: a fault of YAML hides what follows it."""
    bank: ItemBank | None = None

    @property
    def every_fault(self) -> tuple[Fault, ...]:
        return (*self.faults, *(fault for item in self.items for fault in item.faults))

    def topic_title(self, topic: str) -> str:
        """Return a topic's title; its id where the course has it not."""
        return next((each.title for each in self.topics if each.id == topic), topic)

    def found(self, key: str) -> ShelfItem | None:
        """Return the line of that key."""
        return next((item for item in self.items if item.key == key), None)

    def without(self, hidden: frozenset[str]) -> Shelf:
        """Return the shelf without what nobody may look up now; a case goes as a whole."""
        gone = {item.key for item in self.items if item.item is not None and item.item.is_among(hidden)}
        gone |= {item.key for item in self.items if item.id in hidden}
        gone |= {item.case for item in self.items if item.key in gone and item.case}
        return self._replace(items=tuple(each for each in self.items if not gone & {each.key, each.case}))


class FieldFault(NamedTuple):
    """A fault beside the field it is of; "" where it is the whole item's."""

    field: str
    fault: Fault


class Tried(NamedTuple):
    """What an item would be with other fields, before anything is written."""

    item: Item | None
    question: Question | None
    faults: tuple[FieldFault, ...]
    data: bytes = b""
    """The file as it would be."""
    digest: str = ""
    """Of the file it was made from."""

    @property
    def has_errors(self) -> bool:
        return any(each.fault.severity == "error" for each in self.faults)


def field_text(fields: Mapping[str, Value], name: str) -> str:
    """Return a field's text; "" where it has none, or no text."""
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""


def seen(item: Item, number: int = 1) -> Question:
    """Return an item as a trainee will see it, its options in the bank's order; a case by its first question."""
    part = item.asked[0]
    return _question(part, number, item if part is not item else None)


def seen_within(part: Item, case: Item, number: int = 1) -> Question:
    """Return a case's question as a trainee will see it."""
    return _question(part, number, case)


def _question(item: Item, number: int, case: Item | None) -> Question:
    # What is put in order may not stand in its right one.
    order = permutation("", item.id, len(item.choices)) if item.ALWAYS_SHUFFLED else ()
    if order and order == tuple(range(len(order))):
        order = (*order[1:], order[0])
    return Question(
        number=number,
        section=0,
        item=item,
        order=order,
        marking=Marking(scheme=item.scheme(""), marks=item.marks, option_marks=item.option_marks),
        case="" if case is None else case.id,
        stimulus="" if case is None else case.material_for(_place(item, case)),
    )


def _place(item: Item, case: Item) -> int:
    return next((place for place, part in enumerate(case.parts) if part.id == item.id), 0)


class Sieve(NamedTuple):
    """Which lines of a shelf are wanted; what is empty is not asked for."""

    words: str = ""
    topic: str = ""
    """Those under it come with it."""
    type: str = ""
    difficulty: str = ""
    status: str = ""
    mark: str = ""
    """`any` is any fault at all."""

    @property
    def is_open(self) -> bool:
        return self == Sieve()

    def sifted(self, shelf: Shelf) -> tuple[ShelfItem, ...]:
        """Return the lines that fit."""
        by_key = {item.key: item for item in shelf.items}
        return tuple(item for item in shelf.items if self._fits(item, by_key.get(item.case)))

    def _fits(self, item: ShelfItem, case: ShelfItem | None) -> bool:
        topic = _own(item, case, "topic", "topic")
        wanted = [
            not self.topic or topic == self.topic or topic.startswith(self.topic + "."),
            not self.type or field_text(item.fields, "type") == self.type,
            not self.difficulty or _own(item, case, "difficulty", "difficulty") == self.difficulty,
            not self.status or status_of(item, case) == self.status,
            not self.mark or item.mark == self.mark or (self.mark == "any" and bool(item.mark)),
        ]
        return all(wanted) and self._says(item)

    def _says(self, item: ShelfItem) -> bool:
        """Return whether every word stands in the item; what it is called counts too."""
        text = f"{item.id} {item.text}".casefold()
        return all(word in text for word in self.words.casefold().split())


def status_of(item: ShelfItem, case: ShelfItem | None = None) -> str:
    """Return an item's status; one of a case has the case's."""
    return field_text((case or item).fields, "status") or "ready"


def _own(item: ShelfItem, case: ShelfItem | None, name: str, field: str) -> str:
    value = str(getattr(item.item, name, "")) or field_text(item.fields, field)
    return value or ("" if case is None else _own(case, None, name, field))


def next_marked(items: Sequence[ShelfItem], at: int) -> int | None:
    """Return the place of the next line with a fault behind a place, from the top again; None where there is none."""
    order = [*range(at + 1, len(items)), *range(min(at + 1, len(items)))]
    return next((place for place in order if items[place].mark), None)


def counted(items: Iterable[ShelfItem], of: Callable[[ShelfItem], str]) -> Iterator[tuple[str, int]]:
    """Give each value that lines have with how many have it, in the order they are met."""
    counts: dict[str, int] = {}
    for item in items:
        value = of(item)
        if value:
            counts[value] = counts.get(value, 0) + 1
    yield from counts.items()


class Saved(NamedTuple):
    """A change that was written, so that it can be taken back."""

    path: Path
    key: str
    """The item it was of; "" for many."""
    before: bytes
    after: str
    """The digest of the file as it was written."""


class Planned(NamedTuple):
    """What an import would make of a bank."""

    plan: Import
    path: Path
    data: bytes | None
    """None where nothing changes."""
    digest: str


class BankDesk(Protocol):
    """The bank files of the pool on a teacher's desk. All of it waits for the disk: call it off the event loop."""

    def banks(self) -> tuple[BankFacts, ...]:
        """Return the banks of the pool as their files stand now."""
        ...

    def stamp(self, path: Path) -> Stamp:
        """Return what changes when a file is saved; () where it is not there."""
        ...

    def read(self, path: Path) -> Shelf:
        """Return a bank as its file stands now, quickly. Raises Faulty where it is no text at all."""
        ...

    def advised(self, shelf: Shelf) -> Shelf:
        """Return a shelf that was read last of its file with the warnings of quality too."""
        ...

    def free_id(self, path: Path) -> str:
        """Return an id for a new item. Raises Faulty, Refused."""
        ...

    def try_new(self, path: Path, fields: Mapping[str, Value]) -> Tried:
        """Return what a new item would be, its id among its fields. Raises Faulty, Refused."""
        ...

    def try_change(self, path: Path, fields: Mapping[str, Value], before: Mapping[str, Value], of: str = "") -> Tried:
        """Return what an item would be with other fields; `of` is one of a case's that is asked about.

        Raises Faulty, Refused where it is no longer as `before`.
        """
        ...

    def try_alone(self, fields: Mapping[str, Value]) -> Tried:
        """Return what an item would be that is of no bank yet."""
        ...

    def save(self, path: Path, tried: Tried, key: str) -> Saved:
        """Write what was tried. Raises Refused where the file was changed meanwhile, MachineRefused."""
        ...

    def take_back(self, saved: Saved) -> None:
        """Put a file back as it was before. Raises Refused where it was changed since, MachineRefused."""
        ...

    def source_endings(self) -> tuple[str, ...]:
        """Return the endings of the files that questions are brought in from, in small letters with the dot."""
        ...

    def source(self, path: Path, aid: ReadingAid = NO_AID) -> SourceReading:
        """Return the questions of a file from elsewhere, with what is said of it.

        Raises CalledWrongly, Refused, Faulty, MachineRefused.
        """
        ...

    def pasted(self, text: str, aid: ReadingAid = NO_AID) -> SourceReading:
        """Return the questions of a text, with what is said of it. Raises CalledWrongly, Refused, Faulty."""
        ...

    def keys_file(self, path: Path) -> tuple[bytes, str]:
        """Return the bytes and the name of a file with keys. Raises CalledWrongly, Refused, MachineRefused."""
        ...

    def plan(
        self,
        reading: SourceReading,
        path: Path,
        say: Callable[[Reason], str],
        tongue: Literal["zh", "en"] = "zh",
        wishes: ImportWishes = NO_WISHES,
    ) -> Planned:
        """Return what an import would make of a bank, there or not; `tongue` is that of a new one.

        Raises Faulty, Refused.
        """
        ...

    def bring_in(self, planned: Planned) -> Path | None:
        """Write what was planned, and return where the old file is kept. Raises Refused, MachineRefused."""
        ...

    def new_path(self, name: str) -> Path:
        """Return where a new bank of that name would be. Raises CalledWrongly where the name or the place is none."""
        ...

    def begin(self, name: str, tongue: Literal["zh", "en"] = "zh") -> Path:
        """Write a new bank without questions, and return where it is; the one of that name where it is there already.

        Raises CalledWrongly where the name or the place is none, MachineRefused.
        """
        ...
