"""What proves a row of a sheet: its type, its key in any form as letters or texts, and sizes as the other rows have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from quizapp.reading.exchange.question_fields import WrittenQuestion, are_truths, plain_word, truth_word, type_of
from quizapp.reading.exchange.sheet_cells import (
    is_letters_alone,
    key_by_text,
    key_letters,
    key_numbers,
    lettered,
    listed,
)
from quizapp.reading.exchange.sheet_habits import SheetHabits
from quizapp.reading.exchange.source_question import Reason, SourceQuestion

_TAG = re.compile(
    r"\s*(?:\d{1,4}\s*[.．、]\s*)?[\[【(（]([^\]】)）,，\s]{2,8})(?:[,，]\s*[\d.]{1,5}\s*分)?[\]】)）]\s*"
)
_REMARK = re.compile(r"[(\[【].*$", re.S)
_CHOICES = ("选择", "选择题", "客观题", "choice", "option")
_KEY_LABEL = re.compile(r"^\s*(?:正确|参考|标准)?答案\s*[:：]\s*")
_LONG_STEM, _LONG_OPTION = 400, 200
"""Characters up to which a text is never out of keeping."""
_TIMES = 10
"""How many times the usual length is out of keeping."""
_USUAL_SHARE = 0.9
_ENOUGH = 10
"""Questions from which what is usual can be told."""

Resolved = tuple[WrittenQuestion, tuple[Reason, ...]]
"""A question in the forms that a sheet without habits has, and what is doubted of it."""


def resolved(row: WrittenQuestion, habits: SheetHabits) -> Resolved:
    """Return a question with its type as a word and its key as letters, a truth or texts, where that is proven."""
    row, doubts = _typed(_without_labels(row), habits)
    kind = type_of(row.type) if row.type else None
    if not row.options and kind in (None, "single_choice", "multiple_choice"):
        row = _with_options_of_stem(row)
    elif len(lettered(row.stem, is_parted=True)[1]) > 1:
        doubts = (*doubts, Reason("import-sheet-stem-options"))
    row, found = _way(kind, row)(row, habits)
    return row, (*doubts, *found)


def _without_labels(row: WrittenQuestion) -> WrittenQuestion:
    """Return a question without what only labels its parts: a tag of its type, 答案： and letters in their columns."""
    tag = _TAG.match(row.stem)
    kind = type_of(tag[1]) if tag is not None and not row.type else None
    if tag is not None and kind is not None and row.stem[tag.end() :].strip():
        row = row._replace(type=kind, stem=row.stem[tag.end() :].strip())
    word = plain_word(row.type)
    if row.type and type_of(row.type) is None:
        # 单选题（每题2分） is 单选题, and 选择题 is what its key says.
        bare = _REMARK.sub("", word)
        row = row._replace(type="" if bare in _CHOICES and row.options else row.type if type_of(bare) is None else bare)
    stray = lettered(row.key)[1] if not row.options and "\n" not in row.stem else {}
    if len(stray) > 1:
        row = row._replace(options=stray, key="")  # the head says 答案, and the column has the options
    labels = {
        letter: re.match(rf"[{letter}{letter.lower()}]\s*[.．、:：)）]\s*(?=\S)", text)
        for letter, text in row.options.items()
    }
    if len(labels) > 1 and all(labels.values()):
        row = row._replace(
            options={
                letter: text[found.end() :]
                for (letter, text), found in zip(row.options.items(), labels.values(), strict=True)
                if found
            }
        )
    return row._replace(key=_KEY_LABEL.sub("", row.key))


def _typed(row: WrittenQuestion, habits: SheetHabits) -> Resolved:
    number = row.type.strip()
    if number not in habits.types:
        return row, ()
    kind = habits.types[number]
    if kind is None:
        return row._replace(type=""), (Reason("import-sheet-type-number-unclear", {"number": number}),)
    return row._replace(type=kind), ()


def _with_options_of_stem(row: WrittenQuestion) -> WrittenQuestion:
    """Return a question whose options stand below its stem in one cell with them parted."""
    stem, options = lettered(row.stem, is_parted=True)
    return row._replace(stem=stem, options=options) if stem and options and all(options.values()) else row


def _way(kind: str | None, row: WrittenQuestion) -> Callable[[WrittenQuestion, SheetHabits], Resolved]:
    if kind == "true_false" or (kind is None and are_truths(row.options)):
        return _truth
    if kind in ("fill_blank", "essay", "numeric"):
        return _texts
    if kind is None and not row.options:
        return _untold
    return _choice if kind in (None, "single_choice", "multiple_choice") else _as_written


def _as_written(row: WrittenQuestion, habits: SheetHabits) -> Resolved:  # noqa: ARG001 the others ask them
    return row, ()


def _truth(row: WrittenQuestion, habits: SheetHabits) -> Resolved:
    key = row.key.strip()
    if not key.isdigit():
        return row, ()
    numbers = habits.truths
    if key not in numbers:
        return row, (Reason("import-sheet-key-number", {"key": key}),)
    if "2" in numbers and row.options:
        return row._replace(key=[*row.options.values()][int(key) - 1]), ()
    return row._replace(key=numbers[key]), ()


def _texts(row: WrittenQuestion, habits: SheetHabits) -> Resolved:  # noqa: ARG001 the others ask them
    """Return a 填空 or 简答 with its answer out of the options' columns, where its key names all of these."""
    texts = listed(row.key)
    if texts:
        return row._replace(key="；".join(texts)), ()
    if row.options and key_letters(row.key) == "".join(row.options):
        return row._replace(key="；".join(row.options.values()), options={}), ()
    if is_letters_alone(row.key):
        return row, (Reason("import-sheet-letters-alone", {"key": row.key}),)
    return row, ()


def _untold(row: WrittenQuestion, habits: SheetHabits) -> Resolved:
    """Return a question of which only stem and key are there: letters are those of options that are not."""
    texts = listed(row.key)
    if texts:
        return row._replace(key="；".join(texts)), ()
    if not row.key and habits.has_keys:
        return row, (Reason("import-no-key"),)
    is_truth = truth_word(row.key) is not None and not (row.key in habits.letters and habits.letters - {"T", "F"})
    if is_truth or not is_letters_alone(row.key):
        return row, ()
    is_one = len(key_letters(row.key) or "") == 1
    return row._replace(type="single_choice" if is_one else "multiple_choice"), ()


def _choice(row: WrittenQuestion, habits: SheetHabits) -> Resolved:
    if not row.options or not row.key:
        return row, ()
    by_text, letters = key_by_text(row.key, row.options), key_letters(row.key)
    numbers = key_numbers(row.key)
    by_number = _numbered(numbers, row.options, 0 if habits.counting == "nought" else 1)
    if by_text is not None:
        other = by_number if numbers else letters if letters is not None and set(letters) <= set(row.options) else None
        doubts = (Reason("import-sheet-key-two-ways", {"key": row.key}),) if other not in (None, by_text) else ()
        return row._replace(key=by_text), doubts
    if not numbers:
        return (row if letters is None else row._replace(key=letters)), ()
    if by_number is None:
        return row, ()
    doubts = () if habits.counting in ("one", "nought") else (Reason("import-sheet-key-number", {"key": row.key}),)
    return row._replace(key=by_number), doubts


def _numbered(numbers: Sequence[int], options: Mapping[str, str], first: int) -> str | None:
    """Return the letters of options by their numbers, which count from `first`."""
    letters = list(options)
    if not numbers or not all(first <= number < first + len(letters) for number in numbers):
        return None
    return "".join(sorted(letters[number - first] for number in numbers))


def in_keeping(questions: Sequence[SourceQuestion]) -> Iterator[SourceQuestion]:
    """Give the questions, those doubted whose sizes are out of keeping with the others'."""
    if len(questions) < _ENOUGH:
        yield from questions
        return
    stems = [len(str(each.fields.get("stem", ""))) for each in questions if not each.refusal]
    options = [len(text) for each in questions for text in _options(each)]
    longest_stem = max(_LONG_STEM, _TIMES * median(stems)) if stems else 0
    longest_option = max(_LONG_OPTION, _TIMES * median(options)) if options else 0
    counts = Counter(len(_options(each)) for each in questions if "options" in each.fields)
    usual, times = counts.most_common(1)[0] if counts else (0, 0)
    few = usual // 2 if times >= _USUAL_SHARE * sum(counts.values()) else 0
    for each in questions:
        texts = _options(each)
        if each.refusal is None and len(str(each.fields.get("stem", ""))) > longest_stem:
            yield _doubted(each, Reason("import-sheet-long-text"))
        elif any(len(text) > longest_option or len(lettered(text, is_parted=True)[1]) > 1 for text in texts):
            yield _doubted(each, Reason("import-sheet-long-option"))
        elif 0 < len(texts) <= few and not are_truths({str(place): text for place, text in enumerate(texts)}):
            yield _doubted(each, Reason("import-sheet-options-few", {"count": len(texts), "usual": usual}))
        else:
            yield each


def _options(question: SourceQuestion) -> list[str]:
    options = question.fields.get("options")
    return [str(text) for text in options.values()] if isinstance(options, dict) else []


def _doubted(question: SourceQuestion, doubt: Reason) -> SourceQuestion:
    return question._replace(doubts=(*question.doubts, doubt))
