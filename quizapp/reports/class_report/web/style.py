"""The style sheet of the report: A4, black on white, the type of a well-set document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.style import HEI

if TYPE_CHECKING:
    from quizapp.language import Language

_SERIF = (
    'SimSun, "宋体", "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN", '
    '"WenQuanYi Zen Hei", serif'
)
_FANGSONG = f'FangSong, "仿宋", STFangsong, {_SERIF}'

STYLE = f"""@page {{ size: A4; margin: 22mm 20mm 20mm 22mm; }}
* {{ box-sizing: border-box; }}
html {{ font: 11pt/1.75 {_SERIF}; color: #000; background: #fff; }}
body, h1, h2, h3, p, table, figure {{ margin: 0; padding: 0; }}
article {{ overflow-wrap: anywhere; }}
article + article {{ break-before: page; }}
header {{ text-align: center; margin-bottom: 7mm; }}
h1 {{ font: bold 19pt/1.4 {HEI}; margin: 1mm 0 2mm; text-wrap: balance; }}
.above {{ font: 12pt/1.6 {_FANGSONG}; }}
.facts {{ font: 10.5pt/1.6 {_FANGSONG}; }}
.facts span + span::before {{ content: "|"; margin: 0 1em; }}
h2 {{ font: bold 12.5pt/1.6 {HEI}; margin: 6mm 0 1.5mm; break-after: avoid; }}
h3 {{ font: bold 11pt/1.6 {HEI}; margin: 3mm 0 .5mm; break-after: avoid; }}
section > p {{ orphans: 2; widows: 2; text-wrap: pretty; }}
.people span {{ display: inline-block; margin-right: 1.6em; }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; margin: 2mm 0;
  font-size: 10.5pt; line-height: 1.5;
  border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; }}
thead {{ display: table-header-group; }}
tr, table.short {{ break-inside: avoid; }}
th {{ font: bold 10pt/1.5 {HEI}; text-align: left; border-bottom: .6pt solid #000; vertical-align: bottom; }}
td {{ border-bottom: .3pt solid #bbb; vertical-align: top; }}
th, td {{ padding: .9mm 1.6mm; }}
tbody tr:last-child td {{ border-bottom: 0; }}
th.number, td.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
figure {{ margin: 2mm 0; break-inside: avoid; }}
svg {{ display: block; width: 100%; height: auto; font-family: {_SERIF.replace('"', "'")}; }}
.signed {{ display: flex; gap: 8mm; margin-top: 12mm; break-inside: avoid; break-before: avoid; }}
.signed span {{ flex: 1; display: flex; white-space: nowrap; }}
.signed i {{ flex: 1; border-bottom: .6pt solid #000; }}
.appendix {{ break-before: page; }}
@media screen {{
  html {{ background: #eee; }}
  article {{ max-width: 210mm; margin: 8mm auto; padding: 18mm 20mm 18mm 22mm; background: #fff; }}
}}
@media screen and (max-width: 60em) {{
  html {{ background: #fff; }}
  article {{ margin: 0; padding: 5mm; }}
  table {{ table-layout: auto; font-size: 9.5pt; }}
  col {{ width: auto !important; }}
  th {{ font-size: 9pt; white-space: nowrap; }}
  th, td {{ padding: .9mm .8mm; }}
}}
"""


def foot(language: Language) -> str:
    """Return the rule for the foot of every page: the catalogue's words around the page's number, no other text."""
    before, _, after = language.say("report.page", page="\0").partition("\0")
    return f'@page {{ @bottom-center {{ content: "{before}" counter(page) "{after}"; font: 9pt serif; }} }}\n'
