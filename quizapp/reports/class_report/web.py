"""The report as one page of HTML: no scripts, nothing from elsewhere, made for A4 and for reading on a screen."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizapp.documents.page import HEI, element, text, whole_page
from quizapp.reports.class_report.findings import Chart, Grid, People, Sub, in_words
from quizapp.reports.class_report.layout import SHORT, column_widths, numbered, numbered_sub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Bar, ClassReport, ColumnHead, ReportChapter, ReportSection, Text


WIDTH, HEIGHT = 600, 174
_LEFT, _TOP, _FOOT = 18, 22, 24
_GAP = 8
"""Between two bars."""


def drawing(chart: Chart, language: Language) -> str:
    """Return the drawing as an svg element: bars below the pass are hollow, counts above them, bounds between."""
    title, told_bars = in_words(chart.title, language), description(chart, language)
    step = (WIDTH - 2 * _LEFT) / len(chart.bars)
    most = max((bar.count for bar in chart.bars), default=0) or 1
    inner = [f"<title>{escape(title)}</title><desc>{escape(told_bars)}</desc>"]
    for place, bar in enumerate(chart.bars):
        inner += _bar(bar, _LEFT + place * step, step, most)
    base = HEIGHT - _FOOT
    bounds = [*(bar.low for bar in chart.bars), *(bar.high for bar in chart.bars[-1:])]
    inner += (_words(_LEFT + place * step, base + 15, language.marks(bound)) for place, bound in enumerate(bounds))
    inner.append(f'<path d="M{_LEFT} {base}H{WIDTH - _LEFT}" stroke="#000" stroke-width="1"/>')
    label = escape(f"{title} {told_bars}", quote=True)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(inner)}</svg>'


def description(chart: Chart, language: Language) -> str:
    """Return the bars in words."""
    bars = (language.say("report.bar", low=bar.low, high=bar.high, count=bar.count) for bar in chart.bars if bar.count)
    return language.say("report.sentence", said=language.say("report.next").join(bars))


def _bar(bar: Bar, left: float, step: float, most: int) -> Iterator[str]:
    base, middle = HEIGHT - _FOOT, left + step / 2
    tall = (base - _TOP) * bar.count / most
    if bar.count:
        fill = "#444" if bar.is_passed else "#fff"
        box = f'x="{left + _GAP / 2:.1f}" y="{base - tall:.1f}" width="{step - _GAP:.1f}" height="{tall:.1f}"'
        yield f'<rect {box} fill="{fill}" stroke="#000" stroke-width="1"/>'
        yield _words(middle, base - tall - 5, str(bar.count))


def _words(middle: float, base: float, words: str) -> str:
    return f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle" font-size="12">{escape(words)}</text>'


_ACROSS = 90
"""Half-width characters of a table's type on a line of A4, a little fewer than there are."""


def chapter(found: ReportChapter, language: Language) -> str:
    """Return one paper's pages."""
    inner = [_head(found, language)]
    inner += [_section(section, number, language) for number, section in enumerate(found.sections, 1)]
    if found.signed:
        inner.append(_signed(found, language))
    if found.appendix is not None:
        inner.append(_section(found.appendix, 0, language, "appendix"))
    return element("article", "\n".join(inner))


def _head(found: ReportChapter, language: Language) -> str:
    above = in_words(found.above, language)
    inner = [element("p", text(above), "above")] if above else []
    inner.append(element("h1", text(in_words(found.title, language))))
    facts = "".join(element("span", text(in_words(fact, language))) for fact in found.facts)
    return element("header", "".join(inner) + (element("p", facts, "facts") if facts else ""))


def _section(section: ReportSection, number: int, language: Language, kind: str = "") -> str:
    parts = element("h2", text(numbered(section.title, number, language)))
    return element("section", parts + "".join(_parts(section, language)), kind)


def _parts(section: ReportSection, language: Language) -> Iterator[str]:
    subs = 0
    for part in section.parts:
        match part:
            case Grid():
                yield _table(part, language)
            case Chart():
                yield element("figure", drawing(part, language))
            case Sub():
                subs += 1
                yield element("h3", text(numbered_sub(part.title, subs, language)))
            case People():
                yield element(
                    "p", "".join(element("span", text(in_words(name, language))) for name in part.names), "people"
                )
            case _:
                yield element("p", text(in_words(part, language)))


def _table(grid: Grid, language: Language) -> str:
    columns = "".join(f'<col style="width:{100 * share:.1f}%">' for share in column_widths(grid, language, _ACROSS))
    heads = "".join(_cell("th", head.text, head, language) for head in grid.heads)
    rows = (
        element("tr", "".join(_cell("td", cell, head, language) for cell, head in zip(row, grid.heads, strict=True)))
        for row in grid.rows
    )
    inner = element("colgroup", columns) + element("thead", element("tr", heads)) + element("tbody", "".join(rows))
    return element("table", inner, "short" if len(grid.rows) <= SHORT else "")


def _cell(tag: str, cell: Text | None, head: ColumnHead, language: Language) -> str:
    return element(tag, text(in_words(cell, language)), "number" if head.side == "right" else "")


def _signed(found: ReportChapter, language: Language) -> str:
    fields = (
        element("span", text(language.say("report.field", name=in_words(name, language))) + element("i", ""))
        for name in found.signed
    )
    return element("p", "".join(fields), "signed")


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


def write_page(report: ClassReport, language: Language) -> bytes:
    """Return the report as the bytes of an HTML file."""
    body = "\n".join(chapter(one, language) for one in report.chapters)
    return whole_page(in_words(report.title, language), STYLE + foot(language), body, language)
