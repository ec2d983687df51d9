"""A question's key: from its label, from its stem, or from what stands out in its options."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.question_fields import BLANK, blanked, letters_of, truth_word, type_of
from quizapp.reading.exchange.source_question import Reason

_TAG = re.compile(
    r"[_*]{0,3}[(\[【（［]\s?(?P<word>[^\s,，、;；:：()\[\]【】（）［］]{2,8})"
    r"(?:\s?[,，、;；:：\s]\s?(?P<marks>\d{1,4}(?:[.．]\d{1,4})?)\s?分)?\s?[)\]】）］][_*]{0,3}[:：]?\s*"
)
_MARKS_IN_FRONT = re.compile(r"[(（\[【]\s?(?:本[小]?题)?(?:共|满分)?\s?(\d{1,4}(?:\.\d{1,4})?)\s?分\s?[)）\]】]\s*")
_MARKS_AT_END = re.compile(r"[(（\[【]\s?(?:本[小]?题)?(?:共|满分)?\s?(\d{1,4}(?:\.\d{1,4})?)\s?分\s?[)）\]】]$")
_LINE = re.compile(
    r"_{2,}\s*([^_\n\s，。、；,;：:！？][^_\n]{0,60}?)\s*_+|_+([^_\n\s，。、；,;：:！？][^_\n]{0,60}?)\s*_{2,}"
)
_BRACKETS = re.compile(r"[(（]([^()（）]{0,200})[)）]")
_LETTERS = re.compile(r"[(（]\s*([A-Za-zＡ-Ｚａ-ｚ](?:[\s、,，;；/]?[A-Za-zＡ-Ｚａ-ｚ]){0,9})\s*[)）]")
_PARTS = re.compile("[、,;/]")
_EMPTY = "（  ）"
_NUMBER_BEHIND = re.compile(r"\d{1,4}\s?[.．、](?!\d)\s*")
"""A number behind the tag, [单选]1.甲, where it stands in front."""
_JOINS = re.compile("(?:和|与|及|或|以及)$")
"""How a text ends that stands between two blanks, ___类和___类, and is no answer."""
_OPENING = frozenset("([【（［_*")


class TaggedStem(NamedTuple):
    """A stem without what is written in front and behind of it."""

    stem: str
    type: str = ""
    """As written; "" where none is."""
    marks: str = ""


class AnsweredStem(NamedTuple):
    """A stem with its answer taken out, and the answer; more than one that may be it."""

    stem: str
    key: str = ""
    is_unclear: bool = False


def tagged(stem: str) -> TaggedStem:
    """Return a stem with its tag and its marks taken off."""
    kind = marks = ""
    if stem and stem[0] in _OPENING:
        found = _TAG.match(stem)
        # Platforms that are pasted twice have it twice.
        while found is not None and type_of(found["word"]) is not None and not found["word"].isdigit():
            kind, marks = kind or found["word"], marks or found["marks"] or ""
            stem = stem[found.end() :].rstrip("_*") if stem[0] in "_*" else stem[found.end() :]
            stem = stem[number.end() :] if (number := _NUMBER_BEHIND.match(stem)) is not None else stem
            found = _TAG.match(stem) if stem else None
        if (front := _MARKS_IN_FRONT.match(stem)) is not None:
            marks = marks or front[1]
            stem = stem[front.end() :]
    if (
        stem.endswith(("分）", "分)", "分】", "分]"))
        and (end := _MARKS_AT_END.search(stem, max(0, len(stem) - 24))) is not None
    ):
        marks = marks or end[1]
        stem = stem[: end.start()].rstrip()
    return TaggedStem(stem, kind, marks.replace("．", "."))


def answered_letters(stem: str, letters: str) -> AnsweredStem:
    """Return the answer of a choice in its stem: brackets with nothing but letters of its options."""
    found = [one for one in _LETTERS.finditer(stem) if _may_be_key(stem, one, letters)]
    if len(found) != 1:
        return AnsweredStem(stem, is_unclear=bool(found))
    return AnsweredStem(_emptied(stem, found[0]), found[0][1])


def _may_be_key(stem: str, found: re.Match[str], letters: str) -> bool:
    """Return whether letters in brackets may be an answer: of the options, in their order, and no R(A,B) or dB(A)."""
    told = letters_of(found[1]) or "?"
    is_in_order = "".join(_PARTS.sub("", plain(found[1]))).upper() == told
    before = stem[found.start() - 1 : found.start()]
    return is_in_order and set(told) <= set(letters) and not (before.isascii() and before.isalnum())


def answered_truth(stem: str) -> AnsweredStem:
    """Return the answer of a clause to judge in its stem: brackets with a truth word."""
    found = [one for one in _BRACKETS.finditer(stem) if truth_word(one[1]) is not None]
    if len(found) != 1:
        return AnsweredStem(stem, is_unclear=bool(found))
    return AnsweredStem(_emptied(stem, found[0]), found[0][1].strip())


_NAMED = re.compile(
    r"[(（]\s*(?P<boxed>[A-Z])\s?[.．、:：]\s*[^()（）]{1,80}(?:[(（][^()（）]{0,40}[)）][^()（）]{0,40})?[)）]"
    r"|[-—]\s?(?P<dashed>[A-Z](?:[,、]?[A-Z]){0,7})\s?[:：.、].{1,400}$",
    re.DOTALL,
)
_BEHIND = re.compile(r"(?<=[)）_。?？:：.\s])\s*(?P<key>[A-ZＡ-Ｚ](?:[,，、 ]?[A-ZＡ-Ｚ]){0,9})\s*[。.]?$")
_NO_ANSWER = re.compile(
    r"(?:试行|暂行|草案|修订版?|修正案?|节选|\d{4}\s?年.{0,8}|单位.{0,6}|见.{1,10})$"
    r"|选自|以下|以上|例如|比如|又称|简称|英文|注[:：]|即[:：]"
)
"""What stands in brackets in a stem and is mostly no answer."""


def is_no_answer(text: str) -> bool:
    """Return whether what stands in brackets says something of what is before it, as 试行 does."""
    return _NO_ANSWER.match(text) is not None


_LINED = re.compile(r"__[^_\n]{1,60}__")
_TICK = re.compile(r"^[√✓✔✅]\ufe0f?\s*|(?:[√✓✔✅]\ufe0f?|[(（\[【](?:正确答案|正确|答案|√|✓|✔|对)[)）\]】])$")


def named_option(stem: str) -> AnsweredStem:
    """Return the answer of a choice that stands in its stem with its text, （B. 乙） or -B:乙; the text goes."""
    found = [*_NAMED.finditer(stem)]
    if len(found) != 1:
        return AnsweredStem(stem, is_unclear=bool(found))
    one = found[0]
    if one["dashed"]:
        return AnsweredStem(stem[: one.start()].rstrip(), one["dashed"])
    return AnsweredStem(_emptied(stem, one), one["boxed"])


def _behind(stem: str, options: Mapping[str, str]) -> AnsweredStem:
    """Return the letters behind a stem, where they are of its options."""
    found = _BEHIND.search(stem, max(0, len(stem) - 24))
    letters = letters_of(found["key"]) if found is not None else None
    if found is None or not letters or not set(letters) <= set(options):
        return AnsweredStem(stem)
    return AnsweredStem(stem[: found.start()].rstrip(), letters)


_TRUTH_BEHIND = re.compile(
    r"(?:\s*[√×✓✗✔✘✅❌]|(?<=[)）。？?])\s*(?:正确|错误|对|错)|\s+(?:正确|错误|对|错)|[-—]\s?(?:正确|错误|对|错|√|×)\s?[:：]?)$"
)


def _truth_behind(stem: str) -> AnsweredStem:
    """Return the truth word behind a clause to judge."""
    found = _TRUTH_BEHIND.search(stem, max(0, len(stem) - 12))
    if found is None or not found.start():
        return AnsweredStem(stem)
    return AnsweredStem(stem[: found.start()].rstrip(), found[0].strip(" -—:："))


_REASON_IN_BRACKETS = re.compile(rf"{_EMPTY}[\s。.]*[(（](?P<reason>.{{1,300}})[)）][\s。.]*$")


def _without_reason(raw: RawQuestion, answered: AnsweredStem) -> str:
    """Return a stem without the reason in brackets behind its truth, （×）（应为乙）, which is its rationale."""
    found = _REASON_IN_BRACKETS.search(answered.stem) if answered.key else None
    if found is None:
        return answered.stem
    raw.labels.setdefault("rationale", [found["reason"].strip()])
    return answered.stem[: found.start()] + _EMPTY


_FRONT_BOX = re.compile(r"[\[【]\s*([A-H]{1,8}|对|错|正确|错误|√|×|✓|✗)\s*[\]】]\s*")


def boxed_key(stem: str) -> tuple[str, str]:
    """Return a stem without the key in a box before it, [单选][A]甲是, and that key; "" where there is none."""
    found = _FRONT_BOX.match(stem)
    return (stem, "") if found is None else (stem[found.end() :], found[1])


def ticked_letters(options: Mapping[str, str]) -> str:
    """Return the letters of options with a sign for right."""
    return "".join(letter for letter, text in options.items() if _TICK.search(text) is not None)


def without_ticks(options: Mapping[str, str]) -> dict[str, str]:
    """Return options without the signs that say which are right, where some have one and some have not."""
    ticked = ticked_letters(options)
    if not ticked or len(ticked) == len(options):
        return dict(options)
    return {letter: unticked(text) for letter, text in options.items()}


def unticked(text: str) -> str:
    """Return an option's text without its sign for right."""
    return _TICK.sub("", text).rstrip()


def answered_blanks(stem: str) -> tuple[str, list[str]]:
    """Return a stem with blanks for all that stands in brackets, and their texts; none where any of them is empty."""
    if "__" in stem:
        return _answered_lines(stem)
    found = [one[1].strip() for one in _BRACKETS.finditer(stem)]
    if not found or not all(found) or BLANK in stem:
        return stem, []
    return _BRACKETS.sub(BLANK, stem), found


def _answered_lines(stem: str) -> tuple[str, list[str]]:
    """Return the same for answers that stand on lines, ___甲___; none where a line is left over: 甲___，乙___。"""
    found = [one[1] or one[2] for one in _LINE.finditer(stem)]
    rest = _LINE.sub("\0", stem)
    is_between = any(_JOINS.search(text) for text in found)
    if (
        not found
        or is_between
        or "__" in rest
        or rest.endswith("\0")
        or any(sign in text for text in found for sign in "，。；")
    ):
        return stem, []
    return rest.replace("\0", BLANK), found


def spaced(stem: str) -> str:
    """Return a stem with each run of blanks as one; brackets to write in stay as wide as they are."""
    if not _RUN.search(stem):
        return stem
    return _FOLDED.sub(lambda one: one[0] if one[0][0] in "(（" else "\n" if "\n" in one[0] else one[0][0], stem)


_RUN = re.compile(r"\s\s")
_FOLDED = re.compile(r"[(（]\s*[)）]|\s{2,}")


def _emptied(stem: str, found: re.Match[str]) -> str:
    return stem[: found.start()] + _EMPTY + stem[found.end() :]


def is_same_key(one: str, two: str) -> bool:
    """Return whether two keys of a choice say the same letters."""
    return (letters_of(one) or one) == (letters_of(two) or two)


def plain(text: str) -> str:
    """Return a text as two are compared: NFKC, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


KeyAndDoubts: TypeAlias = "tuple[str, str | list[Value], list[Reason]]"
"""The stem without its answer, the key, or the texts of blanks, and what is doubted."""

_LETTERED = re.compile(r"([A-Za-z])\s?[.、:：．)]\s*(.*)", re.DOTALL)
_EACH = re.compile(r"[;；\n]")


def key_of(raw: RawQuestion, stem: str, kind: str, options: Mapping[str, str]) -> KeyAndDoubts:
    """Return a question's key, and its stem with the answer taken out where it stood there."""
    written = raw.label("key") if "key" in raw.labels else ""
    room = ITEM_TYPES[kind].ROOM if kind else ""
    if options and room in ("", "letter", "letters", "order"):
        return _chosen(raw, stem, written, options, kind)
    if written:
        return stem, written, []
    if not options and room in ("", "letter", "letters") and (named := named_option(stem)).key:
        return named.stem, named.key, []
    if room == "blanks" or (not room and _LINED.search(stem) is not None):
        asked = stem
        stem, texts = answered_blanks(stem)
        if any(map(is_no_answer, texts)) and "__" not in asked:
            return stem, [*texts], [Reason("import-brackets-unclear")]
        if not texts and raw.stressed_stem and BLANK not in blanked(stem):
            return _stressed_blanks(raw, stem)
        return stem, [*texts] if texts else "", []
    if room == "truth" and options:
        return _chosen(raw, stem, "", options, kind)
    if room == "truth" or (not kind and not options):
        answered = answered_truth(stem)
        if not answered.key and not answered.is_unclear:
            answered = _truth_behind(stem)
        doubts = [Reason("import-key-in-stem")] if answered.is_unclear and kind else []
        return _without_reason(raw, answered), answered.key, doubts
    return stem, "", []


def _chosen(raw: RawQuestion, stem: str, written: str, options: Mapping[str, str], kind: str) -> KeyAndDoubts:
    """Return the letters of options that are the key."""
    answered = answered_letters(stem, "".join(options))
    if written:
        stem = _without_right_text(stem, letters_of(written) or "", options)
        if (behind := _behind(stem, options)).key and is_same_key(behind.key, written):
            stem = behind.stem
        written = _letters_with_texts(written, options)
        if not answered.key or answered.is_unclear:
            return stem, written, []
        if is_same_key(answered.key, written):
            return answered.stem, written, []
        return stem, written, [Reason("import-key-twice", {"first": answered.key, "second": written})]
    if answered.key:
        return answered.stem, answered.key, []
    if answered.is_unclear:
        return stem, "", [Reason("import-key-in-stem")]
    if (behind := _behind(stem, options)).key:
        return behind.stem, behind.key, []
    if (named := named_option(stem)).key and set(named.key) <= set(options):
        return named.stem, named.key, []
    if (ticked := ticked_letters(options)) and len(ticked) < len(options):
        return stem, ticked, []
    if raw.stressed and (len(raw.stressed) < len(options) or kind == "multiple_choice"):
        return stem, raw.stressed, [Reason("import-key-by-look", {"key": raw.stressed})]
    return stem, "", []


def _without_right_text(stem: str, letters: str, options: Mapping[str, str]) -> str:
    """Return a stem with an empty bracket for the one that says the text of its right options."""
    if _FILLED.search(stem) is None:
        return stem  # nearly every stem
    for found in _NESTED.finditer(stem):
        texts = [_bare(options[letter]) for letter in letters if letter in options]
        before = stem[found.start() - 1 : found.start()]
        is_call = before.isascii() and (before.isalnum() or before == "_")
        if all(texts) and not is_call and _bare(found[1]) == "".join(texts):
            return _emptied(stem, found)
    return stem


_SIGNS = re.compile(r"[\W_]+")
_FILLED = re.compile(r"[(（]\s*[^\s()（）]")
_NESTED = re.compile(r"[(（]((?:[^()（）]|[(（][^()（）]{0,80}[)）]){1,200})[)）]")


def _bare(text: str) -> str:
    return _SIGNS.sub("", plain(text))


def answered_boxes(stem: str, key: str) -> tuple[str, str | list[Value]]:
    """Return a stem with blanks for the boxes that its key repeats, 【甲】和【乙】, and the texts of these."""
    texts = [text.strip() for text in _BOXES.findall(key)]
    if not texts or _BOXES.sub("", key).strip("、，,；; \n"):
        return stem, key
    if _folded(_BOXES.findall(stem)) == _folded(texts):
        return _BOXES.sub(BLANK, stem), [*texts]
    return stem, "；".join(texts)


_SPACES = re.compile(r"(?<=\S)[ \t\u3000\xa0]{3,}(?=\S)|^[ \t\u3000\xa0]{3,}|(?<=\S)\t{2,}")
_PAUSES = re.compile("[、；;]")


def blanks_by_count(stem: str, key: str, *, is_told: bool) -> tuple[str, str | list[Value]]:
    """Return a stem with blanks for its wide spaces, and the texts of a key that has one for each.

    Lines that Word had below spaces are lost in a text; that there are as many texts as spaces tells that they were.
    """
    parts = [part.strip() for part in _PAUSES.split(key)]
    if truth_word(key) is not None or letters_of(key) or not all(parts) or "/" in key:
        return stem, key
    asked = blanked(stem) if is_told else stem
    if blanks := asked.count(BLANK):
        # 甲、乙 for two blanks: what parts them otherwise is read as ever.
        is_each = blanks == len(parts) > 1 and "、" in key and "；" not in key
        return (asked, [*parts]) if is_each else (stem, key)
    if len(_SPACES.findall(stem)) != len(parts):
        return stem, key
    return _SPACES.sub(BLANK, stem), [*parts]


def _folded(texts: Sequence[str]) -> list[str]:
    return [plain(text).casefold() for text in texts]


_BOXES = re.compile(r"【([^【】\n]{1,80})】")


def _stressed_blanks(raw: RawQuestion, stem: str) -> KeyAndDoubts:
    """Return blanks for what is underlined in a stem: that is where the answers are."""
    texts: list[Value] = []
    for text in raw.stressed_stem:
        before, found, after = stem.partition(text)
        if found:
            stem = before + BLANK + after
            texts.append(text.strip())
    return stem, texts, [Reason("import-key-by-look", {"key": "；".join(map(str, texts))})]


def _letters_with_texts(written: str, options: Mapping[str, str]) -> str:
    """Return the letters of a key that repeats its options' texts, A:甲；B:乙; any other as it is."""
    if len(written) < 3 or letters_of(written) is not None:
        return written
    letters = ""
    for part in _EACH.split(written):
        if not part.strip():
            continue
        found = _LETTERED.fullmatch(part.strip())
        letter = found[1].upper() if found is not None else ""
        if found is None or letter not in options or plain(found[2]) != plain(options[letter]):
            return written
        letters += letter
    return letters or written
