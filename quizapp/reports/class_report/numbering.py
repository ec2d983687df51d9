"""How heads are numbered: 一、 and （一） as official documents have them, 1. and (1) in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.language.numerals import chinese_numeral
from quizapp.reports.class_report.findings import told

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Text


def numbered(title: Text, number: int, language: Language) -> str:
    """Return a head of the first order; the appendix, which is number 0, has none."""
    return _numbered("report.numbered", title, number, language) if number else told(title, language)


def numbered_sub(title: Text, number: int, language: Language) -> str:
    """Return a head of the second order."""
    return _numbered("report.numbered_sub", title, number, language)


def _numbered(code: str, title: Text, number: int, language: Language) -> str:
    shown = chinese_numeral(number) if language.tongue == "zh" else str(number)
    return language.say(code, number=shown, title=told(title, language))
