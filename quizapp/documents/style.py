"""Style sheets of pages: the fonts that a Chinese page may count on, and a sheet of A4 in print and on a screen."""

from __future__ import annotations

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
