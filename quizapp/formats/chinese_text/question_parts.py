"""Lines into the parts of a question: stem, options and labels, which may all stand on one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.line_classes import classed, first_within, label_at, labels_of, letter_of, name_of
from quizapp.formats.chinese_text.line_options import first_in_stem, options_of
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.source_question import GivenPart

_HEAD_WITHIN = re.compile(
    r"[【\[]?(?:(?:题目|题干|试题|问题)(?:内容)?|(?P<options>选项|备选项|答案选项))[】\]]?\s?:\s*"
)
_PARTING = "^|#$* \t"
"""What programs put between a stem and the key on its line."""


def fill_stem(question: RawQuestion, line: TextLine, start: int) -> None:
    """Take what stands behind a number: the stem, and options and labels on the same line."""
    copy = line.copy
    label = label_at(copy, start) or first_within(copy, start)
    end = len(copy) if label is None else label.start()
    first = first_in_stem(copy, start, end)
    stop = end if first is None else first.start()
    stem = line.text[line.at(start) : line.at(stop)].strip()
    question.stem.append(stem if label is None else stem.rstrip(_PARTING))
    question.stressed_stem += [line.text[one:two] for one, two in line.stressed if one >= line.at(start)]
    if first is not None:
        _add_options(question, line, first, "A", end)
    if label is not None:
        open_labels(question, labels_of(line, label))


def add_line_of_options(
    question: RawQuestion, line: TextLine, first: re.Match[str], letter: str, is_alone: bool = False
) -> None:
    """Take the options of a line, the first of which is found, and the labels behind them.

    `is_alone` says that the next letter has a line of its own, so that it is but a text's here.
    """
    label = first_within(line.copy, first.end())
    end = len(line.copy) if label is None else label.start()
    _add_options(question, line, first, letter, end, is_alone)
    if label is not None:
        open_labels(question, labels_of(line, label))


def _add_options(
    question: RawQuestion, line: TextLine, first: re.Match[str], letter: str, end: int, is_alone: bool = False
) -> None:
    found = options_of(line, first, letter, end, is_alone)
    for each, text in found.texts:
        question.add_option(each, text)
    question.doubts += found.doubts
    question.stressed += found.stressed
    question.is_joined |= found.is_joined


def open_labels(question: RawQuestion, labels: Sequence[tuple[str, str]]) -> None:
    """Take labels with their texts; the last of them is open then."""
    for name, text in labels:
        question.add_label(name, text)


def go_on(question: RawQuestion, line: TextLine) -> bool:
    """Add a line to what is open of a question; return whether a label stood on it, which is open then."""
    head = _HEAD_WITHIN.match(line.copy) if question.part in ("stem", "option") else None
    if head is not None and (question.part == "stem" or head["options"]):
        _go_on_behind(question, line, head)
        return False
    above = question.lines[-1]
    question.add_line(line, question.part)
    label = first_within(line.copy, 0)
    if label is None:
        question.go_on(above, line.text)
        return False
    before = line.text[: line.at(label.start())].strip()
    if before:
        question.go_on(above, before)
    open_labels(question, labels_of(line, label))
    return True


_LONGEST_TITLE = 24


def _go_on_behind(question: RawQuestion, line: TextLine, head: re.Match[str]) -> None:
    """Take a line 题目：… or 选项： of a question that has begun above it, which has but its title there."""
    is_options = head["options"] is not None
    if is_options and question.options:
        question.take_back_options()
    title = "".join(question.stem).strip()
    if not is_options and 0 < len(title) <= _LONGEST_TITLE:
        question.stem.clear()
        question.labels.setdefault("topic", [title])
    question.add_line(line, "option" if is_options else "stem")
    rest = line.behind(head.end()).strip()
    if rest:
        question.open.append(rest)
    if is_options:
        question.part = "stem"


def give_line(question: RawQuestion, line: TextLine, part: GivenPart, *, is_above: bool) -> None:
    """Add a line to the part that somebody says it is of; before what stands there where it is above the question."""
    place = bisect_right([each.number for each in question.lines], line.number)
    question.lines.insert(place, line)
    question.roles.insert(place, "label" if part == "rationale" else part)
    question.doubts += line.doubts
    if part == "option":
        _give_option(question, line)
    elif part == "stem":
        question.stem.insert(0 if is_above else len(question.stem), line.text)
    else:
        _give_label(question, line, part)


def _give_option(question: RawQuestion, line: TextLine) -> None:
    """Add an option at its own letter, or at the next one where it has none or that is taken."""
    one = classed(line)
    letter = letter_of(one) if one.kind == "option" else ""
    if one.found is not None and letter and letter not in question.options:
        add_line_of_options(question, line, one.found, letter)
        question.options = {each: question.options[each] for each in sorted(question.options)}
        question.expected = LETTERS.index([*question.options][-1]) + 1
    elif question.expected < len(LETTERS):
        question.add_option(LETTERS[question.expected], line.text)
    else:
        question.stem.append(line.text)


def _give_label(question: RawQuestion, line: TextLine, name: str) -> None:
    label = label_at(line.copy)
    own = labels_of(line, label) if label is not None and name_of(label) == name else [(name, line.text)]
    if name in question.labels and not question.options:
        # An answer in words, or a rationale, has many lines; of letters a second one is doubted.
        question.labels[name].append(own[0][1])
        own = own[1:]
    open_labels(question, own)
