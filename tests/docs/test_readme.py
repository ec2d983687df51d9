"""What the READMEs say of commands and files is so, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quizapp.cli.root import root
from tests.docs.guides import helps

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


def below(command: click.Command | None, path: tuple[str, ...], context: click.Context) -> Iterator[tuple[str, ...]]:
    """Give the paths of what can be called, down from a command."""
    if not isinstance(command, click.Group):
        yield path
        return
    inner = click.Context(command, parent=context, info_name=path[-1])
    for name in command.list_commands(inner):
        yield from below(command.get_command(inner, name), (*path, name), inner)


def test_both_readmes_give_the_same_commands() -> None:
    assert blocks(READMES[0]) == blocks(READMES[1])
    assert commands(READMES[0]) == commands(READMES[1])


@pytest.mark.parametrize("words", sorted(commands(READMES[0])), ids=" ".join)
def test_every_command_of_the_readme_is_one(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert helps(words, capsys)


def test_every_command_there_is_stands_in_the_readme() -> None:
    context = click.Context(root, info_name="quizapp")
    names = [(name,) for name in root.list_commands(context)]
    there = {path for name in names for path in below(root.get_command(context, name[0]), name, context)}
    assert there == {words for words in commands(READMES[0]) if words}


@pytest.mark.parametrize("readme", READMES)
def test_every_file_a_readme_links_to_is_there(readme: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", said(readme)):
        assert (ROOT / link).exists(), link
