"""What spoils YAML: why a file is none, and what Chinese punctuation changes in silence, each with the correction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yaml.error import YAMLError

from quizapp.reading.yaml.source import MOST_DEPTH, ScalarNode, Source

_LEAD = r"(?P<lead>\s*(?:-[ \t]+)*)"
_KEY = r"(?P<key>[^\s:：#'\"\[\]{},&*!|>%@`-][^:：'\"\[\]{},]{0,30}?)"
_SLIPPED = re.compile(rf"{_LEAD}{_KEY}[ \t\u3000]*(?P<colon>：[ \t\u3000]*|:(?=\S))(?P<rest>.*)$")
_ENTRY = re.compile(rf"{_LEAD}(?:(?P<key>[^:#\s][^:]*?)[ \t]*:[ \t]+)?(?P<rest>\S.*)$")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_FLOW_PIECE = re.compile(r"[\[{,:]\s*(?P<piece>[*&@%`|>][^,\]}]*)")
_FLOW_COLON = re.compile(r"(?<=[{,])(\s*[^\s:：,{}\[\]\"']{1,8})[ \u3000]*(?:：[ \u3000]*|:(?=\S))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_AFTER_FLOW = re.compile(r"[ \t]*(?:#.*)?$|[ \t]*:")
_LETTER = re.compile("[A-Z]$")
_SPECIAL = "*&@%[{`!|>\"'#?-"
_CLOSING = {"[": "]", "{": "}"}
_SHORT_WORD = 8
LEFT_OUT = "…"
"""In the place of a line that is too long to be copied."""


class Slip(NamedTuple):
    """One slip in one line."""

    code: str
    column: int
    """From 1."""
    corrected: str
    """The whole line as it should be."""


def quoted(text: str) -> str:
    """Return a text in the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoted_from(source: Source, place: tuple[int, int]) -> str:
    """Return the line of a place with everything from there on in quotes; of one too long to copy only a sign."""
    number, column = place
    if source.is_long(number):
        return LEFT_OUT
    line = source.line(number)
    return line[: column - 1] + quoted(line[column - 1 :].rstrip())


def slip_in_colon(line: str, names: frozenset[str], any_word: bool = False) -> Slip | None:
    """Return the slip of a full-width colon, or of one with no blank after it, behind a field's name.

    With `any_word` any short word is taken for a name: where only a field can stand.
    """
    found = _SLIPPED.match(line)
    if found is None:
        return None
    key = found["key"]
    if key not in names and not _LETTER.match(key) and not (any_word and len(key) <= _SHORT_WORD):
        return None
    rest = found["rest"].strip()
    value = quoted(rest) if rest and _needs_quotes(rest) else rest
    return Slip(_colon_code(found), found.start("colon") + 1, f"{found['lead']}{key}: {value}".rstrip())


def slip_in_indicator(line: str) -> Slip | None:
    """Return the slip of a text that begins with a character YAML keeps for itself."""
    found = _ENTRY.match(line)
    if found is None:
        return None
    rest = found["rest"].rstrip()
    if not _is_cut(rest):
        return _slip_in_flow_piece(line, found)
    return Slip("indicator-first", found.start("rest") + 1, line[: found.start("rest")] + quoted(rest))


def slip_after_quote(line: str) -> Slip | None:
    """Return the slip of a text only the beginning of which is quoted: `题干: "甲"后面`."""
    found = _ENTRY.match(line)
    if found is None or found["rest"][0] not in "\"'":
        return None
    inner = _QUOTED.match(found["rest"])
    if inner is None or _AFTER_FLOW.match(found["rest"], inner.end()):
        return None
    rest = found["rest"].rstrip()
    return Slip("text-after-quote", found.start("rest") + inner.end() + 1, line[: found.start("rest")] + quoted(rest))


def slip_in_second_colon(line: str) -> Slip | None:
    """Return the slip of a colon and blank within an unquoted text: `题干: 注意: 安全`."""
    found = _ENTRY.match(line)
    if found is None or not found["key"] or found["rest"][0] in _SPECIAL:
        return None
    colon = re.search(r":(?:[ \t]|$)", found["rest"])
    if colon is None:
        return None
    column = found.start("rest") + colon.start() + 1
    return Slip("colon-in-text", column, line[: found.start("rest")] + quoted(found["rest"].rstrip()))


def slip_in_comment(source: Source, scalar: ScalarNode) -> Slip | None:
    """Return the slip of a `#` behind an unquoted text, which cuts off what follows."""
    if not scalar.is_plain or not source.comment_follows(scalar.end):
        return None
    number, column = source.place(scalar.end)
    line = source.line(number)
    first = source.place(scalar.start)
    rest = line[column - 1 :]
    text = line[first[1] - 1 :].rstrip() if first[0] == number else ""
    lead = len(line) - len(line.lstrip())
    corrected = line[: first[1] - 1] + quoted(text) if text else quoted_from(source, (number, lead + 1))
    return Slip("comment-after-text", column + len(rest) - len(rest.lstrip()), corrected)


def slips_in_flow_map(source: Source, cut: list[tuple[ScalarNode | None, ScalarNode]]) -> list[tuple[int, Slip]]:
    """Return why entries of a flow map have no value: each one's line and slip.

    `cut` has those entries' keys, each with the value before it. A comma cut that value, or a colon slipped.
    """
    commas: dict[int, int] = {}
    found: list[tuple[int, str, int]] = []
    for previous, key in cut:
        number, column = source.place(key.start)
        slipped = _SLIPPED.match(key.text)
        if slipped is not None:
            found.append((number, _colon_code(slipped), column + slipped.start("colon")))
        elif previous is None or source.place(previous.start)[0] != number:
            found.append((number, "map-entry-alone", column))
        else:
            found.append((number, "comma-in-map", column))
            commas[previous.start] = key.end
    mended = {number: _mended(source, number, commas) for number in {number for number, _, _ in found}}
    return [(number, Slip(code, column, mended[number])) for number, code, column in found]


def _mended(source: Source, number: int, commas: dict[int, int]) -> str:
    """Return a line with all its cut values in quotes and all its colons as they should be."""
    line = source.line(number)
    if source.is_long(number):
        return LEFT_OUT
    for start, end in sorted(commas.items(), reverse=True):
        at, first = source.place(start)
        if at == number:
            last = first + end - start - 1
            line = line[: first - 1] + quoted(line[first - 1 : last]) + line[last:]
    return _FLOW_COLON.sub(r"\1: ", line)


def _colon_code(slipped: re.Match[str]) -> str:
    return "full-width-colon" if slipped["colon"].startswith("：") else "no-blank-after-colon"


def _needs_quotes(text: str) -> bool:
    if _QUOTED.fullmatch(text):
        return False
    return text[0] in "*&@%`!" or ": " in text or " #" in text or _is_cut(text)


def _is_cut(text: str) -> bool:
    """Return whether a value's text would not be read as text, though it is meant so."""
    first = text[0]
    if first in "*&@%`":
        return True
    if first in "|>":
        return _BLOCK.match(text) is None
    if first not in _CLOSING:
        return text.startswith(("- ", "? "))
    end = _closing(text)
    return end >= 0 and _AFTER_FLOW.match(text, end + 1) is None


def _closing(text: str) -> int:
    """Return where the bracket that a text begins with is closed; -1 where it is not."""
    depth = 0
    for index, character in enumerate(text):
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if not depth:
                return index
    return -1


def _slip_in_flow_piece(line: str, entry: re.Match[str]) -> Slip | None:
    if entry["rest"][0] not in _CLOSING:
        return None
    found = _FLOW_PIECE.search(line, entry.start("rest"))
    if found is None:
        return None
    start, end = found.span("piece")
    piece = line[start:end].rstrip()
    return Slip("indicator-first", start + 1, line[:start] + quoted(piece) + line[start + len(piece) :])


_LINES_BEFORE = 3
_LINES_ABOVE = 60
"""Lines in which the like of a field, or an open quotation mark, is looked for."""
_STEP = 2
_FIELD = re.compile(r"(?P<lead> *)(?P<dash>(?:- +)?)(?P<key>[^\s:#\-][^:#]{0,30}?):(?:[ \t]+(?P<rest>\S.*)|[ \t]*$)")
_OPEN_QUOTE = re.compile(r"\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*")
_FARTHEST = 10_000
_QUOTE = ("while scanning a quoted scalar", "while scanning a double-quoted scalar", "while parsing a quoted scalar")
_BRACKET = ("while parsing a flow sequence", "while parsing a flow mapping", "while parsing a flow node")
_IN_BLOCK_SCALAR = "while scanning a block scalar"
_ENDED = re.compile(r"end of stream|stream end|document separator|document indicator")
_TAG = re.compile("tag")
_TOO_DEEP = "exceeded maximum nesting depth"
"""Since 0.2.6 libyaml looks ahead for brackets only so deep, long before their events would come."""
_TAB = re.compile(r"^ *(?:- *)*\t|:\t|\t[ \t]*(?:#.*)?$")


class SyntaxFault(NamedTuple):
    """A fault of syntax with its place."""

    code: str
    place: tuple[int, int]
    corrected: str = ""
    limit: int = 0

    @property
    def values(self) -> dict[str, object]:
        """What its sentence says beside the place."""
        return {"limit": self.limit} if self.limit else {"corrected": self.corrected}


def explain(source: Source, error: Exception, index: int, names: frozenset[str]) -> SyntaxFault:
    """Return what a parser's error most likely comes from; `index` is where it stopped, if it does not say."""
    context, problem = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    at = _index(error, "problem_mark", index, source)
    begun = _index(error, "context_mark", at, source)
    line = source.place(at)[0]
    if problem == _TOO_DEEP:
        return SyntaxFault("nested-too-deep", source.place(begun), limit=MOST_DEPTH)
    if context.startswith(_QUOTE):
        return SyntaxFault("quote-not-closed", source.place(begun)) if _ENDED.search(problem) else _escape(source, at)
    if _TAG.search(context):
        return SyntaxFault("tag", source.place(at))
    if not isinstance(error, YAMLError):
        return _escape(source, at)
    return (
        _tab(source, line)
        or _slip(source, line, source.place(begun)[0], names)
        or _open_quote(source, line, names)
        or _indent(source, line, names)
        or _unclosed(source, context, at, begun)
        or SyntaxFault("yaml-syntax", source.place(begun if context == _IN_BLOCK_SCALAR else _trimmed(source, at)))
    )


def _index(error: Exception, name: str, otherwise: int, source: Source) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else min(int(mark.index), len(source.text))


def _escape(source: Source, at: int) -> SyntaxFault:
    return SyntaxFault("escape-unknown", source.place(max(source.text.rfind("\\", 0, at + 1), 0)))


def _tab(source: Source, line: int) -> SyntaxFault | None:
    """Return a tab where none can stand, in the line that was not understood or shortly before."""
    for number in range(line, max(line - _LINES_BEFORE, 0), -1):
        found = _TAB.search(source.line(number))
        if found is not None:
            return SyntaxFault("tab", (number, source.line(number).index("\t", found.start()) + 1))
    return None


def _slip(source: Source, line: int, begun: int, names: frozenset[str]) -> SyntaxFault | None:
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


def _explained(line: int, slip: Slip) -> SyntaxFault:
    return SyntaxFault(slip.code, (line, slip.column), slip.corrected)


def _open_quote(source: Source, line: int, names: frozenset[str]) -> SyntaxFault | None:
    """Return a quotation mark above, without its other half, that the next one below was taken for."""
    for number in range(line - 1, max(line - _LINES_ABOVE, 0), -1):
        found = _ENTRY.match(source.line(number))
        if found is None or found["rest"][0] not in "\"'" or not found["key"]:
            continue
        if _OPEN_QUOTE.fullmatch(found["rest"]) is None:
            return None
        below = _FIELD.match(source.line(number + 1))
        is_field = below is not None and below["key"] in names
        return SyntaxFault("quote-not-closed", (number, found.start("rest") + 1)) if is_field else None
    return None


def _indent(source: Source, line: int, names: frozenset[str]) -> SyntaxFault | None:
    """Return a field that does not stand below those beside it."""
    text = source.line(line)
    found = _FIELD.match(text)
    if found is None or not (found["key"] in names or _LETTER.fullmatch(found["key"])):
        return None
    above = [source.line(number) for number in range(max(line - _LINES_ABOVE, 1), line)]
    wanted = indent_of(above, text.lstrip(" "), names)
    if wanted == len(found["lead"]):
        return None
    return SyntaxFault("indent-uneven", (line, len(found["lead"]) + 1), " " * wanted + text.lstrip(" "))


def indent_of(above: Sequence[str], text: str, names: frozenset[str]) -> int:
    """Return how many blanks belong before a line's text, going by the lines above: below its like, or within."""
    own = _FIELD.match(text)
    is_letter = own is not None and _LETTER.fullmatch(own["key"]) is not None
    has_dash = own is not None and bool(own["dash"])
    for line in reversed(above[-_LINES_ABOVE:]):
        found = _FIELD.match(line)
        if found is None:
            continue
        if has_dash and (found["dash"] or not found["rest"]):
            return len(found["lead"]) + (0 if found["dash"] else _STEP)
        column = len(found["lead"]) + len(found["dash"])
        if is_letter and not found["rest"]:
            return column + _STEP
        is_like = _LETTER.fullmatch(found["key"]) is not None if is_letter else found["key"] in names
        if is_like and not has_dash:
            return column
    return 0


def _unclosed(source: Source, context: str, at: int, begun: int) -> SyntaxFault | None:
    if not context.startswith(_BRACKET):
        return None
    return SyntaxFault("bracket-not-closed", source.place(begun if begun < at else _opened(source.text, at)))


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
