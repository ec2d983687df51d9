"""The question formats: one package or file each, and this registry."""

from __future__ import annotations

from quizapp.formats.native.exchange import NATIVE
from quizapp.formats.question_format import QuestionFormat

FORMATS: dict[str, QuestionFormat] = {each.name: each for each in (NATIVE,)}
