"""What stands on pages, whatever they are written to: heads, texts, grids, questions, room for answers.

Whoever prints or reports says it once, in the reader's words; `writers.WRITERS` has a writer for each kind of file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Tongue

Side = Literal["left", "right"]
Look = Literal["paper", "report", "review_sheet", "collected_list", "blueprint"]
"""Which measures and fonts: those of a school's paper, of an official document, or of one sheet to sign or put up."""

PAGE, PAGES = "\0page\0", "\0pages\0"
"""What stands in the words of a foot for the page's number, and for how many there are."""

PLACE = "（　　）"
"""Where in a stem the letter of an answer is written."""


class SealedStrip(NamedTuple):
    """Who sits: lines to fill in beside a line that is sealed."""

    fields: tuple[tuple[str, str], ...]
    """Labels, with what stands there already."""
    seal: str
    is_needed: bool
    """Whether it stands in files without margins to seal, too."""


class PageHead(NamedTuple):
    """What begins pages: their title, what stands above and below it."""

    title: str
    above: str = ""
    part: str = ""
    """Which part of what the title names, where it is not the first."""
    facts: tuple[str, ...] = ()
    strip: SealedStrip | None = None


class Heading(NamedTuple):
    """A heading: 1 for the pages' own where they have no head, 2 for a section's, 3 for what is within."""

    text: str
    level: int = 2
    beside: str = ""
    """What follows in smaller letters."""


class TextBlock(NamedTuple):
    """A paragraph."""

    text: str
    kind: str = ""
    """What it is where it looks otherwise: rules, note, facts, total, missing, warning, foot."""


class GridColumn(NamedTuple):
    """A column of a grid."""

    head: str
    side: Side = "left"
    share: int = 0
    """How wide it is beside the others, where the grid is as wide as the page."""
    kind: str = ""
    """By which a style sheet knows it."""
    group: str = ""
    """What stands above it and the columns beside it that say the same."""
    is_head: bool = False
    """Whether its cells say what their row is of."""


class GridRow(NamedTuple):
    """A row of a grid: a cell for each column."""

    cells: tuple[str, ...]
    kind: str = ""
    """What sets it apart: top, sum, missing, lost."""


class Grid(NamedTuple):
    """A table."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    kind: str = ""
    across: int = 1
    """How many times the columns stand beside each other where there is room, the rows down one after the other."""


class Bar(NamedTuple):
    """One bar of a drawing."""

    low: str
    high: str
    people: int
    is_full: bool
    """Whether all of it is at or above the pass mark."""
    bounds: str
    """Both in words."""


class Chart(NamedTuple):
    """How many people are where."""

    title: str
    told: str
    """The bars in words."""
    bars: tuple[Bar, ...]
    heads: tuple[str, str]
    """Of the bounds and of the counts, where it is drawn as a table."""


class ShortTexts(NamedTuple):
    """Names or groups of keys, one after the other, none of them broken."""

    texts: tuple[str, ...]
    kind: str = "people"


class FactList(NamedTuple):
    """Facts behind their labels."""

    facts: tuple[tuple[str, str], ...]
    kind: str = ""


class EntryList(NamedTuple):
    """Entries beneath a heading, a line or two each; nothing of it stands there where there are none."""

    title: str
    entries: tuple[str, ...]
    kind: str = ""


class SignatureLine(NamedTuple):
    """Lines to sign beside each other, each behind its label."""

    labels: tuple[str, ...]


class ScoreBox(NamedTuple):
    """The box of a paper in which markers put what each section earned."""

    sections: tuple[str, ...]
    rows: tuple[str, ...]
    """What its rows are called; the sections stand in the first."""


class CandidateNotice(NamedTuple):
    """What a candidate must know before."""

    label: str
    lines: tuple[str, ...]


class CaseMaterial(NamedTuple):
    """What several questions are asked about."""

    lead: str
    material: str


class AskedQuestion(NamedTuple):
    """A question as it is read."""

    number: int
    stem: tuple[str, ...]
    """Texts, between which there are blanks to fill."""
    tail: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Letters with their texts."""
    left: tuple[str, ...] = ()
    """What is matched with the options, or is to be answered one by one, numbered from 1."""
    exhibit: tuple[str, ...] = ()
    """What stands beneath the stem, in paragraphs."""


class AnswerBoxes(NamedTuple):
    """Questions of which each is answered in one box, beside each other."""

    numbers: tuple[int, ...]
    in_a_row: int

    def by_row(self) -> list[tuple[int, ...]]:
        """Return the numbers of each row."""
        return [self.numbers[start : start + self.in_a_row] for start in range(0, len(self.numbers), self.in_a_row)]


SpaceKind = Literal["blanks", "order", "pairs", "cells", "places", "number", "lines"]


class AnswerSpace(NamedTuple):
    """Room for one answer that takes more than a box."""

    number: int
    kind: SpaceKind
    places: int
    """Blanks, boxes, pairs, rows of a table, numbered blanks, or lines."""
    tail: str = ""
    """What stands behind a number, or says what lines are worth."""
    columns: tuple[str, ...] = ()
    """Of a table."""

    def by_line(self, most: int) -> list[range]:
        """Return the numbers of its places, at most so many on a line."""
        return [range(at, min(at + most, self.places + 1)) for at in range(1, self.places + 1, most)]


class KeyNotes(NamedTuple):
    """The key of one question, and beneath it what else is to be said."""

    number: int
    answer: str
    notes: tuple[str, ...]


class PageSection(NamedTuple):
    """What stands together beneath one heading, or on pages of its own."""

    blocks: tuple[Block, ...]
    kind: str = ""
    begins_page: bool = False


QuestionBlock: TypeAlias = (
    "ScoreBox | CandidateNotice | CaseMaterial | AskedQuestion | AnswerBoxes | AnswerSpace | KeyNotes"
)
"""What stands on papers, answer sheets and keys alone."""
Block: TypeAlias = (
    "PageHead | Heading | TextBlock | Grid | Chart | ShortTexts | FactList | EntryList | SignatureLine | PageSection"
    " | QuestionBlock"
)


class PageChapter(NamedTuple):
    """What begins a page, and may be handed out by itself."""

    blocks: tuple[Block, ...]
    kind: str = ""
    name: str = ""
    """What stands at the foot of its pages."""


class Pages(NamedTuple):
    """All of a file."""

    title: str
    look: Look
    tongue: Tongue
    chapters: tuple[PageChapter, ...]
    foot: str = ""
    """The words at the foot of every page, with `PAGE` and `PAGES` in them."""
    chapter_foot: str = ""
    """The same for chapters with a name in files that can count only all the pages, not a chapter's."""

    @property
    def tag(self) -> str:
        """The language's tag (BCP 47), by which programs choose fonts, hyphens and a voice."""
        return "zh-CN" if self.tongue == "zh" else "en"


def one_chapter(title: str, look: Look, tongue: Tongue, *blocks: Block) -> Pages:
    """Return a file of nothing but these blocks."""
    return Pages(title=title, look=look, tongue=tongue, chapters=(PageChapter(blocks),))


def in_pages(pages: Pages) -> Iterator[tuple[Block, ...]]:
    """Give what begins on a page of its own, for files in which nothing but that parts chapters and sections."""
    for chapter in pages.chapters:
        blocks: list[Block] = []
        for block in chapter.blocks:
            if blocks and isinstance(block, PageSection) and block.begins_page:
                yield tuple(blocks)
                blocks = []
            blocks.append(block)
        yield tuple(blocks)
