"""A page of HTML as a strict reader sees it: every element closed, and what stands in it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "col", "br"})
DRAWN = frozenset({"rect", "path"})
"""Elements of a drawing that close themselves."""


class Page(HTMLParser):
    """Reads a page; `faults` are elements that are not closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.cells: list[str] = []
        self.faults: list[str] = []
        self.feed(source)
        self.close()
        self.faults += self.open

    @property
    def text(self) -> str:
        """What a reader sees, a line for each piece."""
        return "\n".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.handle_data("\n")
        if tag == "td":
            self.cells.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in DRAWN:
            self.faults.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.texts.append(data)
        if "td" in self.open:
            self.cells[-1] += data
