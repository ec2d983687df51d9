"""How Word documents look: as a school's printed paper, or as official documents do. Needs python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.page import PAGE, PAGES
from quizapp.documents.text_width import width
from quizapp.documents.word_parts import (
    add_border,
    add_number,
    add_paragraph,
    add_run,
    blank_document,
    count_from_one,
    put,
    safe,
    set_font,
    set_page,
)
from quizapp.documents.word_questions import NOTE_FONT, TEXT_WIDTH, add_blank

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section, _Footer
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph

    from quizapp.documents.page import Heading, PageChapter, PageHead, Pages, SealedStrip


class PaperLook:
    """A4 as schools print papers on it: Chinese fonts, a gutter, every part's pages numbered from 1."""

    text_width: float = TEXT_WIDTH
    cell_styles = "Normal", "Normal"
    _STYLES = (("Title", 16), ("Heading 1", 13), ("Heading 2", 11))

    def __init__(self, pages: Pages) -> None:
        self._foot = pages.foot
        self.document = blank_document(pages.title, pages.tag)
        normal = self.document.styles["Normal"]
        set_font(normal, "宋体", 10.5)
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.line_spacing = 1.35
        for name, size in self._STYLES:
            set_font(self.document.styles[name], "黑体", size)
        title = self.document.styles["Title"].paragraph_format
        title.space_before, title.space_after = Pt(4), Pt(4)

    def begin_chapter(self, chapter: PageChapter, place: int) -> None:
        """Begin a part on a new page, its pages counted from 1, with its name and the numbers at their foot."""
        section = self.document.sections[0] if place == 0 else self.document.add_section(WD_SECTION.NEW_PAGE)
        set_page(section, top=18, bottom=18, left=15, right=15)
        section.gutter, section.footer_distance = Mm(15), Mm(9)
        count_from_one(section)
        section.footer.is_linked_to_previous = False
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if chapter.name:
            foot.add_run(safe(chapter.name) + "　")
        words = self._foot.replace(PAGE, "\0PAGE\0").replace(PAGES, "\0NUMPAGES\0")
        for place, part in enumerate(words.split("\0")):
            if place % 2:
                add_number(foot, part)
            else:
                foot.add_run(part)

    def break_page(self) -> None:
        """Begin a page."""
        self.document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx does not say

    def add_head(self, head: PageHead) -> None:
        """Add the title of a page that begins a part, and below it what the part is."""
        if head.strip is not None:
            self._add_strip(head.strip)
        lines = [self._add_note(head.above)] if head.above else []
        lines.append(add_paragraph(self.document, head.title, style="Title"))
        if head.part:
            lines.append(add_paragraph(self.document, head.part, style="Heading 1"))
        lines.append(self._add_note("　　".join(head.facts), after=6))
        for line in lines:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _add_strip(self, strip: SealedStrip) -> None:
        """Add the lines for who it is, above the line that is sealed."""
        line = add_paragraph(self.document)
        for place, (label, value) in enumerate(strip.fields, 1):
            line.add_run(label + " ")
            if value:
                line.add_run(safe(f"　{value}　")).underline = True
            else:
                add_blank(line, 2 if place == len(strip.fields) else 1)
            line.add_run("　　")
        seal = add_paragraph(self.document, strip.seal, after=8)
        seal.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_border(seal, "bottom", "dashed")

    def _add_note(self, text: str, *, after: float = 0) -> Paragraph:
        paragraph = add_paragraph(self.document, after=after)
        add_run(paragraph, text, NOTE_FONT)
        return paragraph

    def add_heading(self, heading: Heading) -> None:
        """Add a heading that stays with what follows."""
        style = "Title" if heading.level == 1 else f"Heading {heading.level}"
        head = add_paragraph(self.document, heading.text, style=style, after=2)
        add_run(head, heading.beside, NOTE_FONT)
        head.paragraph_format.keep_with_next = True

    def add_text(self, text: str, kind: str = "") -> None:
        """Add a paragraph; rules stay with what they are about."""
        if kind == "rules":
            self._add_note(text).paragraph_format.keep_with_next = True
        else:
            add_paragraph(self.document, text)

    def add_short_texts(self, texts: tuple[str, ...]) -> None:
        """Add texts, one after the other."""
        add_paragraph(self.document, "　　".join(texts), after=3)


TITLE_FONT, BODY_FONT, HEAD_FONT, SUB_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
TITLE_SIZE, BODY_SIZE, TABLE_SIZE, FOOT_SIZE = 22, 16, 11, 14
"""二号, 三号, smaller for tables, 四号: in points."""
LINE_PITCH, TABLE_PITCH = 28, 18
"""Points from one line to the next, in the body and in tables."""
_CHARACTERS, _LINES = 28, 22
_TEXT_HEIGHT = 225
_ROW_WIDTH = 52
"""Half-width characters of the body's type on a line that begins two characters in."""
_GAP = 2
"""Half-width characters between two names."""
_POINTS = 72 / 25.4
"""In a millimetre."""
_FONT_NAMES = (
    (TITLE_FONT, "FZXiaoBiaoSong-B05S,方正小标宋_GBK,宋体,SimSun"),
    (BODY_FONT, "仿宋,FangSong,STFangsong"),
    (SUB_FONT, "楷体,KaiTi,STKaiti"),
)
"""Fonts that not every machine has, with what stands for them."""


class OfficialLook:
    """The measures of official documents, GB/T 9704-2012."""

    text_width: float = 156
    cell_styles = "表格表头", "表格文字"
    """Styles of their own, so that whoever wants a table otherwise changes it in one place."""

    def __init__(self, pages: Pages) -> None:
        self.document = blank_document(pages.title, pages.tag)
        self._begins_page = False
        self._set_styles()
        _name_fonts(self.document)
        section = self.document.sections[0]
        self._set_page(section)
        self.document.settings.odd_and_even_pages_header_footer = True
        _set_foot(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
        _set_foot(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)

    def begin_chapter(self, chapter: PageChapter, place: int) -> None:  # noqa: ARG002 pages are numbered through
        """Begin a chapter, on a page of its own."""
        self._begins_page = place > 0

    def break_page(self) -> None:
        """Begin a page with what stands there next."""
        self._begins_page = True

    def add_head(self, head: PageHead) -> None:
        """Add a title with what stands above and below it."""
        lines = [self._add_centred(head.above, "Subtitle")] if head.above else []
        lines.append(self._add_centred(head.title, "Title"))
        lines += [self._add_centred(line, "Subtitle") for line in (head.part, *head.facts) if line]
        self._place(lines[0])
        lines[-1].paragraph_format.space_after = Pt(LINE_PITCH / 2)

    def add_heading(self, heading: Heading) -> None:
        """Add a heading."""
        style = "Title" if heading.level == 1 else f"Heading {heading.level - 1}"
        head = self.document.add_paragraph(safe(heading.text + heading.beside), style=style)
        if heading.level <= 2:
            self._place(head)

    def add_text(self, text: str, kind: str = "") -> None:  # noqa: ARG002 official documents have one kind
        """Add a paragraph, its first line indented by two characters."""
        self.document.add_paragraph(safe(text)).paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)

    def add_short_texts(self, texts: tuple[str, ...]) -> None:
        """Add texts in as many columns as the longest leaves place for."""
        cells = [" ".join(safe(text).split()) for text in texts]
        each = max(map(width, cells)) + _GAP
        columns = max(1, (_ROW_WIDTH + _GAP) // each)
        lines = ["\t".join(cells[start : start + columns]) for start in range(0, len(cells), columns)]
        paragraph = self.document.add_paragraph("\n".join(lines))
        paragraph.paragraph_format.left_indent = Pt(2 * BODY_SIZE)
        for place in range(1, columns):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(2 * BODY_SIZE + place * each * BODY_SIZE / 2))

    def _place(self, paragraph: Paragraph) -> None:
        paragraph.paragraph_format.page_break_before = self._begins_page
        self._begins_page = False

    def _add_centred(self, text: str, style: str) -> Paragraph:
        paragraph = self.document.add_paragraph(safe(text), style=style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _set_styles(self) -> None:
        styles = self.document.styles
        for name, font, size in (
            ("Normal", BODY_FONT, BODY_SIZE),
            ("Title", TITLE_FONT, TITLE_SIZE),
            ("Subtitle", SUB_FONT, BODY_SIZE),
            ("Heading 1", HEAD_FONT, BODY_SIZE),
            ("Heading 2", SUB_FONT, BODY_SIZE),
        ):
            _set_upright(styles[name], font, size)
            _set_lines(styles[name], LINE_PITCH if name != "Title" else LINE_PITCH + 4)
        for name in ("Heading 1", "Heading 2"):
            styles[name].paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
        head, body = self.cell_styles
        for name, font in ((body, BODY_FONT), (head, HEAD_FONT)):
            _set_upright(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), font, TABLE_SIZE)
            styles[name].base_style = styles["Normal"]
            _set_lines(styles[name], TABLE_PITCH)
        for spacing in styles["Subtitle"].element.xpath(".//w:rPr/w:spacing"):
            spacing.getparent().remove(spacing)

    def _set_page(self, section: Section) -> None:
        set_page(section, top=37, bottom=35, left=28, right=26)
        # The number stands 7 mm below the text, and is 5 mm high.
        section.footer_distance = Mm(35 - 7 - 5)
        grid = OxmlElement("w:docGrid")
        pitch = round(_TEXT_HEIGHT * _POINTS / _LINES * 20)
        space = round((self.text_width * _POINTS / _CHARACTERS - BODY_SIZE) * 4096)
        for name, value in (("type", "linesAndChars"), ("linePitch", pitch), ("charSpace", space)):
            grid.set(qn(f"w:{name}"), str(value))
        put(section._sectPr, "w:docGrid", grid)


WordLook: TypeAlias = "PaperLook | OfficialLook"


def _set_upright(style: BaseStyle, name: str, size: float) -> None:
    """Set a style's font, neither bold nor slanting: fonts part the heads here."""
    set_font(style, name, size)
    font = style.font  # type: ignore[attr-defined]  # paragraph styles have one
    font.bold = font.italic = False


def _set_lines(style: BaseStyle, pitch: int) -> None:
    lines = style.paragraph_format  # type: ignore[attr-defined]  # paragraph styles have one
    lines.space_before = lines.space_after = Pt(0)
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)


def _name_fonts(document: WordDocument) -> None:
    """Name in the font table what stands for fonts that are not there."""
    package = document.part.package
    parts = package.iter_parts() if package else ()
    table = next(part for part in parts if part.partname == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _FONT_NAMES
    )
    table._blob = table.blob.replace(b"</w:fonts>", entries.encode() + b"</w:fonts>")


def _set_foot(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """Put the page's number between dashes at the outer side, one character from the edge."""
    footer.is_linked_to_previous = False
    foot = footer.paragraphs[0]
    foot.alignment = side
    foot.paragraph_format.left_indent = foot.paragraph_format.right_indent = Pt(FOOT_SIZE)
    foot.paragraph_format.tab_stops.clear_all()
    _set_upright(foot.style, "宋体", FOOT_SIZE)
    foot.add_run("— ")
    add_number(foot, "PAGE")
    foot.add_run(" —")
