"""Keys are looked at by their texts alone until somebody asks where they stand."""

from __future__ import annotations

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.events import PureParser
from quizapp.reading.yaml.source import MappingNode, prepare


def read(text: str) -> tuple[Document, MappingNode]:
    findings = Findings("f")
    source = prepare("f", text, findings)
    assert source is not None
    document = Document(source, findings)
    ((_, node, _),) = document.entries()
    assert isinstance(node, MappingNode)
    return document, node


def test_a_key_has_its_place_and_its_value_when_it_is_asked_for() -> None:
    text = "a:\n  题干: 甲\n  'b': {A: 乙}\n"
    document, node = read(text)
    assert [key for key, _ in node.pairs] == ["题干", "b"]
    assert [(key.text, document.source.place(key.start), key.is_plain) for key, _ in node.entries] == [
        ("题干", (2, 3), True),
        ("b", (3, 3), False),
    ]
    assert [value for _, value in node.entries] == [value for _, value in node.pairs]
    assert node.entries is node.entries


def test_a_key_that_goes_over_several_lines_is_seen_without_asking() -> None:
    assert read("a:\n  ? b\n    c\n  : d\n")[0].has_folded
    assert not read("a:\n  b?: c ？ d\n")[0].has_folded


def test_a_key_alone_in_a_flow_map_is_seen_to_be_cut() -> None:
    document, node = read("a: {A: 1,000元, B: 2}\n")
    assert [key for key, _ in node.pairs] == ["A", "B"]
    assert [fault.code for fault in document.findings.faults] == ["comma-in-map"]


def test_the_parsers_agree_that_no_other_key_goes_over_lines() -> None:
    for text in ("a:\n  b\n  c: d\n", "a: {b\n c: d}\n"):
        source = prepare("f", text, Findings("f"))
        assert source is not None
        for findings, document in (
            (found := Findings("f"), Document(source, found)),
            (found := Findings("f"), Document(source, found, make_parser=PureParser)),
        ):
            list(document.entries())
            assert findings.errors
