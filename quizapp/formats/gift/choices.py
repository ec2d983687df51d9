"""GIFT's choices: one right answer, or several with their weights, which are the native schemes or doubted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from quizapp.domain.declaration import Value
from quizapp.domain.item import LETTERS
from quizapp.formats.gift.answers import FULL, Answer, parted, shown_weights
from quizapp.formats.gift.signs import shown
from quizapp.formats.gift.told import Told

_SLACK = Fraction(1, 2)
"""Per cent that a weight may be off: people write 33 or 33.333 for a third."""


def read_choices(told: Told, section: str) -> str:
    """Note options, key, feedback and marking; return the type."""
    found = parted(section)
    if found.loose:
        told.doubt("import-gift-loose-text", text=shown(found.loose))
    if found.is_uneven:
        told.doubt("import-gift-sign-inside")
    _note_options(told, found.answers)
    is_single = any(answer.sign == "=" for answer in found.answers)
    (_read_single if is_single else _read_several)(told, found.answers)
    return "single_choice" if is_single and len(str(told.fields.get("key", ""))) <= 1 else "multiple_choice"


def _note_options(told: Told, answers: tuple[Answer, ...]) -> None:
    if len(answers) > len(LETTERS):
        told.doubt("import-options-too-many", count=len(answers))
    told.fields["options"] = [told.plain(answer.text) for answer in answers]
    feedback: dict[str, Value] = {}
    for letter, answer in zip(LETTERS, answers, strict=False):
        if text := told.plain(answer.feedback):
            feedback[letter] = text
    if feedback:
        told.fields["feedback"] = feedback
    for answer in answers[len(LETTERS) :]:
        told.spare_feedback(answer.feedback)


def _read_single(told: Told, answers: tuple[Answer, ...]) -> None:
    """One may be chosen: the key earns all, the others nothing."""
    key = _letters(answers, lambda worth: worth == FULL)
    _note_key(told, key)
    if len(key) > 1:
        told.doubt("import-gift-several-right", key=key)
    if any(answer.worth not in (0, FULL) for answer in answers):
        told.doubt("import-gift-weights", weights=shown_weights(answers))


def _read_several(told: Told, answers: tuple[Answer, ...]) -> None:
    """Several may be chosen, and their weights are added up, never to less than nothing."""
    key = _letters(answers, lambda worth: worth > 0)
    _note_key(told, key)
    if not key:
        return
    scheme = _scheme(answers)
    if scheme is None:
        told.doubt("import-gift-weights", weights=shown_weights(answers))
    else:
        told.fields["marking"] = scheme


def _scheme(answers: tuple[Answer, ...]) -> str | None:
    """Return the scheme that weights make; None for weights that make none."""
    right = [answer.worth for answer in answers if answer.worth > 0]
    wrong = [answer.worth for answer in answers if answer.worth <= 0]
    share = FULL / len(right)
    if any(abs(worth - share) > _SLACK for worth in right):
        return None
    if all(abs(worth + FULL) <= _SLACK for worth in wrong):
        return "partial"
    return "right_minus_wrong" if all(abs(worth + share) <= _SLACK for worth in wrong) else None


def _letters(answers: tuple[Answer, ...], is_right: Callable[[Fraction], bool]) -> str:
    return "".join(letter for letter, answer in zip(LETTERS, answers, strict=False) if is_right(answer.worth))


def _note_key(told: Told, key: str) -> None:
    if key:
        told.fields["key"] = key
    else:
        told.doubt("import-no-key")
