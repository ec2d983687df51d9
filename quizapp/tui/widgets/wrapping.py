"""Breaking text into lines as a printed page does: Chinese anywhere, words whole, no comma at a line's start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_FIRST = frozenset("，。、；：？！”’）》〉】」』,.;:?!)]}％%…")
"""What may not begin a line (GB/T 15834 for Chinese)."""
NOT_LAST = frozenset("“‘（《〈【「『([{")
"""What may not end one."""

_TOKEN = re.compile(r"（\s*）|[!-~]+|\s|.", re.DOTALL)
"""The place for an answer, a word, a blank, any other character."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines that `text` makes at `width` cells; one line at least."""
    width = max(width, 4)
    return [line for paragraph in text.expandtabs(4).split("\n") for line in _lines(paragraph, width)]


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for token in _tokens(paragraph, width):
        size = cell_len(token)
        if used + size <= width or not line:
            line.append(token)
            used += size
            continue
        carried = _carried(line, token)
        yield "".join(line).rstrip()
        line = [*carried, token] if carried or not token.isspace() else []
        used = sum(cell_len(part) for part in line)
    yield "".join(line).rstrip()


def _tokens(paragraph: str, width: int) -> Iterator[str]:
    """Yield what is not broken: words, single Chinese characters; a word wider than a line in pieces of it."""
    for match in _TOKEN.finditer(paragraph):
        token = match.group()
        while len(token) > width:
            yield token[:width]
            token = token[width:]
        yield token


def _carried(line: list[str], token: str) -> list[str]:
    """Take off the end of a line what must stand with the token that begins the next, and return it."""
    carried: list[str] = []
    if token[0] in NOT_FIRST and len(line) > 1:
        carried.insert(0, line.pop())
    while len(line) > 1 and line[-1][-1] in NOT_LAST:
        carried.insert(0, line.pop())
    return carried
