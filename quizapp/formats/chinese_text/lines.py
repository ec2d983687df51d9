"""The lines of a text as they are read: cleaned, each with the copy that is matched."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quizapp.domain.text import clean
from quizapp.reading.radicals import meant, without_radicals
from quizapp.reading.source_question import Reason, Remark

# Characters whose NFKC is one character, and that nothing is done about: nearly all there are. Lines with others are
# looked at one by one.
_ODD = re.compile(
    "[^\n\t\x20-\x7e\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e“”‘’—·√×✓✔✗✘■□○●◆▲△→←↑↓°]",
)
_HALF = {"\u3000": " ", **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
_BLANKS = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff]")
_BULLET = re.compile(r"(?<!\S)[\ue000-\uf8ff]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BOLD = re.compile(r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


class Line(NamedTuple):
    """One line that is not blank."""

    number: int
    source: str
    """As it stands, but for what would harm a terminal."""
    text: str
    """Cleaned, without the blanks around it."""
    copy: str
    """`text` in NFKC, to be matched."""
    where: tuple[int, ...] | None = None
    """For each place in the copy the one in the text; None where they are the same."""
    doubts: tuple[Reason, ...] = ()
    """What its reader doubts of it: a picture in it, a formula."""
    stressed: tuple[tuple[int, int], ...] = ()
    """Parts of the text that are red, bold, underlined or highlighted, as answers are in Word."""

    def at(self, place: int) -> int:
        """Return the place in the text for one in the copy."""
        return place if self.where is None else self.where[place]

    def behind(self, place: int) -> str:
        """Return the text from a place of the copy on."""
        return self.text[place if self.where is None else self.where[place] :]


def lines_of(text: str, is_markdown: bool = False) -> tuple[list[Line], list[Remark]]:
    """Return a text's lines that are not blank, and what is told of them."""
    odd = _odd_lines(text)
    copies = _half_width(text).split("\n")
    lines: list[Line] = []
    remarks: list[Remark] = []
    for number, source in enumerate(text.split("\n"), 1):
        if number in odd or is_markdown:
            line = line_of(number, source, remarks, is_markdown)
            if line.text:
                lines.append(line)
        elif kept := source.strip():
            lines.append(Line(number, source, kept, copies[number - 1].strip()))
    return lines, remarks


def line_of(number: int, source: str, remarks: list[Remark], is_markdown: bool = False) -> Line:
    """Return one line, cleaned; what was replaced in it is told."""
    if not is_markdown and _ODD.search(source) is None:
        text = source.strip()
        return Line(number, source, text, unicodedata.normalize("NFKC", text))
    source = clean(source)
    text = _BULLET.sub("", _UNSEEN.sub("", _BLANKS.sub(" ", source)))
    text, unknown = _PRIVATE.subn("", text)
    text, radicals = without_radicals(text)
    if is_markdown:
        text = _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", text))
    text = text.strip()
    if radicals:
        pairs = "、".join(f"{radical} → {meant(radical)}" for radical in radicals)
        remarks.append(Remark(number, Reason("import-radicals", {"replaced": pairs})))
    doubts = (Reason("import-private-use"),) if unknown else ()
    copy, where = _copied(text)
    return Line(number, source, text, copy, where, doubts)


def _half_width(text: str) -> str:
    """Return the NFKC of a text's lines that are not odd: of their signs it changes the full-width ones alone."""
    for sign, half in _HALF.items():
        if sign in text:
            text = text.replace(sign, half)
    return text


def _odd_lines(text: str) -> set[int]:
    """Return the numbers of the lines with a character that is looked at."""
    numbers: set[int] = set()
    number, last = 1, 0
    for found in _ODD.finditer(text):
        number += text.count("\n", last, found.start())
        last = found.start()
        numbers.add(number)
    return numbers


def _copied(text: str) -> tuple[str, tuple[int, ...] | None]:
    pieces = [sign if sign.isascii() else unicodedata.normalize("NFKC", sign) for sign in text]
    copy = "".join(pieces)
    if all(len(piece) == 1 for piece in pieces):
        return copy, None
    return copy, (*(place for place, piece in enumerate(pieces) for _ in piece), len(text))
