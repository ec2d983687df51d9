"""What stands in a question's braces, as native fields: choices, pairs, texts and numbers, with their weights."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import LETTERS, Value
from quizapp.formats.gift.markup import Form, marked, plain, plain_text, shown
from quizapp.reading.exchange.question_fields import BLANK
from quizapp.reading.exchange.source_question import Reason

_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,12})?)%")
_SIGN = re.compile("~?=|~")
"""Moodle takes `~=` for a right one too."""
FULL = Fraction(100)


class BracedAnswer(NamedTuple):
    """One answer, its signs still hidden."""

    sign: str
    """`=` or `~`."""
    text: str
    weight: Fraction | None
    """Per cent of the marks, as written; None where nothing says it."""
    feedback: str

    @property
    def worth(self) -> Fraction:
        """Per cent of the marks that it earns."""
        if self.weight is not None:
            return self.weight
        return FULL if self.sign == "=" else Fraction(0)

    @property
    def is_catch_all(self) -> bool:
        """Whether it stands for whatever else is given, which earns nothing and may be told something."""
        return self.text == "*" and self.worth != FULL


class BracedAnswers(NamedTuple):
    """The answers of one pair of braces."""

    answers: tuple[BracedAnswer, ...]
    loose: str
    """Text before the first sign."""
    is_uneven: bool
    """Whether some signs stand behind a blank and others within a word, where they may be part of an answer."""


def parted(section: str, signs: re.Pattern[str] = _SIGN) -> BracedAnswers:
    """Return the answers of a section, parted at its signs."""
    found = list(signs.finditer(section))
    ends = (*(each.start() for each in found[1:]), len(section))
    # A section without a sign has an end all the same.
    answers = [_answer(each[0][-1], section[each.end() : end]) for each, end in zip(found, ends, strict=False)]
    loose = section[: found[0].start()] if found else section
    inside = [each for each in found if each.start() and not section[each.start() - 1].isspace()]
    return BracedAnswers(tuple(answers), loose.strip(), 0 < len(inside) < sum(bool(each.start()) for each in found))


def _answer(sign: str, written: str) -> BracedAnswer:
    text, _, feedback = written.partition("#")
    text = text.strip()
    weight = _WEIGHT.match(text)
    if weight is None:
        return BracedAnswer(sign, text, None, feedback.strip())
    return BracedAnswer(sign, text[weight.end() :].strip(), Fraction(weight[1]), feedback.strip())


def shown_weights(answers: tuple[BracedAnswer, ...]) -> str:
    """Return the weights as people read them."""
    return " ".join(f"{float(each.worth):g}%" for each in answers)


_MOST_DOUBTS = 20
_MOST_NOTED = 1000
_LONGEST = 60


@dataclass(slots=True)
class QuestionNotes:
    """Fields and doubts of a question, gathered while its answers are taken apart."""

    stem: str
    form: Form
    """Of the stem, which the other texts have where they name none."""
    fields: dict[str, Value] = field(default_factory=dict)
    doubts: list[Reason] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    """Feedback that the question's type has no place for."""

    def plain(self, text: str) -> str:
        """Return a text of the question as plain text, its doubts noted."""
        read = plain_text(text, self.form)
        if read.doubts and len(self.doubts) < _MOST_NOTED:
            self.doubts += read.doubts
        return read.text

    def doubt(self, code: str, **values: object) -> None:
        """Note a doubt; of long texts the beginning says enough."""
        if len(self.doubts) < _MOST_NOTED:
            self.doubts.append(Reason(code, {name: _short(value) for name, value in values.items()}))

    def all_doubts(self) -> tuple[Reason, ...]:
        """Return the doubts, each once, and no more than people read."""
        if not self.doubts:
            return ()
        once = {(each.code, *map(str, each.values.values())): each for each in self.doubts}
        return tuple(once.values())[:_MOST_DOUBTS]

    def spare_feedback(self, text: str) -> None:
        """Keep feedback for the rationale."""
        if read := self.plain(text):
            self.spare.append(read)


def _short(value: object) -> object:
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value


_PARTS, _ROUNDED = 20, Fraction(1, 2000)
"""Into how many parts people divide, and how far off a rounded share may be."""
_SLACK = Fraction(1, 2)
"""Per cent that a weight may be off: people write 33 or 33.333 for a third."""


def read_choices(told: QuestionNotes, section: str) -> str:
    """Note options, key, feedback and marking; return the type."""
    found = parted(section)
    if found.loose:
        told.doubt("import-gift-loose-text", text=shown(found.loose))
    if found.is_uneven:
        told.doubt("import-gift-sign-inside")
    _note_options(told, found.answers)
    is_single = any(answer.sign == "=" for answer in found.answers)
    (_read_single if is_single else _read_several)(told, found.answers)
    key = str(told.fields.get("key", ""))
    return "single_choice" if is_single and len(key) <= 1 else "multiple_choice"


def _note_options(told: QuestionNotes, answers: tuple[BracedAnswer, ...]) -> None:
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


def _read_single(told: QuestionNotes, answers: tuple[BracedAnswer, ...]) -> None:
    """One may be chosen: the key earns all, the others nothing, or each what its weight says."""
    if any(answer.worth != 0 for answer in answers if answer.sign == "~"):
        _note_scores(told, answers, FULL)
        if "option_scores" in told.fields:
            return
    key = _letters(answers, lambda worth: worth == FULL)
    _note_key(told, key)
    if len(key) > 1:
        told.doubt("import-gift-several-right", key=key)
    if any(answer.worth not in (0, FULL) for answer in answers):
        told.doubt("import-gift-weights", weights=shown_weights(answers))


def _read_several(told: QuestionNotes, answers: tuple[BracedAnswer, ...]) -> None:
    """Several may be chosen, and their weights are added up, never to less than nothing."""
    key = _letters(answers, lambda worth: worth > 0)
    _note_key(told, key)
    if not key:
        return
    scheme = _scheme(answers)
    if scheme is not None:
        told.fields["marking"] = scheme
        return
    right = [answer.worth for answer in answers if answer.worth > 0]
    # What scores are added up to earns all, as weights do where those above nothing make 100.
    is_whole = len(right) > 1 and abs(sum(right) - FULL) <= _SLACK
    _note_scores(told, answers, max(right) if is_whole else Fraction(0))


def _note_scores(told: QuestionNotes, answers: tuple[BracedAnswer, ...], best: Fraction) -> None:
    """Note weights as the options' scores, of which `best` is 1; 0 where they cannot be told so."""
    if not best or any(abs(answer.worth) > best for answer in answers):
        told.doubt("import-gift-weights", weights=shown_weights(answers))
        return
    scores = (_score(answer.worth / best) for answer in answers)
    told.fields["option_scores"] = dict(zip(LETTERS, map(decimal_text, scores), strict=False))


def _score(worth: Fraction) -> Fraction:
    """Return the share that was meant by a rounded one: 1/3 by 0.33333."""
    simple = worth.limit_denominator(_PARTS)
    return simple if abs(simple - worth) < _ROUNDED else worth


def _scheme(answers: tuple[BracedAnswer, ...]) -> str | None:
    """Return the scheme that weights make; None for weights that make none."""
    right = [answer.worth for answer in answers if answer.worth > 0]
    wrong = [answer.worth for answer in answers if answer.worth <= 0]
    share = FULL / len(right)
    if any(abs(worth - share) > _SLACK for worth in right):
        return None
    if all(abs(worth + FULL) <= _SLACK for worth in wrong):
        return "partial"
    return "right_minus_wrong" if all(abs(worth + share) <= _SLACK for worth in wrong) else None


def _letters(answers: tuple[BracedAnswer, ...], is_right: Callable[[Fraction], bool]) -> str:
    return "".join(letter for letter, answer in zip(LETTERS, answers, strict=False) if is_right(answer.worth))


def _note_key(told: QuestionNotes, key: str) -> None:
    if key:
        told.fields["key"] = key
    else:
        told.doubt("import-no-key")


_EQUAL = re.compile("=")


def read_pairs(told: QuestionNotes, section: str) -> str:
    """Note the pairs and the distractors; return the type."""
    pairs: dict[str, Value] = {}
    others: list[Value] = []
    starts = [found.end() for found in _EQUAL.finditer(section)]
    if loose := section[: starts[0] - 1].strip():
        told.doubt("import-gift-loose-text", text=shown(loose))
    if parted(section, _EQUAL).is_uneven:
        told.doubt("import-gift-sign-inside")
    ends = [*(start - 1 for start in starts[1:]), len(section)]
    for start, end in zip(starts, ends, strict=True):
        _note_pair(told, section[start:end], pairs, others)
    told.fields["pairs"] = pairs
    if others:
        told.fields["distractors"] = others
    return "matching"


def _note_pair(told: QuestionNotes, written: str, pairs: dict[str, Value], others: list[Value]) -> None:
    left_side, arrow, right_side = written.partition("->")
    if "#" in written:
        told.doubt("import-gift-pair-feedback", text=shown(written))
    # Moodle knows no format for the right side.
    left, right = told.plain(left_side), shown(right_side)
    if not arrow:
        told.doubt("import-gift-no-pair", text=shown(written))
    elif not left:
        others.append(right)
    elif left in pairs:
        told.doubt("import-gift-left-twice", left=left, right=right)
    else:
        pairs[left] = right


_WILD = re.compile(r"(?<!\\)\*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,2})?", re.ASCII)


def read_texts(told: QuestionNotes, section: str) -> str:
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


def read_numbers(told: QuestionNotes, section: str) -> str:
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


def _bare(text: str) -> BracedAnswer:
    """Return what stands without a sign as an answer that is right."""
    return parted(f"={text}", _EQUAL).answers[0]


def _note_spare(told: QuestionNotes, answers: tuple[BracedAnswer, ...]) -> None:
    for answer in answers:
        told.spare_feedback(answer.feedback)


def _text(told: QuestionNotes, answer: BracedAnswer) -> str:
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
