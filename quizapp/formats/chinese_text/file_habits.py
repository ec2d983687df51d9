"""What no question proves alone, but a whole file that does the same throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quizapp.domain.item import Value
from quizapp.formats.chinese_text.question_keys import answered_blanks, is_no_answer, ticked_letters, unticked
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.question_fields import truth_word
from quizapp.reading.exchange.source_question import Reason, SourceQuestion

_FEWEST = 5
_EVERYWHERE = 0.9
_MOST = 0.6
_BEGINS_ASKING = re.compile(
    r"(?:简[述答]|论述|试[述论析]|谈谈|请|何谓|阐述|概述|列举|说明|分析|什么|为什么|如何|怎样|解释|写出|计算)"
)
_FILLED = re.compile(r"[(（]\s*[^()（）\s\d][^()（）]{0,40}[)）]|_{1,20}[^_\s]{1,40}_{1,20}")
FOREIGN = re.compile(
    r"\n\s*(?:\d{1,4}\s?(?:[.．](?!\d)|[、，,:：)）])|[A-Za-zＡ-Ｚ]\s?[.．、:：)）]|第\s?\S{1,4}\s?[题章讲节]|[【\[]?(?:答案|解析|正确答案|参考答案)"
    r"|[一二三四五六七八九十]{1,3}、)|[√✓✔]\s*(?:\n|$)"
)
"""Lines within a text that begin as another question, another part or another chapter does."""


def with_habits(
    raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion], is_word: bool
) -> Sequence[SourceQuestion]:
    """Return questions as the file's habits have them: keys that only stand out, rationales without a label, blanks."""
    if not is_word:
        questions = _by_look(questions)
    questions = _answered_in_prose(_judged(_all_ticked(raws, questions)))
    return _filled_in(raws, _explained(raws, _answered_below(raws, questions)))


def _answered_below(raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions without the doubt that their answer has no label, where the file's 简答 have them so."""
    asked = Counter(raw.section.type for raw in raws)
    below = Counter(
        raw.section.type for raw, question in zip(raws, questions, strict=True) if _BELOW in question.doubts
    )
    usual = {
        kind for kind, count in below.items() if count >= _FEWEST_ANSWERED and count >= _ANSWERED_SHARE * asked[kind]
    }
    return [
        question._replace(doubts=tuple(doubt for doubt in question.doubts if doubt != _BELOW))
        if raw.section.type in usual and raw.section.kind == "essay" and _is_whole(raw, question)
        else question
        for raw, question in zip(raws, questions, strict=True)
    ]


_UNTOLD = Reason("import-type-untold")
_PROSE = 16
"""Characters of an answer that is more than a word."""


def _answered_in_prose(questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions without the doubt of their type where they ask, and are answered in prose."""
    return [
        question._replace(doubts=())
        if question.doubts == (_UNTOLD,)
        and question.fields.get("type") == "essay"
        and len(str(question.fields.get("model_answer", ""))) >= _PROSE
        and (str(question.fields["stem"]).endswith(("?", "？")) or _BEGINS_ASKING.match(str(question.fields["stem"])))
        else question
        for question in questions
    ]


def _is_whole(raw: RawQuestion, question: SourceQuestion) -> bool:
    """Return whether a stem asks by itself, so that what is below it is no part of it."""
    stem = str(question.fields.get("stem", ""))
    return raw.section.type == "名词解释" or stem.endswith(("?", "？", "。")) or _BEGINS_ASKING.match(stem) is not None


def _all_ticked(raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions whose options all have a sign for right with all of them as the key, where the file ticks so."""
    if not any(question.doubts == (_NO_KEY,) for question in questions):
        return questions
    ticked = [ticked_letters({letter: texts[-1] for letter, texts in raw.options.items()}) for raw in raws]
    asked = sum(bool(raw.options) for raw in raws)
    if sum(map(bool, ticked)) < max(2 * _FEWEST, _EVERYWHERE * asked):
        return questions
    return [
        question._replace(fields=_with_all(question.fields), doubts=())
        if question.doubts == (_NO_KEY,) and len(letters) == len(raw.options) > 1 and not raw.section.type
        else question
        for raw, question, letters in zip(raws, questions, ticked, strict=True)
    ]


def _judged(questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions whose keys are T and F, and which have no options, as ones to judge, where all such keys are."""
    bare = [each for each in questions if "options" not in each.fields and _CHOICE.match(str(each.fields.get("type")))]
    keys = {str(each.fields.get("key")) for each in bare}
    if keys != {"T", "F"} or len(bare) < _FEWEST:
        return questions
    places = {id(each) for each in bare}
    return [_as_judged(each) if id(each) in places else each for each in questions]


def _as_judged(question: SourceQuestion) -> SourceQuestion:
    key = truth_word(str(question.fields["key"]))
    doubts = tuple(doubt for doubt in question.doubts if doubt != Reason("import-no-options"))
    return question._replace(fields={**question.fields, "type": "true_false", "key": key or ""}, doubts=doubts)


_CHOICE = re.compile("single_choice|multiple_choice")


def _with_all(fields: Mapping[str, Value]) -> dict[str, Value]:
    options = fields["options"]
    assert isinstance(options, dict)  # a choice's
    texts: dict[str, Value] = {letter: unticked(str(text)) for letter, text in options.items()}
    return {**fields, "type": "multiple_choice", "options": texts, "key": "".join(options)}


_NO_KEY = Reason("import-no-key")
_BELOW = Reason("import-answer-below")
_FEWEST_ANSWERED = 3
_ANSWERED_SHARE = 0.75


def is_filled(stem: str) -> bool:
    """Return whether a stem asks nothing and has a text in brackets or on a line, as one with its answers has."""
    return _FILLED.search(stem) is not None and _BEGINS_ASKING.match(stem) is None


def _filled_in(raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions without a type as blanks with their answers, where the file's others carry them so."""
    bare = [not raw.options and "key" not in raw.labels for raw in raws]
    told = [
        is_bare and question.fields.get("type") == "fill_blank" and "key" in question.fields
        for is_bare, question in zip(bare, questions, strict=True)
    ]
    asked = zip(bare, raws, questions, strict=True)
    found = [_blanks(raw, question) if is_bare else None for is_bare, raw, question in asked]
    alike = sum(told) + sum(blanks is not None for blanks in found)
    if alike < _FEWEST or alike < _MOST * sum(bare):
        return questions
    return [
        question if blanks is None else question._replace(fields={**question.fields, **blanks})
        for question, blanks in zip(questions, found, strict=True)
    ]


def _blanks(raw: RawQuestion, question: SourceQuestion) -> dict[str, Value] | None:
    """Return the fields of a question without a type whose answers stand in its stem; None for another."""
    stem = str(question.fields.get("stem", ""))
    is_told = bool(raw.section.type or "type" in raw.labels)
    if is_told or question.fields.get("type") != "essay" or question.doubts or not is_filled(stem):
        return None
    blanked, texts = answered_blanks(stem)
    if not texts or any(is_no_answer(text) for text in texts):
        return None
    return {"type": "fill_blank", "stem": blanked, "key": [*texts]}


def _explained(raws: Sequence[RawQuestion], questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions with the lines below their keys as rationales, where nearly every key of the file has some."""
    keyed = sum("key" in raw.labels and "rationale" not in raw.labels for raw in raws)
    below = sum(bool(raw.below_key) for raw in raws)
    if below < 2 * _FEWEST or below < _EVERYWHERE * keyed:
        return questions
    return [_with_rationale(question, raw.below_key) for raw, question in zip(raws, questions, strict=True)]


def _with_rationale(question: SourceQuestion, text: str) -> SourceQuestion:
    if not text or "rationale" in question.fields or FOREIGN.search("\n" + text) is not None:
        return question
    doubts = tuple(doubt for doubt in question.doubts if doubt != Reason("import-leftover", {"text": text[:60]}))
    return question._replace(fields={**question.fields, "rationale": text}, doubts=doubts)


def _by_look(questions: Sequence[SourceQuestion]) -> Sequence[SourceQuestion]:
    """Return questions without the doubt that their key only stands out, where it does in the whole file."""
    chosen = [each for each in questions if "options" in each.fields]
    looks = sum(any(doubt.code == "import-key-by-look" for doubt in each.doubts) for each in chosen)
    if looks < 2 * _FEWEST or looks < _EVERYWHERE * len(chosen):
        return questions
    return [
        each._replace(doubts=tuple(doubt for doubt in each.doubts if doubt.code != "import-key-by-look"))
        for each in questions
    ]
