"""YAML into nodes: read as written, and refused where it is dangerous."""

from __future__ import annotations

import gc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.events import MakeParser, PureParser, best_parser, libyaml_parser
from quizapp.reading.yaml.source import SequenceNode, Source
from tests.reading.yaml.reading_nodes import codes, read

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])

WRITTEN = ["007", "yes", "1:30", "2024-01-02", "5+2", "1_000", "~", "null", "0x1F", "1e3", ".5", "No", "=", "是吗?"]


@PARSERS
@pytest.mark.parametrize("text", WRITTEN)
def test_every_text_is_read_as_written(text: str, make_parser: MakeParser) -> None:
    found, findings = read(f"a: {text}\nb: [{text}, x]\nc: {{{text}: {text}}}\n", make_parser)
    assert found == {"a": text, "b": [text, "x"], "c": {text: text}}
    assert findings.faults == []


@PARSERS
def test_an_empty_value_can_be_told(make_parser: MakeParser) -> None:
    source = Source("f", "a:\nb: ''\nc: x\n")
    entries = list(Document(source, Findings("f"), make_parser=make_parser).entries())
    assert [node.is_missing for _, node, _ in entries] == [True, True, False]


@PARSERS
def test_texts_over_several_lines_lose_only_their_line_ends(make_parser: MakeParser) -> None:
    found, findings = read("a: |\n  x\n  y\nb: >\n  x\n  y\nc: x\n  y\n", make_parser)
    assert found == {"a": "x\ny", "b": "x y", "c": "x y"}
    assert findings.faults == []


@PARSERS
def test_tabs_within_texts_and_comments_stay(make_parser: MakeParser) -> None:
    found, findings = read('a: x\ty\nb: "x\ty"\nc: |\n  x\ty\n# a\tb\n', make_parser)
    assert found == {"a": "x\ty", "b": "x\ty", "c": "x\ty"}
    assert findings.faults == []


@PARSERS
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\tb\n", ["1:3 tab"]),
        ("a: b\n\tc: d\n", ["2:1 tab"]),
        ("a: b\t# c\n", ["1:5 tab"]),
        ("a: [b,\tc]\n", ["1:7 tab"]),
        ("- a\n", ["1:1 list-at-top"]),
        ("a: &x [1]\nb: *x\n", ["2:4 alias-not-scalar"]),
        ("a: !x b\n", ["1:4 tag"]),
        ("a: b\n<<: c\n", ["2:1 merge-key"]),
        ("a: |# b\n  c\n", ["1:4 yaml-syntax"]),
        ("a: {? : b}\n", ["1:5 key-empty"]),
        ("a: 'b\n", ["1:4 quote-not-closed"]),
        ("a: [b\n", ["1:4 bracket-not-closed"]),
        ("a: b\n c: d\n", ["2:3 yaml-syntax"]),
        ("a: b\n...\nc\n", ["3:1 yaml-syntax"]),
        ("%FOO\n---\na: b\n", ["1:1 indicator-first"]),
        ('a: "\\U00110000"\n', ["1:5 escape-unknown"]),
    ],
)
def test_what_is_refused_is_told_with_its_place(text: str, expected: list[str], make_parser: MakeParser) -> None:
    assert codes(text, make_parser) == expected


@PARSERS
def test_an_alias_of_a_text_stands_for_it(make_parser: MakeParser) -> None:
    found, findings = read("a: &x 甲\nb: *x\n*x : c\n", make_parser)
    assert found == {"a": "甲", "b": "甲", "甲": "c"}
    assert findings.faults == []


@PARSERS
def test_aliases_may_not_stand_for_too_much(make_parser: MakeParser) -> None:
    text = f"a: &x {'x' * 1_000_000}\n" + "".join(f"b{at}: *x\n" for at in range(30))
    assert [code.split()[1] for code in codes(text, make_parser)] == ["aliases-too-long"]


@PARSERS
def test_thirty_levels_are_read_and_one_more_is_not(make_parser: MakeParser) -> None:
    assert codes("a: " + "[" * 29 + "]" * 29, make_parser) == []
    assert codes("a: " + "[" * 30 + "]" * 30, make_parser) == ["1:33 nested-too-deep"]


@PARSERS
def test_all_before_a_fault_of_syntax_is_given(make_parser: MakeParser) -> None:
    found, findings = read("a: b\nc: d\n\ne: [f\n", make_parser)
    assert found == {"a": "b", "c": "d"}
    assert [(fault.line, fault.code) for fault in findings.faults] == [(4, "bracket-not-closed")]


@PARSERS
def test_cleaning_is_told(make_parser: MakeParser) -> None:
    found, findings = read('a: "x\\e[2J"\nb: x\u202ey\nc: a' + "\u0301" * 9 + "\n", make_parser)
    assert found == {"a": "x[2J", "b": "xy", "c": "a" + "\u0301" * 3}
    assert [(fault.line, fault.severity, fault.code) for fault in findings.faults] == [
        (line, "warning", "text-cleaned") for line in (1, 2, 3)
    ]


@PARSERS
def test_a_streamed_list_is_given_item_by_item(make_parser: MakeParser) -> None:
    document = Document(Source("f", "a: 1\nitems: [x, y]\nb: [z]\n"), Findings("f"), make_parser=make_parser)
    given_ = [(key.text, place) for key, _, place in document.entries(frozenset({"items"}))]
    assert given_ == [("a", -1), ("items", 0), ("items", 1), ("items", -1), ("b", -1)]
    assert document.is_whole


def test_the_collector_runs_again_after_the_load_whatever_happens() -> None:
    with collector_off():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), collector_off():
        raise KeyError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collector_off():
        pass
    was_on = gc.isenabled()
    gc.enable()
    assert not was_on


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    from tests.formats.native.bank_bytes import read as read_questions

    questions = read_questions(data, "f.yaml")
    assert questions.faults or questions.bank is not None


PIECES = ["a", "甲", "：", ":", " ", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ", ",", "'", '"', "#", " #", "? "]
PIECES += ["&x ", "*x", "|\n", "> ", "%", "@", "`", "\\", "---\n", "\r\n", "a: ", "b: ", "- a: b\n", "\t", "<<: "]
PIECES += ["\\u0041", "!", "~", "（", "?", "\u3000", "items: ", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@settings(max_examples=1500)
@example("a: [b?, c]\n")
@example("a: [b:]\n")
@example("a: {b:?}\n")
@example("a: |#b\n")
@example("a: !]\n")
def test_both_parsers_give_the_same_verdict(text: str) -> None:
    by_libyaml, found = read(text, libyaml_parser)
    by_pure, found_too = read(text, PureParser)
    assert found.has_errors == found_too.has_errors, (found.faults, found_too.faults)
    if not found.has_errors:
        assert by_libyaml == by_pure
        assert found.faults == found_too.faults


def test_the_best_parser_is_one_of_the_two() -> None:
    found, findings = read("a: b", best_parser)
    assert (found, findings.faults) == ({"a": "b"}, [])


def test_a_list_given_item_by_item_leaves_an_empty_one_behind() -> None:
    *_, (_, node, _) = Document(Source("f", "items:\n  - a\n"), Findings("f")).entries(frozenset({"items"}))
    assert isinstance(node, SequenceNode)
    assert node.items == []
