"""Items of every type with any text, the signs of text formats among it, for round trips through a format."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import strategies as st

from quizapp.domain.answer_key import Deduction, Level, RubricPoint
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import BY_SCORES, LETTERS, Item, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.case import Case, Stage
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
from quizapp.domain.text import clean, folded

_BITS = (
    "~", "=", "#", "####", "{", "}", ":", "::", "\\", "\\n", "\n", "\n\n", "->", "%50%", "*", "\\*", "//", "[html]",
    "[plain]", "[", "]", "<b>", "</b>", "<br>", "<img src=x>", "&lt;", "&", "$$x$$", "\\(", "\\)", "@@PLUGINFILE@@/a",
    "$CATEGORY: x", "A. ", "B) ", "ANSWER: A", "___", "_", " ", "\t", "\u3000", "；", "/", "甲", "乙", "Ａ", "é", "1.5",
    "T", "TRUE", "难度：易", "“", '"', "'", "“”", "\ud7ff", "😀", "\u0301",
)  # fmt: skip
TEXTS = (
    (st.lists(st.sampled_from(_BITS) | st.text(max_size=4), min_size=1, max_size=8))
    .map(lambda bits: clean("".join(bits)).strip())
    .filter(lambda text: bool(folded(text)))
)
_NAMES = st.text("abcdefg甲乙丙0123-_", min_size=1, max_size=8)
_MARKS = st.sampled_from([Fraction(1), Fraction(2), Fraction("0.5")])
HALF = Fraction(1, 2)
_DECIMALS = st.decimals(-1000, 1000, places=3, allow_nan=False, allow_infinity=False).map(Fraction)


def _common(draw: st.DrawFn, letters: int = 0) -> dict[str, object]:
    feedback = draw(st.dictionaries(st.sampled_from(LETTERS[:letters]), TEXTS, max_size=2)) if letters else {}
    return {
        "id": draw(_NAMES),
        "topic": draw(st.just("") | TEXTS),
        "difficulty": draw(st.sampled_from(["", "easy", "medium", "hard"])),
        "rationale": draw(st.just("") | TEXTS),
        "feedback": tuple(sorted(feedback.items())),
        "marks": draw(_MARKS),
        "tags": tuple(draw(st.lists(TEXTS, max_size=2, unique=True))),
        "apart": tuple(draw(st.lists(TEXTS, max_size=2, unique=True))),
        "source": draw(st.just("") | TEXTS),
        "status": draw(st.sampled_from(["ready", "draft", "retired"])),
        "keep_order": draw(st.booleans()),
    }


@st.composite
def any_items(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(ITEM_TYPES)) -> Item:
    """Give a sound item of one of the types."""
    return _MAKERS[draw(st.sampled_from(kinds))](draw)


def _options(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(draw(st.lists(TEXTS, min_size=2, max_size=5, unique_by=folded)))


def _scheme(draw: st.DrawFn, kind: type[Item]) -> str:
    return draw(st.sampled_from(["", *(scheme.name for scheme in kind.SCHEMES if scheme.name != "per_option")]))


_SCORES = st.sampled_from([Fraction(each) for each in ("-1", "-1/2", "-1/3", "0", "1/4", "1/3", "0.35", "2/3", "1")])


def _scores(draw: st.DrawFn, count: int) -> tuple[Fraction, ...]:
    """Give each option a score of its own, or more often none."""
    return tuple(draw(st.just([]) | st.lists(_SCORES, min_size=count, max_size=count)))


def _single(draw: st.DrawFn) -> Item:
    options = _options(draw)
    key = draw(st.sampled_from(LETTERS[: len(options)]))
    scores = _scores(draw, len(options))
    if scores:
        scores = (*scores[:-1], max(scores[-1], Fraction(1) if 1 not in scores else scores[-1]))
        key = LETTERS[scores.index(Fraction(1))]
    given = _common(draw, len(options))
    return SingleChoice(stem=draw(TEXTS), options=options, key=key, option_scores=scores, **given)  # type: ignore[arg-type]


def _multiple(draw: st.DrawFn) -> Item:
    options = _options(draw)
    key = tuple(sorted(draw(st.sets(st.sampled_from(LETTERS[: len(options)]), min_size=1))))
    scheme = _scheme(draw, MultipleChoice)
    scores = _scores(draw, len(options))
    above = tuple(letter for letter, score in zip(LETTERS, scores, strict=False) if score > 0)
    scores, key = (scores, above) if len(above) > 1 else ((), key)
    given = _common(draw, len(options))
    stem = draw(TEXTS)
    return MultipleChoice(stem=stem, options=options, key=key, marking=scheme, option_scores=scores, **given)  # type: ignore[arg-type]


def _truth(draw: st.DrawFn) -> Item:
    return TrueFalse(stem=draw(TEXTS), key=draw(st.booleans()), **_common(draw))  # type: ignore[arg-type]


def _blanks(draw: st.DrawFn) -> Item:
    blanks = draw(st.sampled_from([1, 1, 1, 2]))
    stem = "___".join(draw(TEXTS).replace("_", "-") for _ in range(blanks + 1))
    entry = st.lists(TEXTS.filter(lambda text: folded(text) != "?"), min_size=1, max_size=3, unique=True).map(tuple)
    key = tuple(draw(entry) for _ in range(blanks))
    return FillBlank(stem=stem, key=key, **_common(draw))  # type: ignore[arg-type]


def _number(draw: st.DrawFn) -> Item:
    tolerance, unit = draw(st.just(Fraction(0)) | _DECIMALS.map(abs)), draw(st.sampled_from(["", "万元", "m²"]))
    return Numeric(stem=draw(TEXTS), key=draw(_DECIMALS), tolerance=tolerance, unit=unit, **_common(draw))  # type: ignore[arg-type]


def _order(draw: st.DrawFn) -> Item:
    options = _options(draw)
    key = tuple(LETTERS[: len(options)])
    before = draw(st.sampled_from([(), (("A", "B"),)]))
    return Ordering(stem=draw(TEXTS), options=options, key=key, before=before, **_common(draw))  # type: ignore[arg-type]


def _pairs(draw: st.DrawFn) -> Item:
    right = _options(draw)
    count = draw(st.integers(2, len(right)))
    left = tuple(draw(st.lists(TEXTS, min_size=count, max_size=count, unique=True)))
    key = tuple(LETTERS[:count])
    scheme = _scheme(draw, Matching)
    return Matching(stem=draw(TEXTS), left=left, right=right, key=key, marking=scheme, **_common(draw))  # type: ignore[arg-type]


def _basket(draw: st.DrawFn) -> Item:
    values = st.lists(TEXTS, min_size=2, max_size=4, unique_by=str.strip).map(tuple)
    names = draw(st.lists(TEXTS, min_size=1, max_size=2, unique=True))
    columns = tuple((name, draw(values)) for name in names)
    entries = tuple(draw(st.lists(TEXTS, min_size=2, max_size=3)))
    key = tuple(draw(st.sampled_from(LETTERS[: len(each)])) for _ in entries for _, each in columns)
    scheme, common = _scheme(draw, Classification), _common(draw)
    return Classification(stem=draw(TEXTS), columns=columns, entries=entries, key=key, marking=scheme, **common)  # type: ignore[arg-type]


def _mends(draw: st.DrawFn) -> Item:
    texts = TEXTS.map(lambda text: " ".join(text.replace("{", "(").replace("}", ")").split()))
    places = tuple(draw(st.lists(texts, min_size=2, max_size=3)))
    passages = (*(draw(TEXTS).replace("}", ")") for _ in places), "完")
    right = draw(TEXTS.filter(lambda text: folded(text) != folded(places[0]) and text != "×"))
    key = ((right,), *((),) * (len(places) - 1))
    common = _common(draw)
    return TextCorrection(stem=draw(TEXTS), passages=passages, places=places, key=key, **common)  # type: ignore[arg-type]


def _essay(draw: st.DrawFn) -> Item:
    points = st.builds(RubricPoint, point=TEXTS, marks=_MARKS)
    levels = (Level(level="甲", least=HALF, most=HALF), Level(level="乙", least=Fraction(0), most=Fraction(0)))
    with_levels = st.builds(RubricPoint, point=TEXTS, marks=st.just(HALF), levels=st.just(levels))
    taken_off = st.builds(Deduction, point=TEXTS, each=st.just(HALF), most=_MARKS)
    return Essay(
        stem=draw(TEXTS),
        rubric=tuple(draw(st.lists(points | with_levels, max_size=2))),
        deductions=tuple(draw(st.lists(taken_off, max_size=1))),
        frame=draw(st.sampled_from([(), ("标题", "正文")])),
        model_answer=draw(st.just("") | TEXTS),
        **_common(draw),  # type: ignore[arg-type]
    )


def _case(draw: st.DrawFn) -> Item:
    if draw(st.booleans()):
        return Case(stem=draw(TEXTS), items=(_truth(draw),), **_common(draw))  # type: ignore[arg-type]
    told = tuple(draw(st.lists(TEXTS, min_size=2, max_size=3)))
    items = tuple(_truth(draw) for _ in told)
    stages = tuple(Stage(stimulus=text, size=1) for text in told)
    return Case(stem="\n\n".join(told), items=items, stages=stages, **_common(draw))  # type: ignore[arg-type]


_MAKERS = {
    "single_choice": _single,
    "multiple_choice": _multiple,
    "true_false": _truth,
    "fill_blank": _blanks,
    "numeric": _number,
    "ordering": _order,
    "matching": _pairs,
    "classification": _basket,
    "text_correction": _mends,
    "essay": _essay,
    "case": _case,
}


def native_fields(item: Item) -> dict[str, Value]:
    """Return an item's fields as its author would write them, so that two can be compared; its id is left out."""
    marking = item.scheme("")
    given: dict[str, Value] = {
        "type": item.TYPE,
        "stem": item.stem,
        **item.written(),
        **{name: getattr(item, name) for name in ("topic", "difficulty", "rationale", "source")},
        "feedback": dict(item.feedback),
        "marks": decimal_text(item.marks) if item.marks != 1 else "",
        "tags": list(item.tags),
        "apart": list(item.apart),
        "marking": marking if marking not in (item.SCHEMES[0].name, BY_SCORES.name) else "",
        "status": item.status if item.status != "ready" else "",
        "keep_order": "true" if item.keep_order else "",
    }
    return bare(given)


def bare(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return fields without those that are empty, and without an id."""
    return {name: value for name, value in fields.items() if value not in ("", [], {}) and name != "id"}
