"""Word files made by hand: paragraphs of runs, lists, styles and tables, as ZIP and XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word_file(*blocks: str, styles: str = "", numbering: str = "", others: Mapping[str, str] | None = None) -> bytes:
    """Return a .docx whose body has these blocks."""
    members = {"word/document.xml": f"<w:document {_W} {_M} {_MC}><w:body>{''.join(blocks)}</w:body></w:document>"}
    if styles:
        members["word/styles.xml"] = f"<w:styles {_W}>{styles}</w:styles>"
    if numbering:
        members["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>"
    for name, text in (others or {}).items():
        members[name] = text.replace("{W}", _W)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run; a tab and a newline become the elements that Word has for them."""
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def paragraph(*parts: str, style: str = "", list: str = "", level: int | None = None) -> str:
    """Return a paragraph of runs; texts become plain ones."""
    numbered = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f'<w:numPr>{numbered}<w:numId w:val="{list}"/></w:numPr>' if list else ""
    runs = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def lines(text: str) -> str:
    """Return a paragraph for each line of a text."""
    return "".join(paragraph(line) for line in text.splitlines())


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of texts."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def abstract(name: int, *levels: tuple[str, str]) -> str:
    """Return what lists are made after: the format and the text of each level."""
    parts = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{parts}</w:abstractNum>'


def numbered(name: int, after: int, start: int | None = None) -> str:
    """Return a list made after another, maybe with a start of its own."""
    own = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start is not None else ""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{after}"/>{own}</w:num>'
