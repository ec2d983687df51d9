"""Checks of an item's texts: punctuation, radicals, letters of options; and how every check reads and warns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.item import LETTERS, Item, Path


class QualityFinding(NamedTuple):
    """A warning's code, and where in the item it is due; a named tuple, as banks are large."""

    code: str
    path: Path = ()
    """Names of fields, and places from 0 in what they hold: ("options", 2); () is the item or the bank itself."""
    values: Mapping[str, object] = MappingProxyType({})
    """What the sentence names."""


class Wording(NamedTuple):
    """An item's texts, and all of them in one, so that a check finds at once that there is nothing to find."""

    texts: tuple[tuple[Path, str], ...]
    whole: str


def wording(item: Item) -> Wording:
    """Return an item's own texts; those of a case's items are theirs."""
    texts: list[tuple[Path, str]] = [((item.ASKS,), item.stem)]
    texts += zip(choice_paths(item), item.choices, strict=True)
    if item.rationale:
        texts.append((("rationale",), item.rationale))
    for place, (_, text) in enumerate(item.feedback):
        texts.append((("feedback", place), text))
    texts += [((item.LEFT, place), text) for place, text in enumerate(item.left_side)]
    texts += item.own_texts()
    return Wording(tuple(texts), "\n".join([text for _, text in texts]))


def choice_paths(item: Item) -> list[Path]:
    """Return where an author writes an item's choices, in their order."""
    lefts = len(item.left_side)
    if not lefts:
        return [("options", place) for place in range(len(item.choices))]
    return [("pairs", place) if place < lefts else ("distractors", place - lefts) for place in range(len(item.choices))]


PUNCTUATION_MIXED = "punctuation-mixed"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_NARROW = re.compile("[,;:?!()]")
# Behind a Chinese character they are Chinese, the blanks behind them being part of them there; before one, only those
# are that end neither a number (5!) nor a word in another tongue (OK? 9:30).
_SIGNS = re.compile(rf"(?<=[{_HAN}”’》）】])[,;:?!]+ *|(?<=[0-9A-Za-z%])[,;] *(?=[{_HAN}“《])")
_PAIR = re.compile(r"\(([^()（）\n]*)\)")
# A pair of two widths is wrong whatever it holds.
_HALF_OPEN = re.compile(r"\(([^()（）\n]*）)")
_HALF_CLOSED = re.compile(r"(（[^()（）\n]*)\)")
_CHINESE = re.compile(f"[{_HAN}]")
_FORMULA = re.compile("[0-9A-Za-z]")


def widened(text: str) -> str:
    """Return `text` with full-width punctuation where Chinese stands beside it: no numbers, formulas or addresses."""
    text = _HALF_CLOSED.sub(r"\1）", _HALF_OPEN.sub(r"（\1", text))
    text = _PAIR.sub(_pair, text)
    return _SIGNS.sub(lambda found: found[0].rstrip().translate(_WIDE), text)


def mixed_punctuation(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find the texts with half-width punctuation beside Chinese, each as it should be; keys are compared either way."""
    if not _NARROW.search(wording.whole):
        return ()
    found = []
    for path, text in wording.texts:
        if path[0] != "key" and (meant := widened(text)) != text:
            found.append(QualityFinding(PUNCTUATION_MIXED, path, {"corrected": " ".join(meant.splitlines())}))
    return found


def _pair(found: re.Match[str]) -> str:
    """Return a pair of brackets widened where it holds Chinese, or nothing, after Chinese; `IF(…)` is a formula's."""
    before = found.string[: found.start()].rstrip(" ")[-1:]
    if _FORMULA.match(before):
        return found[0]
    is_chinese = _CHINESE.search(found[1]) or ((found[1].isspace() or not found[1]) and _CHINESE.match(before))
    return found[0].translate({40: "（", 41: "）"}) if is_chinese else found[0]


LOOK_ALIKE = "radical-look-alike"

# Kangxi radicals, the supplement's, and the compatibility ideographs of other standards.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# Unicode folds the Kangxi radicals and hardly any of the supplement's, of which these look like whole characters.
_SUPPLEMENT = str.maketrans(
    dict(
        zip(
            "⺁⺅⺆⺉⺊⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺟⺠⺡⺢⺣⺦⺨⺫⺬⺭⺮⺯⺰⺲⺶⺹⺺⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
            "厂亻冂刂卜兀尣尢巳幺彑彐忄扌攵旡母民氵氺灬丬犭罒示礻竹糹纟罒羊耂肀聿月臼艹虎衤覀西见角讠贝车辶阝钅長镸长门阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
            strict=True,
        )
    )
)


def without_radicals(text: str) -> str:
    """Return `text` with the characters that its look-alikes stand for."""
    return _LOOK_ALIKE.sub(lambda found: _meant(found[0]), text)


def look_alikes(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find the texts that have look-alikes in them, each with what was meant."""
    if not _LOOK_ALIKE.search(wording.whole):
        return ()
    found = []
    for path, text in wording.texts:
        meant = without_radicals(text)
        if meant != text:
            wrong = sorted({sign for sign in _LOOK_ALIKE.findall(text) if _meant(sign) != sign})
            pairs = "、".join(f"{sign}（{_meant(sign)}）" for sign in wrong)
            found.append(QualityFinding(LOOK_ALIKE, path, {"pairs": pairs, "corrected": " ".join(meant.splitlines())}))
    return found


def _meant(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign.translate(_SUPPLEMENT))


LETTER_NAMED = "letter-named"

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


def letters_named(item: Item, wording: Wording) -> Iterable[QualityFinding]:
    """Find the texts of an item with choices that name one by its letter, where they may be shuffled."""
    if not item.choices or (item.keep_order and not item.ALWAYS_SHUFFLED) or not _CAPITAL.search(wording.whole):
        return ()
    known = LETTERS[: len(item.choices)]
    found = []
    for path, text in wording.texts:
        if _CAPITAL.search(text) and (letters := _named_in(text, path[0] == "options", known)):
            found.append(QualityFinding(LETTER_NAMED, path, {"letter": letters}))
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
