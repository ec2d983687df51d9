"""Forms as they are kept without their keys, and bank letters read of them where the keys are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Paper, Section
from quizapp.services.book.score_book import look
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.papers.forms import canonical, shown_part
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.corrected_class import key_more, put_right
from tests.samples.workplace import Shelf, workplace

STEPS = Ordering(id="o-1", stem="办文的次序。", options=("拟稿", "核稿", "签发", "印制"), key=("A", "B", "C", "D"))
PAIRS = Matching(
    id="p-1", stem="各在哪里。", left=("睡前", "路上"), right=("床头", "包里", "车库", "案上"), key=("A", "B")
)
RULES = Paper(
    id="sample-paper", title="样卷", sections=(Section(title="一、题", items=("o-1", "p-1"), marks=Fraction(2)),)
)
OTHERWISE = (
    replace(STEPS, options=("印制", "签发", "拟稿", "核稿")),
    replace(PAIRS, right=("案上", "车库", "包里", "床头")),
)


def kept(*items: Item, rules: Paper = RULES) -> bytes:
    """Return what a machine without keys is given of the form that is drawn of these."""
    return canonical(shown_part(form(rules, (ItemBank(id="b", title="题", items=items),))))


def sat(folder: Path) -> Workplace:
    place = workplace(Shelf((RULES,), (ItemBank(id="b", title="题", items=(STEPS, PAIRS)),)))
    key_more(place, folder, ("01,张三,ABCD,1A 2B",), RULES, "学号,姓名,1,2")
    return place


@pytest.mark.parametrize("seed", ["", "2", "3", "5"])
def test_what_is_kept_without_keys_is_the_same_whatever_belongs_together(seed: str) -> None:
    rules = replace(RULES, seed=seed)
    assert kept(STEPS, PAIRS, rules=rules) == kept(*OTHERWISE, rules=rules)


@pytest.mark.parametrize(
    ("item", "typed", "texts"),
    [
        ("o-1", "BADC", ("核稿", "拟稿", "印制", "签发")),
        ("p-1", "1B 2A", ("包里", "床头")),
    ],
)
def test_with_an_item_letters_are_in_its_authors_order(
    tmp_path: Path, item: str, typed: str, texts: tuple[str, ...]
) -> None:
    place = sat(tmp_path)
    (one,) = put_right(place, item, "key", typed)
    choices = one.keyed.choices if one.keyed is not None else ()
    assert tuple(choices["ABCD".index(letter)] for letter in one.answer) == texts


def test_who_gives_the_key_as_shown_earns_all_of_it(tmp_path: Path) -> None:
    place = sat(tmp_path)
    questions = [correction_target(place.home, "sample-paper", number).first for number in ("1", "2")]
    keys = [question.item.describe(question.item.key_response() or (), question.order) for question in questions]
    key_more(place, tmp_path, (f"02,李四,{keys[0]},{keys[1]}",), RULES, "学号,姓名,1,2")
    assert [doc["score"] for doc in look(place.home, place.clock).scores if doc["candidate"] == "02"] == [4]
