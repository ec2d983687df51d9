"""Bringing questions into a bank: which are known to it, and what each becomes, before anything is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.item import LETTERS, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.reading.exchange.source_question import Reason, SourceQuestion, SourceReading, SourceRemark, Verdict
from quizapp.services.exchange.import_fields import Built, TopicOf, build

_KEPT = frozenset("-*/%^")
"""Signs that tell one calculation from another, though they count as punctuation."""
_LEFT_OUT = str.maketrans("", "", " \t\n()[]{},.:;?!\"'#&_@。、〈〉《》「」『』【】〔〕“”‘’·—–")
"""Blanks and punctuation of nearly every stem, so that few are looked at sign by sign."""
_MOST_COMPARED = 100
"""Items of one stem that a question is compared with: those first that share with it what few others have."""


def folded_stem(fields: Mapping[str, Value]) -> str:
    """Return what a question asks as it is compared: width, case, blanks and punctuation make no difference."""
    stem = str(fields.get("stem", fields.get("stimulus", "")))
    normal = unicodedata.normalize("NFKC", stem).casefold()
    bare = normal.translate(_LEFT_OUT)
    if bare.isalnum():
        return bare
    kept = "".join(sign for sign in bare if unicodedata.category(sign)[0] in "LMNS" or sign in _KEPT)
    return kept or "".join(normal.split())


def folded_options(fields: Mapping[str, Value]) -> frozenset[str]:
    """Return a question's options as they are compared, their order left out."""
    options = fields.get("options", fields.get("pairs", []))
    texts = list(options.values()) if isinstance(options, dict) else options if isinstance(options, list) else []
    normal = (unicodedata.normalize("NFKC", str(text)).casefold() for text in texts)
    return frozenset("".join(text.split()).rstrip("。.;；") for text in normal)


def identity(fields: Mapping[str, Value]) -> tuple[str, str, frozenset[str]]:
    """Return what two questions share that are the same one."""
    return folded_stem(fields), str(fields.get("type", "")), folded_options(fields)


def by_stem(questions: Iterable[Mapping[str, Value]]) -> dict[str, list[int]]:
    """Return the places of questions by what they ask."""
    places: dict[str, list[int]] = {}
    for place, fields in enumerate(questions):
        places.setdefault(folded_stem(fields), []).append(place)
    return places


def pair_up(asked: Sequence[Mapping[str, Value]], known: Sequence[Mapping[str, Value]]) -> dict[int, int]:
    """Return the place of the known item that each question is, by the question's place; new ones are left out."""
    stems = by_stem(known)
    pairs: dict[int, int] = {}
    for stem, places in by_stem(asked).items() if stems else ():
        if stem in stems:
            questions = {place: _traits(asked[place]) for place in places}
            pairs |= _Candidates({other: _traits(known[other]) for other in stems[stem]}).paired(questions)
    return pairs


class _Traits(NamedTuple):
    """What two questions of one stem are told apart by."""

    type: str
    options: frozenset[str]

    @property
    def every(self) -> Iterable[object]:
        """All that an item is looked up by: with its type, by all its options, and by each."""
        return (self, self.options, *self.options)


def _traits(fields: Mapping[str, Value]) -> _Traits:
    return _Traits(str(fields.get("type", "")), folded_options(fields))


class _Candidates:
    """Items of one stem that no question has been found to be yet."""

    def __init__(self, items: Mapping[int, _Traits]) -> None:
        self._items = dict(items)
        self._with: dict[object, dict[int, None]] = {}
        for place, traits in items.items():
            for trait in traits.every:
                self._with.setdefault(trait, {})[place] = None

    def paired(self, questions: Mapping[int, _Traits]) -> dict[int, int]:
        """Return which question is which item: first those that are alike in all, then the most alike."""
        pairs: dict[int, int] = {}
        for find in (self._equal, self._closest):
            for place, mine in questions.items():
                best = None if place in pairs else find(mine)
                if best is not None:
                    pairs[place] = best
                    self._take(best)
        return pairs

    def _equal(self, mine: _Traits) -> int | None:
        return next(iter(self._with.get(mine, ())), None)

    def _closest(self, mine: _Traits) -> int | None:
        """Return the item most like a question; None where each asks of other options something else."""
        if not mine.options:
            found = self._with.get(mine.options) or self._items
            return next(iter(found), None)
        # “下列说法正确的是” asks of other options something else: only who shares one is compared.
        shared = sorted((self._with.get(option, {}) for option in mine.options), key=len)
        alike = self._with.get(mine.options, {})
        without = self._with.get(frozenset(), {})
        near = [*islice(alike, 1), *islice(chain.from_iterable(shared), _MOST_COMPARED), *islice(without, 1)]
        return max(sorted(near), key=lambda place: self._likeness(mine, place), default=None)

    def _likeness(self, mine: _Traits, place: int) -> float:
        theirs = self._items[place].options
        if mine.options == theirs:
            return 1.5
        return len(mine.options & theirs) / len(mine.options | theirs) if theirs else 0.5

    def _take(self, place: int) -> None:
        for trait in self._items.pop(place).every:
            self._with[trait].pop(place, None)


Outcome = Literal["", "added", "same", "changed", "kept"]
"""New in the bank · there already as it is · there and brought up to date · there, sound, and left as it is."""


class KnownItem(NamedTuple):
    """An item of the bank as its file has it."""

    id: str
    fields: Mapping[str, Value]
    is_doubted: bool = False
    """Whether it is a draft that an import made, its doubts above it."""


class FieldChange(NamedTuple):
    """One field of an item that is there already."""

    field: str
    before: Value
    after: Value


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

    @property
    def is_written(self) -> bool:
        return self.outcome in ("added", "changed")


class Import(NamedTuple):
    """What becomes of a source's questions: read is imported, doubtful and refused together."""

    brought: tuple[ImportedQuestion, ...]
    remarks: tuple[SourceRemark, ...] = ()

    @property
    def read(self) -> int:
        return len(self.brought)

    def count(self, verdict: Verdict) -> int:
        """Return how many questions came to that verdict."""
        return sum(each.verdict == verdict for each in self.brought)

    def count_outcome(self, outcome: Outcome) -> int:
        """Return how many questions are new, the same, changed or kept."""
        return sum(each.outcome == outcome for each in self.brought)


def plan_import(
    reading: SourceReading,
    known: Sequence[KnownItem],
    ids: Iterator[str],
    topic_of: TopicOf | None = None,
    distrusted: Mapping[int, tuple[Reason, ...]] = MappingProxyType({}),
) -> Import:
    """Return what becomes of each question. `ids` are free; `distrusted` are doubts besides, by place."""
    planner = _Planner(reading.questions, known, ids, topic_of)
    return Import(tuple(planner.brought(distrusted)), reading.remarks)


class _Planner:
    def __init__(
        self,
        questions: Sequence[SourceQuestion],
        known: Sequence[KnownItem],
        ids: Iterator[str],
        topic_of: TopicOf | None,
    ) -> None:
        self._questions = questions
        self._known = known
        self._ids = ids
        self._topic_of = topic_of
        self._built = [None if each.refusal else build(each.fields, topic_of) for each in questions]
        self._first: dict[int, int] = {}
        self._doubts: dict[int, tuple[Reason, ...]] = {}

    def brought(self, distrusted: Mapping[int, tuple[Reason, ...]]) -> list[ImportedQuestion]:
        self._find_repeated()
        sound = [place for place, built in enumerate(self._built) if built and not built.refusal]
        asked = [place for place in sound if place not in self._first]
        stands = [build(each.fields).fields for each in self._known]
        fields = [self._fields(place) for place in asked]
        pairs = {asked[one]: other for one, other in pair_up(fields, stands).items()}
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
                done.append(self._new(question, told))
            else:
                done.append(self._met(question, told, self._known[other], stands[other]))
        return done

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

    def _new(self, question: SourceQuestion, built: Built) -> ImportedQuestion:
        id = next(self._ids)
        fields = {"id": id, **self._numbered(built.fields, ())}
        if built.doubts:
            fields["status"] = "draft"
        return ImportedQuestion(question, _verdict(built), "added", id, fields, built.doubts, built.notes)

    def _met(
        self, question: SourceQuestion, built: Built, known: KnownItem, stands: Mapping[str, Value]
    ) -> ImportedQuestion:
        """Return what becomes of a question that the bank has already."""
        # What is in doubt is a draft, whatever its source says of it.
        wanted = {name: value for name, value in built.fields.items() if name != "status" or not built.doubts}
        changes = self._changes(wanted, stands)
        is_sound = known.fields.get("status", "ready") != "draft"
        verdict = _verdict(built)
        same = ImportedQuestion(question, verdict, "same", known.id, doubts=built.doubts, notes=built.notes)
        if built.doubts and is_sound:
            # Whoever mended it in the bank knows better than the source that is still in doubt.
            return same._replace(outcome="kept" if changes else "same")
        is_mended = known.is_doubted and not built.doubts and "status" not in built.fields
        if is_mended:
            changes = [*changes, FieldChange("status", "draft", "ready")]
        if not changes:
            return same
        fields = self._merged(built.fields, known.fields, changes)
        if is_mended:
            fields.pop("status", None)
        return same._replace(outcome="changed", fields=fields, changes=tuple(changes))

    def _changes(self, wanted: Mapping[str, Value], stands: Mapping[str, Value]) -> list[FieldChange]:
        """Return the fields of which the source says something else; what it does not say is kept."""
        changes: list[FieldChange] = []
        for name, after in wanted.items():
            before = stands.get(name, _DEFAULTS.get(name, ""))
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


_DEFAULTS: Mapping[str, Value] = MappingProxyType({"marks": "1", "status": "ready", "tags": [], "any_order": "false"})


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
