"""A question that can be corrected, in words: its name, its key as it stands, what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.corrections import is_dropped
from quizapp.domain.item import FULL_FOR_ALL, LETTERS
from quizapp.services.told_key import told_keys
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.domain.same_answers import GivenAnswer
    from quizapp.language import Language
    from quizapp.services.correctable import Correctable

MOST = 5
"""Different answers that are told of a question or a blank."""
_TEXT = 24
_GAP = "  "


def name(language: Language, one: Correctable) -> str:
    """Return what a question is called: by its number, or by its item where everybody has another number."""
    if one.number is None:
        return language.say("correct.item", item=clipped(one.question.item.id, _TEXT))
    return language.say("correct.name", number=one.number)


def stem(language: Language, one: Correctable) -> str:
    """Return the question's text on one line, or why it is not shown."""
    return language.say("correct.hidden") if one.is_sat_now else " ".join(one.question.item.stem.split())


def now(language: Language, one: Correctable) -> str:
    """Return the key, or what takes its place, with a word where that does not hold yet."""
    text = _state(language, one)
    return text + language.say("correct.waits") if one.waiting else text


def key(language: Language, one: Correctable) -> str:
    """Return every key that counts, or that none is on this machine."""
    keys = told_keys(one.question, one.target.order)
    return language.say("word.comma").join(keys) if keys else language.say("correct.now_none")


def answers(language: Language, one: Correctable) -> str:
    """Return how many answered what, the most frequent first; "" for an essay and where that is not shown."""
    if one.is_hidden or one.question.item.NEEDS_PERSON:
        return ""
    if not one.answers:
        return language.say("correct.nobody")
    blanks = {given.blank: [each for each in one.answers if each.blank == given.blank] for given in one.answers}
    if len(blanks) == 1:
        return " | ".join(_several(language, list(one.answers)))
    comma = language.say("word.comma")
    said = {blank: comma.join(_several(language, found)) for blank, found in blanks.items()}
    return " | ".join(language.say("correct.blank", blank=blank, answers=text) for blank, text in said.items())


def choices(one: Correctable, cells: int) -> str:
    """Return the choices behind their letters in so many cells, each cut alike; "" where there are none."""
    item, order = one.question.item, one.target.order
    texts = [item.choices[place] for place in order] if order else list(item.choices)
    if not texts or one.is_sat_now:
        return ""
    room = max((cells - len(_GAP) * (len(texts) - 1)) // len(texts) - 2, 4)
    return _GAP.join(f"{letter} {clipped(text, room)}" for letter, text in zip(LETTERS, texts, strict=False))


def _state(language: Language, one: Correctable) -> str:
    question = one.question
    if is_dropped(question):
        return language.say("correct.now_drop")
    if question.marking.scheme == FULL_FOR_ALL:
        return language.say("correct.now_full")
    if one.is_hidden:
        return "" if one.is_sat_now else language.say("correct.key_hidden")
    if question.item.NEEDS_PERSON:
        return language.say("correct.now_essay")
    keys = told_keys(question, one.target.order)
    return language.say("correct.now_key", key=key(language, one)) if keys else language.say("correct.now_none")


def _several(language: Language, found: list[GivenAnswer]) -> list[str]:
    told = [
        language.say(
            "correct.answer",
            text=clipped(each.text, _TEXT) or language.say("correct.unanswered"),
            count=each.count,
        )
        for each in found[:MOST]
    ]
    left = len(found) - MOST
    return [*told, language.say("correct.more_answers", count=left)] if left > 0 else told
