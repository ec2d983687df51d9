"""Asking for a password that will be said aloud in a room: twice, unseen, or from a file for scripts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizapp.carrying.publication_issue import agreed, long_enough
from quizapp.cli.frame.desk import Desk
from quizapp.domain.errors import CalledWrongly, Refused

_MOST_BYTES = 1000


def new_password(desk: Desk, kind: str, *, asks: bool, file: str | None) -> str:
    """Return a password of a kind, opening or invigilator; "" where none is wanted.

    Raises CalledWrongly, and Refused where it is too short or was typed differently.
    """
    if file is not None:
        return long_enough(_first_line(Path(file)))
    return _asked_twice(desk, kind) if asks else ""


def known_password(desk: Desk, kind: str, file: str | None) -> str:
    """Return a password of a kind that somebody has to know, asked once. Raises CalledWrongly."""
    return _first_line(Path(file)) if file is not None else _asked(desk, kind)


def _asked_twice(desk: Desk, kind: str) -> str:
    return agreed(_asked(desk, kind), _asked(desk, f"{kind}_again"))


def _asked(desk: Desk, kind: str) -> str:
    if not sys.stdin.isatty():
        raise CalledWrongly("password-needs-terminal")
    words = desk.language.say(f"publication.ask_{kind}")
    return str(click.prompt(words, hide_input=True, prompt_suffix="", err=True))


def _first_line(path: Path) -> str:
    if not path.is_file():
        raise CalledWrongly("missing-file", path=str(path))
    with path.open("rb") as file:
        line = file.read(_MOST_BYTES).splitlines()[:1]
    try:
        return line[0].decode("utf-8-sig").strip() if line else ""
    except UnicodeDecodeError as error:
        raise Refused("password-not-text", file=str(path)) from error
