"""Exact numbers: as people write and see them, summed, and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction


def decimal_text(number: Fraction) -> str:
    """Return a number as a decimal where it is one, else as a share such as 1/3."""
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return str(number)
    whole, rest = divmod(abs(number), 1)
    digits = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{'-' if number < 0 else ''}{whole}{'.' if digits else ''}{digits}"


def share_text(share: Fraction) -> str:
    """Return a share of one as per cent where that is a decimal, such as 12.5%, else as it is, such as 1/3."""
    percent = decimal_text(100 * share)
    return str(share) if "/" in percent else f"{percent}%"


def shown(marks: Fraction) -> Decimal:
    """Return marks as people see them: rounded half up to at most two decimals, trailing zeros dropped."""
    hundredths = (abs(marks) * 100 + Fraction(1, 2)) // 1
    value = Decimal(hundredths if marks >= 0 else -hundredths).scaleb(-2)
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def number(marks: Fraction) -> int | float:
    """Return marks as the number people are shown, for JSON."""
    value = shown(marks)
    return int(value) if value == value.to_integral() else float(value)


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """Return the sum; 0 of nothing."""
    tops: dict[int, int] = {}
    for value in values:
        top, bottom = value.as_integer_ratio()
        tops[bottom] = tops.get(bottom, 0) + top
    return sum((Fraction(top, bottom) for bottom, top in tops.items()), Fraction(0))


def ranks(scores: Sequence[Fraction | float]) -> tuple[int, ...]:
    """Return each score's rank, the highest first; equal ones share a rank and use up those behind it: 1, 2, 2, 4."""
    first: dict[Fraction | float, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        first.setdefault(score, place)
    return tuple(first[score] for score in scores)
