"""What the READMEs say of commands and files is so, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.__main__ import main

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")


def said(readme: str) -> str:
    return (ROOT / readme).read_text("utf-8")


def blocks(readme: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", said(readme), flags=re.DOTALL)


def commands(readme: str) -> set[tuple[str, ...]]:
    """Return the commands of the table: a group with each of the verbs that follow it."""
    found = set()
    for row in re.findall(r"^\| .*`quizapp.*$", said(readme), flags=re.MULTILINE):
        group: tuple[str, ...] = ()
        for words in (tuple(code.split()) for code in re.findall(r"`([^`]+)`", row)):
            if words[0] == "quizapp":
                named = tuple(word for word in words[1:] if word.isascii() and not word.isupper())
                group = named[:1]
                found.add(named)
            else:
                found.add((*group, *words))
    return found


def test_both_readmes_give_the_same_commands() -> None:
    assert blocks(READMES[0]) == blocks(READMES[1])
    assert commands(READMES[0]) == commands(READMES[1])


@pytest.mark.parametrize("words", sorted(commands(READMES[0])), ids=" ".join)
def test_every_command_of_the_readme_is_one(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--help"]) == 0
    assert " ".join(("quizapp", *words)) in capsys.readouterr().out


@pytest.mark.parametrize("readme", READMES)
def test_every_file_a_readme_links_to_is_there(readme: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", said(readme)):
        assert (ROOT / link).exists(), link
