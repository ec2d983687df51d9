"""The lines of a 试题 text as they are read: decoded, cleaned, each with the copy that is matched."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quizapp.domain.text import clean
from quizapp.reading.exchange.source_question import Reason, SourceRemark
from quizapp.reading.files import source_text

# The Kangxi block decomposes by itself; of the supplement Unicode says nothing but in EquivalentUnifiedIdeograph.txt.
_SUPPLEMENT = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 "
    "⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 "
    "⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 "
    "⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 "
    "⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 "
    "⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
)
_CHARACTERS = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{pair[0]: pair[1] for pair in _SUPPLEMENT.split()},
}
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def without_radicals(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with each radical replaced by the character it looks like, and the radicals that were."""
    found = tuple(dict.fromkeys(sign for sign in _RADICAL.findall(text) if sign in _CHARACTERS))
    return (_RADICAL.sub(lambda one: _CHARACTERS.get(one[0], one[0]), text), found) if found else (text, ())


def meant(radical: str) -> str:
    """Return the character that a radical looks like; itself for what is none."""
    return _CHARACTERS.get(radical, radical)


# Form feeds, Word's line breaks and Unicode's separators end a line, as people see it.
_BREAKS = {ord(sign): "\n" for sign in "\r\x0b\x0c\x85\u2028\u2029"}


def text_of(data: bytes, name: str, encoding: str) -> tuple[str, list[SourceRemark]]:
    """Return a file's text, its lines parted by newlines. Raises Refused, or Faulty where its bytes are no text."""
    decoded = source_text(data, name, encoding)
    remarks = [SourceRemark(fault.line, Reason(fault.code, fault.values)) for fault in decoded.warnings]
    text = decoded.text.replace("\r\n", "\n")
    is_broken = any(chr(code) in text for code in _BREAKS)
    return text.translate(_BREAKS) if is_broken else text, remarks


# Characters whose NFKC is one character, and that nothing is done about: nearly all there are. Lines with others are
# looked at one by one.
_ODD = re.compile(
    "[^\n\t\x20-\x7e\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e“”‘’—·√×✓✔✗✘■□○●◆▲△→←↑↓°]",
)
_HALF = {"\u3000": " ", **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
_PICTURE = re.compile(
    r"!\[[^\]\n]{0,200}\]\(|<img\b|https?://[^\s)）]{1,400}\.(?:png|jpe?g|gif|bmp|webp)\b"
    r"|(?m:^)[ \t]*(?:图片|附图|配图)\s?[:：][ \t]*\S",
    re.IGNORECASE,
)
"""A picture that stands as its address: what it shows is not in the text."""
_PICTURE_SIGNS = ("图片", "附图", "配图", "http", "![", "<img")
_BLANKS = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff]")
_BULLET = re.compile(r"(?<!\S)[\ue000-\uf8ff]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BOLD = re.compile(r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


class TextLine(NamedTuple):
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
    is_heading: bool = False
    """Whether Word has it as one."""
    stressed: tuple[tuple[int, int], ...] = ()
    """Parts of the text that are red, bold, underlined or highlighted, as answers are in Word."""

    def at(self, place: int) -> int:
        """Return the place in the text for one in the copy."""
        return place if self.where is None else self.where[place]

    def behind(self, place: int) -> str:
        """Return the text from a place of the copy on."""
        return self.text[place if self.where is None else self.where[place] :]


def lines_of(text: str, is_markdown: bool = False) -> tuple[list[TextLine], list[SourceRemark]]:
    """Return a text's lines that are not blank, and what is told of them."""
    odd = _lines_with(_ODD, text)
    pictures = _lines_with(_PICTURE, text) if any(sign in text for sign in _PICTURE_SIGNS) else set()
    copies = _half_width(text).split("\n")
    lines: list[TextLine] = []
    remarks: list[SourceRemark] = []
    for number, source in enumerate(text.split("\n"), 1):
        if number in odd or is_markdown:
            line = line_of(number, source, remarks, is_markdown)
            if line.text or source.strip():
                lines.append(line)
        elif kept := source.strip():
            lines.append(TextLine(number, source, kept, copies[number - 1].strip()))
    if pictures:
        lines = [_with_picture(line) if line.number in pictures else line for line in lines]
    return lines, remarks


def _with_picture(line: TextLine) -> TextLine:
    return line._replace(doubts=(*line.doubts, Reason("import-picture", {"line": str(line.number)})))


def line_of(number: int, source: str, remarks: list[SourceRemark], is_markdown: bool = False) -> TextLine:
    """Return one line, cleaned; what was replaced in it is told."""
    if not is_markdown and _ODD.search(source) is None:
        text = source.strip()
        return TextLine(number, source, text, unicodedata.normalize("NFKC", text))
    source = clean(source)
    text = _BULLET.sub("", _UNSEEN.sub("", _BLANKS.sub(" ", source)))
    text, unknown = _PRIVATE.subn("", text)
    text, radicals = without_radicals(text)
    if is_markdown:
        text = _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", text))
        text, spans = _untagged(_QUOTED.sub("", text))
    else:
        spans = ()
    blank = len(text) - len(text.lstrip())
    text = text.strip()
    if radicals:
        pairs = "、".join(f"{radical} → {meant(radical)}" for radical in radicals)
        remarks.append(SourceRemark(number, Reason("import-radicals", {"replaced": pairs})))
    doubts = (Reason("import-private-use"),) if unknown else ()
    copy, where = _copied(text)
    stressed = tuple((max(0, start - blank), min(len(text), end - blank)) for start, end in spans)
    return TextLine(number, source, text, copy, where, doubts, stressed=stressed)


_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_TAGGED = re.compile(
    r"<(font|span|mark|u|b|strong|em|i|p|div)\b[^<>]{0,200}>|</(?:font|span|mark|u|b|strong|em|i|p|div)>|<br\s?/?>"
)


def _untagged(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a line of Markdown without the tags of HTML that only say how it looks, and what stands out by them."""
    if "<" not in text:
        return text, ()
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    start: int | None = None
    place = length = 0
    for tag in _TAGGED.finditer(text):
        pieces.append(text[place : tag.start()])
        length += tag.start() - place
        place = tag.end()
        if tag[1] in ("p", "div") or tag[0].startswith("<br"):
            continue
        if tag[1]:
            start = length
        elif start is not None:
            spans.append((start, length))
            start = None
    pieces.append(text[place:])
    return "".join(pieces), tuple(spans)


def _half_width(text: str) -> str:
    """Return the NFKC of a text's lines that are not odd: of their signs it changes the full-width ones alone."""
    for sign, half in _HALF.items():
        if sign in text:
            text = text.replace(sign, half)
    return text


def _lines_with(sign: re.Pattern[str], text: str) -> set[int]:
    """Return the numbers of the lines in which a sign stands."""
    numbers: set[int] = set()
    number, last = 1, 0
    for found in sign.finditer(text):
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
