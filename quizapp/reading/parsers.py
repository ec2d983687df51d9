"""The two parsers of YAML events: libyaml where it is built in, PyYAML's own everywhere, with one verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from yaml.error import Mark
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken


class EventParser(Protocol):
    """Gives a file's YAML events one after another."""

    def get_event(self) -> Event | None:
        """Return the next event, None after the last."""


MakeParser: TypeAlias = Callable[[str], EventParser]

_BLANKS = "\0 \r\n"
_FLOW = ",[]{}"


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser. It takes a question mark inside a text in a flow list, as libyaml does."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> ScalarToken:
        """Read an unquoted text, over several lines where it has them."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_directive_name(self, start_mark: Mark) -> str:
        """Read a directive's name, which can only be one of two."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]  # the stubs leave it bare
        if name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", start_mark, "found unknown directive name", start_mark)
        return name

    def _plain_length(self) -> int:
        within = _FLOW if self.flow_level else ""
        length = 0
        while (character := self.peek(length)) not in _BLANKS and character not in within:
            if character == ":" and self.peek(length + 1) in _BLANKS:
                break
            if character == ":" and within and self.peek(length + 1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", None, "found unexpected ':'", self.get_mark())
            length += 1
        return length


def libyaml_parser(text: str) -> EventParser:
    """Return libyaml's parser of a text. Raises ImportError where PyYAML was built without it."""
    from yaml._yaml import CParser

    return CParser(text)


def best_parser(text: str) -> EventParser:
    """Return the fastest parser of a text that this machine has."""
    try:
        return libyaml_parser(text)
    except ImportError:
        return PureParser(text)
