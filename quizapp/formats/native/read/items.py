"""Reads one item: what it is, a type's own fields by its class, and a case's items one by one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeAlias

from quizapp.domain.item import LETTERS, Item, Path, Value
from quizapp.domain.items.case import STAGES, as_material
from quizapp.formats.native.field_access import OF_ANSWERED, FieldReader, nearest
from quizapp.formats.native.read.item_fields import CommonReader, Shaper, TextChecker, node_at, plain
from quizapp.reading import native_words as words
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode

_TYPE = ("type", "题型")
# Where the walker found one of these, what is left of the item is not what its author wrote.
_CUTS = ("comma-in-map", "full-width-colon", "no-blank-after-colon", "map-entry-alone", "alias-not-scalar")
_OF_ALL = ("topic", "difficulty")
"""What everything that is drawn should have; a case's items have the case's where they have none of their own."""

_Place: TypeAlias = Mapping[str, Node]
"""What stands in one map of the file, by its fields' English names."""
At = tuple[int, int]
"""The indexes of an item's id and topic; of the item itself where it has none."""


class FoundItem(NamedTuple):
    """An item that was read, with its places and, behind them, those of its parts."""

    item: Item
    places: tuple[At, ...]


class ItemReader:
    """Reads the items of one file, one after another."""

    def __init__(self, reader: FieldReader, types: words.Types) -> None:
        self._reader = reader
        self._findings = reader.findings
        self._common = CommonReader(reader, types)
        self._texts = TextChecker(reader)
        self._shaper = Shaper(reader)
        self._kinds = words.types(types.values())
        self._words = {kind.TYPE: words.item_words(kind) for kind in types.values()}
        self._needed = {kind.TYPE: _needed(kind) for kind in types.values()}
        self._unless = {kind.TYPE: _unless(kind) for kind in types.values()}
        self._own_fields = {
            kind.TYPE: tuple(
                (field.name, field) for field in kind.FIELDS if field.name not in (kind.PARTS, kind.STAGES)
            )
            for kind in types.values()
        }
        self._told = 0
        self._is_draft_case = False
        """Whether the case whose items are being read is a draft, and they with it."""

    def read(self, node: Node, is_folded: bool = True) -> FoundItem | None:
        """Return the item that a node is, or None with faults found.

        An item without an id gets none here; what it has not stands where the item does. `is_folded` says whether
        unquoted texts may go over several lines, so that fields they swallowed are looked for.
        """
        found = self._read(node, is_folded, self._told, is_part=False)
        self._told = len(self._findings.faults)
        return found

    def pass_by(self) -> None:
        """Leave the faults found so far alone: they are of no item that is still to come."""
        self._told = len(self._findings.faults)

    def claim(self, id: str, allowed: Container[str | Value] = (), since: int = -1) -> None:
        """Give the faults found since the last item this item's id, but for those of its parts.

        The warnings it allows are dropped. `since` is where its faults begin, where that is not behind the last item.
        """
        faults = self._findings.faults
        since = self._told if since < 0 else since
        mine = [fault if fault.item else replace(fault, item=id) for fault in faults[since:]]
        faults[since:] = [
            each for each in mine if each.item != id or each.severity == "error" or each.code not in allowed
        ]

    def _read(self, node: Node, is_folded: bool, since: int, *, is_part: bool) -> FoundItem | None:
        """Read an item whose faults are those from `since` on."""
        if not isinstance(node, MappingNode):
            self._reader.mapping(node)
            return None
        fields: dict[str, Node] = {}
        parts: list[FoundItem] = []
        item = self._item(node, fields, parts, is_folded, is_part)
        if len(self._findings.faults) > since:
            self.claim(_text(fields.get("id")), plain(fields["allow"]) if "allow" in fields else (), since)
        if item is None:
            return None
        own: At = (fields.get("id", node).start, fields.get("topic", node).start)
        return FoundItem(item, (own, *(place for part in parts for place in part.places)) if parts else (own,))

    def _item(
        self, node: MappingNode, fields: dict[str, Node], parts: list[FoundItem], is_folded: bool, is_part: bool
    ) -> Item | None:
        """Return the item, having put its fields and its parts where they are asked for."""
        kind, written = self._kind(node, is_part)
        if kind is None:
            # What it is called is still wanted, so that the fault can name it.
            fields.update((word, value) for key, value in node.entries if (word := words.ITEM.get(key.text)) == "id")
            return None
        vocabulary = self._words[kind.TYPE]
        self._reader.fill(fields, node, vocabulary)
        before = errors = self._findings.errors
        is_draft = (is_part and self._is_draft_case) or (
            "status" in fields and words.STATUS.get(_text(fields["status"])) == "draft"
        )
        stages = self._stages(fields, kind, vocabulary)
        if kind.PARTS:
            self._pass_unused(fields, vocabulary)
            self._is_draft_case = is_draft
            listed = (place[kind.PARTS] for place in (fields, *stages) if kind.PARTS in place)
            parts.extend(part for node in listed for part in self._parts(node, is_folded))
            before = self._findings.errors
        self._texts.check(fields, kind, is_folded)
        if self._findings.errors > before:
            return None
        since = len(self._findings.faults)
        given = None
        has_stages = kind.STAGES not in fields or len(stages) == _count(fields[kind.STAGES])
        if has_stages and self._reader.require(fields, self._needed_of(fields, kind), node, vocabulary):
            given = self._given(fields, kind, written, stages)
            self._hope(fields, node, kind, is_part)
        item = None
        is_whole = not kind.PARTS or len(parts) == _listed(fields, kind)
        if given is not None and self._findings.errors == errors and is_whole:
            if kind.PARTS:
                given[kind.PARTS] = tuple(_inheriting(part.item, given) for part in parts)
            # A type's own fields are its own affair.
            item = self._checked(kind(**given), fields)  # type: ignore[arg-type]
        if item is None and is_draft:
            self._findings.soften(since)
        return item

    def _kind(self, node: MappingNode, is_part: bool) -> tuple[type[Item] | None, str]:
        for name, value in node.pairs:
            if name in _TYPE and not value.is_missing:
                text = self._reader.text(value)
                kind = self._kinds.get(text) if text else None
                if kind is None and text is not None:
                    choices = " ".join(self._kinds)
                    near = nearest(text, self._kinds)
                    self._reader.error(value, "unknown-type", type=text, choices=choices, nearest=near)
                elif kind is not None and kind.PARTS and is_part:
                    self._reader.error(value, "case-in-case")
                    kind = None
                return kind, text or ""
        for key, value in node.entries:
            if isinstance(value, ScalarNode) and value.is_plain and self._texts.slipped(value):
                return None, ""
            if key.text not in words.ITEM and value.is_missing:
                self._reader.unknown_field(key, words.ITEM)
        self._reader.error(node, "missing-field", field="type", chinese="题型")
        return None, ""

    def _pass_unused(self, fields: dict[str, Node], vocabulary: words.Words) -> None:
        """Take out what a case cannot have, as its items are answered and it is not."""
        for name in OF_ANSWERED:
            if name in fields:
                place = self._reader.place(fields.pop(name))
                chinese = words.chinese(vocabulary, name)
                self._findings.warning("case-field-unused", place, field=name, chinese=chinese)

    def _stages(self, fields: Mapping[str, Node], kind: type[Item], vocabulary: words.Words) -> tuple[_Place, ...]:
        """Return the fields of each of a case's stages, reporting what is none or lacks something; () without any."""
        node = fields.get(kind.STAGES) if kind.STAGES else None
        if node is None:
            return ()
        for name in (kind.ASKS, kind.PARTS):
            if name in fields:
                self._reader.error(fields[name], "stages-beside", field=name, chinese=words.chinese(vocabulary, name))
        own, found = words.own(STAGES.fields), []
        for entry in self._reader.sequence(node) or []:
            mapping = self._reader.mapping(entry)
            stage = {} if mapping is None else self._reader.fields(mapping, own)
            if mapping is not None and self._reader.require(stage, (kind.ASKS, kind.PARTS), mapping, own):
                self._texts.check_stage(stage)
                found.append(stage)
        return tuple(found)

    def _parts(self, node: Node, is_folded: bool) -> Iterator[FoundItem]:
        """Read a list of a case's items; those with faults are left out."""
        if not isinstance(node, SequenceNode):
            self._reader.error(node, "items-not-listed")
            return
        if not node.items:
            self._reader.error(node, "no-items")
        for each in node.items:
            found = self._read(each, is_folded, len(self._findings.faults), is_part=True)
            if found is not None:
                yield found

    def _needed_of(self, fields: Mapping[str, Node], kind: type[Item]) -> tuple[str, ...]:
        """Return the fields that an item must have, but for those in whose place it has another."""
        needed, unless = self._needed[kind.TYPE], self._unless[kind.TYPE]
        if all(name in fields for name in needed):
            return needed
        return tuple(name for name in needed if unless.get(name) not in fields)

    def _hope(self, fields: Mapping[str, Node], node: Node, kind: type[Item], is_part: bool) -> None:
        """Warn of what a good item has and this one has not: a case explains nothing, its items are not drawn."""
        hoped_for = () if is_part else _OF_ALL
        for name in hoped_for if kind.PARTS else (*hoped_for, "rationale"):
            if name not in fields:
                self._findings.warning(f"missing-{name}", self._reader.place(node))
        if is_part and "status" in fields and words.STATUS.get(_text(fields["status"])) not in ("ready", None):
            self._reader.error(fields["status"], "part-status")

    def _given(
        self, fields: Mapping[str, Node], kind: type[Item], written: str, stages: Sequence[_Place]
    ) -> dict[str, object] | None:
        """Return what was given as arguments of the item's class, or None with faults found."""
        texts = [self._reader.text(stage[kind.ASKS]) for stage in stages or (fields,)]
        stem = None if None in texts else as_material(text or "" for text in texts)
        given = self._common.read(fields, kind)
        faults = self._findings.faults
        is_cut = len(faults) > self._told and any(fault.code in _CUTS for fault in faults[self._told :])
        own = None if stem is None or is_cut else self._own(fields, kind, written, stem, stages)
        if own is None:
            return None
        given["stem"] = stem
        given.update(own)
        return given

    def _own(
        self, fields: Mapping[str, Node], kind: type[Item], written: str, stem: str, stages: Sequence[_Place]
    ) -> dict[str, object] | None:
        own: dict[str, Value] = {"type": written}
        errors = self._findings.errors
        for name, field in self._own_fields[kind.TYPE]:
            if name in fields:
                own[name] = self._shaper.shaped(fields[name], field)
        if stages:
            own[kind.STAGES] = [{name: plain(node) for name, node in stage.items()} for stage in stages]
        if self._findings.errors > errors:
            return None
        return kind.read(own, stem, partial(self._report, fields, kind))

    def _report(
        self,
        fields: Mapping[str, Node],
        kind: type[Item],
        path: Path,
        code: str,
        /,
        warning: bool = False,
        **given: object,
    ) -> None:
        """Report what a type finds wrong with its own fields, at the path where it stands."""
        place = self._reader.place(node_at(fields, kind, path))
        (self._findings.warning if warning else self._findings.error)(code, place, **given)

    def _checked(self, item: Item, fields: Mapping[str, Node]) -> Item | None:
        if item.feedback:
            last = len(item.choices)
            for letter, _ in item.feedback:
                if letter not in tuple(LETTERS[:last]):
                    self._reader.error(fields["feedback"], "feedback-letter", letter=letter)
                    return None
        if item.marking == "per_option" and item.option_marks is None:
            self._reader.error(fields["marking"], "option-marks-missing")
            return None
        return item


def _needed(kind: type[Item]) -> tuple[str, ...]:
    return (kind.ASKS, *(field.name for field in kind.FIELDS if field.required))


def _count(node: Node) -> int:
    return len(node.items) if isinstance(node, SequenceNode) else -1


def _listed(fields: Mapping[str, Node], kind: type[Item]) -> int:
    """Return how many items of its own an item lists."""
    vocabulary = words.own(STAGES.fields)
    found = [fields[kind.PARTS]] if kind.PARTS in fields else []
    stages = fields.get(kind.STAGES) if kind.STAGES else None
    for stage in stages.items if isinstance(stages, SequenceNode) else ():
        if isinstance(stage, MappingNode):
            found += [node for key, node in stage.entries if vocabulary.get(key.text) == kind.PARTS]
    return sum(len(node.items) for node in found if isinstance(node, SequenceNode))


def _unless(kind: type[Item]) -> dict[str, str]:
    """Return which field may stand in the place of one that is needed."""
    return {kind.ASKS: kind.STAGES, **{field.name: field.unless for field in kind.FIELDS}}


def _inheriting(part: Item, given: Mapping[str, object]) -> Item:
    """Return a case's item with the case's topic and difficulty where it has none of its own."""
    taken = {name: given[name] for name in _OF_ALL if name in given and not getattr(part, name)}
    return replace(part, **taken) if taken else part  # type: ignore[arg-type]  # as the case's own were read


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, ScalarNode) else ""
