"""A class that sat a paper whose first key is wrong, and corrections of it, as short as a test needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from quizapp.domain.attempt.decisions import Correction, KeyCorrected
from quizapp.domain.item import Item
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import Paper
from quizapp.services.book.score_book import look
from quizapp.services.decisions.correction import CorrectionWish, correct
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.marking.answer_entry import enter
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import BANK, PAPER, Shelf, StoppedClock, workplace

DECIDER = Marker(by="班委甲", checked_by="班委乙", why="答案有误")

CLASS = (
    "01,张三,C,A,ACD,错,耳目；参谋",
    "02,李四,C,A,ACD,错,耳目；幕僚",
    "03,王五,C,A,,错,",
    "04,赵六,D,A,,错,",
    "05,钱七,D,A,AC,,耳目；参谋",
    "06,孙八,C,B,A,,耳目；幕僚",
    "07,周九,C,A,A,,",
    "08,吴十,A,A,ACD,错,耳目；",
    "09,郑一,C,A,ACD,,耳目；幕僚",
    "10,冯二,D,B,,错,耳目；",
    "11,陈三,C,A,ACD,错,助手；参谋",
    "12,褚四,C,B,AD,错,；参谋",
)
"""What twelve people answered: the first question is C, and its bank says D."""


def bank_with(*items: Item) -> Shelf:
    """Return a library of the sample paper whose bank has these items in place of those of the same ids."""
    others = {item.id: item for item in items}
    bank = replace(BANK, items=tuple(others.get(item.id, item) for item in BANK.items))
    return Shelf(shelf_banks=(bank,))


def wrongly_keyed() -> Shelf:
    """Return the sample library with the first key wrong."""
    first = BANK.items[0]
    assert isinstance(first, SingleChoice)
    return bank_with(replace(first, key="D"))


def sat(folder: Path, people: Sequence[str] = CLASS, rules: Paper = PAPER, library: Shelf | None = None) -> Workplace:
    """Return a workplace where these people have handed in; wrongly keyed unless another library is given."""
    place = workplace(library or wrongly_keyed())
    key_more(place, folder, people, rules)
    return place


def key_more(place: Workplace, folder: Path, people: Sequence[str], rules: Paper = PAPER, heads: str = "") -> None:
    """Enter people's answers."""
    enter(place, rules, written(folder, [heads or "学号,姓名,1,2,3,4,5", *people]), again=True)
    if isinstance(place.clock, StoppedClock):
        place.clock.go_on(timedelta(minutes=1))


def put_right(
    place: Workplace, wanted: str, how: Correction, text: str = "", *, form: str = "", decider: Marker = DECIDER
) -> tuple[KeyCorrected, ...]:
    """Record a correction of the sample paper."""
    target = correction_target(place.home, "sample-paper", wanted, form)
    answer = target.response(text) if how in ("key", "accept") else ()
    return correct(place, target, CorrectionWish(how=how, answer=answer), decider)


def scores(place: Workplace) -> dict[str, object]:
    """Return everybody's score in the book, by 学号."""
    return {doc["candidate"]: doc["score"] for doc in look(place.home, place.clock).scores}
