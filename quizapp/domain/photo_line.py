"""The line a phone keeps of an attempt: who, receipt and objective answers, in the characters QR codes hold densest.

`QUIZ1:4F7KQX9TBM:CA3ACDT0-:20260107`: a letter is an answer of one letter as the form shows it (T and F are 对 and 错),
`3ACD` one of three, `0` none, `-` a question that is answered in words. Source: ISO/IEC 18004, alphanumeric mode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizapp.domain.item import Response
from quizapp.domain.paper import Form, Question

VERSION = "QUIZ1"
_LINE = re.compile(r"QUIZ1:([0-9A-Z]{10}):([0-9A-Z$*-]*):(.{1,64})", re.DOTALL)
_TRUTHS = {"对": "T", "错": "F"}
_IN_WORDS = "-"
_KIND = "QR-Code:"
"""What zbarimg writes before each."""


class PhotoLine(NamedTuple):
    """What such a line says."""

    candidate: str
    receipt: str
    """As XXXXX-XXXXX."""
    answers: str
    """Of all questions in order, in code."""


def write_line(line: PhotoLine) -> str:
    """Return the line."""
    return f"{VERSION}:{line.receipt.replace('-', '')}:{line.answers}:{line.candidate}"


def read_line(text: str) -> PhotoLine | None:
    """Return what a scanned line says; None for any other text. Some scanners write first what kind of code it was."""
    found = _LINE.fullmatch(text.strip().removeprefix(_KIND))
    if found is None:
        return None
    return PhotoLine(candidate=found[3], receipt=f"{found[1][:5]}-{found[1][5:]}", answers=found[2])


def answers_of(form: Form, responses: Iterable[Response]) -> str:
    """Return the code of all responses, in the order of the form's questions."""
    return "".join(_coded(question, response) for question, response in zip(form.questions, responses, strict=True))


def told(answers: str) -> tuple[str, ...]:
    """Return each answer of a code as it is typed in: `A`, `ACD`, "" for none, `-` for one in words."""
    return tuple(_parted(answers))


def _coded(question: Question, response: Response) -> str:
    item = question.item
    if not item.choices and item.TYPE != "true_false":
        return _IN_WORDS
    text = item.describe(response, question.order).replace(" ", "").replace("?", "*")
    text = _TRUTHS.get(text, text)
    if len(text) == 1 and text.isalpha():
        return text
    # From ten on two digits follow the sign.
    return f"{len(text)}{text}" if len(text) < 10 else f"${len(text):02d}{text}"


def _parted(answers: str) -> Iterator[str]:
    place = 0
    while place < len(answers):
        sign = answers[place]
        place += 1
        if sign.isdigit() or sign == "$":
            length = answers[place : place + 2] if sign == "$" else sign
            place += 2 if sign == "$" else 0
            count = int(length) if length.isdigit() else 0
            yield answers[place : place + count]
            place += count
        else:
            yield sign
