"""What stands in a question's braces: answers with their signs, weights and feedback."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,12})?)%")
_SIGN = re.compile("[=~]")
FULL = Fraction(100)


class Answer(NamedTuple):
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


class Section(NamedTuple):
    """The answers of one pair of braces."""

    answers: tuple[Answer, ...]
    loose: str
    """Text before the first sign."""
    is_uneven: bool
    """Whether some signs stand behind a blank and others within a word, where they may be part of an answer."""


def parted(section: str, signs: re.Pattern[str] = _SIGN) -> Section:
    """Return the answers of a section, parted at its signs."""
    found = list(signs.finditer(section))
    ends = (*(each.start() for each in found[1:]), len(section))
    # A section without a sign has an end all the same.
    answers = [_answer(each[0], section[each.end() : end]) for each, end in zip(found, ends, strict=False)]
    loose = section[: found[0].start()] if found else section
    inside = [each for each in found if each.start() and not section[each.start() - 1].isspace()]
    return Section(tuple(answers), loose.strip(), 0 < len(inside) < sum(bool(each.start()) for each in found))


def _answer(sign: str, written: str) -> Answer:
    text, _, feedback = written.partition("#")
    text = text.strip()
    weight = _WEIGHT.match(text)
    if weight is None:
        return Answer(sign, text, None, feedback.strip())
    return Answer(sign, text[weight.end() :].strip(), Fraction(weight[1]), feedback.strip())


def shown_weights(answers: tuple[Answer, ...]) -> str:
    """Return the weights as people read them."""
    return " ".join(f"{float(each.worth):g}%" for each in answers)
