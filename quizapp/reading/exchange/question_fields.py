"""What people write for a type, a difficulty, a truth, letters and blanks; and a question's cells as native fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from quizapp.domain.item import Item, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.true_false import truth_of
from quizapp.reading.exchange.source_question import Reason

BLANK = "___"

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **{word: kind.TYPE for kind in ITEM_TYPES.values() for word in (kind.TYPE, *kind.NAMES)},
        **dict.fromkeys(("单选择题", "单项选择", "单选择"), "single_choice"),
        **dict.fromkeys(("多项选择", "多选择题", "不定项选择"), "multiple_choice"),
        **dict.fromkeys(("是非", "是非题", "判断正误", "判断正误题"), "true_false"),
        **dict.fromkeys(("问答", "问答题", "简述", "简述题", "论述题", "名词解释", "辨析", "辨析题"), "essay"),
        **dict.fromkeys(("single", "singlechoice", "radio", "单项"), "single_choice"),
        **dict.fromkeys(("multiple", "multi", "multiplechoice", "checkbox", "多项"), "multiple_choice"),
        **dict.fromkeys(("judge", "judgement", "judgment", "truefalse", "true/false", "tf"), "true_false"),
        **dict.fromkeys(("blank", "fill", "fillblank", "fillintheblank", "completion"), "fill_blank"),
        **dict.fromkeys(("shortanswer", "subjective"), "essay"),
        **dict(zip("12345", ("single_choice", "multiple_choice", "true_false", "fill_blank", "essay"), strict=True)),
    }
)
_DIFFICULTIES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("easy", "易", "容易", "较易", "简单", "较简单", "初级", "低", "基础", "1", "2"), "easy"),
        **dict.fromkeys(("medium", "中", "一般", "中等", "适中", "普通", "中级", "normal", "3"), "medium"),
        **dict.fromkeys(("hard", "难", "较难", "困难", "较困难", "高级", "高", "difficult", "4", "5"), "hard"),
    }
)
_STATUSES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("ready", "启用", "正常"), "ready"),
        **dict.fromkeys(("draft", "草稿"), "draft"),
        **dict.fromkeys(("retired", "停用", "禁用"), "retired"),
    }
)
_YES_OR_NO: Mapping[str, str] = MappingProxyType({"y": "对", "yes": "对", "n": "错", "no": "错"})
_PARTING = re.compile(r"[\s,、;/|.。]+")
_EMPTY_BRACKETS = re.compile(r"[（(][\s\u3000_＿]*[）)]")
_WIDE_LINE = re.compile("＿{2,}")
_IN_BRACKETS = re.compile(r"(?:\s*[（(][^（()）]*[）)])+\s*")
_ONE_IN_BRACKETS = re.compile(r"[（(]([^（()）]*)[）)]")
_BLANKS_PART = re.compile(r"[；;|｜]")
_ALTERNATIVE = re.compile("[/／]")
_WITHIN_WORD = re.compile(
    r"(?<![A-Za-z\d])[A-Za-z]{1,4}/[A-Za-z]{1,4}(?![A-Za-z])"
    r"|[A-Za-z\d:.]/\d{1,3}(?!\d)|\d/[A-Za-z]|(?:^|[{(\"'=;；])/|/$"
)
"""I/O, km/h, 10.0.0.0/8: a stroke that parts no answers, or one that does."""
_FRACTION = re.compile(r"\s*\d+\s*[/／]\s*\d+\s*")


def plain_word(text: str) -> str:
    """Return a word as it is looked up: NFKC, lower case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def type_of(word: str) -> str | None:
    """Return the question type that a word or a number says; None for any other."""
    return _looked_up(word)


@lru_cache(maxsize=256)
def _looked_up(word: str) -> str | None:
    """Return a type by its word: a sheet of many thousand rows has but a few."""
    return _TYPES.get(plain_word(word).strip("[]【】()"))


def difficulty_of(word: str) -> str | None:
    """Return the difficulty that a word or a number says; None for any other."""
    return _DIFFICULTIES.get(plain_word(word))


def status_of(word: str) -> str | None:
    """Return the status that a word says; None for any other."""
    return _STATUSES.get(plain_word(word))


def truth_word(text: str) -> str | None:
    """Return 对 or 错 for any word for them; None for what is none."""
    word = plain_word(text)
    truth = True if word.rstrip("\ufe0e\ufe0f") == "✅" else truth_of(text)
    return None if truth is None else "对" if truth else "错"


def option_truth(text: str) -> str | None:
    """Return the same for the text of an option, where yes and no are words too."""
    return truth_word(text) or _YES_OR_NO.get(plain_word(text))


def letters_of(text: str) -> str | None:
    """Return a key's letters in order, however they are parted; None for what is not letters alone."""
    if text.isascii() and text.isalpha():
        return "".join(sorted(text.upper()))  # nearly every key
    letters = _PARTING.sub("", unicodedata.normalize("NFKC", text).upper())
    return "".join(sorted(letters)) if letters.isascii() and letters.isalpha() else None


def blanked(stem: str) -> str:
    """Return a stem of a 填空 with its blanks as `___`: full-width lines, and empty brackets where there are none."""
    stem = _WIDE_LINE.sub(BLANK, stem)
    return stem if BLANK in stem else _EMPTY_BRACKETS.sub(BLANK, stem)


def blank_texts(key: str) -> list[list[str]]:
    """Return a typed key's texts for each blank, its alternatives among them.

    Blanks are parted by `；` or `|`, or stand in brackets one by one; alternatives are parted by `/`: not 1/2.
    """
    parts = _ONE_IN_BRACKETS.findall(key) if _IN_BRACKETS.fullmatch(key) else _BLANKS_PART.split(key)
    return [_alternatives(part) for part in parts]


def is_fraction(text: str) -> bool:
    """Return whether a text is a number over a number, whose stroke parts no alternatives."""
    return _FRACTION.fullmatch(text) is not None


def _alternatives(part: str) -> list[str]:
    return [part.strip()] if is_fraction(part) else [text.strip() for text in _ALTERNATIVE.split(part)]


FieldsAndDoubts: TypeAlias = "tuple[dict[str, Value], tuple[Reason, ...]]"
"""Native fields, and what is doubted about them."""


class WrittenQuestion(NamedTuple):
    """What a source says of one question, as written."""

    stem: str
    type: str = ""
    """As written; "" where nothing says it."""
    options: Mapping[str, str] = {}  # never written to: a named tuple's default
    """By their letters, in the order written."""
    key: str = ""


def fields_of(asked: WrittenQuestion) -> FieldsAndDoubts:
    """Return a question's type, stem, options and key as native fields, with what is doubted."""
    doubts: list[Reason] = []
    kind = type_of(asked.type) if asked.type else None
    if asked.type and kind is None:
        doubts.append(Reason("import-type-unknown", {"type": asked.type}))
    if kind is None:
        kind, unsure = _type_by_shape(asked)
        doubts += unsure
    fields, found = _cells_of(ITEM_TYPES[kind])(asked)
    return {"type": kind, "stem": asked.stem, **fields}, (*doubts, *found)


def _type_by_shape(asked: WrittenQuestion) -> tuple[str, tuple[Reason, ...]]:
    """Return the type that options and key have the shape of; a doubt where they have none."""
    letters = letters_of(asked.key)
    if asked.options and not are_truths(asked.options):
        is_many = letters is not None and len(letters) > 1
        return "multiple_choice" if is_many else "single_choice", ()
    if truth_word(asked.key) is not None or asked.options or plain_word(asked.key) in ("yes", "no"):
        return "true_false", ()
    if BLANK in blanked(asked.stem) and asked.key:
        return "fill_blank", ()
    return "essay", (Reason("import-type-untold"),) if asked.key else ()


def _choice(asked: WrittenQuestion) -> FieldsAndDoubts:
    fields: dict[str, Value] = {}
    if asked.options:
        fields["options"] = dict(asked.options)
    doubts = () if asked.options else (Reason("import-no-options"),)
    if asked.key:
        fields["key"] = letters_of(asked.key) or asked.key
        return fields, doubts
    return fields, (*doubts, Reason("import-no-key"))


def _true_false(asked: WrittenQuestion) -> FieldsAndDoubts:
    doubts: list[Reason] = []
    key = asked.key
    if asked.options:
        if are_truths(asked.options):
            # A and B mean true and false only where the options are those words.
            key = asked.options.get(letters_of(key) or "", key)
        else:
            doubts.append(Reason("import-options-unused", {"options": _shown(asked.options)}))
    if not key:
        return {}, (*doubts, Reason("import-no-key"))
    return {"key": option_truth(key) or key}, tuple(doubts)


def _fill_blank(asked: WrittenQuestion) -> FieldsAndDoubts:
    doubts = [Reason("import-options-unused", {"options": _shown(asked.options)})] if asked.options else []
    stem: dict[str, Value] = {"stem": blanked(asked.stem)}
    if not asked.key:
        return stem, (*doubts, Reason("import-no-key"))
    texts = blank_texts(asked.key)
    doubts += [Reason("import-slash-number", {"key": one[0]}) for one in texts if is_fraction(one[0])]
    if (within := _WITHIN_WORD.search(asked.key)) is not None and not is_fraction(asked.key):
        doubts.append(Reason("import-slash-word", {"key": within[0]}))
    key: list[Value] = [each[0] if len(each) == 1 else [*each] for each in texts]
    return {**stem, "key": key}, tuple(doubts)


def _key_alone(asked: WrittenQuestion) -> FieldsAndDoubts:
    return ({"key": asked.key}, ()) if asked.key else ({}, (Reason("import-no-key"),))


def _ordering(asked: WrittenQuestion) -> FieldsAndDoubts:
    """Return the options in the right order, as they are written; the key is letters of those in the source."""
    if not asked.options:
        return {}, (Reason("import-no-options"),)
    letters = re.findall("[A-Z]", asked.key.upper())
    if sorted(letters) != list(asked.options):
        code = "import-order-unclear" if asked.key else "import-no-key"
        return {"options": list(asked.options.values())}, (Reason(code, {"key": asked.key}),)
    return {"options": [asked.options[letter] for letter in letters]}, ()


def _essay(asked: WrittenQuestion) -> FieldsAndDoubts:
    doubts = (Reason("import-options-unused", {"options": _shown(asked.options)}),) if asked.options else ()
    return {"model_answer": asked.key} if asked.key else {}, doubts


def _not_in_cells(asked: WrittenQuestion) -> FieldsAndDoubts:
    """Return what there is of a type that takes more than options and a key."""
    fields: dict[str, Value] = {"options": dict(asked.options)} if asked.options else {}
    return fields, (Reason("import-type-in-sheet", {"type": asked.type}),)


def are_truths(options: Mapping[str, str]) -> bool:
    """Return whether options are exactly the two words of a true-false question."""
    return len(options) == 2 and sorted(option_truth(text) or "" for text in options.values()) == ["对", "错"]


def _shown(options: Mapping[str, str]) -> str:
    return " ".join(f"{letter}.{text}" for letter, text in options.items())


_BY_KEY: Mapping[str, Callable[[WrittenQuestion], FieldsAndDoubts]] = {
    "letter": _choice,
    "letters": _choice,
    "truth": _true_false,
    "blanks": _fill_blank,
    "quantity": _key_alone,
    "text": _key_alone,
}
"""What is read of a question by the shape of its type's key."""
_BY_FIELD = {"options": _ordering, "model_answer": _essay}
"""The same by another field, where a type's own fields have no key."""


def _cells_of(kind: type[Item]) -> Callable[[WrittenQuestion], FieldsAndDoubts]:
    """Return how options and key become a type's own fields."""
    shapes = {field.name: field.shape for field in kind.FIELDS}
    if "key" in shapes:
        return _BY_KEY.get(shapes["key"], _not_in_cells)
    return next((_BY_FIELD[name] for name in shapes if name in _BY_FIELD), _not_in_cells)
