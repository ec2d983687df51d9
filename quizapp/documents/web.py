"""Pages as one file of HTML that needs nothing else: no scripts, nothing from elsewhere, printed from any browser.

How they look stands in `looks/`, a style sheet for each look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents import page
from quizapp.documents.text_width import SHORT, column_widths
from quizapp.documents.web_parts import asked, drawing, element, escaped, sealed_strip, text

if TYPE_CHECKING:
    from quizapp.documents.page import Block, GridColumn, Look, PageChapter, Pages

_PAGE = """<!DOCTYPE html>
<html lang="{tongue}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


class WebLook(NamedTuple):
    """What one look has otherwise than another, beside its style sheet."""

    chapter: str = ""
    """The element about a chapter."""
    text: Callable[[str], str] = escaped
    """Writes a text: its own lines kept, or joined as a browser joins them."""
    in_one_line: frozenset[str] = frozenset()
    """Elements whose contents stand on one line of the source."""
    above: str = "above"
    facts: str = ""
    """What parts the facts of a head; "" where each is an element and the style sheet parts them."""
    signed: str = "div"
    lead: str | None = None
    """What stands before the words at a foot; None is nothing, not even an empty text."""
    number: str = ""
    """The class of cells that stand to the right."""


WEB_LOOKS: dict[Look, WebLook] = {
    "paper": WebLook("article", text, frozenset({"article"}), above="course", facts="　　", lead=""),
    "report": WebLook("article", text, frozenset({"section", "tbody"}), signed="p", number="number"),
    "review_sheet": WebLook(),
    "collected_list": WebLook(),
    "blueprint": WebLook(),
}
SONG = """SimSun, "宋体", "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC",
  "AR PL UMing CN", serif"""
"""For text, 宋体: those of Windows first, then of macOS, then what Linux has."""
HEI = 'SimHei, "黑体", "Heiti SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif'
"""For heads, 黑体."""
_ACROSS = 90
"""Half-width characters of a grid's type on a line of A4, a little fewer than there are."""


def write(pages: Pages) -> bytes:
    """Return the pages as the bytes of an HTML file in UTF-8."""
    body = "\n".join(_Writer(WEB_LOOKS[pages.look]).chapter(one) for one in pages.chapters)
    style = style_of(pages.look) + "".join(_feet(pages))
    source = _PAGE.format(tongue=pages.tag, title=escaped(pages.title), style=style, body=body)
    return source.encode("utf-8", "replace")


def style_of(look: Look) -> str:
    """Return a look's style sheet, with fonts in the place of `$song` and `$hei`: nothing of CSS begins so."""
    rules = Path(__file__).with_name("looks").joinpath(f"{look}.css").read_text("utf-8")
    return rules.replace("$song", SONG).replace("$hei", HEI)


def _feet(pages: Pages) -> Iterator[str]:
    """Give the rules for the feet of pages; a browser counts those of the whole file, so chapters count their own."""
    if pages.foot:
        yield _foot("", pages.foot, WEB_LOOKS[pages.look].lead)
    names = {one.kind.split()[-1]: one.name for one in pages.chapters if one.name}
    for kind, name in names.items():
        yield f".{kind} {{ page: {kind}; }}\n" + _foot(kind, pages.chapter_foot, f"{name}　")


def _foot(kind: str, words: str, lead: str | None) -> str:
    """Return what stands at the foot of the pages of that name: the catalogue's words and a letter, no other text."""
    counter = f"counter-increment: {kind}; " if kind else ""
    parts = words.replace(page.PAGE, f"\0{kind or 'page'}\0").split("\0")
    told = [f"counter({part})" if place % 2 else f'"{part}"' for place, part in enumerate(parts)]
    where, told = ("@page", told) if lead is None else (f"@page {kind}", [f'"{lead}"', *told])
    return f"{where} {{ {counter}@bottom-center {{ content: {' '.join(told)}; font: 9pt serif; }} }}\n"


class _Writer:
    """Writes blocks as one look has them."""

    def __init__(self, look: WebLook) -> None:
        self._look = look
        self._text = look.text

    def chapter(self, chapter: PageChapter) -> str:
        """Return a chapter."""
        tag = self._look.chapter
        inner = self._joint(tag).join(self._blocks(chapter.blocks))
        return element(tag, inner, chapter.kind) if tag else inner

    def _joint(self, tag: str) -> str:
        return "" if tag in self._look.in_one_line else "\n"

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, page.PageHead) and block.strip is not None:
                yield sealed_strip(block.strip)
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case page.PageHead():
                return self._head(block)
            case page.Heading():
                beside = element("span", self._text(block.beside), "count") if block.beside else ""
                return element(f"h{block.level}", self._text(block.text) + beside)
            case page.TextBlock():
                return element("p", self._text(block.text), block.kind)
            case page.Grid():
                return self._grid(block)
            case page.Chart():
                return element("figure", drawing(block))
            case page.ShortTexts():
                return element("p", "".join(element("span", self._text(text)) for text in block.texts), block.kind)
            case page.FactList():
                pairs = (element("dt", self._text(one)) + element("dd", self._text(fact)) for one, fact in block.facts)
                return element("dl", "".join(element("div", pair) for pair in pairs), block.kind)
            case page.EntryList(entries=()):
                return ""
            case page.EntryList():
                entries = element("ul", "".join(element("li", self._text(entry)) for entry in block.entries))
                return element("section", element("h2", self._text(block.title)) + entries, f"told {block.kind}")
            case page.SignatureLine():
                lines = "".join(element("span", f"{self._text(label)}<i></i>") for label in block.labels)
                return element(self._look.signed, lines, "signed")
            case page.PageSection():
                return element("section", self._joint("section").join(self._blocks(block.blocks)), block.kind)
            case _:
                return asked(block)

    def _head(self, head: page.PageHead) -> str:
        above = element("p", self._text(head.above), self._look.above) if head.above else ""
        part = element("h2", self._text(head.part), "part") if head.part else ""
        facts = self._look.facts.join(
            self._text(fact) if self._look.facts else element("span", self._text(fact)) for fact in head.facts
        )
        below = part + (element("p", facts, "facts") if facts else "")
        return element("header", above + element("h1", self._text(head.title)) + below)

    def _grid(self, grid: page.Grid) -> str:
        down = -(-len(grid.rows) // grid.across)
        beside = -(-len(grid.rows) // down) if down else 1
        inner = self._widths(grid) * beside + element("thead", self._heads(grid, beside))
        body = self._joint("tbody").join(self._rows(grid, down, beside))
        kind = grid.kind or ("short" if len(grid.rows) <= SHORT and _is_shared(grid) else "")
        if grid.across > 1:
            kind = f"{kind} of-{beside}"
        return element("table", inner + element("tbody", body), kind)

    def _widths(self, grid: page.Grid) -> str:
        """Return how wide the columns are, or by which names the style sheet says so."""
        if _is_shared(grid):
            widths = [f'<col style="width:{100 * share:.1f}%">' for share in column_widths(grid, _ACROSS)]
        elif any(column.kind for column in grid.columns):
            widths = [f'<col class="{column.kind}">' for column in grid.columns]
        else:
            return ""
        return element("colgroup", "".join(widths))

    def _heads(self, grid: page.Grid, beside: int) -> str:
        """Return the line of heads; two where some have a group, the groups above their own."""
        heads = [element("th", self._text(column.head), self._kind(column)) for column in grid.columns]
        if not any(column.group for column in grid.columns):
            return element("tr", "".join(heads * beside))
        above = []
        for place, column in enumerate(grid.columns):
            if not column.group:
                above.append(f'<th rowspan="2">{self._text(column.head)}</th>')
            elif place == 0 or grid.columns[place - 1].group != column.group:
                spanned = sum(one.group == column.group for one in grid.columns)
                above.append(f'<th colspan="{spanned}">{self._text(column.group)}</th>')
        below = (head for head, column in zip(heads, grid.columns, strict=True) if column.group)
        return element("tr", "".join(above)) + element("tr", "".join(below))

    def _rows(self, grid: page.Grid, down: int, beside: int) -> Iterator[str]:
        """Give the lines; of rows that stand beside each other the kind is that of their cells."""
        if grid.across == 1:
            for row in grid.rows:
                yield element("tr", self._cells(grid, row.cells), row.kind)
            return
        nothing = f'<td class="none" colspan="{len(grid.columns)}"></td>'
        for line in range(down):
            rows = [grid.rows[place] if place < len(grid.rows) else None for place in range(line, down * beside, down)]
            yield element("tr", "".join(self._cells(grid, row.cells, row.kind) if row else nothing for row in rows))

    def _kind(self, column: GridColumn) -> str:
        return column.kind or (self._look.number if column.side == "right" else "")

    def _cells(self, grid: page.Grid, cells: tuple[str, ...], kind: str = "") -> str:
        return "".join(
            f'<th scope="row">{self._text(cell)}</th>'
            if column.is_head
            else element("td", self._text(cell), f"{self._kind(column)} {kind}".strip())
            for cell, column in zip(cells, grid.columns, strict=True)
        )


def _is_shared(grid: page.Grid) -> bool:
    return any(column.share for column in grid.columns)
