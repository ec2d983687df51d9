"""A paper's questions as those who correct keys look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import Shuffle
from quizapp.services.analysis.paper_analysis import answers_to_question
from quizapp.services.decisions.correction import (
    Correctable,
    CorrectablePaper,
    CorrectionWish,
    correct,
    correctable_paper,
    proposed,
)
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.decisions.regrading import preview
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.corrected_class import DECIDER, key_more, put_right, sat, scores, wrongly_keyed
from tests.samples.classes.recorded_decisions import voided
from tests.samples.workplace import Shelf, paper, workplace

TWO_FORMS = paper(forms=2, shuffle=Shuffle(options=True))


def two_forms(folder: Path) -> Workplace:
    place = workplace(Shelf(shelf_papers=(TWO_FORMS,), shelf_banks=wrongly_keyed().shelf_banks))
    key_more(place, folder, ("01,张三,A,B,,,,", "02,李四,B,B,,,,"), TWO_FORMS, "学号,姓名,卷别,1,2,3,4,5")
    return place


def only_form(place: Workplace) -> tuple[Correctable, ...]:
    found = correctable_paper(place, "sample-paper")
    (form,) = found.forms
    return found.questions(form)


def test_every_answer_is_that_of_the_command(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "accept", "C")
    put_right(place, "5", "accept", "；幕僚")
    voided(place, "08")
    for one in only_form(place):
        assert one.answers == answers_to_question(place, correction_target(place.home, "sample-paper", str(one.number)))


def test_what_waits_is_told_and_no_longer_once_it_holds(tmp_path: Path) -> None:
    from quizapp.services.decisions.regrading import regrade

    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    assert [one.waiting for one in only_form(place)] == ["key", None, None, None, None]
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    first = only_form(place)[0]
    assert (first.waiting, first.question.item.key_response()) == (None, ("C",))


def test_a_question_of_one_form_is_corrected_on_the_others_by_its_own_letters(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    found = correctable_paper(place, "sample-paper")
    a, b = found.forms
    assert [(form.letter, form.attempts) for form in (a, b)] == [("A", 1), ("B", 1)]
    for form in (a, b):
        first = found.questions(form)[0]
        assert first.letters[0] == form.letter
        assert set(first.letters) == {"A", "B"}
        order = first.target.order
        assert first.target.response("B") == ("ABCD"[order[1]],)
    assert found.questions(a)[0].target.order != found.questions(b)[0].target.order


def test_the_same_is_recorded_on_every_form(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    found = correctable_paper(place, "sample-paper")
    target = found.questions(found.forms[1])[0].target
    third = target.first.item.authored[2]
    letter = "ABCD"[target.order.index(third)]
    done = correct(place, target, CorrectionWish(how="key", answer=target.response(letter)), DECIDER)
    assert len({one.form for one in done}) == 2
    assert {one.answer for one in done} == {("ABCD"[third],)}


def test_where_everybody_has_a_form_there_is_none_to_choose_and_letters_are_the_banks(tmp_path: Path) -> None:
    from tests.samples.replayed_attempts import begin, pause

    rules = paper(per_candidate=True, shuffle=Shuffle(options=True))
    place = workplace(Shelf(shelf_papers=(rules,)))
    begin(place, rules).hand_in()
    pause(place, minutes=1)
    found = CorrectablePaper(place, "sample-paper")
    assert found.forms == ()
    items = found.questions(None)
    assert {one.number for one in items} == {None}
    assert {one.question.item.id for one in items} == {"s-1", "s-2", "m-1", "t-1", "f-1"}
    first = items[0]
    (letter,) = first.target.response("B")
    assert first.question.item.choices["ABCD".index(letter)] == next(
        item.choices[1]
        for bank in place.library.item_banks()
        for item in bank.items
        if item.id == first.question.item.id
    )


def test_an_item_is_found_under_its_number_and_letters_or_by_the_banks(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    found = correctable_paper(place, "sample-paper")
    there = found.questions(found.forms[1])[0]
    order = there.target.order
    again = found.find(there.question.item.id, 1, order)
    assert (again.number, again.target.order) == (1, order)
    pooled = found.find(there.question.item.id, None, ())
    assert (pooled.number, pooled.target.order) == (None, there.question.item.authored)
    with pytest.raises(Refused) as refused:
        found.find("x-9", 1, ())
    assert refused.value.code == "correct-item-unknown"


def test_what_is_proposed_is_what_would_be_recorded_and_nothing_is(tmp_path: Path) -> None:
    place = sat(tmp_path)
    before = scores(place)
    target = only_form(place)[0].target
    wish = CorrectionWish(how="key", answer=target.response("C"))
    (new,) = proposed(place, target, wish, DECIDER)
    found = preview(place, "sample-paper", from_bank=False, more=(new,))
    assert (len(found.corrections), len(found.changed)) == (1, 12)
    assert sum(one.newly_passes for one in found.changed) == 3
    assert place.home.decisions.read("sample-paper") == ()
    assert scores(place) == before
    assert correct(place, target, wish, DECIDER) == (new,)


def test_nothing_of_what_is_sat_now_is_shown(tmp_path: Path) -> None:
    from quizapp.domain.candidate import Candidate
    from tests.samples.replayed_attempts import begin

    place = sat(tmp_path)
    begin(place, who=Candidate(id="77", name="郑十"))
    for one in only_form(place):
        assert (one.is_sat_now, one.is_hidden, one.answers) == (True, True, ())


def test_a_paper_without_forms_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        CorrectablePaper(workplace(Shelf()), "sample-paper")
    assert refused.value.code == "correct-no-form"
