"""What spoils Chinese YAML, told with a line to copy that mends it."""

from __future__ import annotations

import pytest

from quizapp.reading.yaml.events import MakeParser, PureParser, libyaml_parser
from tests.reading.yaml.reading_nodes import read

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])

SLIPS = [
    ("题干：甲乙", "full-width-colon", "题干: 甲乙"),
    ("  题干 ： 甲乙", "full-width-colon", "  题干: 甲乙"),
    ("题干:甲乙", "no-blank-after-colon", "题干: 甲乙"),
    ("题干：*甲*乙", "full-width-colon", '题干: "*甲*乙"'),
    ("题干: {A: 1,000元, B: 2,000,000元}", "comma-in-map", '题干: {A: "1,000元", B: "2,000,000元"}'),
    ("题干: {A：甲, B:乙}", "full-width-colon", "题干: {A: 甲, B: 乙}"),
    ("题干: *重要*的是", "indicator-first", '题干: "*重要*的是"'),
    ("题干: *abc", "indicator-first", '题干: "*abc"'),
    ("题干: &amp 是什么", "indicator-first", '题干: "&amp 是什么"'),
    ("题干: @所有人", "indicator-first", '题干: "@所有人"'),
    ("题干: %的含义", "indicator-first", '题干: "%的含义"'),
    ("题干: `ls`的作用", "indicator-first", '题干: "`ls`的作用"'),
    ("题干: [甲]的职责", "indicator-first", '题干: "[甲]的职责"'),
    ('题干: [甲]的"职责"', "indicator-first", "题干: '[甲]的\"职责\"'"),
    ("题干: {甲}的职责", "indicator-first", '题干: "{甲}的职责"'),
    ("题干: |竖线", "indicator-first", '题干: "|竖线"'),
    ("题干: >大于", "indicator-first", '题干: ">大于"'),
    ("题干: - 甲", "indicator-first", '题干: "- 甲"'),
    ("题干: [甲, @乙]", "indicator-first", '题干: [甲, "@乙"]'),
    ('题干: "甲"乙\'丙', "text-after-quote", "题干: '\"甲\"乙''丙'"),
    ("题干: 注意: 甲", "colon-in-text", '题干: "注意: 甲"'),
]


@PARSERS
@pytest.mark.parametrize(("line", "code", "corrected"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_with_the_corrected_line(line: str, code: str, corrected: str, make_parser: MakeParser) -> None:
    lead = line[: len(line) - len(line.lstrip())]
    _, findings = read(f"{lead}a: b\n{line}\n{lead}c: d\n", make_parser)
    fault = next(fault for fault in findings.faults if fault.code == code)
    assert fault.line == 2
    assert fault.values["corrected"] == corrected
    mended, after = read(f"{lead}a: b\n{corrected}\n{lead}c: d\n", make_parser)
    assert after.faults == []
    assert mended["c"] == "d"


@PARSERS
def test_a_slip_above_the_line_that_was_not_understood_is_found(make_parser: MakeParser) -> None:
    _, findings = read("a:\n  - 题干：甲\n    b: c\n", make_parser)
    assert [(fault.line, fault.column, fault.code) for fault in findings.faults] == [(2, 7, "full-width-colon")]


@PARSERS
def test_a_file_of_one_slipped_line_is_told(make_parser: MakeParser) -> None:
    _, findings = read("题库：甲\n", make_parser)
    assert [(fault.line, fault.column, fault.code) for fault in findings.faults] == [(1, 3, "full-width-colon")]


@PARSERS
def test_a_very_long_line_is_not_given_to_copy(make_parser: MakeParser) -> None:
    _, findings = read("a: {" + "b:c, " * 500 + "}\n", make_parser)
    assert {fault.values["corrected"] for fault in findings.faults} == {"…"}
