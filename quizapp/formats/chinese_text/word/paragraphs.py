"""A paragraph as lines: its automatic number, what its runs say, its blanks, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quizapp.formats.chinese_text.lines import TextLine, line_of
from quizapp.formats.chinese_text.word.numbering import Numbering
from quizapp.formats.chinese_text.word.styles import (
    PLAIN,
    ListPlace,
    Styles,
    TextLook,
    child,
    child_value,
    has_outline,
    local,
    look_of,
    numbered_of,
    value,
)
from quizapp.reading.exchange.question_fields import BLANK
from quizapp.reading.exchange.source_question import Reason, SourceRemark

_THROUGH = frozenset(
    ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "Choice")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = ("drawing", "pict", "object")
_NOTES = ("footnoteReference", "endnoteReference")
PICTURE, FORMULA = "［图片］", "［公式］"


class RunPiece(NamedTuple):
    """A piece of a paragraph."""

    text: str
    look: TextLook = PLAIN
    code: str = ""
    """Of the doubt that it brings, for a picture or a formula."""


class Aside(NamedTuple):
    """What stands beside a paragraph's text: a text box, or a note by its number."""

    code: str
    text: str


class Runs:
    """Reads the runs of one paragraph."""

    def __init__(self, styles: Styles, below: TextLook) -> None:
        self._styles = styles
        self._below = below
        """How the paragraph's style makes them look."""
        self.asides: list[Aside] = []

    def pieces(self, paragraph: Element) -> Iterator[RunPiece]:
        """Give the paragraph's pieces in its order; deleted and hidden text is left out."""
        for one in paragraph:
            name = local(one)
            if name == "r":
                yield from self._run(one)
            elif name in ("oMath", "oMathPara"):
                yield RunPiece(
                    FORMULA + "".join(part.text or "" for part in one.iter() if local(part) == "t"),
                    code="import-formula",
                )
            elif name == "AlternateContent":
                yield from self.pieces(_alternative(one))
            elif name in _THROUGH:
                yield from self.pieces(one)

    def _run(self, run: Element) -> Iterator[RunPiece]:
        properties = child(run, "rPr")
        style = self._styles.style(child_value(properties, "rStyle")).look
        look = look_of(properties).over(style).over(self._below)
        if look.is_hidden:
            return
        for one in run:
            name = local(one)
            if name == "t":
                yield RunPiece(one.text or "", look)
            elif name in _SIGNS:
                yield RunPiece(_SIGNS[name], look)
            elif name == "sym":
                yield RunPiece(_symbol(one), look)
            elif name in _PICTURES:
                yield from self._picture(one)
            elif name == "AlternateContent":
                for inner in _alternative(one):
                    if local(inner) in _PICTURES:
                        yield from self._picture(inner)
            elif name in _NOTES:
                self.asides.append(Aside("import-footnote", value(one, "id")))

    def _picture(self, element: Element) -> Iterator[RunPiece]:
        """Give a picture; a text box is told beside the text instead."""
        boxes = [one for one in element.iter() if local(one) == "txbxContent"]
        for box in boxes:
            self.asides.append(Aside("import-text-box", text_of(box)))
        if not boxes:
            yield RunPiece(PICTURE, code="import-picture")


def text_of(element: Element) -> str:
    """Return all text within an element, a line for each paragraph."""
    paragraphs = [one for one in element.iter() if local(one) == "p"]
    texts = ("".join(part.text or "" for part in one.iter() if local(part) == "t") for one in paragraphs)
    return "\n".join(text for text in texts if text.strip())


def _alternative(element: Element) -> Element:
    """Return what is to be read of content that is there twice, for new and for old programs."""
    # Its names are of no Word namespace.
    found = {local(one): one for one in reversed(element)}
    return found.get("Choice", found.get("Fallback", element))


def _symbol(element: Element) -> str:
    try:
        return chr(int(value(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""


_CLEANED = 400
"""Characters that a piece may be off its place, as what was before it was cleaned."""


class Paragraphs:
    """Reads paragraphs one after another, as their numbers run on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.asides: list[tuple[int, Aside]] = []
        self.remarks: list[SourceRemark] = []

    def lines(self, paragraph: Element, number: int) -> list[TextLine]:
        """Return a paragraph's lines, which share its number."""
        pieces, prefix = self.pieces(paragraph, number)
        properties = child(paragraph, "pPr")
        style = self._styles.style(child_value(properties, "pStyle"), is_paragraph=True)
        is_heading = style.is_heading or has_outline(properties)
        codes = dict.fromkeys(piece.code for piece in pieces if piece.code)
        doubts = tuple(Reason(code, {"line": str(number)}) for code in codes)
        lines = [self._line(number, parts) for parts in _broken([RunPiece(prefix), *pieces])]
        kept = [line for line in lines if line.text or line.source.strip()]
        if is_heading:
            kept = [line._replace(is_heading=True) for line in kept]
        if kept and doubts:
            kept[0] = kept[0]._replace(doubts=(*kept[0].doubts, *doubts))
        return kept

    def pieces(self, paragraph: Element, number: int) -> tuple[list[RunPiece], str]:
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
        numbered = ListPlace(own.list or style.numbered.list, place)
        has_text = any(piece.text.strip() for piece in pieces)
        seen = self._numbering.number(numbered, name) if has_text or numbered.list else ""
        return pieces, f"{seen} " if seen and has_text else ""

    def _line(self, number: int, parts: Sequence[RunPiece]) -> TextLine:
        source = "".join(part.text for part in parts)
        line = line_of(number, source, self.remarks)
        if not any(part.look.stands_out and part.text.strip() for part in parts):
            return line
        return line._replace(stressed=_stressed(line.text, parts))


def _stressed(text: str, parts: Sequence[RunPiece]) -> tuple[tuple[int, int], ...]:
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


def _with_blanks(pieces: Iterable[RunPiece]) -> Iterator[RunPiece]:
    """Give pieces with underlined blanks as one blank to fill, however many runs they are."""
    is_open = False
    for piece in pieces:
        is_blank = bool(piece.look.is_underlined) and not piece.text.strip() and bool(piece.text)
        if is_blank and "\n" not in piece.text:
            if not is_open:
                yield RunPiece(BLANK)
            is_open = True
        else:
            is_open = is_open and not piece.text
            yield piece


def _broken(pieces: Iterable[RunPiece]) -> list[list[RunPiece]]:
    """Return pieces parted at the line breaks in them."""
    lines: list[list[RunPiece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        for text in others:
            lines.append([piece._replace(text=text)])
    return lines
