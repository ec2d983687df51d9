"""Texts in cells of a fixed pitch: how wide they are, and their lines as a printed page breaks them.

A Chinese character is two cells wide, a combining mark none. Chinese is broken anywhere, words stay whole, no comma
comes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else sum(map(cells_of, text))


def cells_of(character: str) -> int:
    """Return how many cells a character takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


_TOKEN = re.compile(r"（[ \u3000]*）|[!-~]+|\s|.", re.DOTALL)
"""The place for an answer, a word, a blank, any other character."""
NOT_FIRST = frozenset("，。、；：？！”’）》〉】」』,.;:?!)]}％%…")
"""What may not begin a line (GB/T 15834 for Chinese)."""
NOT_LAST = frozenset("“‘（《〈【「『([{")
"""What may not end one."""


def wrapped(text: str, wide: int, measure: Callable[[str], int] = width) -> list[str]:
    """Return a text in lines of at most so many cells, as `measure` counts them; one line at least."""
    return [line for paragraph in text.expandtabs(4).split("\n") for line in _lines(paragraph, wide, measure)]


def _lines(paragraph: str, wide: int, measure: Callable[[str], int]) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for token in _tokens(paragraph, wide):
        if used + measure(token) <= wide or not line:
            line.append(token)
            used += measure(token)
            continue
        carried = _carried(line, token)
        yield "".join(line).rstrip(" ")
        line = [*carried, token] if carried or not token.isspace() else []
        used = sum(map(measure, line))
    yield "".join(line).rstrip(" ")


def _tokens(paragraph: str, wide: int) -> Iterator[str]:
    for match in _TOKEN.finditer(paragraph):
        token = match.group()
        while len(token) > wide:
            yield token[:wide]
            token = token[wide:]
        yield token


def _carried(line: list[str], token: str) -> list[str]:
    """Take off a line's end what must stand with the token that begins the next, and return it."""
    carried: list[str] = []
    # A word that begins so may begin a line: only blanks part it from what is before.
    if token[0] in NOT_FIRST and len(line) > 1 and not line[-1].isspace():
        carried.insert(0, line.pop())
        while len(line) > 1 and carried[0][0] in NOT_FIRST:
            carried.insert(0, line.pop())
    while len(line) > 1 and "".join(line[-2:]).rstrip(" ")[-1:] in NOT_LAST:
        carried.insert(0, line.pop())
    return carried
