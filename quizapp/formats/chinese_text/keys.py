"""A question's key: from its label, from its stem, or from what stands out in Word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from quizapp.domain.declaration import Value
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.formats.chinese_text.stem_keys import (
    answered_blanks,
    answered_letters,
    answered_truth,
    is_same_key,
    plain,
)
from quizapp.reading.question_words import BLANK, blanked, letters_of
from quizapp.reading.source_question import Reason

Told: TypeAlias = "tuple[str, str | list[Value], list[Reason]]"
"""The stem without its answer, the key, or the texts of blanks, and what is doubted."""

_CHOICES = ("single_choice", "multiple_choice")
_LETTERED = re.compile(r"([A-Za-z])\s?[.、:：．)]\s*(.*)", re.DOTALL)
_EACH = re.compile(r"[;；\n]")


def key_of(raw: RawQuestion, stem: str, kind: str, options: Mapping[str, str]) -> Told:
    """Return a question's key, and its stem with the answer taken out where it stood there."""
    written = raw.label("key") if "key" in raw.labels else ""
    if options and kind in ("", *_CHOICES, "ordering"):
        return _chosen(raw, stem, written, options)
    if written:
        return stem, written, []
    if kind == "fill_blank":
        stem, texts = answered_blanks(stem)
        if not texts and raw.stressed_stem and BLANK not in blanked(stem):
            return _stressed_blanks(raw, stem)
        return stem, [*texts] if texts else "", []
    if kind == "true_false" and options and (answered := answered_letters(stem, "".join(options))).key:
        return answered.stem, answered.key, []
    if kind == "true_false" or (not kind and not options):
        answered = answered_truth(stem)
        doubts = [Reason("import-key-in-stem")] if answered.is_unclear and kind else []
        return answered.stem, answered.key, doubts
    return stem, "", []


def _chosen(raw: RawQuestion, stem: str, written: str, options: Mapping[str, str]) -> Told:
    """Return the letters of options that are the key."""
    answered = answered_letters(stem, "".join(options))
    if written:
        written = _letters_with_texts(written, options)
        if not answered.key or answered.is_unclear:
            return stem, written, []
        if is_same_key(answered.key, written):
            return answered.stem, written, []
        return stem, written, [Reason("import-key-twice", {"first": answered.key, "second": written})]
    if answered.key:
        return answered.stem, answered.key, []
    if answered.is_unclear:
        return stem, "", [Reason("import-key-in-stem")]
    if raw.stressed and len(raw.stressed) < len(options):
        return stem, raw.stressed, [Reason("import-key-by-look", {"key": raw.stressed})]
    return stem, "", []


def _stressed_blanks(raw: RawQuestion, stem: str) -> Told:
    """Return blanks for what is underlined in a stem: that is where the answers are."""
    texts: list[Value] = []
    for text in raw.stressed_stem:
        before, found, after = stem.partition(text)
        if found:
            stem = before + BLANK + after
            texts.append(text.strip())
    return stem, texts, [Reason("import-key-by-look", {"key": "；".join(map(str, texts))})]


def _letters_with_texts(written: str, options: Mapping[str, str]) -> str:
    """Return the letters of a key that repeats its options' texts, A:甲；B:乙; any other as it is."""
    if len(written) < 3 or letters_of(written) is not None:
        return written
    letters = ""
    for part in _EACH.split(written):
        if not part.strip():
            continue
        found = _LETTERED.fullmatch(part.strip())
        letter = found[1].upper() if found is not None else ""
        if found is None or letter not in options or plain(found[2]) != plain(options[letter]):
            return written
        letters += letter
    return letters or written
