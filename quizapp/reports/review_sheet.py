"""复核单: one attempt on one page of A4, to be printed and signed.

It needs nothing else, no scripts; of what happened it says as much as the page has room for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents.page import a4_style, element, escaped, to_sign, whole_page
from quizapp.documents.text_width import width
from quizapp.documents.word_file import fit
from quizapp.domain.errors import CalledWrongly
from quizapp.reports.review_rows import ReviewRow, SheetRows

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.evidence.attempt_replay import Replayed


SUFFIXES = (".html", ".htm")
LONGEST_PART = 30
"""Characters of a title, an id or a name in a file's name."""


def write_sheet(replayed: Replayed, language: Language, at: datetime) -> bytes:
    """Return the sheet as the bytes of an HTML file, made at that time."""

    return sheet_page(replayed, language, at)


def check_name(file: str) -> None:
    """Refuse a file's name that has another ending. Raises CalledWrongly."""
    if PurePath(file).suffix.lower() not in SUFFIXES:
        raise CalledWrongly("replay-not-html", file=file)


def usual_name(replayed: Replayed, language: Language) -> str:
    """Return what a sheet's file is called: 复核单_<title>_<学号>_<name>.html."""
    who = replayed.recorded.candidate
    parts = (language.say("review.file"), replayed.sat.paper.title, who.id, who.name)
    return "_".join(fit(part, LONGEST_PART) for part in parts if part) + SUFFIXES[0]


_STYLE = a4_style(
    "12mm 13mm",
    "9pt/1.35",
    """body, h1, h2, p, dl, dd, ul, table { margin: 0; padding: 0; }
h1, h2, dt, th { font-family: $hei; }
h1 { font-size: 14pt; text-align: center; margin-bottom: 2.5mm; max-height: 14mm; overflow: hidden;
  overflow-wrap: anywhere; }
h2 { font-size: 9pt; }
.warning { border: 1pt solid #000; padding: .8mm 2mm; margin-bottom: 2mm; font-weight: bold; }
dl { display: grid; gap: .6mm 4mm; margin-bottom: 2mm; }
dl div { display: flex; min-width: 0; }
dt { flex: none; margin-right: 2mm; font-weight: normal; color: #000; }
dd { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.facts { grid-template-columns: 1fr 1fr; }
.facts dt { width: 18mm; }
.facts div:last-child dd { font-weight: bold; }
.sections { grid-template-columns: repeat(3, 1fr); border-top: .5pt solid #000; padding-top: 1mm; }
.sections div { justify-content: space-between; }
.sections dt { flex: 0 1 auto; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.sections dd { flex: none; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; border: .75pt solid #000; margin-bottom: 2mm; }
.of-1 { width: 34%; }
.of-2 { width: 67%; }
th, td { border: .35pt solid #000; padding: 0 .8mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
th { font-weight: normal; font-size: 7.5pt; }
.roomy td, .roomy th { height: 4.9mm; font-size: 8.5pt; }
.roomy th { font-size: 7.5pt; }
.close td, .close th { height: 3.9mm; line-height: 3.4mm; font-size: 7.5pt; }
td.n, td.marks, td.time, td.changes { text-align: right; }
th.n, td.n { border-left: .75pt solid #000; }
col.n { width: 7mm; }
col.marks { width: 11.5mm; }
col.time { width: 10.5mm; }
col.changes { width: 6.5mm; }
th.marks, th.time, th.changes, th.n { padding: 0; text-align: center; text-overflow: clip; }
td.response.lost, td.marks.lost { font-weight: bold; }
.note { font-size: 7.5pt; margin: -1mm 0 2mm; }
.told { margin-bottom: 1.5mm; }
.told ul { list-style: none; }
.told li { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  overflow-wrap: anywhere; padding-left: 2em; text-indent: -2em; }
.texts ul { display: grid; grid-template-columns: 1fr 1fr; gap: 0 4mm; }
.signed { display: flex; gap: 6mm; margin: 7mm 0 2mm; break-inside: avoid; }
.signed span { flex: 1; display: flex; align-items: flex-end; white-space: nowrap; }
.signed i { flex: 1; border-bottom: .75pt solid #000; margin-left: 2mm; height: 6mm; }
.foot { font-size: 7.5pt; overflow: hidden; white-space: nowrap; }
""",
)


PAGE = 273.0
"""Millimetres between the margins of A4."""
SPARE = 6.0
"""For browsers and fonts that set a little wider."""
LINE = 4.29
"""A line of 9 points; so in what follows, each with its margins as the style sheet has them."""
TITLE, TITLE_LINE, WARNING, FACTS, SECTIONS, NOTE, SIGNATURES = 2.5, 6.67, 12.9, 21.5, 4.89, 4.6, 20.0
CLOSE_ROW, ROOMY_ROW = 3.95, 5.0
HEADING = LINE + 1.6
"""Of a list of lines."""

TITLE_CELLS = 70
"""Half-width characters that a line of the title surely takes."""
WHOLE_CELLS, HALF_CELLS = 104, 50
"""And a line across the page, and across half of it."""
MOST_LINES = 2
"""Of what is told in one entry; the style sheet cuts the rest."""
LEAST = 2
"""Lines that each list gets before another gets all it wants."""


class FixedParts(NamedTuple):
    """What stands on a page whatever happened."""

    title: str
    warnings: int
    sections: int
    rows: int
    """Lines of the table of questions, without its head."""
    is_roomy: bool
    """Whether they stand apart."""


def lines_left(fixed: FixedParts) -> int:
    """Return how many lines the lists can have together, their headings not counted."""
    used = SPARE + TITLE + TITLE_LINE * min(-(-width(fixed.title) // TITLE_CELLS), 2) + WARNING * fixed.warnings
    used += FACTS + 3 + SECTIONS * -(-fixed.sections // 3)
    used += (fixed.rows + 1) * (ROOMY_ROW if fixed.is_roomy else CLOSE_ROW) + 2
    used += NOTE + 3 * HEADING + SIGNATURES
    return max(int((PAGE - used) / LINE), 0)


def lines_of(entry: str) -> int:
    """Return how many lines across the page an entry takes."""
    return min(-(-width(entry) // WHOLE_CELLS), MOST_LINES)


def half_lines_of(entry: str) -> float:
    """Return how many lines across the page an entry takes that stands beside another one."""
    return min(-(-width(entry) // HALF_CELLS), MOST_LINES) / 2


def shared(free: float, wanted: Sequence[float]) -> list[float]:
    """Return how many lines each list gets: the first as many as it wants, but the others a few."""
    given = []
    for place, want in enumerate(wanted):
        kept = sum(min(other, LEAST) for other in wanted[place + 1 :])
        share = min(want, max(free - kept, min(want, LEAST)))
        given.append(share)
        free -= share
    return given


def fitting(entries: Sequence[str], cost: Callable[[str], float], room: float) -> int:
    """Return how many entries, from the first, take no more than these lines; one line less where not all do."""
    if sum(map(cost, entries)) <= room:
        return len(entries)
    left, count = room - 1, 0
    for entry in entries:
        left -= cost(entry)
        if left < 0:
            break
        count += 1
    return count


class Remarks(NamedTuple):
    """What is written out; where there was more, one line says how much."""

    texts: list[str]
    """From the first question on."""
    decisions: list[str]
    """The last ones."""
    sitting: list[str]
    """The last ones."""


def remarks(language: Language, rows: SheetRows, fixed: FixedParts) -> Remarks:
    """Return what there is room for: decisions before the sitting, that before answers in words."""
    nothing = [language.say("review.nothing")]
    texts, decisions, sitting = rows.texts(), rows.decisions() or nothing, rows.sitting() or nothing
    wanted = sum(map(lines_of, decisions)), sum(map(lines_of, sitting)), sum(map(half_lines_of, texts))
    for_decisions, for_sitting, for_texts = shared(lines_left(fixed), wanted)
    first = fitting(texts, half_lines_of, for_texts)
    return Remarks(
        texts=[*texts[:first], *_more(language, len(texts) - first)],
        decisions=_last(language, decisions, for_decisions),
        sitting=_last(language, sitting, for_sitting),
    )


def _last(language: Language, entries: list[str], room: float) -> list[str]:
    left_out = len(entries) - fitting(entries[::-1], lines_of, room)
    return [*_more(language, left_out), *entries[left_out:]]


def _more(language: Language, count: int) -> list[str]:
    return [language.say("review.more", count=count)] if count else []


ACROSS = 3
"""Questions beside each other."""
ROOMY = 26
"""Lines of the table up to which they can stand apart; beyond it they are set close to keep to one page."""
SHOWN_OF_HASH = 16


def sheet_page(replayed: Replayed, language: Language, at: datetime) -> bytes:
    """Return the sheet as the bytes of an HTML file, made at that time."""
    rows = SheetRows(language, replayed)
    title, questions, warnings, sections = replayed.sat.paper.title, rows.rows(), rows.warnings(), rows.sections()
    down = -(-len(questions) // ACROSS)
    told = remarks(language, rows, FixedParts(title, len(warnings), len(sections), down, down <= ROOMY))
    parts = [
        element("h1", escaped(f"{title}　{language.say('review.title')}")),
        *(element("p", escaped(line), "warning") for line in warnings),
        _pairs(rows.facts(), "facts"),
        _pairs(sections, "sections"),
        _questions(rows.heads(), questions),
        element("p", escaped(language.say("review.note")), "note"),
        _lines(language.say("review.texts"), told.texts, "texts"),
        _lines(language.say("review.decisions"), told.decisions),
        _lines(language.say("review.sitting"), told.sitting),
        to_sign(rows.signatures()),
        element("p", escaped(_foot(replayed, language, at)), "foot"),
    ]
    name = f"{language.say('review.title')} {title} {replayed.recorded.candidate.id}"
    return whole_page(name, _STYLE, "\n".join(parts), language)


def _pairs(pairs: Sequence[tuple[str, str]], kind: str) -> str:
    both = (element("dt", escaped(label)) + element("dd", escaped(text)) for label, text in pairs)
    return element("dl", "".join(element("div", pair) for pair in both), kind)


def _questions(heads: ReviewRow, rows: Sequence[ReviewRow]) -> str:
    """Return the questions down one column after the other, so that each reads on below."""
    down = -(-len(rows) // ACROSS)
    columns = [rows[first : first + down] for first in range(0, len(rows), down)]
    head = "".join(_cells(heads, "th") for _ in columns)
    lines = []
    for line in range(down):
        lines.append("".join(_cells(column[line], "td") if line < len(column) else _NONE for column in columns))
    body = "\n".join(element("tr", line) for line in lines)
    size = "roomy" if down <= ROOMY else "close"
    groups = element("colgroup", _WIDTHS) * len(columns)
    inner = groups + element("thead", element("tr", head)) + element("tbody", body)
    return element("table", inner, f"{size} of-{len(columns)}")


_NAMES = ("n", "response", "key", "marks", "time", "changes")
_WIDTHS = "".join(f'<col class="{name}">' for name in _NAMES)
_NONE = '<td class="none" colspan="6"></td>'


def _cells(row: ReviewRow, tag: str) -> str:
    lost = " lost" if row.is_lost else ""
    texts = zip(_NAMES, row[: len(_NAMES)], strict=True)
    return "".join(element(tag, escaped(str(text)), name + lost) for name, text in texts)


def _lines(title: str, lines: Sequence[str], kind: str = "") -> str:
    """Return lines under a heading; nothing where there are none."""
    told = "".join(element("li", escaped(line)) for line in lines)
    inner = element("h2", escaped(title)) + element("ul", told)
    return element("section", inner, f"told {kind}") if lines else ""


def _foot(replayed: Replayed, language: Language, at: datetime) -> str:
    made = f"{at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    form, head = replayed.attempt.started.form[:SHOWN_OF_HASH], replayed.recorded.head[:SHOWN_OF_HASH]
    return language.say("review.foot", at=made, form=form, head=head)
