"""A question told by its cells, a written type, options and a key, as native fields; what is unsure is a doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from quizapp.domain.declaration import Value
from quizapp.reading.question_words import BLANK, blank_texts, blanked, is_fraction, letters_of, truth_word, type_of
from quizapp.reading.source_question import Reason

Told: TypeAlias = "tuple[dict[str, Value], tuple[Reason, ...]]"
"""Native fields, and what is doubted about them."""

_CHOICES = ("single_choice", "multiple_choice")


class Asked(NamedTuple):
    """What a source says of one question, as written."""

    stem: str
    type: str = ""
    """As written; "" where nothing says it."""
    options: Mapping[str, str] = {}  # never written to: a named tuple's default
    """By their letters, in the order written."""
    key: str = ""


def told(asked: Asked) -> Told:
    """Return a question's type, stem, options and key as native fields, with what is doubted."""
    doubts: list[Reason] = []
    kind = type_of(asked.type) if asked.type else None
    if asked.type and kind is None:
        doubts.append(Reason("import-type-unknown", {"type": asked.type}))
    if kind is None:
        kind, unsure = _type_by_shape(asked)
        doubts += unsure
    fields, found = _BY_TYPE.get(kind, _not_in_cells)(asked)
    return {"type": kind, "stem": asked.stem, **fields}, (*doubts, *found)


def _type_by_shape(asked: Asked) -> tuple[str, tuple[Reason, ...]]:
    """Return the type that options and key have the shape of; a doubt where they have none."""
    letters = letters_of(asked.key)
    if asked.options and not _are_truths(asked.options):
        is_many = letters is not None and len(letters) > 1
        return "multiple_choice" if is_many else "single_choice", ()
    if truth_word(asked.key) is not None or asked.options:
        return "true_false", ()
    if BLANK in blanked(asked.stem) and asked.key:
        return "fill_blank", ()
    return "essay", (Reason("import-type-untold"),) if asked.key else ()


def _choice(asked: Asked) -> Told:
    fields: dict[str, Value] = {}
    if asked.options:
        fields["options"] = dict(asked.options)
    doubts = () if asked.options else (Reason("import-no-options"),)
    if asked.key:
        fields["key"] = letters_of(asked.key) or asked.key
        return fields, doubts
    return fields, (*doubts, Reason("import-no-key"))


def _true_false(asked: Asked) -> Told:
    doubts: list[Reason] = []
    key = asked.key
    if asked.options:
        if _are_truths(asked.options):
            # A and B mean true and false only where the options are those words.
            key = asked.options.get(letters_of(key) or "", key)
        else:
            doubts.append(Reason("import-options-unused", {"options": _shown(asked.options)}))
    if not key:
        return {}, (*doubts, Reason("import-no-key"))
    return {"key": truth_word(key) or key}, tuple(doubts)


def _fill_blank(asked: Asked) -> Told:
    doubts = [Reason("import-options-unused", {"options": _shown(asked.options)})] if asked.options else []
    stem: dict[str, Value] = {"stem": blanked(asked.stem)}
    if not asked.key:
        return stem, (*doubts, Reason("import-no-key"))
    texts = blank_texts(asked.key)
    doubts += [Reason("import-slash-number", {"key": one[0]}) for one in texts if is_fraction(one[0])]
    key: list[Value] = [each[0] if len(each) == 1 else [*each] for each in texts]
    return {**stem, "key": key}, tuple(doubts)


def _numeric(asked: Asked) -> Told:
    return ({"key": asked.key}, ()) if asked.key else ({}, (Reason("import-no-key"),))


def _ordering(asked: Asked) -> Told:
    """Return the options in the right order, as they are written; the key is letters of those in the source."""
    if not asked.options:
        return {}, (Reason("import-no-options"),)
    letters = re.findall("[A-Z]", asked.key.upper())
    if sorted(letters) != list(asked.options):
        code = "import-order-unclear" if asked.key else "import-no-key"
        return {"options": list(asked.options.values())}, (Reason(code, {"key": asked.key}),)
    return {"options": [asked.options[letter] for letter in letters]}, ()


def _essay(asked: Asked) -> Told:
    doubts = (Reason("import-options-unused", {"options": _shown(asked.options)}),) if asked.options else ()
    return {"model_answer": asked.key} if asked.key else {}, doubts


def _not_in_cells(asked: Asked) -> Told:
    """Return what there is of a type that takes more than options and a key."""
    fields: dict[str, Value] = {"options": dict(asked.options)} if asked.options else {}
    return fields, (Reason("import-type-in-sheet", {"type": asked.type}),)


def _are_truths(options: Mapping[str, str]) -> bool:
    """Return whether options are exactly the two words of a true-false question."""
    return len(options) == 2 and sorted(truth_word(text) or "" for text in options.values()) == ["对", "错"]


def _shown(options: Mapping[str, str]) -> str:
    return " ".join(f"{letter}.{text}" for letter, text in options.items())


_BY_TYPE = {
    **dict.fromkeys(_CHOICES, _choice),
    "true_false": _true_false,
    "fill_blank": _fill_blank,
    "numeric": _numeric,
    "ordering": _ordering,
    "essay": _essay,
}
