"""1,000 random attempts over all types and schemes, scored twice: by the domain and from the contract alone."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from itertools import combinations

from quizapp.domain.item import Item, Response, trimmed
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.classification import Classification
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.text_correction import TextCorrection
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.marking.marks import mark
from quizapp.domain.papers.paper import Form, Question
from tests.domain.marking import second_scorer
from tests.samples.small_items import asked, blanks, form

ATTEMPTS = 1_000
WORDS = ["快", "准", "细", "严", "及时", "《条例》", "ＡＢ", "ab", "一 二"]
GIVEN = [*WORDS, "", "", "《快》", "条例", "a b", "慢", "一二", "?"]
MARKS = [Fraction(1), Fraction(2), Fraction(3, 2), Fraction(5), Fraction(1, 3), Fraction(0)]
PENALTIES = [Fraction(0), Fraction(0), Fraction(1, 3), Fraction(1, 4), Fraction(1)]
UNITS = ["", "", "元", "万元", "km", "%"]
OPTION_MARKS = [Fraction(1, 2), Fraction(1), Fraction(1, 3), Fraction(2), Fraction(7)]


def random_item(kind: str, chance: random.Random) -> Item:
    options = tuple(f"选项{number}" for number in range(chance.randint(2, 6)))
    letters = "ABCDEF"[: len(options)]
    match kind:
        case "single_choice":
            scores = random_scores(chance, len(options))
            best = letters[scores.index(Fraction(1))] if 1 in scores else chance.choice(letters)
            return SingleChoice(
                id="s", stem="题干", options=options, key=best, option_scores=scores if 1 in scores else ()
            )
        case "multiple_choice":
            key = sorted(chance.sample(letters, chance.randint(1, len(letters))))
            scores = random_scores(chance, len(options))
            above = tuple(letter for letter, score in zip(letters, scores, strict=False) if score > 0)
            if len(above) > 1:
                return MultipleChoice(id="m", stem="题干", options=options, key=above, option_scores=scores)
            return MultipleChoice(id="m", stem="题干", options=options, key=tuple(key))
        case "true_false":
            return TrueFalse(id="t", stem="题干", key=chance.random() < 0.5)
        case "numeric":
            number, tolerance = Fraction(chance.randint(-20, 20), 10), Fraction(chance.choice([0, 0, 1, 5]), 10)
            return Numeric(id="n", stem="题干", key=number * 1000, tolerance=tolerance, unit=chance.choice(UNITS))
        case "ordering":
            pairs = tuple((one, other) for one, other in combinations(letters, 2) if chance.random() < 0.3)
            before = pairs if chance.random() < 0.5 else ()
            return Ordering(id="o", stem="题干", options=options, key=tuple(letters), before=before)
        case "matching":
            left = options[: chance.randint(2, len(options))]
            return Matching(id="p", stem="题干", left=left, right=options, key=tuple(letters[: len(left)]))
        case "classification":
            columns = tuple((f"栏{place}", options) for place in range(chance.randint(1, 3)))
            entries = options[: chance.randint(2, len(options))]
            cells = len(entries) * len(columns)
            key_of_all = tuple(chance.choice(letters) for _ in range(cells))
            return Classification(id="c", stem="题干", columns=columns, entries=entries, key=key_of_all)
        case "text_correction":
            right = [() if chance.random() < 0.6 else tuple(chance.sample(WORDS, 2)) for _ in options]
            right[0] = ("快", "及时")
            return TextCorrection(
                id="x", stem="题干", passages=("",) * (len(options) + 1), places=options, key=tuple(right)
            )
        case "essay":
            return Essay(id="e", stem="题干")
        case _:
            texts = [tuple(chance.sample(WORDS, chance.randint(1, 3))) for _ in range(chance.randint(1, 4))]
            return blanks(*texts, any_order=chance.random() < 0.5)


def random_scores(chance: random.Random, count: int) -> tuple[Fraction, ...]:
    """Return a score for each option, or as often none."""
    some = [Fraction(each) for each in ("1", "1", "1/2", "1/3", "0", "-1/2", "-1")]
    return tuple(chance.choice(some) for _ in range(count)) if chance.random() < 0.5 else ()


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
    if isinstance(item, Numeric | Essay):
        return (random_number(item, chance) if isinstance(item, Numeric) else chance.choice(WORDS),)
    if isinstance(item, Ordering):
        given = list(item.key)
        for _ in range(chance.randint(0, 2)):
            one, other = chance.sample(range(len(given)), 2)
            given[one], given[other] = given[other], given[one]
        return tuple(given[: chance.choice([len(given), len(given), chance.randint(1, len(given))])])
    if isinstance(item, Matching):
        given = [letter if chance.random() < 0.6 else chance.choice(["", *item.key]) for letter in item.key]
        return trimmed(tuple(given))
    if isinstance(item, Classification):
        return trimmed(tuple(letter if chance.random() < 0.8 else chance.choice(["", "A", "B"]) for letter in item.key))
    if isinstance(item, TextCorrection):
        mends = [_random_mend(right, chance) for right in item.key]
        return item.given(mends)
    assert isinstance(item, FillBlank)
    likely = [chance.choice(texts) if chance.random() < 0.6 else chance.choice(GIVEN) for texts in item.key]
    chance.shuffle(likely)
    return item.filled(tuple(likely[: chance.randint(1, len(likely))]))


def _random_mend(right: tuple[str, ...], chance: random.Random) -> str:
    if not right:
        return "" if chance.random() < 0.8 else chance.choice(["×", "慢"])
    return chance.choice(right) if chance.random() < 0.8 else chance.choice(["", "×", "慢"])


def random_number(item: Numeric, chance: random.Random) -> str:
    """Return a number at the key or its tolerance's edge or beyond it, in one of the ways people write it."""
    assert item.key is not None
    tenths = int((item.key + chance.choice([0, 0, 1, -1]) * (item.tolerance + Fraction(chance.randint(0, 1), 10))) * 10)
    sign, (whole, part) = "-" if tenths < 0 else "", divmod(abs(tenths), 10)
    text = f"{sign}{whole:,}.{part}" if chance.random() < 0.5 else f"{sign}{whole}.{part}"
    if chance.random() < 0.3:
        text = text.translate({ord(figure): ord(figure) + 65248 for figure in "0123456789.,-"})
    return text + chance.choice(["", "", item.unit, " " + item.unit, "个", "x", ",5"])


def plainly(question: Question, penalty: Fraction, by_hand: Fraction | None) -> second_scorer.Asked:
    item, key = question.item, list[str]()
    blank_key: list[list[str]] = []
    if isinstance(item, FillBlank | TextCorrection):
        blank_key = [list(texts) for texts in item.key]
    elif isinstance(item, TrueFalse):
        key = ["true" if item.key else "false"]
    elif isinstance(item, Numeric):
        key = [str(float(item.key or 0))]
    elif isinstance(item, SingleChoice | MultipleChoice | Ordering | Matching | Classification):
        key = list(item.key)
    return second_scorer.Asked(
        type=item.TYPE,
        scheme=question.marking.scheme,
        marks=question.marking.marks,
        option_marks=question.marking.option_marks or Fraction(0),
        penalty=penalty,
        key=blank_key or key,
        columns=len(item.columns) if isinstance(item, Classification) else 1,
        any_order=isinstance(item, FillBlank) and item.any_order,
        tolerance=str(float(item.tolerance)) if isinstance(item, Numeric) else "0",
        unit=item.unit if isinstance(item, Numeric) else "",
        scores=list(getattr(item, "option_scores", ())) or None,
        order_asked=["".join(pair) for pair in item.before] or None if isinstance(item, Ordering) else None,
        by_hand=by_hand,
    )


def random_marks(asks: Form, responses: list[Response], chance: random.Random) -> dict[int, Fraction]:
    """Return the marks people gave: of all essays with a text, and now and then of something else."""
    return {
        question.number: question.marking.marks * chance.randint(0, 7) / 7
        for question, response in zip(asks.questions, responses, strict=True)
        if (isinstance(question.item, Essay) and response not in ((), ("?",))) or chance.random() < 0.02
    }


def test_a_second_scorer_written_from_the_contract_agrees_on_a_thousand_random_attempts() -> None:
    chance = random.Random(20261201)
    # Cases are not here: they are not answered, their items are.
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
        by_hand = random_marks(asks, responses, chance)

        expected = [
            second_scorer.question_marks(
                plainly(question, penalties[question.section], by_hand.get(question.number)), list(response)
            )
            for question, response in zip(asks.questions, responses, strict=True)
        ]
        earned_in = [
            [marks for marks, question in zip(expected, asks.questions, strict=True) if question.section == place]
            for place in range(len(sections))
        ]
        by_section = [second_scorer.section_score(earned) for earned in earned_in]
        score = mark(asks, responses, by_hand)

        assert score is not None
        assert list(score.questions) == expected
        assert list(score.sections) == by_section
        assert score.total == sum(by_section)
        for question, marks in zip(asks.questions, expected, strict=True):
            seen[f"{question.item.TYPE} {question.marking.scheme}"] += 1
            seen[f"{question.item.TYPE} {question.marking.scheme} right"] += marks == question.marking.marks > 0
            seen["partly right"] += 0 < marks < question.marking.marks
            seen["costs something"] += marks < 0
        seen["a section would have fallen below 0"] += any(sum(earned) < 0 for earned in earned_in)

    wanted = [f"{kind} {scheme}" for kind, scheme in pairs]
    assert all(seen[name] > 100 for name in [*wanted, "partly right", "costs something"])
    assert all(seen[f"{name} right"] > 10 for name in wanted)
    assert seen["a section would have fallen below 0"] > 50
