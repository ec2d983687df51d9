"""Codes that people and phones keep of an attempt: its id, its receipt, and the line of a QR code.

Ids and receipts are in letters that are not mistaken for others. The line says who, receipt and objective answers, in
the characters QR codes hold densest: in `QUIZ1:4F7KQX9TBM:CA3ACDT0-:20260107` a letter is an answer of one letter as
the form shows it (T and F are 对 and 错), `3ACD` one of three, `0` none, `-` a question that is answered in words.
Source: ISO/IEC 18004, alphanumeric mode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Form, Question

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Base 32 without 0, 1, I and O."""


def base_32(data: bytes, length: int) -> str:
    """Return the first `length` letters of `data` in base 32, five bits each, the high ones first."""
    bits = int.from_bytes(data, "big")
    width = len(data) * 8
    return "".join(ALPHABET[(bits >> (width - 5 * (place + 1))) & 31] for place in range(length))


def attempt_id(started_at: datetime, chance: bytes) -> str:
    """Return an attempt's id: its start in UTC to the millisecond, and ten letters made of 7 random bytes."""
    return f"{started_at:%Y%m%dT%H%M%S}{started_at.microsecond // 1000:03d}Z-{base_32(chance, 10)}"


def receipt(chain_hash: str) -> str:
    """Return the receipt for a chain's last hash (hexadecimal) at hand-in: XXXXX-XXXXX."""
    letters = base_32(bytes.fromhex(chain_hash)[:7], 10)
    return f"{letters[:5]}-{letters[5:]}"


VERSION = "QUIZ1"
_LINE = re.compile(r"QUIZ1:([0-9A-Z]{10}):([0-9A-Z$*-]*):(.{1,64})", re.DOTALL)
_TRUTHS = {"对": "T", "错": "F"}
_IN_WORDS = "-"
_KIND = "QR-Code:"
"""What zbarimg writes before each."""


class PhotoLine(NamedTuple):
    """What the line of a QR code says of an attempt."""

    candidate: str
    receipt: str
    """As XXXXX-XXXXX."""
    answers: str
    """Of all questions in order, in code."""


def write_line(line: PhotoLine) -> str:
    """Return the text that stands in the QR code."""
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


def typed_answers(answers: str) -> tuple[str, ...]:
    """Return each answer of a code as it is typed in: `A`, `ACD`, "" for none, `-` for one in words."""
    return tuple(_parted(answers))


def _coded(question: Question, response: Response) -> str:
    item = question.item
    if not item.is_in_signs:
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
