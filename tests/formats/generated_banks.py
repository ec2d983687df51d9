"""Banks made by Hypothesis, of every type that a table may hold."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.text import clean

SIGNS = "甲乙丙丁题干是否对错AB12（）()，,；;：:/|。.'\"=-+@#＃_ 　\n\t*&"
TEXTS = st.text(alphabet=SIGNS, min_size=1, max_size=14).map(lambda text: clean(text).strip()).filter(bool)
MAYBE = st.one_of(st.just(""), TEXTS)


def _common(number: int) -> dict[str, st.SearchStrategy[object]]:
    return {
        "id": st.just(f"g-{number:03}"),
        "stem": TEXTS.map(lambda text: f"{text}{number}"),
        "rationale": MAYBE,
        "source": MAYBE,
        "difficulty": st.sampled_from(["", "easy", "medium", "hard"]),
        "marks": st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2)]),
        "tags": st.lists(st.sampled_from(["重点", "角色"]), unique=True, max_size=2).map(tuple),
    }


@st.composite
def items(draw: st.DrawFn, number: int) -> Item:
    """Return one item of any type with these fields."""
    given = {name: draw(strategy) for name, strategy in _common(number).items()}
    options = draw(st.lists(TEXTS, min_size=2, max_size=5, unique_by=lambda text: "".join(text.split())))
    letters = LETTERS[: len(options)]
    kind = draw(st.sampled_from([SingleChoice, MultipleChoice, TrueFalse, FillBlank, Numeric, Ordering, Essay]))
    if kind is SingleChoice:
        given |= {"options": tuple(options), "key": draw(st.sampled_from(letters))}
    elif kind is MultipleChoice:
        keys = draw(st.lists(st.sampled_from(letters), min_size=1, unique=True))
        given |= {"options": tuple(options), "key": tuple(sorted(keys))}
    elif kind is TrueFalse:
        given |= {"key": draw(st.booleans())}
    elif kind is FillBlank:
        texts = st.lists(TEXTS.filter(lambda text: bool(text.strip("\"' _"))), min_size=1, max_size=2).map(tuple)
        key = draw(st.lists(texts, min_size=1, max_size=3).map(tuple))
        given |= {"stem": f"{number}" + "、___" * len(key), "key": key}
    elif kind is Numeric:
        given |= {"key": Fraction(draw(st.integers(-99, 99)), 4), "unit": draw(st.sampled_from(["", "万元"]))}
    elif kind is Ordering:
        given |= {"options": tuple(options), "key": tuple(letters)}
    elif draw(st.booleans()):
        given |= {"model_answer": draw(TEXTS)}
    item: Item = kind(**given)
    return item


@st.composite
def banks(draw: st.DrawFn) -> ItemBank:
    """Return a bank of a few items with stems of their own."""
    count = draw(st.integers(1, 4))
    return ItemBank(id="g", title="g", items=tuple(draw(items(number)) for number in range(1, count + 1)))
