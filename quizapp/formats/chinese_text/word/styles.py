"""Styles of paragraphs and characters, each with what it takes over from the one it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.formats.chinese_text.word.names import child, child_value, is_on, local, value, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 20
_PLAIN = ("", "auto", "000000")


class Look(NamedTuple):
    """How text stands out; None where nothing is said of it."""

    is_bold: bool | None = None
    is_underlined: bool | None = None
    is_coloured: bool | None = None
    is_highlighted: bool | None = None
    is_hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look, with the other's where it says nothing."""
        if self is PLAIN:
            return other
        if other is PLAIN:
            return self
        return Look(*(own if own is not None else below for own, below in zip(self, other, strict=True)))

    @property
    def stands_out(self) -> bool:
        """Whether it is as answers are marked."""
        return bool(self.is_bold or self.is_underlined or self.is_coloured or self.is_highlighted)


PLAIN = Look()
"""The look of what says nothing of it; most text has this very one."""


class Numbered(NamedTuple):
    """Which list a paragraph is of, and how deep; "" and None where nothing is said."""

    list: str = ""
    level: int | None = None


class Style(NamedTuple):
    """What a style says, with what it is based on."""

    look: Look = PLAIN
    numbered: Numbered = Numbered()


_NO_STYLE = Style(PLAIN)


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read styles.xml; None is a document without."""
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        for one in root if root is not None else ():
            if local(one) == "style":
                name = value(one, "styleId")
                self._elements[name] = one
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
                    self._default = name

    def style(self, name: str, is_paragraph: bool = False) -> Style:
        """Return a style by its id; the default one for a paragraph without."""
        return self._style(name or (self._default if is_paragraph else ""), 0)

    def _style(self, name: str, depth: int) -> Style:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or depth > _DEEPEST:
            return _NO_STYLE
        below = self._style(child_value(element, "basedOn"), depth + 1)
        own = numbered_of(child(element, "pPr"))
        level = own.level if own.level is not None else below.numbered.level
        look = look_of(child(element, "rPr")).over(below.look)
        self._known[name] = Style(look, Numbered(own.list or below.numbered.list, level))
        return self._known[name]


def look_of(properties: Element | None) -> Look:
    """Return how a run's properties make it look."""
    if properties is None or not len(properties):
        return PLAIN
    colour, light = child(properties, "color"), child(properties, "highlight")
    line, shade = child(properties, "u"), child(properties, "shd")
    is_shaded = None if shade is None else value(shade, "fill").lower() not in (*_PLAIN, "ffffff")
    return Look(
        is_bold=is_on(properties, "b"),
        is_underlined=None if line is None else value(line).lower() not in ("", "none"),
        is_coloured=None if colour is None else value(colour).lower() not in _PLAIN,
        is_highlighted=is_shaded if light is None else value(light) not in ("", "none"),
        is_hidden=is_on(properties, "vanish"),
    )


def numbered_of(properties: Element | None) -> Numbered:
    """Return the list that a paragraph's properties name."""
    given = child(properties, "numPr")
    if given is None:
        return Numbered()
    return Numbered(child_value(given, "numId"), whole(child_value(given, "ilvl")))
