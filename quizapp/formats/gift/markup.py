"""GIFT's own signs, and the text formats of Moodle to plain text; what plain text cannot say is doubted."""

from __future__ import annotations

import re
from html import unescape
from typing import Literal, NamedTuple

from quizapp.domain.text import clean
from quizapp.reading.exchange.source_question import Reason

_SIGNS = "~=#{}:"

# Lone surrogates are in no text that was cleaned: each stands for a sign that means itself.
_HIDDEN = {sign: chr(0xD800 + place) for place, sign in enumerate((*_SIGNS, "n"))}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", **{sign: f"\\{sign}" for sign in _SIGNS}})


def hidden(text: str) -> str:
    """Return a cleaned text with its escapes hidden, so that every sign that is left has GIFT's meaning."""
    return _ESCAPE.sub(_stand_in, text) if "\\" in text else text


def shown(text: str) -> str:
    """Return a text with what was hidden as it is meant, without blanks around it."""
    return text.translate(_SHOWN).strip()


def escaped(text: str) -> str:
    """Return a text on one line, so that none of its signs has a meaning in GIFT."""
    return text.translate(_ESCAPED)


def _stand_in(found: re.Match[str]) -> str:
    return _HIDDEN.get(found[1], "\\")


Form = Literal["moodle", "html", "markdown", "plain"]

_FORMS: dict[str, Form] = {"moodle": "moodle", "html": "html", "markdown": "markdown", "plain": "plain"}
_MARKER = re.compile(r"\[(moodle|html|markdown|plain)\]")
# Without one of these a text has neither tag, entity, formula nor file: nearly all have none.
_MEANT = re.compile(r"[<&$\\@]")
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_BREAK = re.compile(r"</?(?:p|br)\b[^<>]*>", re.I)
_SIMPLE = re.compile(r"<(/?)(p|br|b|i|strong|em)((?:\s[^<>]*)?)/?>", re.I)
_ATTRIBUTES = re.compile(r"(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=]+))?)*\s*/?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*|!)")
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s<>]+)", re.I)
_PLACED = re.compile(r"@@PLUGINFILE@@/?([^\"'\s<>]*)")
_FORMULA = re.compile(r"\$\$[^$]+\$\$|\\\([^\n]{1,200}?\\\)|\\\[[^\n]{1,200}?\\\]")
_MARKDOWN = re.compile(r"\*|`|(?<!_)__?(?!_)|^\s{0,3}(?:#{1,6}|>|[-+]|\d+\.)\s|\]\(", re.M)
_OF_TAGS = ("import-gift-html", "import-gift-picture")
_MOST_NAMED = 5
_LONGEST_NAMED = 60


class PlainText(NamedTuple):
    """A text as a native one, and what is doubted about it."""

    text: str
    doubts: tuple[Reason, ...] = ()


_EMPTY = PlainText("")


def marked(text: str, inherited: Form = "moodle") -> tuple[Form, str]:
    """Return the format that a text names at its beginning, or else the inherited one, and the text behind."""
    text = text.strip()
    found = _MARKER.match(text)
    return (_FORMS[found[1]], text[found.end() :]) if found else (inherited, text)


def plain_text(text: str, inherited: Form = "moodle") -> PlainText:
    """Return a text taken from GIFT, its signs still hidden, as plain text."""
    if not text:
        return _EMPTY
    form, rest = marked(text, inherited)
    return plain(shown(rest), form)


def plain(text: str, form: Form) -> PlainText:
    """Return a text in some format as plain text."""
    if form == "plain" or (form == "moodle" and not _MEANT.search(text)):
        return PlainText(text)
    doubts = _doubts(text)
    if form == "markdown" and _MARKDOWN.search(text):
        doubts.append(Reason("import-gift-markdown"))
    is_html = form == "html"
    # Where a tag is doubted all of them stay: the author sees what was meant.
    has_doubted = any(each.code in _OF_TAGS for each in doubts)
    if not has_doubted and (is_html or _TAG.search(text)):
        text = _without_tags(" ".join(text.split()) if is_html else text)
    if "&" in text:
        text = clean(_ENTITY.sub(lambda found: unescape(found[0]).replace("\xa0", " "), text))
    return PlainText(text.strip(), tuple(doubts))


def _without_tags(text: str) -> str:
    lines = _SIMPLE.sub("", _BREAK.sub("\n", text)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _doubts(text: str) -> list[Reason]:
    doubts: list[Reason] = []
    tags = _TAG.findall(text) if "<" in text else []
    pictures = [_source(tag) for tag in tags if tag.lower().startswith("<img")]
    placed = [found or "@@PLUGINFILE@@" for found in _PLACED.findall(text)]
    names = [name for name in dict.fromkeys((*pictures, *placed)) if name]
    if names or pictures:
        doubts.append(Reason("import-gift-picture", {"name": _listed(names) or "img"}))
    if strange := _strange(tags):
        doubts.append(Reason("import-gift-html", {"tags": _listed(strange)}))
    if found := _FORMULA.search(text):
        doubts.append(Reason("import-gift-formula", {"text": found[0][:_LONGEST_NAMED]}))
    return doubts


def _source(tag: str) -> str:
    found = _SOURCE.search(tag)
    return found[1].removeprefix("@@PLUGINFILE@@").lstrip("/") if found else ""


def _strange(tags: list[str]) -> list[str]:
    """Return the names of tags that say more than where a line ends and what is bold or slanted."""
    strange: list[str] = []
    open_: dict[str, int] = {}
    for tag in tags:
        found = _SIMPLE.fullmatch(tag)
        name = _NAME.match(tag)
        if tag.lower().startswith("<img"):
            continue
        if found is None or not _ATTRIBUTES.fullmatch(found[3]):
            strange.append(name[1].lower() if name else tag)
        elif found[2].lower() not in ("p", "br"):
            word = found[2].lower()
            open_[word] = open_.get(word, 0) + (-1 if found[1] else 1)
    # “a<b>c” has a tag that is never closed, and is none.
    strange += [word for word, count in open_.items() if count]
    return list(dict.fromkeys(strange))


def _listed(names: list[str]) -> str:
    return "、".join(name[:_LONGEST_NAMED] for name in names[:_MOST_NAMED])
