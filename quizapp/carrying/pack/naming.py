"""What a person's pack is called, on any system: 答卷_试卷_学号_姓名.zip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.carrying.pack.members import SUFFIX
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.domain.photo_line import PhotoLine

_PREFIX, _REHEARSAL, _RECEIPT, _PUBLICATION = "答卷", "试机", "回执", "试卷"
# What Windows takes for a path, a pattern or a stream, and what no file name shows.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|[. ]+\Z')
_MOST_BYTES = 60
"""Of each part, in UTF-8: a name of 255 bytes is the longest on most systems, and a number stands behind."""


def pack_name(title: str, candidate: str, name: str) -> str:
    """Return the file's name; what a file name cannot hold becomes `_`."""
    return _joined(_PREFIX, title, candidate, name)


def rehearsal_name(candidate: str, name: str) -> str:
    """Return the name of a rehearsal's own file: 试机_学号_姓名.zip."""
    return _joined(_REHEARSAL, candidate, name)


def picture_name(line: PhotoLine, name: str) -> str:
    """Return the name of a receipt's picture, which no other attempt's has: 回执_学号_姓名_回执号.png."""
    return _joined(_RECEIPT, line.candidate, name, line.receipt).removesuffix(SUFFIX) + ".png"


def publication_name(title: str) -> str:
    """Return the name of a publication's file: 试卷_试卷名.quiz."""
    return _joined(_PUBLICATION, title).removesuffix(SUFFIX) + ".quiz"


def others(name: str) -> Iterator[str]:
    """Give the name, then the same with a number, for a folder that has another pack of that name."""
    yield name
    stem = name.removesuffix(SUFFIX)
    yield from (f"{stem}_{number}{SUFFIX}" for number in range(2, 100))


def _joined(prefix: str, *parts: str) -> str:
    return "_".join((prefix, *map(_fit, parts))) + SUFFIX


def _fit(text: str) -> str:
    return _UNFIT.sub("_", _cut(clean_line(text)))


def _cut(text: str) -> str:
    return text.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
