"""What a paragraph's runs say, piece by piece: text as it is seen, and what is no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizapp.formats.chinese_text.word.names import child, child_value, local, value
from quizapp.formats.chinese_text.word.styles import PLAIN, Look, Styles, look_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_THROUGH = frozenset(
    ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "Choice")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = ("drawing", "pict", "object")
_NOTES = ("footnoteReference", "endnoteReference")
PICTURE, FORMULA = "［图片］", "［公式］"


class Piece(NamedTuple):
    """A piece of a paragraph."""

    text: str
    look: Look = PLAIN
    code: str = ""
    """Of the doubt that it brings, for a picture or a formula."""


class Aside(NamedTuple):
    """What stands beside a paragraph's text: a text box, or a note by its number."""

    code: str
    text: str


class Runs:
    """Reads the runs of one paragraph."""

    def __init__(self, styles: Styles, below: Look) -> None:
        self._styles = styles
        self._below = below
        """How the paragraph's style makes them look."""
        self.asides: list[Aside] = []

    def pieces(self, paragraph: Element) -> Iterator[Piece]:
        """Give the paragraph's pieces in its order; deleted and hidden text is left out."""
        for one in paragraph:
            name = local(one)
            if name == "r":
                yield from self._run(one)
            elif name in ("oMath", "oMathPara"):
                yield Piece(
                    FORMULA + "".join(part.text or "" for part in one.iter() if local(part) == "t"),
                    code="import-formula",
                )
            elif name == "AlternateContent":
                yield from self.pieces(_alternative(one))
            elif name in _THROUGH:
                yield from self.pieces(one)

    def _run(self, run: Element) -> Iterator[Piece]:
        properties = child(run, "rPr")
        style = self._styles.style(child_value(properties, "rStyle")).look
        look = look_of(properties).over(style).over(self._below)
        if look.is_hidden:
            return
        for one in run:
            name = local(one)
            if name == "t":
                yield Piece(one.text or "", look)
            elif name in _SIGNS:
                yield Piece(_SIGNS[name], look)
            elif name == "sym":
                yield Piece(_symbol(one), look)
            elif name in _PICTURES:
                yield from self._picture(one)
            elif name == "AlternateContent":
                for inner in _alternative(one):
                    if local(inner) in _PICTURES:
                        yield from self._picture(inner)
            elif name in _NOTES:
                self.asides.append(Aside("import-footnote", value(one, "id")))

    def _picture(self, element: Element) -> Iterator[Piece]:
        """Give a picture; a text box is told beside the text instead."""
        boxes = [one for one in element.iter() if local(one) == "txbxContent"]
        for box in boxes:
            self.asides.append(Aside("import-text-box", text_of(box)))
        if not boxes:
            yield Piece(PICTURE, code="import-picture")


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
