"""Every code of a fault has a sentence in both languages and a line in the documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from quizapp.language.speech import Language
from tests.samples.fault_sentences import FAULTS

ROOT = Path(__file__).parents[2]
READERS = (
    "quizapp/reading",
    "quizapp/formats",
    "quizapp/domain/items",
    "quizapp/domain/banks",
    "quizapp/domain/papers/stock.py",
)
NO_CODES = {"utf-8", "utf-8-sig", "utf-16"}
_CODE = re.compile("[a-z]+(?:-[a-z0-9]+)+")


def _sources() -> Iterator[Path]:
    for place in READERS:
        path = ROOT / place
        assert path.exists(), place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def reported() -> set[str]:
    """Return the codes that stand in the readers' sources."""
    found: set[str] = set()
    for file in _sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                found.add(node.value)
    return found - NO_CODES


def documented() -> dict[str, str]:
    """Return the codes of the documents' table with their severity."""
    text = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \|", text, re.MULTILINE))


def test_codes_are_found_in_the_readers() -> None:
    assert {"full-width-colon", "id-malformed", "unknown-field", "key-not-truth", "duplicate-id"} <= reported()


def test_every_code_that_readers_report_can_be_said() -> None:
    language = Language()
    assert [code for code in sorted(reported()) if not language.knows(code)] == []


def test_the_documents_list_every_code_and_none_that_is_not() -> None:
    language = Language()
    assert set(FAULTS) <= set(documented())
    assert [code for code in documented() if not language.knows(code)] == []


def test_the_documents_list_every_code_of_a_row_with_its_severity() -> None:
    noted = dict(_of_rows())
    assert (noted["roster-no-id"], noted["outside-own-marks"]) == ("error", "warning")
    assert {code: documented().get(code) for code in noted} == noted


def _of_rows() -> Iterator[tuple[str, str]]:
    """Give each code that services note of a table's row, and its severity."""
    for file in sorted((ROOT / "quizapp" / "services").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if not re.search(r"TableFaults|people_table|sheet\.faults", text):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _NOTING:
                codes = (one.value for one in node.args if isinstance(one, ast.Constant))
                said = (one for one in codes if isinstance(one, str) and _CODE.fullmatch(one))
                yield from ((one, _NOTING[node.func.attr]) for one in said)


_NOTING = {"error": "error", "warn": "warning", "_fault": "error", "headed": "error", "check_filled": "error"}


def test_warnings_are_documented_as_warnings() -> None:
    warnings = {code for code, severity in documented().items() if severity == "warning"}
    text = "".join(file.read_text(encoding="utf-8") for file in _sources())
    assert set(re.findall(r"\.warning\(\s*\"([a-z0-9-]+)\"", text)) <= warnings
    assert set(re.findall(r"\"([a-z0-9-]+)\", warning=True", text)) <= warnings


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_both_languages_use_the_same_values(code: str) -> None:
    chinese, english = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in FAULTS[code])
    assert english == chinese


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_chinese_sentences_are_kind_and_say_what_to_do(code: str) -> None:
    chinese, _ = FAULTS[code]
    assert not re.search("非法|无效输入|错误的|失败", chinese)
    assert re.search("请|可以|建议|是不是", chinese), chinese
