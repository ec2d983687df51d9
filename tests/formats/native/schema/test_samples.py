"""The schema takes every sound file and refuses every broken one whose fault a schema can know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.formats.native.edit.example_bank import example_bank
from quizapp.formats.native.write.banks import write_bank
from quizapp.reading import native_words as words
from tests.cli import conftest as cli
from tests.formats.any_items import any_items
from tests.formats.native import test_papers
from tests.formats.native.broken_files import BROKEN, broken_files, expected
from tests.formats.native.schema.known_faults import KNOWN, NEVER
from tests.formats.native.schema.reader_verdicts import error_codes
from tests.formats.native.schema.schema_editor import as_edited, as_texts, refusals, validator
from tests.samples import bank_files
from tests.samples.shipped_banks import FOLDER

READ = pytest.mark.parametrize("read", [as_texts, as_edited])
Read = Callable[[str], Any]

GOOD = {
    **{path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.yaml"))},
    "shelf-course": bank_files.COURSE,
    "shelf-items": bank_files.ITEMS,
    "shelf-more": bank_files.MORE,
    "full-paper": test_papers.FULL,
    "cli-bank": cli.BANK,
    "cli-secret": cli.SECRET_BANK,
    "cli-course": cli.COURSE,
    "cli-paper": cli.PAPER,
    "example-zh": example_bank(Path("演示.yaml"), "zh").decode(),
    "example-en": example_bank(Path("demo.yaml"), "en").decode(),
}


@READ
@pytest.mark.parametrize("name", GOOD)
def test_a_sound_file_is_taken(name: str, read: Read) -> None:
    assert refusals(read(GOOD[name])) == []


@READ
@given(st.lists(any_items(), min_size=1, max_size=3), st.sampled_from(["zh", "en"]))
@settings(deadline=None, max_examples=60)
def test_whatever_is_written_is_taken(read: Read, items: list[Item], tongue: Literal["zh", "en"]) -> None:
    text = write_bank(ItemBank(id="a", title="甲", items=tuple(items)), tongue).decode()
    text = text[text.index("题库:" if tongue == "zh" else "bank:") :]
    if not error_codes(text) - set(NEVER):
        assert refusals(read(text)) == []


@pytest.mark.parametrize("path", broken_files(), ids=lambda path: path.stem)
def test_a_broken_file_is_refused_where_its_fault_can_be_known(path: Path) -> None:
    text = _parsed(path)
    if text is None:
        # What the editor cannot parse it underlines by itself.
        assert {code for _, code in _errors(path)} & (set(NEVER) | {"indicator-first"})
        return
    codes = {code for _, code in _errors(path)}
    if codes & KNOWN:
        assert refusals(as_texts(text)) != []
    if not codes:
        assert refusals(as_texts(text)) == refusals(as_edited(text)) == []


def test_items_of_broken_banks_are_refused_one_by_one() -> None:
    """An item is refused exactly where it has a fault that a schema can know."""
    told = [(path.stem, *each) for path in broken_files() for each in _items(path)]
    known = [each for each in told if each[2] & KNOWN]
    sound = [each for each in told if not each[2]]
    assert len(known) > 25
    assert len(sound) > 5
    assert [each for each in known if not each[3]] == []
    assert [each for each in sound if each[3]] == []


def test_a_file_as_an_editor_takes_it_is_refused_for_the_same_faults() -> None:
    """But for what an editor cannot see as written, such as `yes` and `12` where a word belongs."""
    missed = [
        path.stem
        for path in broken_files()
        if (text := _parsed(path)) is not None and {code for _, code in _errors(path)} & KNOWN
        if not refusals(as_edited(text))
    ]
    assert missed == []


def _errors(path: Path) -> list[tuple[int, str]]:
    faults = [line.split() for line in expected(path)]
    return [(int(place.split(":")[0]), code) for place, severity, code in faults if severity == "error"]


def _parsed(path: Path) -> str | None:
    """Return a file's text where YAML takes it, None where it does not, or where its aliases stand for too much."""
    if path.stem == "alias-bomb":
        return None
    try:
        text = path.read_text(encoding="utf-8")
        as_texts(text)
        as_edited(text)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, TypeError):
        return None
    return text


def _items(path: Path) -> Iterator[tuple[int, set[str], list[str]]]:
    """Give a bank's items with the codes of their errors and what the schema refuses of them."""
    text = _parsed(path)
    root = yaml.compose(text, yaml.CBaseLoader) if text is not None else None
    if not isinstance(root, yaml.MappingNode):
        return
    found = [(key.value, node) for key, node in root.value if words.BANK.get(str(key.value)) == "items"]
    for name, node in found:
        if not isinstance(node, yaml.SequenceNode):
            continue
        refused = list(validator().iter_errors(as_texts(text or "")))
        for index, item in enumerate(node.value):
            lines = range(item.start_mark.line + 1, item.end_mark.line + 2)
            last = item.end_mark.line + (item.end_mark.column > 0)
            codes = {code for line, code in _errors(path) if line in lines and line <= last}
            yield index, codes, [each.message for each in refused if list(each.absolute_path)[:2] == [name, index]]


def test_the_samples_are_where_they_are_looked_for() -> None:
    assert len(list(BROKEN.glob("*.yaml"))) > 70
    assert len(GOOD) > 20
