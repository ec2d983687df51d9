"""Texts that name an option by its letter (故选B, A项, A和C), which shuffling gives to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "letter-named"

_CAPITAL = re.compile("[A-ZＡ-Ｚ]")
_ALONE = "(?<![A-Za-z0-9])"
_SEVERAL = r"[A-Z](?:\s*[、,/和与及或]?\s*[A-Z])*"
_END = r"(?=$|[\s,.。;、:)!?”])"
# A letter is an option's where it is chosen or judged: 选A市作试点, A项目, A4纸 and B超 name other things.
_NAMED = re.compile(
    rf"选项\s*“?({_SEVERAL})(?![A-Za-z0-9])"
    rf"|(?:选择|选|答案(?:应?[是为])?|正确(?:答案|选项)[是为])\s*[“:]?\s*({_SEVERAL})(?:{_END}|项(?!目))"
    rf"|{_ALONE}({_SEVERAL})\s*(?:[两二三四五]?项(?!目)|选项|[都均也]?(?:不?对|错){_END}"
    rf"|[都均也]?不?(?:正确|错误)|[是为](?:正确|错误|对的|错的|干扰项))"
)
# A whole option: 仅A和C, A、B都对.
_COMBINED = re.compile(
    r"(?:仅有?|只有?)?\s*([A-Z](?:\s*[、,/和与及+]\s*[A-Z])+)\s*(?:[都均]?(?:对|是|正确|不对|错))?[。.]?"
)


def letters_named(item: Item, wording: Wording) -> Iterable[Finding]:
    """Find the texts of an item with choices that name one by its letter, where they may be shuffled."""
    if not item.choices or (item.keep_order and not item.ALWAYS_SHUFFLED) or not _CAPITAL.search(wording.whole):
        return ()
    known = LETTERS[: len(item.choices)]
    found = []
    for path, text in wording.texts:
        if _CAPITAL.search(text) and (letters := _named_in(text, path[0] == "options", known)):
            found.append(Finding(CODE, path, {"letter": letters}))
    return found


def _named_in(text: str, is_option: bool, known: str) -> str:
    """Return the letters that a text has for options; "" where it has none."""
    normal = unicodedata.normalize("NFKC", text)
    whole = _COMBINED.fullmatch(normal.strip()) if is_option else None
    for match in (whole, *_NAMED.finditer(normal)):
        group = next(filter(None, match.groups()), "") if match else ""
        letters = "".join(_CAPITAL.findall(group))
        if letters and set(letters) <= set(known):
            return letters
    return ""
