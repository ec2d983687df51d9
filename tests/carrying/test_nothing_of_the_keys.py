"""What a publication without keys tells of them: nothing, whatever its bank says of an answer and in whatever order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from quizapp.carrying.publication_file import inside_bytes, publication_bytes, read_inside
from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
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
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Form, Paper, Section, Shuffle
from quizapp.services.carrying.publication import PublishedForm, open_publication
from quizapp.services.papers.forms import fix, form_digest, joined, secret_part, shown_part
from quizapp.services.sitting.invigilator import kept_with_key
from tests.samples.carrying.publications import FEW, carried, published
from tests.samples.item_examples import EXAMPLES
from tests.samples.workplace import Chances, Shelf, workplace

FOUR = ("跟班", "秀才", "耳目", "参谋")
SPOKEN = kept_with_key("监考abc2026", Chances(), FEW)[0]
PAIRS = ("博览群书", "博闻强记", "博采众长")
LETTERS = "ABCD"


def single_choices() -> Iterator[Item]:
    """Give a question with each of its options for its key, as an author may have written them down."""
    for options in permutations(FOUR):
        for key in LETTERS:
            yield SingleChoice(id="i-1", stem="排在第三的是（  ）。", options=options, key=key)


def multiple_choices() -> Iterator[Item]:
    keys = [key for size in range(1, 5) for key in combinations(LETTERS, size)]
    for options in list(permutations(FOUR))[::5]:
        yield from (MultipleChoice(id="i-1", stem="有（  ）。", options=options, key=key) for key in keys)


def true_or_false() -> Iterator[Item]:
    yield from (TrueFalse(id="i-1", stem="管家排在第一。", key=key) for key in (True, False))


def filled() -> Iterator[Item]:
    keys = ((("快",), ("准",)), (("准",), ("快",)), (("快", "及时"), ("细致入微", "细")))
    yield from (FillBlank(id="i-1", stem="办文要___、___。", key=key) for key in keys)


def numbers() -> Iterator[Item]:
    for key, tolerance in ((12, 0), (12, 1), (1_000_000, 0), (Fraction(-1, 8), Fraction(1, 1000))):
        yield Numeric(id="i-1", stem="几天？", key=Fraction(key), tolerance=Fraction(tolerance), unit="天")


def orders() -> Iterator[Item]:
    yield from (
        Ordering(id="i-1", stem="按先后排序。", options=texts, key=tuple(LETTERS)) for texts in permutations(FOUR)
    )


def pairings() -> Iterator[Item]:
    for right in permutations(FOUR):
        yield Matching(id="i-1", stem="各配一个。", left=PAIRS, right=right, key=("A", "B", "C"))


def tables() -> Iterator[Item]:
    columns = (("缓急", ("急件", "平件", "退回")), ("去向", ("局长", "综合科")))
    for key in product("ABC", "AB", "ABC", "AB"):
        yield Classification(id="i-1", stem="归类。", columns=columns, entries=("甲", "乙"), key=key)


def mended() -> Iterator[Item]:
    for key in (((), ("请示",)), (("购置",), ()), ((), ("请示", "函"))):
        yield TextCorrection(id="i-1", stem="改错。", passages=("", "的", ""), places=("购买", "报告"), key=key)


def mended_by_options() -> Iterator[Item]:
    for options in permutations(FOUR):
        key: tuple[tuple[str, ...], ...] = ((), (LETTERS[options.index("耳目")],))
        yield TextCorrection(
            id="i-1", stem="改错。", passages=("", "的", ""), places=("购买", "报告"), options=options, key=key
        )


def essays() -> Iterator[Item]:
    yield Essay(id="i-1", stem="怎么办？")
    yield Essay(id="i-1", stem="怎么办？", model_answer="第一时间报告。")
    for words in ((), ("报告", "第一时间")):
        yield Essay(id="i-1", stem="怎么办？", rubric=(RubricPoint(point="报告", marks=Fraction(3), keywords=words),))


def cases() -> Iterator[Item]:
    parts = [replace(item, id="p-1") for item in single_choices()]
    yield from (Case(id="c-1", stem="上午十点，两位领导的要求不一样。", items=(part,)) for part in parts)


BANKS = {
    "single_choice": single_choices,
    "multiple_choice": multiple_choices,
    "true_false": true_or_false,
    "fill_blank": filled,
    "numeric": numbers,
    "ordering": orders,
    "matching": pairings,
    "classification": tables,
    "text_correction": mended,
    "text_correction with options": mended_by_options,
    "essay": essays,
    "case": cases,
}
NEVER_SHOWN_AS_WRITTEN = ("ordering", "matching", "text_correction with options")


def noted(item: Item) -> Item:
    """Return an item with all that an author may note of its answer beside it."""
    if item.parts:
        return item.with_parts(tuple(map(noted, item.parts)))
    notes = {"tags": (f"答案{item.id}",), "source": "讲义：第三是耳目", "allow": ("key-longest",)}
    return replace(item, rationale="第三是耳目。", feedback=(("A", "不对"), ("C", "对")), **notes)  # type: ignore[arg-type]


def file_of(item: Item, *, shuffled: bool = True) -> bytes:
    """Return the publication of a paper of that item, as it is written without keys."""
    rules = _rules(item.id, shuffled=shuffled)
    bank = ItemBank(id="b-1", title="题库", items=(item,))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=(bank,)))
    made = published(rules, place, with_keys=False, invigilator=SPOKEN)
    inside = inside_bytes(made)
    assert read_inside(inside, made.cover) is not None
    return publication_bytes(made, Chances()) + inside


def _rules(item: str, *, shuffled: bool) -> Paper:
    return Paper(
        id="p-1",
        title="结业考试",
        delivery=Delivery(feedback="never"),
        shuffle=Shuffle(items=shuffled, options=shuffled),
        sections=(Section(title="一、题", items=(item,), marks=Fraction(2)),),
    )


@pytest.mark.parametrize("type", BANKS)
def test_whatever_the_key_every_byte_is_the_same(type: str) -> None:
    files = Counter(file_of(item) for item in BANKS[type]())
    # Of those that are put in order, the one that chance would show is shown another way: exam and file say that much.
    others = 1 if type in NEVER_SHOWN_AS_WRITTEN else 0
    assert sorted(files.values())[:-1] == [1] * others


@pytest.mark.parametrize("type", [*EXAMPLES, "case"])
def test_what_an_author_notes_beside_a_question_does_not_go_along(type: str) -> None:
    item = next(BANKS[type]())
    assert file_of(noted(item)) == file_of(item)


@pytest.mark.parametrize("type", ["single_choice", "multiple_choice", "true_false", "case"])
def test_where_options_stand_as_they_were_written_the_key_changes_no_byte_either(type: str) -> None:
    files = {file_of(item, shuffled=False) for item in BANKS[type]() if _is_as_written(item)}
    assert len(files) == 1


def _is_as_written(item: Item) -> bool:
    return all(part.choices in ((), FOUR) for part in item.asked)


@pytest.mark.parametrize("has_keys", [True, False])
def test_a_form_with_notes_that_an_earlier_version_fixed_is_read_as_it_was_and_published_without_them(
    has_keys: bool,
) -> None:
    item = noted(next(single_choices()))
    rules = _rules(item.id, shuffled=True)
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=(ItemBank(id="b-1", title="题库", items=(item,)),)))
    bare = published(rules, place, with_keys=has_keys)
    (form,) = bare.forms
    former = replace(form, questions=tuple(replace(one, item=item, order=(2, 0, 3, 1)) for one in form.questions))
    fix(place.home, former, letter="A", number=1, now=place.clock.read().at)
    old = replace(bare, forms=(former,), cover=replace(bare.cover, forms=(_named(former),)))
    read = read_inside(inside_bytes(old), old.cover)
    assert [one.item.source for one in read.forms[0].questions] == ["讲义：第三是耳目"]
    assert read.forms[0].questions[0].order == (2, 0, 3, 1)
    desk = workplace(Shelf(shelf_papers=(rules,), shelf_banks=()))
    fix(desk.home, former, letter="A", number=1, now=desk.clock.read().at)
    again = published(rules, desk, with_keys=has_keys)
    assert again.forms == (former.bare(),)
    open_publication(desk, carried(again))


def test_keys_that_an_earlier_version_kept_beside_a_form_are_those_of_its_author() -> None:
    item = next(single_choices())
    rules = _rules(item.id, shuffled=False)
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=(ItemBank(id="b-1", title="题库", items=(item,)),)))
    (form,) = published(rules, place).forms
    secret = secret_part(form)
    del secret["1"]["author_order"]
    assert joined(shown_part(form), secret) == form


def _named(form: Form) -> PublishedForm:
    return PublishedForm(form=form_digest(form), letter=form.letter, number=1)
