"""复核单: one attempt on one page of A4, to be printed and signed.

It needs nothing else, no scripts; of what happened it says as much as the page has room for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents import page
from quizapp.documents.text_width import width
from quizapp.documents.writers import WRITERS, fit
from quizapp.domain.errors import CalledWrongly
from quizapp.reports.review_rows import SheetRows

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.evidence.attempt_replay import Replayed


SUFFIXES = (".html", ".htm")
LONGEST_PART = 30
"""Characters of a title, an id or a name in a file's name."""


def write_sheet(replayed: Replayed, language: Language, at: datetime) -> bytes:
    """Return the sheet as the bytes of an HTML file, made at that time."""
    return WRITERS["html"](sheet_pages(replayed, language, at))


def check_name(file: str) -> None:
    """Refuse a file's name that has another ending. Raises CalledWrongly."""
    if PurePath(file).suffix.lower() not in SUFFIXES:
        raise CalledWrongly("replay-not-html", file=file)


def usual_name(replayed: Replayed, language: Language) -> str:
    """Return what a sheet's file is called: 复核单_<title>_<学号>_<name>.html."""
    who = replayed.recorded.candidate
    parts = (language.say("review.file"), replayed.sat.paper.title, who.id, who.name)
    return "_".join(fit(part, LONGEST_PART) for part in parts if part) + SUFFIXES[0]


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


def sheet_pages(replayed: Replayed, language: Language, at: datetime) -> page.Pages:
    """Return the sheet, made at that time."""
    rows = SheetRows(language, replayed)
    title, warnings, sections = replayed.sat.paper.title, rows.warnings(), rows.sections()
    down = -(-len(replayed.questions) // ACROSS)
    told = remarks(language, rows, FixedParts(title, len(warnings), len(sections), down, down <= ROOMY))
    name = f"{language.say('review.title')} {title} {replayed.recorded.candidate.id}"
    return page.one_chapter(
        name,
        "review_sheet",
        language.tongue,
        page.Heading(f"{title}　{language.say('review.title')}", 1),
        *(page.TextBlock(line, "warning") for line in warnings),
        page.FactList(tuple(rows.facts()), "facts"),
        page.FactList(tuple(sections), "sections"),
        _questions(rows, is_roomy=down <= ROOMY),
        page.TextBlock(language.say("review.note"), "note"),
        page.EntryList(language.say("review.texts"), tuple(told.texts), "texts"),
        page.EntryList(language.say("review.decisions"), tuple(told.decisions)),
        page.EntryList(language.say("review.sitting"), tuple(told.sitting)),
        page.SignatureLine(tuple(rows.signatures())),
        page.TextBlock(_foot(replayed, language, at), "foot"),
    )


_NAMES = ("n", "response", "key", "marks", "time", "changes")


def _questions(rows: SheetRows, *, is_roomy: bool) -> page.Grid:
    """Return the questions down one column after the other, so that each reads on below."""
    columns = (page.GridColumn(head, kind=name) for head, name in zip(rows.heads(), _NAMES, strict=True))
    return page.Grid(tuple(columns), tuple(rows.rows()), "roomy" if is_roomy else "close", ACROSS)


def _foot(replayed: Replayed, language: Language, at: datetime) -> str:
    made = f"{at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    form, head = replayed.attempt.started.form[:SHOWN_OF_HASH], replayed.recorded.head[:SHOWN_OF_HASH]
    return language.say("review.foot", at=made, form=form, head=head)
