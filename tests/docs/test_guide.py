"""The trainee's guide says what the app says, with pictures of the app as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.docs.guides import DOCS, PICTURES, maker_of, stale

if TYPE_CHECKING:
    from types import ModuleType

ANEW = "run python docs/make_guide.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return maker_of("make_guide")


def test_the_guide_is_the_text_of_f4(maker: ModuleType) -> None:
    assert (DOCS / "考生指南.md").read_text("utf-8") == maker.guide(), ANEW


async def test_the_pictures_show_the_screens_as_they_are(maker: ModuleType) -> None:
    assert stale(await maker.pictures()) == [], ANEW


def test_no_picture_loads_anything_from_elsewhere() -> None:
    for picture in PICTURES.glob("*.svg"):
        hosts = re.findall(r"https?://[^\s\"'<>)]+", picture.read_text("utf-8"))
        assert {host for host in hosts if "w3.org" not in host and "textualize.io" not in host} == set()
