"""A paragraph as lines: its automatic number, its text, its blanks, and which of it stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.formats.chinese_text.lines import Line, line_of
from quizapp.formats.chinese_text.word.names import child, child_value
from quizapp.formats.chinese_text.word.numbering import Numbering
from quizapp.formats.chinese_text.word.runs import Aside, Piece, Runs
from quizapp.formats.chinese_text.word.styles import Numbered, Styles, numbered_of
from quizapp.reading.question_words import BLANK
from quizapp.reading.source_question import Reason, Remark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CLEANED = 400
"""Characters that a piece may be off its place, as what was before it was cleaned."""


class Paragraphs:
    """Reads paragraphs one after another, as their numbers run on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.asides: list[tuple[int, Aside]] = []
        self.remarks: list[Remark] = []

    def lines(self, paragraph: Element, number: int) -> list[Line]:
        """Return a paragraph's lines, which share its number."""
        pieces, prefix = self.pieces(paragraph, number)
        doubts = tuple(Reason(code) for code in dict.fromkeys(piece.code for piece in pieces if piece.code))
        lines = [self._line(number, parts) for parts in _broken([Piece(prefix), *pieces])]
        kept = [line for line in lines if line.text]
        if kept and doubts:
            kept[0] = kept[0]._replace(doubts=(*kept[0].doubts, *doubts))
        return kept

    def pieces(self, paragraph: Element, number: int) -> tuple[list[Piece], str]:
        """Return a paragraph's pieces, and its automatic number as it is seen."""
        properties = child(paragraph, "pPr")
        name = child_value(properties, "pStyle")
        style = self._styles.style(name, is_paragraph=True)
        runs = Runs(self._styles, style.look)
        pieces = list(_with_blanks(runs.pieces(paragraph)))
        self.asides += [(number, aside) for aside in runs.asides]
        own = numbered_of(properties)
        # A list 0 takes a paragraph out of its style's list.
        place = own.level if own.level is not None else style.numbered.level
        numbered = Numbered(own.list or style.numbered.list, place)
        has_text = any(piece.text.strip() for piece in pieces)
        seen = self._numbering.number(numbered, name) if has_text or numbered.list else ""
        return pieces, f"{seen} " if seen and has_text else ""

    def _line(self, number: int, parts: Sequence[Piece]) -> Line:
        source = "".join(part.text for part in parts)
        line = line_of(number, source, self.remarks)
        if not any(part.look.stands_out and part.text.strip() for part in parts):
            return line
        return line._replace(stressed=_stressed(line.text, parts))


def _stressed(text: str, parts: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Return where the pieces that stand out are in a line's text: cleaning takes characters out, and changes some."""
    spans: list[tuple[int, int]] = []
    place = missed = 0
    for part in parts:
        sought = part.text.strip()
        if not sought:
            continue
        found = text.find(sought, place, place + len(sought) + missed + _CLEANED)
        if found < 0:
            missed = min(missed + len(part.text), _CLEANED)
            continue
        place, missed = found + len(sought), 0
        if part.look.stands_out:
            # With the blanks around it: a line is as long as the answer on it and a little more.
            before, behind = part.text.find(sought), len(part.text.rstrip())
            end = min(len(text), place + len(part.text) - behind)
            spans.append((max(found - before, 0), end))
    return tuple(spans)


def _with_blanks(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give pieces with underlined blanks as one blank to fill, however many runs they are."""
    is_open = False
    for piece in pieces:
        is_blank = bool(piece.look.is_underlined) and not piece.text.strip() and bool(piece.text)
        if is_blank and "\n" not in piece.text:
            if not is_open:
                yield Piece(BLANK)
            is_open = True
        else:
            is_open = is_open and not piece.text
            yield piece


def _broken(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces parted at the line breaks in them."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        for text in others:
            lines.append([piece._replace(text=text)])
    return lines
