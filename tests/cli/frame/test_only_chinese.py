"""In Chinese nothing that a person reads is English, the parser's own words included."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from itertools import chain
from pkgutil import walk_packages

import click
import pytest

from quizapp import language
from quizapp.cli.frame.commands import COMMANDS
from quizapp.cli.root import root
from quizapp.language import Language
from quizapp.language.catalogues import GUIDES, PREFIXES, files, sentences
from quizapp.language.entries import Catalogue
from tests.cli.conftest import Quiz

ALLOWED = {
    *("quizapp", "take", "practice", "banks", "papers", "candidates", "scores", "class", "rehearse", "doctor"),
    *("publish", "quiz", "pack", "collect", "QUIZ1"),
    *(
        "list",
        "check",
        "show",
        "format",
        "draw",
        "print",
        "import",
        "export",
        "enter",
        "add",
        "mark",
        "rebuild",
        "coverage",
        "extend",
        "close",
        "verify",
        "seal",
        "archive",
    ),
    *(
        "override",
        "correct",
        "regrade",
        "void",
        "reassign",
        "choose",
        "note",
        "deferred",
        "exempt",
        "misconduct",
        "admitted",
        "none",
        "leave",
    ),
    *("rank", "roster", "unit", "group", "source", "bank", "after", "inside", "end"),
    "analyse",
    *("Esc", "F4", "F5", "F9", "text", "json", "github", "csv", "zh", "en", "final", "opening-test"),
    *("ABD", "BADC", "MB", "doc", "et", "ods", "wps", "xls", "xlsb", "zip"),
    *("html", "md", "txt", "BCADC", "ABDAC", "Enter", "F2", "F8", "pip", "install", "word", "python"),
    *("new", "WPS", "Word", "docx", "xlsx", "yaml", "Big5", "GB18030"),
    *("schema", "schema="),  # the line that tells an editor where its schema is
    *("CSV", "Excel", "UTF-8", "PYTHONUTF8=1", "A", "B", "F", "T", "C", "U", "GBK", "YAML", "JSON", "BOM", "UTF-16"),
    *("F3", "F6", "F7", "Ctrl", "Delete", "Fn", "PgDn", "PgUp", "Shift", "Tab", "O", "o", "P", "Q", "S", "Z"),
    *("ACD", "CAB", "CABD", "A-", "ANSWER"),
    *("GIFT", "gift", "Moodle", "Aiken", "Markdown", "A4", "Python", "scrypt", "English"),
    *("XML", "QTI", "Kahoot", "Anki", "PDF", "Common", "Cartridge"),
    *("con", "nul", "question_banks", "course", "missing"),
    "set",  # of the folder set-aside, whose rest looks like an option
}
CATALOGUES: dict[str, Catalogue] = {file: sentences(file) for file in PREFIXES}
"""Every catalogue that is in the table, by its file."""
SILENT = {"report.and_then"}
"""Codes of what Chinese leaves unsaid."""
WORD = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z0-9=_-]*")
OPTION = re.compile(r"--?[a-z][a-z-]*")


def english(text: str) -> set[str]:
    """Return the English words of a Chinese text: no option, no place for a value, no name of the program's."""
    text = OPTION.sub(" ", re.sub(r"\{[^{}]*\}", " ", text))
    return set(WORD.findall(text)) - ALLOWED


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found += commands(command, (*path, name)) if isinstance(command, click.Group) else [(*path, name)]
    return found


ALL = commands(root)


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_is_chinese(quiz: Quiz, path: tuple[str, ...]) -> None:
    outcome = quiz(*path, "--help")
    assert outcome.status == 0
    assert english(outcome.out) == set()


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_is_there_in_english_too(quiz: Quiz, path: tuple[str, ...]) -> None:
    outcome = quiz("--lang", "en", *path, "-h")
    assert outcome.out.startswith("Usage: quizapp")
    assert (
        re.search(
            "[\u4e00-\u9fff]",
            outcome.out.replace("学号", "")
            .replace("姓名", "")
            .replace("单位", "")
            .replace("职务", "")
            .replace("组别", "")
            .replace("卷别", ""),
        )
        is None
    )


@pytest.mark.parametrize(
    "words",
    [
        "--foo",
        "foo",
        "banks list --form",
        "banks list --format",
        "banks list --format xml",
        "banks list more",
        "banks check --strict=1",
        "papers draw",
        "papers draw none",
        "papers draw sample-paper --forms 1",
        "papers draw sample-paper --forms 2 --form A",
        "scores export",
        "scores export sample-paper --to x.pdf",
        "take sample-paper",
    ],
)
def test_complaints_are_chinese(quiz: Quiz, words: str) -> None:
    outcome = quiz(*words.split())
    assert outcome.status == 2
    assert english(outcome.err) <= {"foo", "form", "xml", "more", "none", "pdf", "sample", "sample-paper"}


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=CATALOGUES)
def test_every_sentence_is_there_in_both_languages(catalogue: Catalogue) -> None:
    for code, (chinese, english_text) in catalogue.items():
        assert english(chinese) == set(), code
        assert chinese or code in SILENT, code
        assert english_text, code
        assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english_text)), code


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=CATALOGUES)
def test_nobody_is_addressed(catalogue: Catalogue) -> None:
    for code, (chinese, _) in catalogue.items():
        assert not re.search("[您你]", chinese), code


def test_codes_are_in_one_catalogue_only() -> None:
    counts = Counter(chain.from_iterable(CATALOGUES.values()))
    assert [code for code, count in counts.items() if count > 1] == []


def offering(wanted: str) -> set[str]:
    """Return the files of the language that offer something by that name."""
    found = (one.name for one in walk_packages(language.__path__, f"{language.__name__}."))
    return {name.removeprefix(f"{language.__name__}.") for name in found if hasattr(import_module(name), wanted)}


def test_every_file_with_sentences_is_in_the_table() -> None:
    assert offering("SENTENCES") == set(CATALOGUES)


def test_every_file_with_pages_of_a_guide_is_of_one_reader() -> None:
    assert sorted(offering("GUIDE")) == sorted(chain(*GUIDES))


def test_every_code_begins_as_the_table_says_of_its_file() -> None:
    astray = [code for file, found in CATALOGUES.items() for code in found if file not in files(code)]
    assert astray == []


def test_the_table_has_no_beginning_that_no_code_has() -> None:
    for file, prefixes in PREFIXES.items():
        longest = {max(filter(code.startswith, prefixes), key=len) for code in CATALOGUES[file]}
        assert longest == set(prefixes), file


def test_a_code_that_nobody_has_is_in_no_catalogue() -> None:
    assert not any(Language().knows(code) for code in ("", "no-such", "no.such", "help.no-such", "make-up-no-such"))


def test_every_group_is_in_the_help_of_the_whole(quiz: Quiz) -> None:
    listed = quiz("--help").out
    assert all(f"  {path.split()[0]} " in listed for path in COMMANDS)
