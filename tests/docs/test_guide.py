"""The trainee's guide says what the app says, with pictures of the app as it is."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_guide", DOCS / "make_guide.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_guide_is_the_text_of_f4(maker: ModuleType) -> None:
    assert (DOCS / "考生指南.md").read_text("utf-8") == maker.guide(), "run python docs/make_guide.py"


async def test_the_pictures_show_the_screens_as_they_are(maker: ModuleType) -> None:
    for name, svg in (await maker.pictures()).items():
        kept = (DOCS / "pictures" / f"{name}.svg").read_text("utf-8")
        assert texts(kept) == texts(svg), f"{name}: run python docs/make_guide.py"


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_no_picture_loads_anything_from_elsewhere() -> None:
    for picture in (DOCS / "pictures").glob("*.svg"):
        hosts = re.findall(r"https?://[^\s\"'<>)]+", picture.read_text("utf-8"))
        assert {host for host in hosts if "w3.org" not in host and "textualize.io" not in host} == set()
