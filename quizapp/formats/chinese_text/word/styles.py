"""Names of WordprocessingML, and its styles, each with what it takes over from the one it is based on."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """Return an element's name without its namespace: the strict and the usual one have the same names."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    """Return a tag without its namespace: there are but a few."""
    return tag.rpartition("}")[2]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name, in either namespace; None for none."""
    if element is None:
        return None
    found = element.find(W + name)
    return found if found is not None else element.find(STRICT + name)


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element, in either namespace; "" where it or the element is not there."""
    if element is None:
        return ""
    return element.get(W + name) or element.get(STRICT + name) or element.get(name) or ""


def child_value(element: Element | None, name: str) -> str:
    """Return what a child says of itself; "" where there is none."""
    return value(child(element, name))


def is_on(element: Element | None, name: str) -> bool | None:
    """Return whether a property is on; None where it is not given."""
    found = child(element, name)
    return None if found is None else value(found).lower() not in _OFF


def whole(text: str) -> int | None:
    """Return a text as a whole number; None for what is none."""
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else None


_DEEPEST = 20
_PLAIN = ("", "auto", "000000")


class TextLook(NamedTuple):
    """How text stands out; None where nothing is said of it."""

    is_bold: bool | None = None
    is_underlined: bool | None = None
    is_coloured: bool | None = None
    is_highlighted: bool | None = None
    is_hidden: bool | None = None

    def over(self, other: TextLook) -> TextLook:
        """Return this look, with the other's where it says nothing."""
        if self is PLAIN:
            return other
        if other is PLAIN:
            return self
        return TextLook(*(own if own is not None else below for own, below in zip(self, other, strict=True)))

    @property
    def stands_out(self) -> bool:
        """Whether it is as answers are marked."""
        return bool(self.is_bold or self.is_underlined or self.is_coloured or self.is_highlighted)


PLAIN = TextLook()
"""The look of what says nothing of it; most text has this very one."""


_HEADINGS = ("heading", "标题", "title")
_BODY = 9
"""The outline's level for what is no heading."""


class ListPlace(NamedTuple):
    """Which list a paragraph is of, and how deep; "" and None where nothing is said."""

    list: str = ""
    level: int | None = None


class WordStyle(NamedTuple):
    """What a style says, with what it is based on."""

    look: TextLook = PLAIN
    numbered: ListPlace = ListPlace()
    is_heading: bool = False


_NO_STYLE = WordStyle(PLAIN)


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read styles.xml; None is a document without."""
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._known: dict[str, WordStyle] = {}
        for one in root if root is not None else ():
            if local(one) == "style":
                name = value(one, "styleId")
                self._elements[name] = one
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
                    self._default = name

    def style(self, name: str, is_paragraph: bool = False) -> WordStyle:
        """Return a style by its id; the default one for a paragraph without."""
        return self._style(name or (self._default if is_paragraph else ""), 0)

    def _style(self, name: str, depth: int) -> WordStyle:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or depth > _DEEPEST:
            return _NO_STYLE
        below = self._style(child_value(element, "basedOn"), depth + 1)
        own = numbered_of(child(element, "pPr"))
        level = own.level if own.level is not None else below.numbered.level
        look = look_of(child(element, "rPr")).over(below.look)
        is_heading = below.is_heading or _is_heading(element)
        self._known[name] = WordStyle(look, ListPlace(own.list or below.numbered.list, level), is_heading)
        return self._known[name]


def _is_heading(element: Element) -> bool:
    name = child_value(element, "name").lower()
    return name.startswith(_HEADINGS) or has_outline(child(element, "pPr"))


def has_outline(properties: Element | None) -> bool:
    """Return whether a paragraph's properties put it into the document's outline."""
    level = whole(child_value(properties, "outlineLvl"))
    return level is not None and level < _BODY


def look_of(properties: Element | None) -> TextLook:
    """Return how a run's properties make it look."""
    if properties is None or not len(properties):
        return PLAIN
    colour, light = child(properties, "color"), child(properties, "highlight")
    line, shade = child(properties, "u"), child(properties, "shd")
    is_shaded = None if shade is None else value(shade, "fill").lower() not in (*_PLAIN, "ffffff")
    return TextLook(
        is_bold=is_on(properties, "b"),
        is_underlined=None if line is None else value(line).lower() not in ("", "none"),
        is_coloured=None if colour is None else value(colour).lower() not in _PLAIN,
        is_highlighted=is_shaded if light is None else value(light) not in ("", "none"),
        is_hidden=is_on(properties, "vanish"),
    )


def numbered_of(properties: Element | None) -> ListPlace:
    """Return the list that a paragraph's properties name."""
    given = child(properties, "numPr")
    if given is None:
        return ListPlace()
    return ListPlace(child_value(given, "numId"), whole(child_value(given, "ilvl")))
