"""Reading a text into plain values, with its faults, for tests."""

from __future__ import annotations

from typing import TypeAlias

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.reading.yaml.source import Node, ScalarNode, SequenceNode, prepare

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def read(text: str, make_parser: MakeParser = best_parser) -> tuple[dict[str, Plain], Findings]:
    """Return the entries of a text's map, and what was found wrong."""
    findings = Findings("f")
    source = prepare("f", text, findings)
    if source is None:
        return {}, findings
    document = Document(source, findings, frozenset({"题干", "答案", "stem"}), make_parser)
    return {key.text: plain(node) for key, node, _ in document.entries()}, findings


def codes(text: str, make_parser: MakeParser = best_parser) -> list[str]:
    """Return a text's faults as line:column code."""
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in read(text, make_parser)[1].faults]


def plain(node: Node) -> Plain:
    """Return a node without its places."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}
