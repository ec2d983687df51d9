"""Names of WordprocessingML, and how its properties say yes and no."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
