"""1,000 random attempts over all types and schemes, scored twice: by the domain and from the contract alone."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction

from quizapp.domain.item import Item, Response
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.marking import mark
from quizapp.domain.paper import Question
from tests.domain import scorer
from tests.domain.making import asked, blanks, form

ATTEMPTS = 1_000
WORDS = ["快", "准", "细", "严", "及时", "《条例》", "ＡＢ", "ab", "一 二"]
GIVEN = [*WORDS, "", "", "《快》", "条例", "a b", "慢", "一二", "?"]
MARKS = [Fraction(1), Fraction(2), Fraction(3, 2), Fraction(5), Fraction(1, 3), Fraction(0)]
PENALTIES = [Fraction(0), Fraction(0), Fraction(1, 3), Fraction(1, 4), Fraction(1)]
OPTION_MARKS = [Fraction(1, 2), Fraction(1), Fraction(1, 3), Fraction(2), Fraction(7)]


def random_item(kind: str, chance: random.Random) -> Item:
    options = tuple(f"选项{number}" for number in range(chance.randint(2, 6)))
    letters = "ABCDEF"[: len(options)]
    match kind:
        case "single_choice":
            return SingleChoice(id="s", stem="题干", options=options, key=chance.choice(letters))
        case "multiple_choice":
            key = sorted(chance.sample(letters, chance.randint(1, len(letters))))
            return MultipleChoice(id="m", stem="题干", options=options, key=tuple(key))
        case "true_false":
            return TrueFalse(id="t", stem="题干", key=chance.random() < 0.5)
        case _:
            texts = [tuple(chance.sample(WORDS, chance.randint(1, 3))) for _ in range(chance.randint(1, 4))]
            return blanks(*texts, any_order=chance.random() < 0.5)


def random_response(item: Item, chance: random.Random) -> Response:
    draw = chance.random()
    if draw < 0.1:
        return ()
    if draw < 0.15:
        return ("?",)
    if isinstance(item, SingleChoice):
        return (chance.choice("ABCDEF"[: len(item.options)]),)
    if isinstance(item, MultipleChoice):
        near = {letter for letter in item.key if chance.random() < 0.7}
        far = {letter for letter in "ABCDEF"[: len(item.options)] if chance.random() < 0.15}
        return tuple(sorted(near | far))
    if isinstance(item, TrueFalse):
        return (chance.choice(["true", "false"]),)
    assert isinstance(item, FillBlank)
    likely = [chance.choice(texts) if chance.random() < 0.6 else chance.choice(GIVEN) for texts in item.key]
    chance.shuffle(likely)
    return item.filled(tuple(likely[: chance.randint(1, len(likely))]))


def plainly(question: Question, penalty: Fraction) -> scorer.Asked:
    item, key = question.item, list[str]()
    blank_key: list[list[str]] = []
    if isinstance(item, FillBlank):
        blank_key = [list(texts) for texts in item.key]
    elif isinstance(item, TrueFalse):
        key = ["true" if item.key else "false"]
    elif isinstance(item, SingleChoice | MultipleChoice):
        key = list(item.key)
    return scorer.Asked(
        type=item.TYPE,
        scheme=question.marking.scheme,
        marks=question.marking.marks,
        option_marks=question.marking.option_marks or Fraction(0),
        penalty=penalty,
        key=blank_key or key,
        any_order=isinstance(item, FillBlank) and item.any_order,
    )


def test_a_second_scorer_written_from_the_contract_agrees_on_a_thousand_random_attempts() -> None:
    chance = random.Random(20261201)
    pairs = [(kind, scheme.name) for kind, item in ITEM_TYPES.items() for scheme in item.SCHEMES]
    seen: Counter[str] = Counter()
    for _ in range(ATTEMPTS):
        sections = [
            [
                asked(random_item(kind, chance), chance.choice(MARKS), scheme, chance.choice(OPTION_MARKS))
                for kind, scheme in chance.choices(pairs, k=chance.randint(1, 5))
            ]
            for _ in range(chance.randint(1, 3))
        ]
        penalties = [chance.choice(PENALTIES) for _ in sections]
        asks = form(*sections, penalties=penalties)
        responses = [random_response(question.item, chance) for question in asks.questions]

        expected = [
            scorer.question_marks(plainly(question, penalties[question.section]), list(response))
            for question, response in zip(asks.questions, responses, strict=True)
        ]
        earned_in = [
            [marks for marks, question in zip(expected, asks.questions, strict=True) if question.section == place]
            for place in range(len(sections))
        ]
        by_section = [scorer.section_score(earned) for earned in earned_in]
        score = mark(asks, responses)

        assert score is not None
        assert list(score.questions) == expected
        assert list(score.sections) == by_section
        assert score.total == sum(by_section)
        for question, marks in zip(asks.questions, expected, strict=True):
            seen[f"{question.item.TYPE} {question.marking.scheme}"] += 1
            seen["partly right"] += 0 < marks < question.marking.marks
            seen["costs something"] += marks < 0
        seen["a section would have fallen below 0"] += any(sum(earned) < 0 for earned in earned_in)

    wanted = [f"{kind} {scheme}" for kind, scheme in pairs]
    assert all(seen[name] > 100 for name in [*wanted, "partly right", "costs something"])
    assert seen["a section would have fallen below 0"] > 50
