"""XML out of archives from anywhere, looked at before it is built: no document type, no depth, no masses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element
    from xml.parsers.expat import XMLParserType

DEEPEST = 64
"""Elements within one another; Word's deepest tables stay below it."""


class Walker(Protocol):
    """What is told of elements one by one, as expat meets them; tags are `namespace name`."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A text, or a part of one."""


def read_xml(data: bytes, name: str) -> Element:
    """Return the root of XML, looked at before. `name` is how it is called where it is refused. Raises Refused."""
    from xml.etree.ElementTree import ParseError, fromstring

    walk_xml((data,), name)
    try:
        return fromstring(data)
    except ParseError as error:
        raise Refused("xml-damaged", member=name, line=error.position[0]) from error


def walk_xml(chunks: Iterable[bytes], name: str, walker: Walker | None = None) -> None:
    """Tell a walker of XML without building anything of it; without one, only look.

    Raises Refused for what is damaged, deep or declares a type. Expat itself is asked, whatever the encoding: it
    tells of a document type before it has read any entity of it.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate(namespace_separator=" ")
    _guard(parser, name, walker)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise Refused("xml-damaged", member=name, line=error.lineno) from error
    except (ValueError, LookupError) as error:
        # An encoding that Python does not know, or that expat cannot be taught.
        raise Refused("xml-damaged", member=name, line=1) from error


def _guard(parser: XMLParserType, name: str, walker: Walker | None) -> None:
    depth = 0
    told_start = walker.start if walker is not None else None
    told_end = walker.end if walker is not None else None

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            _refuse("xml-deep", name)
        if told_start is not None:
            told_start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if told_end is not None:
            told_end(tag)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = lambda *_: _refuse("xml-doctype", name)
    parser.EntityDeclHandler = lambda *_: _refuse("xml-doctype", name)
    parser.buffer_text = True
    if walker is not None:
        parser.CharacterDataHandler = walker.text


def _refuse(code: str, name: str) -> NoReturn:
    raise Refused(code, member=name)
