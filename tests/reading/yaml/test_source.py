"""A text and its lines."""

from __future__ import annotations

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import Source, prepare


def test_places_count_from_one_with_any_line_end() -> None:
    source = Source("f", "ab\r\nc\rd\n题e")
    assert [source.place(at) for at in (0, 1, 4, 6, 8, 9, 10, 99)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (4, 1),
        (4, 2),
        (4, 3),
        (4, 3),
    ]
    assert [source.line(number) for number in range(6)] == ["", "ab", "c", "d", "题e", ""]


def test_a_control_character_is_found_where_it_stands() -> None:
    findings = Findings("f")
    assert prepare("f", "a: b\nc: \x1b[2J", findings) is None
    (fault,) = findings.faults
    assert (fault.code, fault.line, fault.column, fault.values) == ("control-character", 2, 4, {"character": "U+001B"})


def test_what_word_processors_leave_behind_is_cleaned_with_one_warning_a_line() -> None:
    findings = Findings("f")
    source = prepare("f", "a: \ufeffb\u2028c\nd: e\x85f", findings)
    assert source is not None
    assert source.text == "a: b c\nd: e f"
    assert [(fault.severity, fault.code, fault.line, fault.column) for fault in findings.faults] == [
        ("warning", "text-cleaned", 1, 4),
        ("warning", "text-cleaned", 2, 5),
    ]


def test_only_a_text_with_combining_marks_is_watched_for_towers() -> None:
    assert not _prepared("题干: 甲①②×é").has_marks
    assert _prepared("e\u0301").has_marks


def _prepared(text: str) -> Source:
    source = prepare("f", text, Findings("f"))
    assert source is not None
    return source
