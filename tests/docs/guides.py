"""What the guides' tests share: a guide's maker, the guide made anew, its pictures, the commands it names."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from quizapp.__main__ import main

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "pictures"


class Made(NamedTuple):
    """A guide made anew, in the folder in which its examples were run."""

    text: str
    unsound: list[str]
    folder: Path


def maker_of(name: str) -> ModuleType:
    """Return the program in docs/ that makes a guide."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made_anew(maker: ModuleType, guide: str, folder: Path) -> Made:
    """Return a guide as its examples, run in an empty folder, make it now."""
    text, unsound = maker.guide(guide, folder)
    return Made(text, unsound, folder)


def stale(pictures: Mapping[str, str]) -> list[str]:
    """Return the pictures of screens that do not show what the screens show now."""
    return [
        name for name, svg in pictures.items() if _texts((PICTURES / f"{name}.svg").read_text("utf-8")) != _texts(svg)
    ]


def _texts(svg: str) -> list[str]:
    """Return what a picture says; a blinking cursor behind a text makes a blank of it, now and then."""
    found = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return [text.removesuffix("&#160;") for text in found]


def kept(pattern: str) -> set[str]:
    """Return the names of the pictures that are kept."""
    return {path.name for path in PICTURES.glob(pattern)}


def size_of(pattern: str) -> int:
    """Return the bytes of these pictures together."""
    return sum(path.stat().st_size for path in PICTURES.glob(pattern))


def named(guide: str, groups: Iterable[str]) -> set[tuple[str, ...]]:
    """Return the commands of these groups that a guide names."""
    return {tuple(words.split()) for words in re.findall(rf"quizapp ((?:{'|'.join(groups)}) [a-z]+)", guide)}


def helps(words: Iterable[str], capsys: pytest.CaptureFixture[str]) -> bool:
    """Return whether these words are a command that says how it is used."""
    return main([*words, "--help"]) == 0 and " ".join(("quizapp", *words)) in capsys.readouterr().out
