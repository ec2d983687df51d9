"""Bringing questions into a bank: what each becomes is decided before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.item import LETTERS, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.reading.exchange.source_question import (
    LineCounts,
    LineFate,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
    Verdict,
)
from quizapp.services.exchange.import_fields import Built, TopicOf, build
from quizapp.services.exchange.import_matching import PairedFields, by_stem, folded_stem, identity, pair_remembered
from quizapp.services.exchange.source_memory import (
    DEFAULTS,
    NO_WISHES,
    FieldChange,
    ImportWishes,
    Judgement,
    SourceRecord,
    digest,
    gone,
    judged,
    matter,
    remembered,
)

Outcome = Literal["", "added", "same", "changed", "kept", "disputed"]
"""New in the bank · there as it is · brought up to date · left as the bank has it · not alike and nobody decided."""


class KnownItem(NamedTuple):
    """An item of the bank as its file has it."""

    id: str
    fields: Mapping[str, Value]
    is_doubted: bool = False
    """Whether it is a draft that an import made, its doubts above it."""
    record: SourceRecord | None = None
    """What its source said last time; None where nobody knows."""


class ImportedQuestion(NamedTuple):
    """What becomes of one question of the source."""

    question: SourceQuestion
    verdict: Verdict
    outcome: Outcome = ""
    id: str = ""
    fields: Mapping[str, Value] = MappingProxyType({})
    """Of the item as it is to be written, its id among them."""
    doubts: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    """Those that are taken."""
    disputes: tuple[FieldChange, ...] = ()
    """Those that nobody has decided, and that are not taken."""
    record: SourceRecord | None = None
    """What is to be remembered of what the source said."""

    @property
    def is_written(self) -> bool:
        return self.outcome in ("added", "changed")


class Import(NamedTuple):
    """What becomes of a source's questions: read is imported, doubtful and refused together."""

    brought: tuple[ImportedQuestion, ...]
    remarks: tuple[SourceRemark, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of items that came from this source and are in it no longer; they stay in the bank."""
    lines: LineCounts = LineCounts()
    """What became of the source's lines; all 0 where its format does not say."""
    unread: tuple[LineFate, ...] = ()
    """The lines that are part of nothing."""
    shape: Reason | None = None
    """How the source is written, as far as that was learnt from it."""

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left to look at: nothing refused, doubted, undecided or unread."""
        return not (self.count("refused") or self.count("doubtful") or self.disputed or self.unread)

    @property
    def disputed(self) -> int:
        """How many questions wait for somebody to say which side is right."""
        return sum(bool(each.disputes) for each in self.brought)

    @property
    def read(self) -> int:
        return len(self.brought)

    def count(self, verdict: Verdict) -> int:
        """Return how many questions came to that verdict."""
        return sum(each.verdict == verdict for each in self.brought)

    def count_outcome(self, outcome: Outcome) -> int:
        """Return how many questions are new, the same, changed, kept or disputed."""
        return sum(each.outcome == outcome for each in self.brought)


def plan_import(
    reading: SourceReading,
    known: Sequence[KnownItem],
    ids: Iterator[str],
    topic_of: TopicOf | None = None,
    distrusted: Mapping[int, tuple[Reason, ...]] = MappingProxyType({}),
    wishes: ImportWishes = NO_WISHES,
) -> Import:
    """Return what becomes of each question. `ids` are free; `distrusted` are doubts besides, by place."""
    planner = _Planner(reading.questions, known, ids, topic_of, wishes)
    brought = tuple(planner.brought(distrusted))
    return Import(brought, reading.remarks, planner.gone(brought), reading.line_counts, reading.unread, reading.shape)


class _Planner:
    def __init__(
        self,
        questions: Sequence[SourceQuestion],
        known: Sequence[KnownItem],
        ids: Iterator[str],
        topic_of: TopicOf | None,
        wishes: ImportWishes,
    ) -> None:
        self._wishes = wishes
        self._questions = questions
        self._known = known
        self._ids = ids
        self._topic_of = topic_of
        self._built = [None if each.refusal else build(each.fields, topic_of) for each in questions]
        self._said = [
            {} if each is None else self._digests(self._said_at(place, each)) for place, each in enumerate(self._built)
        ]
        self._first: dict[int, int] = {}
        self._doubts: dict[int, tuple[Reason, ...]] = {}

    def brought(self, distrusted: Mapping[int, tuple[Reason, ...]]) -> list[ImportedQuestion]:
        self._find_repeated()
        sound = [place for place, built in enumerate(self._built) if built and not built.refusal]
        asked = [place for place in sound if place not in self._first]
        stands = [build(each.fields).fields for each in self._known]
        pairs = self._pairs(asked, stands)
        done: list[ImportedQuestion] = []
        for place, (question, built) in enumerate(zip(self._questions, self._built, strict=True)):
            refusal = question.refusal or (built.refusal if built else None)
            if built is None or refusal:
                done.append(ImportedQuestion(question._replace(refusal=refusal), "refused"))
                continue
            if place in self._first:
                first = done[self._first[place]]
                note = Reason("import-repeated", {"line": first.question.line})
                done.append(
                    ImportedQuestion(question, first.verdict, "same", first.id, doubts=first.doubts, notes=(note,))
                )
                continue
            doubts = (*question.doubts, *built.doubts, *self._doubts.get(place, ()), *distrusted.get(place, ()))
            told = built._replace(doubts=_once(doubts)) if doubts else built
            other = pairs.get(place)
            if other is None:
                done.append(self._new(place, told))
            else:
                done.append(self._met(place, told, self._known[other], stands[other]))
        return done

    def gone(self, brought: Sequence[ImportedQuestion]) -> tuple[str, ...]:
        """Return the ids of items that the source has no longer; who retired one has seen to it."""
        records = {
            each.id: each.record
            for each in self._known
            if each.record is not None and each.fields.get("status") != "retired"
        }
        unbuilt = [each for each, built in zip(self._questions, self._built, strict=True) if built is None]
        besides = [build(each.fields).fields for each in (*unbuilt, *self._wishes.left) if each.fields]
        stems = frozenset(digest(each.get("stem", each.get("stimulus", ""))) for each in besides)
        met = frozenset(each.id for each in brought if each.id)
        return tuple(gone(records, met, stems, self._wishes.source))

    def _pairs(self, asked: Sequence[int], stands: Sequence[Mapping[str, Value]]) -> dict[int, int]:
        """Return which question is which known item."""
        questions = [PairedFields(self._fields(place), self._said[place]) for place in asked]
        known = [
            PairedFields(fields, each.record.digests if each.record else {})
            for fields, each in zip(stands, self._known, strict=True)
        ]
        return {asked[one]: other for one, other in pair_remembered(questions, known).items()}

    def _said_at(self, place: int, built: Built) -> Mapping[str, Value]:
        """Return what the source itself says, though somebody mended it after it was read."""
        said = self._wishes.said.get(place)
        return built.fields if said is None else build(said, self._topic_of).fields

    def _digests(self, fields: Mapping[str, Value]) -> dict[str, str]:
        return {name: self._digest(name, value) for name, value in fields.items()}

    def _digest(self, name: str, value: Value) -> str:
        if name == "topic" and self._topic_of is not None:
            return digest(self._topic_of(str(value)) or value)
        if name == "tags" and isinstance(value, list):
            return digest(sorted(value, key=str))
        return digest(value)

    def _fields(self, place: int) -> dict[str, Value]:
        built = self._built[place]
        return built.fields if built else {}

    def _find_repeated(self) -> None:
        """Find questions that stand in the source twice; one that says something else the second time is doubted."""
        sound = [place for place, built in enumerate(self._built) if built and not built.refusal]
        for steps in by_stem(self._fields(place) for place in sound).values():
            # Nearly every stem is there once: what else tells it from others is looked at for few.
            seen: dict[tuple[str, str, frozenset[str]], int] = {}
            for place in [sound[step] for step in steps] if len(steps) > 1 else ():
                first = seen.setdefault(identity(self._fields(place)), place)
                if first != place:
                    self._note_repeated(place, first)

    def _note_repeated(self, place: int, first: int) -> None:
        if self._fields(place) == self._fields(first):
            self._first[place] = first
        else:
            self._doubts[place] = (Reason("import-twice", {"line": self._questions[first].line}),)

    def _new(self, place: int, built: Built) -> ImportedQuestion:
        id = next(self._ids)
        fields = {"id": id, **self._numbered(built.fields, ())}
        if built.doubts:
            fields["status"] = "draft"
        record = SourceRecord(self._wishes.source, self._said[place])
        return ImportedQuestion(
            self._questions[place], _verdict(built), "added", id, fields, built.doubts, built.notes, record=record
        )

    def _met(self, place: int, built: Built, known: KnownItem, stands: Mapping[str, Value]) -> ImportedQuestion:
        """Return what becomes of a question that the bank has already."""
        # What is in doubt is a draft, whatever its source says of it.
        wanted = {name: value for name, value in built.fields.items() if name != "status" or not built.doubts}
        found = self._judged(place, built, known, stands, self._changes(wanted, stands))
        take = self._wishes.of(place)
        written = {"": found.taken, "source": (*found.taken, *found.disputed), "bank": ()}[take]
        disputes = found.disputed if take == "" else ()
        outcome: Outcome = "changed" if written else "disputed" if disputes else "kept" if any(found) else "same"
        fields = self._rewritten(built, known, written) if written else {}
        record = remembered(self._wishes.source, self._said[place], disputes, known.record)
        return ImportedQuestion(
            self._questions[place], _verdict(built), outcome, known.id, fields, built.doubts, built.notes,
            written, disputes, record,
        )  # fmt: skip

    def _judged(
        self, place: int, built: Built, known: KnownItem, stands: Mapping[str, Value], changes: Sequence[FieldChange]
    ) -> Judgement:
        """Return whose each difference is; doubts count, and that a draft is a draft for its doubts alone."""
        said = self._digests(built.fields) if place in self._wishes.said else self._said[place]
        found = judged(changes, said, stands, known.record, self._digest)
        is_sound = known.fields.get("status", "ready") != "draft"
        if built.doubts and is_sound:
            # Whoever mended it in the bank knows better than the source that is still in doubt.
            if known.record is None:
                return Judgement(kept=tuple(changes))
            return Judgement(kept=found.kept, disputed=(*found.taken, *found.disputed))
        is_mended = known.is_doubted and not built.doubts and "status" not in built.fields
        if not is_mended or any(not matter(change.field) for change in found.kept):
            return found
        ready = FieldChange("status", "draft", "ready")
        if known.record is None or found.disputed:
            return found._replace(disputed=(*found.disputed, ready))
        return found._replace(taken=(*found.taken, ready))

    def _rewritten(self, built: Built, known: KnownItem, changes: Sequence[FieldChange]) -> dict[str, Value]:
        """Return an item's fields with what is taken from the source."""
        fields = self._merged(built.fields, known.fields, changes)
        if built.doubts and fields.get("status") != "retired":
            fields["status"] = "draft"
        elif "status" not in built.fields and any(change.field == "status" for change in changes):
            fields.pop("status", None)
        return fields

    def _changes(self, wanted: Mapping[str, Value], stands: Mapping[str, Value]) -> list[FieldChange]:
        """Return the fields of which the source says something else; what it does not say is kept."""
        changes: list[FieldChange] = []
        for name, after in wanted.items():
            before = stands.get(name, DEFAULTS.get(name, ""))
            if not self._is_same(name, before, after):
                changes.append(FieldChange(name, before, after))
        return changes

    def _is_same(self, name: str, before: Value, after: Value) -> bool:
        if name == "tags" and isinstance(before, list) and isinstance(after, list):
            return set(map(str, after)) <= set(map(str, before))
        if name == "topic" and self._topic_of is not None:
            return self._topic_of(str(before)) == self._topic_of(str(after))
        if name == "items" and isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
            pairs = zip(before, after, strict=True)
            return not any(self._changes(dict(_map(wanted)), _map(stands)) for stands, wanted in pairs)
        return before == after

    def _merged(
        self, wanted: Mapping[str, Value], stands: Mapping[str, Value], changes: Sequence[FieldChange]
    ) -> dict[str, Value]:
        kind = ITEM_TYPES[str(wanted["type"])]
        others = {field.name for each in ITEM_TYPES.values() for field in each.FIELDS}
        alien = others - {field.name for field in kind.FIELDS}
        fields = {name: value for name, value in stands.items() if name not in alien}
        parts = stands.get(kind.PARTS) if kind.PARTS else None
        for name in [change.field for change in changes]:
            after = wanted.get(name, stands.get(name, ""))
            fields[name] = _as_before(after, stands.get(name))
        return self._numbered(fields, parts if isinstance(parts, list) else ())

    def _numbered(self, fields: Mapping[str, Value], before: Sequence[Value]) -> dict[str, Value]:
        """Return fields with an id for each item of a case: its own where the case had it before."""
        kind = ITEM_TYPES[str(fields["type"])]
        parts = fields.get(kind.PARTS) if kind.PARTS else None
        if not isinstance(parts, list):
            return dict(fields)
        known = {folded_stem(_map(part)): str(_map(part).get("id", "")) for part in before}
        numbered: list[Value] = []
        for part in map(_map, parts):
            id = str(part.get("id", "")) or known.pop(folded_stem(part), "") or next(self._ids)
            numbered.append({"id": id, **part})
        return {**fields, kind.PARTS: numbered}


def _verdict(built: Built) -> Verdict:
    return "doubtful" if built.doubts else "imported"


def _once(doubts: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return doubts without those that say the same again."""
    return tuple({each.code + _values(each): each for each in doubts}.values())


def _values(reason: Reason) -> str:
    return "".join(f"|{name}={value}" for name, value in reason.values.items())


def _map(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _as_before(after: Value, before: Value | None) -> Value:
    """Return options as a list where the author listed them without letters."""
    if isinstance(before, list) and isinstance(after, dict) and list(after) == list(LETTERS[: len(after)]):
        return list(after.values())
    return after
