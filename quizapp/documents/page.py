"""A page of HTML that needs nothing else: no scripts, nothing from elsewhere, printed from any browser.

Also its style sheet, with the fonts that a Chinese page may count on.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language


def tag_of(language: Language) -> str:
    """Return the language's tag (BCP 47), by which programs choose fonts, hyphens and a voice."""
    return "zh-CN" if language.tongue == "zh" else "en"


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


def whole_page(title: str, style: str, body: str, language: Language) -> bytes:
    """Return a page as UTF-8: its title as plain text, its style sheet, its body as HTML that is escaped already."""
    page = _PAGE.format(tongue=tag_of(language), title=escaped(title), style=style, body=body)
    return page.encode("utf-8", "replace")


def escaped(words: str) -> str:
    """Return a text as HTML, its lines joined as a browser joins them."""
    return escape(words)


def text(words: str) -> str:
    """Return a text as HTML, its lines kept."""
    return escape(words).replace("\n", "<br>")


def element(tag: str, inner: str, kind: str = "") -> str:
    """Return an element of a class around HTML that is escaped already."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{tag}{attribute}>{inner}</{tag}>"


def to_sign(labels: Iterable[str]) -> str:
    """Return lines to sign beside each other, each behind its label."""
    return element("div", "".join(element("span", f"{escaped(label)}<i></i>") for label in labels), "signed")


SONG = """SimSun, "宋体", "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC",
  "AR PL UMing CN", serif"""
"""For text, 宋体: those of Windows first, then of macOS, then what Linux has."""
HEI = 'SimHei, "黑体", "Heiti SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif'
"""For heads, 黑体."""
_IN_PRINT = """@page { size: A4; margin: $margin; }
* { box-sizing: border-box; }
html { font: $type $song; color: #000; background: #fff; }
"""
_ON_A_SCREEN = """@media screen {
  html { background: #ddd; }
  body { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: $margin; background: #fff; }
}
"""


def with_fonts(rules: str) -> str:
    """Return rules with the fonts in the place of `$song` and `$hei`: nothing of CSS begins with that sign."""
    return rules.replace("$song", SONG).replace("$hei", HEI)


def a4_style(margin: str, type: str, rules: str) -> str:
    """Return a style sheet of these rules for a sheet of A4 with such margins, its text of such a size and pitch.

    On a screen it lies on grey as it will be printed.
    """
    sheet = _IN_PRINT + rules + _ON_A_SCREEN
    return with_fonts(sheet.replace("$margin", margin).replace("$type", type))
