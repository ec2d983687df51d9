"""Looks at the texts of one item for what Chinese YAML loses in silence: comments, and fields swallowed by a text."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.domain.declaration import Field
from quizapp.domain.item import Item
from quizapp.formats.native import words
from quizapp.formats.native.fields import FieldReader
from quizapp.reading.chinese_slips import slip_in_colon, slip_in_comment
from quizapp.reading.nodes import Node, Scalar, Sequence

# The issue with a comment or a slip is a text cut short: these hold what people read.
_TEXTS = ("stem", "stimulus", "options", "pairs", "distractors", "key", "model_answer", "rationale")


class TextChecker:
    """Checks the items of one file, one after another."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader
        self._has_comments = reader.source.has_comments

    def check(self, fields: Mapping[str, Node], kind: type[Item], is_folded: bool) -> None:
        """Report what is wrong in an item's texts; `is_folded` says whether unquoted ones may go over several lines."""
        if not self._has_comments and not is_folded:
            return
        for name in _TEXTS:
            if name in fields:
                self._check(fields[name])
        for field in kind.FIELDS:
            if field.fields and field.name in fields:
                self._check_maps(fields[field.name], field)

    def slipped(self, node: Scalar) -> bool:
        """Report a field that was swallowed by the text before it, as its colon is no colon to YAML."""
        source = self._reader.source
        first, last = source.place(node.start)[0], source.place(node.end)[0]
        slips = {number: slip_in_colon(source.line(number), self._reader.names) for number in range(first, last + 1)}
        for number, slip in slips.items():
            if slip is not None:
                self._reader.findings.error(slip.code, (number, slip.column), corrected=slip.corrected)
        return any(slips.values())

    def _check(self, node: Node) -> None:
        if isinstance(node, Scalar):
            if node.is_plain and (self._has_comments or node.end - node.start != len(node.text)):
                self.slipped(node)
                self._check_comment(node)
        elif isinstance(node, Sequence):
            for item in node.items:
                self._check(item)
        else:
            for _, value in node.entries:
                self._check(value)

    def _check_maps(self, node: Node, field: Field) -> None:
        """Check the texts in a list of maps; a comment behind a number is one."""
        texts = [sub.name for sub in field.fields if sub.shape != "number"]
        vocabulary = words.own(field.fields)
        for entry in node.items if isinstance(node, Sequence) else ():
            for key, value in () if isinstance(entry, Scalar | Sequence) else entry.entries:
                if vocabulary.get(key.text) in texts:
                    self._check(value)

    def _check_comment(self, node: Scalar) -> None:
        slip = slip_in_comment(self._reader.source, node)
        if slip is not None:
            line = self._reader.source.place(node.end)[0]
            self._reader.findings.error("comment-after-text", (line, slip.column), corrected=slip.corrected)
