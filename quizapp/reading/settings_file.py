"""The weights of a home's settings: what each paper and each mark from outside is worth in a total."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.errors import Faulty
from quizapp.domain.exact_numbers import share_text
from quizapp.domain.text import clean_line
from quizapp.reading.findings import Findings
from quizapp.reading.values import day, identifier, share
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.maps import MapReader, Words
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, Source, load


def read_weights(reader: MapReader, key: ScalarNode, node: Node) -> dict[str, Fraction]:
    """Return shares of one by name, in the order written; what is wrong is reported, the sum at `key`."""
    before = reader.findings.errors
    within = reader.mapping(node)
    found: dict[str, Fraction] = {}
    first: dict[str, ScalarNode] = {}
    for name_node, value in within.entries if within is not None else ():
        name = clean_line(name_node.text)
        if name in first:
            line = reader.place(first[name])[0]
            reader.error(name_node, "duplicate-key", key=name, first=line)
            continue
        first[name] = name_node
        found[name] = _weight(reader, value)
    total = sum(found.values(), Fraction(0))
    if total != 1 and reader.findings.errors == before:
        reader.error(key, "weight-total", total=share_text(total))
    return found


def _weight(reader: MapReader, node: Node) -> Fraction:
    """Return a share of one; 0 where it is none, and that is reported."""
    weight = reader.value(node, share, "not-a-share")
    if weight == 0:
        reader.error(node, "weight-zero")
    return weight or Fraction(0)


def _words(**pairs: str) -> dict[str, str]:
    return {word: name for name, chinese in pairs.items() for word in (name, chinese)}


FIELDS: Words = {
    "class": "class",
    "班次": "class",
    **_words(
        role="角色",
        staff="工作人员",
        two_persons="双人复核",
        weights="权重",
        second_place="备份位置",
        glyphs="显示字符",
        watch="收卷位置",
    ),
}
CLASS_FIELDS: Words = {
    **_words(id="编号", title="标题", organiser="主办单位", to="结束"),
    "from": "from",
    "开始": "from",
}
ROLES: Words = _words(trainee="学员", teacher="教师", committee="班委")
YES_NO: Words = {"true": "true", "false": "false", "是": "true", "否": "false"}
GLYPHS: Words = _words(auto="自动", ascii="基本")


class OwnSettings(NamedTuple):
    """What a home says of itself; what it does not say is empty."""

    class_id: str = ""
    class_title: str = ""
    organiser: str = ""
    class_from: date | None = None
    class_to: date | None = None
    role: str = ""
    """One of `quizapp.domain.roles.AREAS`."""
    staff: str = ""
    two_persons: bool = False
    """Whether decisions need somebody besides their maker who checked them."""
    weights: Mapping[str, Fraction] = MappingProxyType({})
    """Papers' ids and the names of marks from outside to their shares of a total, as written; they sum to 1."""
    second_place: str = ""
    glyphs: str = "auto"
    """What borders and marks are drawn with: auto or ascii."""
    watch: tuple[str, ...] = ()
    """The folders to which attempts are brought."""


def read_settings(path: Path) -> OwnSettings:
    """Return what a settings.yaml says.

    Raises Faulty with every fault of the file.
    """
    findings = Findings(str(path))
    source = load(path, findings)
    settings = OwnSettings()
    if source is not None and not _is_silent(source):
        names = frozenset({*FIELDS, *CLASS_FIELDS})
        document = Document(source, findings, names)
        entries = [(key, value) for key, value, _ in document.entries()]
        settings = _Reading(MapReader(source, findings, names), entries).settings()
    if findings.has_errors:
        raise Faulty(tuple(findings.faults))
    return settings


def _is_silent(source: Source) -> bool:
    """Return whether only comments are left in it: whoever takes all of it back says nothing, and rightly."""
    lines = (line.strip() for line in source.text.splitlines())
    return all(not line or line.startswith("#") for line in lines)


class _Reading:
    """One file's fields, read one after another."""

    def __init__(self, reader: MapReader, entries: list[tuple[ScalarNode, Node]]) -> None:
        self._reader = reader
        self._keys = {FIELDS.get(key.text, ""): key for key, _ in reversed(entries)}
        self._fields = reader.fields(MappingNode(entries, 0, 0), FIELDS)

    def settings(self) -> OwnSettings:
        """Return what is set."""
        return self._class()._replace(
            role=self._word("role", ROLES),
            staff=self._line("staff"),
            two_persons=self._word("two_persons", YES_NO) == "true",
            weights=self._weights(),
            second_place=self._line("second_place"),
            glyphs=self._word("glyphs", GLYPHS) or "auto",
            watch=self._watch(),
        )

    def _class(self) -> OwnSettings:
        node = self._fields.get("class")
        if node is None:
            return OwnSettings()
        # A class may be just its id, which has no colon in it: with one its fields were meant.
        if isinstance(node, ScalarNode) and not {":", "："} & set(node.text):
            return OwnSettings(class_id=self._id(node))
        within = self._reader.mapping(node)
        return OwnSettings() if within is None else self._of_class(self._reader.fields(within, CLASS_FIELDS))

    def _of_class(self, fields: dict[str, Node]) -> OwnSettings:
        starts, ends = (self._day(fields.get(name)) for name in ("from", "to"))
        if starts is not None and ends is not None and ends < starts:
            self._reader.error(fields["to"], "class-ends-first")
        return OwnSettings(
            class_id=self._id(fields["id"]) if "id" in fields else "",
            class_title=self._text(fields.get("title")),
            organiser=self._text(fields.get("organiser")),
            class_from=starts,
            class_to=ends,
        )

    def _id(self, node: Node) -> str:
        return self._reader.value(node, lambda text: identifier(clean_line(text)), "id-malformed") or ""

    def _day(self, node: Node | None) -> date | None:
        return None if node is None else self._reader.value(node, day, "not-a-date")

    def _line(self, name: str) -> str:
        return self._text(self._fields.get(name))

    def _text(self, node: Node | None) -> str:
        return "" if node is None else self._reader.line(node) or ""

    def _word(self, name: str, words: Words) -> str:
        node = self._fields.get(name)
        return "" if node is None else self._reader.word(node, words) or ""

    def _weights(self) -> Mapping[str, Fraction]:
        node = self._fields.get("weights")
        return MappingProxyType(read_weights(self._reader, self._keys["weights"], node) if node is not None else {})

    def _watch(self) -> tuple[str, ...]:
        node = self._fields.get("watch")
        return () if node is None else tuple(map(clean_line, self._reader.texts(node)))
