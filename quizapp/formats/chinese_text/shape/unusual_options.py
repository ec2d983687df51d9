"""Options that are told by the lines about them alone: `A 甲`, `【A】甲`, `true. 正确`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.formats.chinese_text.line_classes import ClassedLine, letter_of

_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\[\s?(?P<plain>[A-Za-z])\s?\]\s*[.、:]?\s*",
        r"【\s?(?P<plain>[A-Za-z])\s?】\s*[.、:]?\s*",
        r"(?P<plain>[A-Za-z])\s?[,;·。]\s*",
        r"(?P<plain>[A-Z])\s+(?=\S)",
        r"(?P<plain>[A-Z])(?=[^\x00-\x7f])",
    )
)
_WORDS = re.compile(r"(?:[-*+•]\s+)?(?P<plain>[Tt]rue|[Ff]alse|TRUE|FALSE|正确|错误|对|错|是|否|T|F)\s?[.、:)]\s*")
_MAY_BE = frozenset(("text", "option"))
_FIRST = frozenset("ABCDEFGHabcdefgh[【")
_WORD_FIRST = frozenset("TtFf正错对是否-*+•")


def with_unusual_options(lines: Sequence[ClassedLine]) -> list[ClassedLine]:
    """Return lines with those as options whose letters run on from A, line after line, in one writing."""
    done = list(lines)
    texts = [(place, one) for place, one in enumerate(lines) if one.kind == "text"]
    run: list[tuple[int, re.Match[str]]] = []
    style = -1
    for place, one in texts:
        found = _found(one, style if run else -1)
        letter = "" if found is None else found[1]["plain"].upper()
        if found is not None and run and letter == chr(ord("A") + len(run)) and run[-1][0] == place - 1:
            run.append((place, found[1]))
            continue
        _settle(done, run)
        run, style = ([(place, found[1])], found[0]) if found is not None and letter == "A" else ([], -1)
    _settle(done, run)
    return _with_words(done)


def _found(one: ClassedLine, style: int) -> tuple[int, re.Match[str]] | None:
    copy = one.line.copy
    if one.kind != "text" or copy[0] not in _FIRST:
        return None
    for place, pattern in enumerate(_STYLES):
        if style in (-1, place) and (match := pattern.match(copy)) is not None:
            return place, match
    return None


def _settle(lines: list[ClassedLine], run: Sequence[tuple[int, re.Match[str]]]) -> None:
    if len(run) < 2:
        return
    for place, match in run:
        lines[place] = ClassedLine("option", lines[place].line, match, letter=match["plain"].upper())


def _with_words(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines with two words for true and false, one below the other, as options A and B."""
    last: tuple[int, re.Match[str]] | None = None
    may_be = [place for place, one in enumerate(lines) if one.kind in _MAY_BE and one.line.copy[0] in _WORD_FIRST]
    for place in may_be:
        match = _word(lines[place])
        if match is None:
            continue
        if last is not None and last[0] == place - 1 and match["plain"].lower() != last[1]["plain"].lower():
            for letter, (at, found) in zip("AB", (last, (place, match)), strict=True):
                lines[at] = ClassedLine("option", lines[at].line, found, letter=letter)
            last = None
        else:
            last = (place, match)
    return lines


def _word(one: ClassedLine) -> re.Match[str] | None:
    copy = one.line.copy
    match = _WORDS.match(copy)
    if match is None or (one.kind == "option" and letter_of(one) not in "TF"):
        return None
    return match
