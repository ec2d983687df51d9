"""In Chinese nothing that a person reads is English, the parser's own words included."""

from __future__ import annotations

import re
from itertools import chain

import click
import pytest

from quizapp.cli.root import LOADERS, root
from quizapp.language.archives import ARCHIVES
from quizapp.language.classes import CLASSES
from quizapp.language.commands import COMMANDS
from quizapp.language.deciding import DECIDING
from quizapp.language.doctor import DOCTOR
from quizapp.language.evidence import EVIDENCE
from quizapp.language.export_refusals import EXPORT_REFUSALS
from quizapp.language.faults import FAULTS
from quizapp.language.help_options import HELP_OPTIONS
from quizapp.language.help_pages import HELP_PAGES
from quizapp.language.importing import IMPORTING
from quizapp.language.keying import KEYING
from quizapp.language.machine import MACHINE
from quizapp.language.make_ups import MAKE_UPS
from quizapp.language.marking import MARKING
from quizapp.language.notes import NOTES
from quizapp.language.outside import OUTSIDE
from quizapp.language.prints import PRINTS
from quizapp.language.refusals import REFUSALS
from quizapp.language.requests import REQUESTS
from quizapp.language.score_workbook import SCORE_WORKBOOK
from quizapp.language.words import WORDS
from quizapp.language.workbooks import WORKBOOKS
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
    *("override", "correct", "regrade", "void", "reassign", "note", "deferred", "exempt", "misconduct", "none"),
    *("rank", "roster", "unit", "group"),
    "analyse",
    *("Esc", "F4", "F5", "F9", "text", "json", "github", "csv", "zh", "en", "final", "opening-test"),
    *("ABD", "BADC", "MB", "doc", "et", "ods", "wps", "xls", "xlsb", "zip"),
    *("html", "md", "txt", "BCADC", "ABDAC", "Enter", "F2", "F8", "pip", "install", "word", "python"),
    *("new", "WPS", "Word", "docx", "xlsx", "yaml", "Big5", "GB18030"),
    *("schema", "schema="),  # the line that tells an editor where its schema is
    *("CSV", "Excel", "UTF-8", "PYTHONUTF8=1", "A", "B", "F", "T", "C", "U", "GBK", "YAML", "JSON", "BOM", "UTF-16"),
}
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


@pytest.mark.parametrize(
    "catalogue",
    [
        ARCHIVES,
        CLASSES,
        EVIDENCE,
        WORKBOOKS,
        COMMANDS,
        DECIDING,
        HELP_PAGES,
        HELP_OPTIONS,
        DOCTOR,
        IMPORTING,
        REFUSALS,
        MAKE_UPS,
        MARKING,
        NOTES,
        OUTSIDE,
        REQUESTS,
        SCORE_WORKBOOK,
        WORDS,
        PRINTS,
        KEYING,
    ],
)
def test_every_sentence_is_there_in_both_languages(catalogue: dict[str, tuple[str, str]]) -> None:
    for code, (chinese, english_text) in catalogue.items():
        assert english(chinese) == set(), code
        assert chinese, code
        assert english_text, code
        assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english_text)), code


def test_nobody_is_addressed() -> None:
    for code, (chinese, _) in chain(
        COMMANDS.items(),
        CLASSES.items(),
        DECIDING.items(),
        HELP_PAGES.items(),
        HELP_OPTIONS.items(),
        DOCTOR.items(),
        EVIDENCE.items(),
        REFUSALS.items(),
        EXPORT_REFUSALS.items(),
        MAKE_UPS.items(),
        MARKING.items(),
        NOTES.items(),
        OUTSIDE.items(),
        REQUESTS.items(),
        PRINTS.items(),
        KEYING.items(),
        MACHINE.items(),
        IMPORTING.items(),
        ARCHIVES.items(),
        WORKBOOKS.items(),
        FAULTS.items(),
    ):
        assert "您" not in chinese, code
        assert "你" not in chinese, code


def test_codes_are_in_one_catalogue_only() -> None:
    catalogues = (
        COMMANDS,
        CLASSES,
        DECIDING,
        HELP_PAGES,
        HELP_OPTIONS,
        DOCTOR,
        EVIDENCE,
        REFUSALS,
        MAKE_UPS,
        MARKING,
        NOTES,
        OUTSIDE,
        REQUESTS,
        WORDS,
        PRINTS,
        KEYING,
        MACHINE,
        FAULTS,
        ARCHIVES,
        WORKBOOKS,
    )
    codes = [code for catalogue in (*catalogues, IMPORTING) for code in catalogue]
    assert len(codes) == len(set(codes))


def test_every_group_is_in_the_help_of_the_whole(quiz: Quiz) -> None:
    listed = quiz("--help").out
    assert all(f"  {name} " in listed for name in LOADERS)
