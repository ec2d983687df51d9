"""Why a file is no YAML: the same code and line for the same slip, whichever parser stumbled over it."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.error import YAMLError

from quizapp.reading.chinese_slips import (
    Slip,
    slip_after_quote,
    slip_in_colon,
    slip_in_indicator,
    slip_in_second_colon,
)
from quizapp.reading.nodes import MOST_DEPTH
from quizapp.reading.source import Source

_LINES_BEFORE = 3
_FARTHEST = 10_000
_QUOTE = ("while scanning a quoted scalar", "while scanning a double-quoted scalar", "while parsing a quoted scalar")
_BRACKET = ("while parsing a flow sequence", "while parsing a flow mapping", "while parsing a flow node")
_BLOCK = "while scanning a block scalar"
_ENDED = re.compile(r"end of stream|stream end|document separator|document indicator")
_TAG = re.compile("tag")
_TOO_DEEP = "exceeded maximum nesting depth"
"""Since 0.2.6 libyaml looks ahead for brackets only so deep, long before their events would come."""
_TAB = re.compile(r"^ *(?:- *)*\t|:\t|\t[ \t]*(?:#.*)?$")


class Explained(NamedTuple):
    """A fault of syntax with its place."""

    code: str
    place: tuple[int, int]
    corrected: str = ""
    limit: int = 0

    @property
    def values(self) -> dict[str, object]:
        """What its sentence says beside the place."""
        return {"limit": self.limit} if self.limit else {"corrected": self.corrected}


def explain(source: Source, error: Exception, index: int, names: frozenset[str]) -> Explained:
    """Return what a parser's error most likely comes from; `index` is where it stopped, if it does not say."""
    context, problem = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    at = _index(error, "problem_mark", index, source)
    begun = _index(error, "context_mark", at, source)
    line = source.place(at)[0]
    if problem == _TOO_DEEP:
        return Explained("nested-too-deep", source.place(begun), limit=MOST_DEPTH)
    if context.startswith(_QUOTE):
        return Explained("quote-not-closed", source.place(begun)) if _ENDED.search(problem) else _escape(source, at)
    if _TAG.search(context):
        return Explained("tag", source.place(at))
    if not isinstance(error, YAMLError):
        return _escape(source, at)
    return (
        _tab(source, line)
        or _slip(source, line, source.place(begun)[0], names)
        or _unclosed(source, context, at, begun)
        or Explained("yaml-syntax", source.place(begun if context == _BLOCK else _trimmed(source, at)))
    )


def _index(error: Exception, name: str, otherwise: int, source: Source) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else min(int(mark.index), len(source.text))


def _escape(source: Source, at: int) -> Explained:
    return Explained("escape-unknown", source.place(max(source.text.rfind("\\", 0, at + 1), 0)))


def _tab(source: Source, line: int) -> Explained | None:
    """Return a tab where none can stand, in the line that was not understood or shortly before."""
    for number in range(line, max(line - _LINES_BEFORE, 0), -1):
        found = _TAB.search(source.line(number))
        if found is not None:
            return Explained("tab", (number, source.line(number).index("\t", found.start()) + 1))
    return None


def _slip(source: Source, line: int, begun: int, names: frozenset[str]) -> Explained | None:
    text = source.line(line)
    for found in (slip_in_indicator(text), slip_after_quote(text), slip_in_second_colon(text)):
        if found is not None:
            return _explained(line, found)
    lines = [*range(line, max(line - _LINES_BEFORE, 0), -1), begun]
    for any_word in (False, True):
        for number in lines:
            found = slip_in_colon(source.line(number), names, any_word)
            if found is not None:
                return _explained(number, found)
    return None


def _explained(line: int, slip: Slip) -> Explained:
    return Explained(slip.code, (line, slip.column), slip.corrected)


def _unclosed(source: Source, context: str, at: int, begun: int) -> Explained | None:
    if not context.startswith(_BRACKET):
        return None
    return Explained("bracket-not-closed", source.place(begun if begun < at else _opened(source.text, at)))


def _opened(text: str, at: int) -> int:
    """Return where the bracket stands that is open at an index; quotes are not looked for."""
    depth = 0
    for index in range(min(at, len(text)) - 1, max(at - _FARTHEST, 0) - 1, -1):
        if text[index] in "]}":
            depth += 1
        elif text[index] in "[{":
            depth -= 1
            if depth < 0:
                return index
    return at


def _trimmed(source: Source, index: int) -> int:
    """Return the index, or that of the last thing written where the file simply ended."""
    return index if source.text[index:].strip() else len(source.text.rstrip())
