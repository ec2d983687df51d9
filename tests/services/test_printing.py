"""Printing: what is printed is fixed, and no key of what somebody is sitting is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.services.printing import print_paper
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.keyed_attempts import roster
from tests.samples.printed_paper import printed
from tests.samples.workplace import BANK, PAPER, Shelf, paper, workplace


def test_what_was_printed_stays_so_whatever_is_edited_later() -> None:
    place = workplace()
    first = print_paper(place, PAPER, ["A"], with_key=True)
    changed = replace(BANK, items=tuple(replace(item, rationale="改了") for item in BANK.items))
    later = replace(place, library=Shelf(shelf_banks=(changed,)))
    assert print_paper(later, PAPER, ["A"], with_key=True) == first
    assert [fixed.letter for fixed in place.home.forms.fixed(PAPER.id)] == ["A"]


def test_the_key_of_what_somebody_is_sitting_is_not_printed_and_nothing_is_fixed() -> None:
    place = workplace(Shelf(shelf_papers=(PAPER, paper(id="other"))))
    stands = standing(place.home, place.clock, PAPER, Candidate(id="1", name="张三"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    other = paper(id="other")
    with pytest.raises(Refused, match="print-key-hidden"):
        print_paper(place, other, ["A"], with_key=True)
    assert place.home.forms.fixed("other") == ()
    assert not print_paper(place, other, ["A"], with_key=False).with_key
    sitting.hand_in()
    sitting.close()
    assert print_paper(place, other, ["A"], with_key=True).with_key


def test_a_form_of_ones_own_says_whose_it_is() -> None:
    own = paper(per_candidate=True)
    place = workplace(Shelf(shelf_papers=(own,)))
    roster(place, "07 张三")
    (form,) = print_paper(place, own, ["07"], with_key=False).forms
    assert (form.letter, form.candidate) == ("", ("07", "张三", "办公室"))


def test_a_form_says_its_letter_where_there_are_several() -> None:
    both = printed("A", "B", forms=2).forms
    assert [form.letter for form in both] == ["A", "B"]
    assert len({form.digest for form in both}) == 2
    assert [form.letter for form in printed().forms] == [""]
