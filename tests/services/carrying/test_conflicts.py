"""待处理: what of the attempts that came back only a person can decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.codec import instant_from_text
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.decisions import attempt_decisions
from quizapp.services.marking.answer_entry import enter
from quizapp.services.ports.workplace import Workplace
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.journal_forgery import forged, moved
from tests.samples.carrying.machines import begun, machine, packed, passes, person, sat
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import Shelf, paper

BY = Marker(by="班委甲", checked_by="班委乙", why="核实")


def doubts(home: Workplace, *packs: bytes) -> list[tuple[str, str]]:
    return [(one.doubt, one.candidate) for one in conflicts(home.home, brought(home, *packs).book)]


def test_nothing_is_asked_about_a_class_as_it_should_be() -> None:
    home = committee()
    home.home.roster.record([person(1), person(2)], home.clock.read().at)
    assert doubts(home, packed(sat(1)), packed(sat(2))) == []


def test_more_attempts_than_allowed_count_the_first_started_until_somebody_decides() -> None:
    home = committee()
    one, two = machine("第一台"), machine("第二台")
    begun(one, person(1)).hand_in()
    passes(two, 3000)
    second = begun(two, person(1))
    # The better score does not count all the same.
    second.answer(1, second.form.questions[0].item.key_response() or ())
    second.hand_in()
    # They come in the other order.
    book = brought(home, packed(two), packed(one)).book
    first, other = sorted(book.scores, key=lambda doc: str(doc["attempt"]))
    assert (first["score"] or 0) < (other["score"] or 0)
    assert (first["counts"], other["counts"]) == (True, False)
    (asked,) = conflicts(home.home, book)
    assert (asked.doubt, asked.attempt) == ("beyond", other["attempt"])
    attempt_decisions.void(home, first["attempt"], BY)
    book = look(home.home, home.clock, home.class_id)
    assert [doc["counts"] for doc in book.scores if doc["attempt"] == other["attempt"]] == [True]
    assert conflicts(home.home, book) == ()


def test_two_of_one_person_at_a_time_are_named_also_of_two_papers() -> None:
    other = paper(id="other-paper", title="另一卷")
    library = Shelf((paper(), other))
    home = committee(library=library)
    packs = packed(sat(1)), packed(sat(1, other, library=library, name="另一台"))
    assert doubts(home, *packs) == [("overlap", "001")]


def test_one_that_still_goes_on_overlaps_whatever_began_after_it() -> None:
    other = paper(id="other-paper", title="另一卷")
    library = Shelf((paper(time_limit=None), other))
    home = committee(library=library)
    later = machine("另一台", library)
    passes(later, 5000)
    sitting = begun(later, person(1), other)
    sitting.hand_in()
    early = sat(1, paper(time_limit=None), library=library, hands_in=False)
    assert doubts(home, packed(early), packed(later)) == [("overlap", "001")]


def test_what_was_keyed_in_from_paper_was_sat_at_another_time(tmp_path: Path) -> None:
    other = paper(id="other-paper", title="另一卷")
    library = Shelf((paper(), other))
    home = committee(library=library)
    # When it was keyed in says nothing of when it was sat.
    (doc,) = brought(home, packed(sat(1, library=library))).book.scores
    begun_at = instant_from_text(doc["started_at"])
    passes(home, (begun_at - home.clock.read().at).total_seconds() + 1)
    enter(home, other, written(tmp_path, ["学号,姓名,1,2,3,4,5", "001,考生001,C,A,ACD,错,"]))
    assert len(look(home.home, home.clock, home.class_id).scores) == 2
    assert doubts(home) == []


def test_a_number_that_is_not_on_the_roster_and_a_name_unlike_the_rosters_are_named_until_reassigned() -> None:
    home = committee()
    people = [
        Candidate(id="001", name="考 生 001"),
        Candidate(id="002", name="王五"),
        Candidate(id="009", name="考生003"),
    ]
    home.home.roster.record(people, home.clock.read().at)
    assert doubts(home, *(packed(sat(number)) for number in (1, 2, 3))) == [("name", "002"), ("stranger", "003")]
    attempts = {doc["candidate"]: doc["attempt"] for doc in look(home.home, home.clock).scores}
    attempt_decisions.reassign(home, attempts["003"], "009", "", BY)
    assert doubts(home) == [("name", "002")]


def test_a_home_that_collected_nothing_is_asked_nothing() -> None:
    home = sat(1)
    home.home.roster.record([person(2)], home.clock.read().at)
    book = look(home.home, home.clock, home.class_id)
    assert len(book.scores) == 1
    assert conflicts(home.home, book) == ()


def late(number: int) -> bytes:
    """Return the pack of somebody whose last answer came after the closing."""
    return forged(sat(number), lambda lines: [*lines[:-2], *(moved(line, 3600) for line in lines[-2:])])


def test_an_attempt_that_cannot_have_been_as_it_says_is_asked_about_until_it_is_void(tmp_path: Path) -> None:
    home = committee(tmp_path)
    assert doubts(home, late(1), packed(sat(2))) == [("irregular", "001")]
    (asked,) = conflicts(home.home, look(home.home, home.clock, home.class_id))
    assert [note.code for note in asked.notes] == ["irregular_late"]
    attempt_decisions.void(home, asked.attempt, BY)
    assert conflicts(home.home, look(home.home, home.clock, home.class_id)) == ()


def test_what_an_older_version_kept_beside_the_book_hides_nothing(tmp_path: Path) -> None:
    home = committee(tmp_path)
    brought(home, late(1), packed(sat(2)))
    kept = tmp_path / "cache" / "decided.json"
    assert home.home.book.read().odd  # type: ignore[union-attr]  # there is one
    kept.write_text(kept.read_text(encoding="ascii").replace('"odd"', '"older"'), encoding="ascii")
    book = look(home.home, home.clock, home.class_id)
    assert book.odd is None
    assert [one.doubt for one in conflicts(home.home, book)] == ["irregular"]
    # The next change of the book finds it again, without marking what it does not touch.
    assert [one.doubt for one in conflicts(home.home, brought(home, packed(sat(3))).book)] == ["irregular"]
    assert home.home.book.read().odd  # type: ignore[union-attr]  # there is one


def test_a_form_that_is_gone_keeps_nobody_from_the_rest_of_what_is_to_be_decided(tmp_path: Path) -> None:
    home = committee(tmp_path)
    book = brought(home, late(1), packed(sat(2))).book
    for form in (tmp_path / "forms").glob("*.json"):
        form.unlink()
    assert conflicts(committee(tmp_path).home, replace(book, odd=None)) == ()


def test_a_name_that_was_right_when_they_sat_or_became_so_since_is_asked_about_no_more() -> None:
    home = committee()
    now = home.clock.read().at
    home.home.roster.record([replace(person(1), name="张珊")], now - timedelta(days=1))
    home.home.roster.record([person(2)], now - timedelta(days=1))
    wrote, other = sat(1), sat(2)
    assert doubts(home, packed(wrote), packed(other)) == [("name", "001")]
    # The list is corrected to what the attempt says, and to something else again later.
    home.home.roster.record([person(1)], now + timedelta(days=1))
    assert conflicts(home.home, look(home.home, home.clock, home.class_id)) == ()
    home.home.roster.record([replace(person(1), name="张山")], now + timedelta(days=2))
    assert conflicts(home.home, look(home.home, home.clock, home.class_id)) == ()


def test_a_name_that_was_mended_before_they_sat_is_asked_about_until_the_attempt_is_given_to_them() -> None:
    home = committee()
    now = home.clock.read().at
    home.home.roster.record([person(1)], now - timedelta(days=2))
    home.home.roster.record([replace(person(1), name="张珊")], now - timedelta(days=1))
    assert doubts(home, packed(sat(1))) == [("name", "001")]
    (doc,) = look(home.home, home.clock, home.class_id).scores
    attempt_decisions.reassign(home, doc["attempt"], "001", "", BY)
    book = look(home.home, home.clock, home.class_id)
    assert conflicts(home.home, book) == ()
    assert book.scores[0]["name"] == "张珊"
    with pytest.raises(Refused, match="reassign-to-same"):
        attempt_decisions.reassign(home, doc["attempt"], "001", "", BY)


# What is proposed can be done


def half(number: int, name: str) -> Workplace:
    place = machine(name)
    begun(place, person(number)).close()
    return place


def test_half_an_attempt_too_many_is_annulled_as_is_proposed() -> None:
    home = committee()
    one, two = half(1, "第一台"), half(1, "第二台")
    book = brought(home, packed(one), packed(two)).book
    beyond = [asked for asked in conflicts(home.home, book) if asked.doubt == "beyond"]
    assert [asked.is_sat_here for asked in beyond] == [False]
    attempt_decisions.void(home, beyond[0].attempt, BY)
    assert conflicts(home.home, look(home.home, home.clock, home.class_id)) == ()


def test_half_a_strangers_attempt_is_given_to_whose_it_is_as_is_proposed() -> None:
    home = committee()
    home.home.roster.record([person(2)], home.clock.read().at)
    (asked,) = conflicts(home.home, brought(home, packed(half(1, "一台"))).book)
    assert asked.doubt == "stranger"
    attempt_decisions.reassign(home, asked.attempt, "002", "", BY)
    assert conflicts(home.home, look(home.home, home.clock, home.class_id)) == ()


def test_what_is_sat_here_is_handed_in_before_it_is_annulled_and_that_is_said() -> None:
    home = committee()
    passes(home, 400)
    begun(home, person(1)).close()
    brought(home, packed(half(1, "别的机器")))
    (own,) = {name.attempt for name in home.home.journals.names()} - home.home.collected.attempts()
    asked = conflicts(home.home, look(home.home, home.clock, home.class_id))
    assert [(one.attempt, one.is_sat_here) for one in asked if one.doubt == "beyond"] == [(own, True)]
