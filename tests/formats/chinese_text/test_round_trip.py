"""What is written as 试题 text is read back as it was; what would not be is named."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.text import folded
from quizapp.formats.chinese_text import read, write
from quizapp.formats.source_format import SourceQuestion, WrittenBank
from quizapp.services.exchange.import_fields import build
from tests.samples.small_items import unhurried

_HAN = "办会收文登记传阅准确及时，。？（）《》“”ABab12 "
_plain = st.text("办会收文登记传阅准确及时", min_size=2, max_size=12)
_wild = st.text(_HAN + "\n、.:：;；/|【】_#*-答案解析第题", min_size=1, max_size=20).map(str.strip).filter(bool)


def _common(text: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[object]]:
    return {
        "rationale": st.just("") | text,
        "difficulty": st.sampled_from(["", "easy", "medium", "hard"]),
        "topic": st.just("") | _plain,
        "marks": st.sampled_from([Fraction(1), Fraction(2), Fraction(3, 2)]),
        "tags": st.lists(_plain, max_size=2, unique=True).map(tuple),
        "source": st.just("") | text,
        "status": st.sampled_from(["ready", "ready", "draft", "retired"]),
    }


def _items(text: st.SearchStrategy[str]) -> st.SearchStrategy[Item]:
    """Return items of every type that the text has a shape for, with ids that are given later."""
    common = _common(text)
    options = st.lists(text, min_size=2, max_size=6, unique_by=lambda one: "".join(one.split()).casefold()).map(tuple)

    def chosen(kind: type[Item], most: int) -> st.SearchStrategy[Item]:
        def keyed(texts: tuple[str, ...]) -> st.SearchStrategy[Item]:
            letters = st.lists(st.sampled_from(LETTERS[: len(texts)]), min_size=1, max_size=most, unique=True)
            keys = letters.map(lambda found: found[0] if most == 1 else tuple(sorted(found)))
            return st.builds(kind, id=st.just("x"), stem=text, options=st.just(texts), key=keys, **common)

        return options.flatmap(keyed)

    def filled(keys: tuple[tuple[str, ...], ...]) -> st.SearchStrategy[Item]:
        stem = text.map(lambda found: found.replace("_", "") + "甲" + "和".join(["___"] * len(keys)))
        # In any order each blank needs an answer that no other has.
        is_free = (
            st.booleans()
            if len({folded(text) for texts in keys for text in texts[:1]}) == len(keys)
            else st.just(False)
        )
        return st.builds(FillBlank, id=st.just("x"), stem=stem, key=st.just(keys), any_order=is_free, **common)

    keys = st.lists(st.lists(text, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple)
    ordered = options.flatmap(
        lambda texts: st.builds(
            Ordering,
            id=st.just("x"),
            stem=text,
            options=st.just(texts),
            key=st.just(tuple(LETTERS[: len(texts)])),
            **common,
        )
    )
    numeric = st.builds(
        Numeric,
        id=st.just("x"),
        stem=text,
        key=st.integers(-50, 500).map(lambda number: Fraction(number, 4)),
        tolerance=st.sampled_from([Fraction(0), Fraction(1, 2)]),
        unit=st.sampled_from(["", "件", "%"]),
        **common,
    )
    return st.one_of(
        chosen(SingleChoice, 1),
        chosen(MultipleChoice, 4),
        st.builds(TrueFalse, id=st.just("x"), stem=text, key=st.booleans(), **common),
        keys.flatmap(filled),
        ordered,
        numeric,
        st.builds(Essay, id=st.just("x"), stem=text, model_answer=st.just("") | text, **common),
    )


def _bank(items: list[Item]) -> ItemBank:
    from dataclasses import replace

    return ItemBank(
        id="b", title="题库", items=tuple(replace(item, id=f"x-{place}") for place, item in enumerate(items))
    )


def _carried(bank: ItemBank, done: WrittenBank) -> list[Item]:
    gone = {each.item for each in done.left_out if each.is_whole}
    return [item for item in bank.items if item.id not in gone]


def _as_item(question: SourceQuestion, id: str) -> Item:
    """Return the item that an import makes of a question."""
    built = build(question.fields)
    assert built.doubts == () == question.doubts
    kind = ITEM_TYPES[str(built.fields["type"])]
    own = kind.read(built.fields, str(built.fields["stem"]), lambda *_, **__: None)
    fields = built.fields
    assert own is not None
    common: dict[str, object] = {
        "id": id,
        "stem": str(fields["stem"]),
        **{name: str(fields.get(name, "")) for name in ("rationale", "difficulty", "topic", "source")},
        "marks": Fraction(str(fields.get("marks", 1))),
        "tags": tuple(map(str, fields.get("tags", ()))),
        "status": str(fields.get("status", "ready")),
    }
    return kind(**common, **own)  # type: ignore[arg-type]  # a type's own fields are its affair


@given(st.lists(_items(_plain), max_size=5))
@unhurried
def test_plain_items_come_back_whole(items: list[Item]) -> None:
    bank = _bank(items)
    done = write(bank, "zh")
    assert done.left_out == ()
    found = read(done.data, "a.txt", "")
    assert found.remarks == ()
    pairs = zip(found.questions, bank.items, strict=True)
    assert [_as_item(question, item.id) for question, item in pairs] == list(bank.items)


@given(st.lists(_items(_wild), max_size=4))
@unhurried
def test_any_items_come_back_whole_or_are_named(items: list[Item]) -> None:
    bank = _bank(items)
    done = write(bank, "zh")
    kept = _carried(bank, done)
    found = read(done.data, "a.txt", "")
    pairs = zip(found.questions, kept, strict=True)
    assert [_as_item(question, item.id) for question, item in pairs] == kept


def test_a_case_comes_back_with_its_questions() -> None:
    parts = (
        SingleChoice(id="p-1", stem="先做什么（  ）？", options=("登记", "转交"), key="A", rationale="先登记。"),
        Essay(id="p-2", stem="错在哪里？", model_answer="没有登记。", marks=Fraction(5)),
    )
    case = Case(id="c-1", stem="夜里收到急件，\n值班员转手交出。", items=parts, topic="值班", difficulty="hard")
    judged = TrueFalse(id="t-1", stem="急件先办。", key=True)
    done = write(ItemBank(id="b", title="题库", items=(case, judged)), "zh")
    assert done.left_out == ()
    first, second = read(done.data, "a.txt", "").questions
    assert first.verdict == "imported"
    assert first.fields["stimulus"] == case.stem
    assert first.fields["topic"] == "值班"
    assert [part["stem"] for part in first.fields["items"]] == ["先做什么（  ）？", "错在哪里？"]  # type: ignore[index, call-overload]  # a list of maps
    assert second.fields["stem"] == "急件先办。"


def test_what_the_text_cannot_carry_is_named() -> None:
    paired = Matching(id="m-1", stem="请配对。", left=("甲", "乙"), right=("一", "二"), key=("A", "B"))
    essay = Essay(id="e-1", stem="简述。", rubric=(RubricPoint(point="登记", marks=Fraction(1)),), keep_order=True)
    broken = TrueFalse(id="t-1", stem="急件\n\n先办。", key=True)
    done = write(ItemBank(id="b", title="题库", items=(paired, essay, broken)), "zh")
    said = [(each.item, each.reason.code, each.reason.values.get("field"), each.is_whole) for each in done.left_out]
    assert said == [
        ("m-1", "export-type", None, True),
        ("e-1", "export-field", "keep_order", False),
        ("e-1", "export-field", "rubric", False),
        ("t-1", "export-misread", None, True),
    ]


def test_the_text_opens_well_in_notepad() -> None:
    done = write(ItemBank(id="b", title="题库", items=(TrueFalse(id="t-1", stem="急件先办。", key=True),)), "zh")
    assert done.data.startswith(b"\xef\xbb\xbf1.")
    assert done.data.count(b"\n") == done.data.count(b"\r\n") > 0
