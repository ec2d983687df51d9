"""GIFT's answers that are typed: texts, which fill a blank, and numbers with what they may be off."""

from __future__ import annotations

import re
from fractions import Fraction

from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.declaration import Value
from quizapp.formats.gift.answers import FULL, Answer, parted, shown_weights
from quizapp.formats.gift.markup import marked, plain
from quizapp.formats.gift.signs import shown
from quizapp.formats.gift.told import Told
from quizapp.reading.question_words import BLANK

_EQUAL = re.compile("=")
_WILD = re.compile(r"(?<!\\)\*")
_ANY = "*"
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,2})?", re.ASCII)


def read_texts(told: Told, section: str) -> str:
    """Note the texts that fill the blank; return the type."""
    found = parted(section, _EQUAL)
    if found.loose:
        told.doubt("import-gift-bare-answer", text=shown(found.loose))
    answers = found.answers or (_bare(found.loose),)
    _note_spare(told, answers)
    full = [answer for answer in answers if answer.worth == FULL]
    if any(not answer.is_catch_all for answer in answers if answer.worth != FULL):
        told.doubt("import-gift-weights", weights=shown_weights(answers))
    texts: list[Value] = [text for answer in full if (text := _text(told, answer))]
    if texts:
        told.fields["key"] = [texts[0] if len(texts) == 1 else texts]
    else:
        told.doubt("import-no-key")
    if BLANK not in told.stem:
        told.stem += BLANK
    return "fill_blank"


def read_numbers(told: Told, section: str) -> str:
    """Note the number and its tolerance; return the type."""
    given, _, wrong = section.partition("~")
    told.spare_feedback(wrong.partition("#")[2])
    found = parted(given, _EQUAL)
    answers = found.answers or ((_bare(found.loose),) if found.loose else ())
    if found.answers and found.loose:
        told.doubt("import-gift-loose-text", text=shown(found.loose))
    _note_spare(told, answers)
    numbers = [answer for answer in answers if not answer.is_catch_all]
    full = [answer for answer in numbers if answer.worth == FULL]
    if len(full) > 1:
        told.doubt("import-gift-several-numbers", numbers=" ".join(shown(answer.text) for answer in full))
    if len(full) < len(numbers):
        told.doubt("import-gift-weights", weights=shown_weights(tuple(numbers)))
    if full and shown(full[0].text):
        told.fields.update(_number_and_tolerance(shown(full[0].text)))
    else:
        told.doubt("import-no-key")
    return "numeric"


def _bare(text: str) -> Answer:
    """Return what stands without a sign as an answer that is right."""
    return parted(f"={text}", _EQUAL).answers[0]


def _note_spare(told: Told, answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        told.spare_feedback(answer.feedback)


def _text(told: Told, answer: Answer) -> str:
    """Return an answer as it is to be typed: nobody types tags, so that it is compared as it stands."""
    form, rest = marked(answer.text, told.form)
    text = shown(rest)
    if _WILD.search(text):
        told.doubt("import-gift-wildcard", text=text)
    elif form != "plain" and plain(text, form) != (text, ()):
        told.doubt("import-gift-answer-html", text=text)
    return text.replace("\\*", "*")


def _number_and_tolerance(text: str) -> dict[str, Value]:
    """Return a number as it is written where it is none that is understood: its type says so."""
    least, dots, most = text.partition("..")
    low, high = _number(least), _number(most)
    if dots and low is not None and high is not None:
        return _fields((low + high) / 2, (high - low) / 2)
    number, _, tolerance = text.partition(":")
    value, off = _number(number), _number(tolerance or "0")
    return {"key": text} if value is None or off is None else _fields(value, off)


def _fields(key: Fraction, tolerance: Fraction) -> dict[str, Value]:
    fields: dict[str, Value] = {"key": decimal_text(key)}
    return {**fields, "tolerance": decimal_text(tolerance)} if tolerance else fields


def _number(text: str) -> Fraction | None:
    text = text.strip()
    return Fraction(text) if _NUMBER.fullmatch(text) else None
