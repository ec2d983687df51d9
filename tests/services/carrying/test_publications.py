"""A paper is made to be carried, opened elsewhere, and sat there as it was fixed at the teacher's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from quizapp.domain.attempt.events import Answered
from quizapp.domain.attempt.state import fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.domain.papers.paper import Paper
from quizapp.services.book.attempt_record import published as by_which
from quizapp.services.book.score_book import look
from quizapp.services.carrying.publication import is_open, open_publication
from quizapp.services.carrying.publication_making import PublicationWish, publication
from quizapp.services.papers.forms import form_digest
from quizapp.services.papers.library import PublishedLibrary, with_published
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import standing as stands
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.door import admit
from quizapp.services.sitting.invigilator import kept_with_key, key_behind
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.carrying.publications import FEW, PASSWORD, PEOPLE, carried, published
from tests.samples.workplace import BANK, NINE, PAPER, Chances, Shelf, StoppedClock, paper, workplace

ZHANG = PEOPLE[0]
SILENT = paper(feedback="never", attempts=1)


def desk() -> Workplace:
    """Return the teacher's."""
    return replace(workplace(), class_id="2026-1", class_title="第一期")


def machine(clock: StoppedClock | None = None) -> Workplace:
    """Return a trainee's: no paper and no bank but what is carried there."""
    bare = workplace(Shelf((), ()), clock)
    return replace(bare, library=PublishedLibrary(bare.library, bare.home))


def begun(place: Workplace, who: Candidate = ZHANG) -> Sitting:
    """Begin the sample paper as its publication has it."""
    sourced = place.library.paper(PAPER.id)
    assert sourced.paper is not None
    asked = standing(place.home, place.clock, sourced.paper, who)
    return start(place.home, place.library, place.clock, place.chance, asked, "2026-1")


def everything(home: Home) -> tuple[Any, ...]:
    """Return what opening a publication may change."""
    return home.forms.fixed(PAPER.id), home.roster.candidates(), home.publications.opened()


def test_the_forms_are_fixed_at_the_desk_before_they_travel() -> None:
    teacher = desk()
    made = published(paper(forms=3), teacher)
    fixed = [(one.letter, one.form) for one in teacher.home.forms.fixed(PAPER.id)]
    assert fixed == [(form.letter, form_digest(form)) for form in made.forms]
    assert [one.letter for one in made.cover.forms] == ["A", "B", "C"]
    assert (made.cover.class_id, made.cover.questions, made.cover.full_score) == ("2026-1", 5, "10")


def test_publishing_twice_gives_the_same_forms() -> None:
    teacher = desk()
    assert published(PAPER, teacher).cover.forms == published(PAPER, teacher, roster=PEOPLE).cover.forms


@pytest.mark.parametrize(
    ("code", "rules", "wish"),
    [
        ("paper-for-practice", paper(use="practice"), PublicationWish()),
        ("publish-needs-keys", PAPER, PublicationWish(with_keys=False)),
        ("publish-needs-roster", paper(per_candidate=True), PublicationWish()),
        ("publish-endless-forms", paper(per_candidate=True, attempts=None), PublicationWish(roster=PEOPLE)),
    ],
)
def test_what_cannot_be_carried_is_refused_before_anything_is_fixed(
    code: str, rules: Paper, wish: PublicationWish
) -> None:
    teacher = desk()
    with pytest.raises(Refused, match=code):
        publication(teacher, rules, wish)
    assert teacher.home.forms.fixed(PAPER.id) == ()


@pytest.mark.parametrize("rules", [SILENT, paper(show=())])
def test_keys_may_stay_where_nothing_of_a_result_is_shown(rules: Paper) -> None:
    assert not published(rules, desk(), with_keys=False).cover.has_keys


def test_each_candidate_has_the_forms_of_all_their_tries() -> None:
    made = published(paper(per_candidate=True, attempts=2), desk(), roster=PEOPLE)
    assert [(one.letter, one.number) for one in made.cover.forms] == [("01", 1), ("01", 2), ("02", 1), ("02", 2)]


def test_a_machine_that_has_no_keys_cannot_publish_them_on() -> None:
    place = machine()
    open_publication(place, carried(published(SILENT, desk(), with_keys=False)))
    with pytest.raises(Refused, match="publish-without-keys-only"):
        publication(place, SILENT, PublicationWish(with_keys=True))
    assert publication(place, SILENT, PublicationWish()).cover.questions == 5


def test_every_machine_gives_the_teachers_form_with_keys_or_without() -> None:
    teacher = desk()
    for with_keys in (True, False):
        made = published(SILENT, teacher, with_keys=with_keys, roster=PEOPLE)
        for _ in range(2):
            place = machine()
            open_publication(place, carried(made))
            sitting = begun(place)
            sitting.close()
            assert form_digest(sitting.form) == teacher.home.forms.fixed(PAPER.id)[0].form
            assert sitting.form.has_keys == with_keys
            assert place.home.roster.candidates() == PEOPLE


def test_an_attempt_without_keys_stays_handed_in_and_carries_its_class() -> None:
    place = machine()
    open_publication(place, carried(published(SILENT, desk(), with_keys=False)))
    sitting = begun(place)
    sitting.answer(1, ("A",))
    sitting.hand_in()
    sitting.close()
    (doc,) = look(place.home, place.clock, "2026-1").scores
    assert (doc["status"], doc["score"], doc["class"]) == ("handed_in", None, "2026-1")
    name = AttemptName(attempt=doc["attempt"], paper=PAPER.id)
    events = place.home.journals.read(name).events
    assert any(isinstance(event, Answered) for event in events)
    assert fold(events).started.class_id == "2026-1"


def test_opening_it_twice_changes_nothing() -> None:
    place, file = machine(), carried(published(SILENT, desk(), roster=PEOPLE), PASSWORD)
    assert not is_open(place, file)
    first = open_publication(place, file, PASSWORD)
    before = everything(place.home)
    assert is_open(place, file)
    # No password is asked for again.
    assert open_publication(place, file) == first
    assert everything(place.home) == before
    assert (first.paper, first.class_id, first.class_title) == (PAPER.id, "2026-1", "第一期")


def test_a_wrong_password_takes_nothing_on() -> None:
    place = machine()
    before = everything(place.home)
    with pytest.raises(Refused, match="publication-wrong-password"):
        open_publication(place, carried(published(SILENT, desk(), roster=PEOPLE), PASSWORD), "不是这个")
    assert everything(place.home) == before


def test_another_class_is_refused_and_takes_nothing_on() -> None:
    place = replace(machine(), class_id="2025-2")
    with pytest.raises(Refused, match="publication-other-class"):
        open_publication(place, carried(published(SILENT, desk())))
    assert everything(place.home) == ((), (), ())


def test_other_questions_by_the_same_name_are_refused_and_take_nothing_on() -> None:
    place = machine()
    open_publication(place, carried(published(SILENT, desk())))
    before = everything(place.home)
    items = tuple(replace(item, stem=f"改过：{item.stem}") for item in BANK.items)
    other = workplace(Shelf(shelf_banks=(replace(BANK, items=items),)))
    with pytest.raises(Refused, match="publication-other-questions"):
        open_publication(place, carried(published(SILENT, other), name="新.quiz"))
    assert everything(place.home) == before


def test_one_published_anew_with_a_later_window_is_how_the_paper_is_sat() -> None:
    teacher, place = desk(), machine()
    open_publication(place, carried(published(SILENT, teacher)))
    later = replace(SILENT, delivery=replace(SILENT.delivery, closes=NINE + timedelta(days=1)))
    open_publication(place, carried(published(later, teacher)))
    sourced = place.library.paper(PAPER.title)
    assert sourced.paper is not None
    assert sourced.paper.delivery.closes == NINE + timedelta(days=1)
    assert len(place.library.papers()) == 1


def stops_after(home: Home, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a home stop at its count-th write, as a machine does that is switched off."""
    left = [count]

    def guarded(write: Callable[..., None]) -> Callable[..., None]:
        def wrapped(*given: Any) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise MachineRefused("write-failed", path="", reason="")
            write(*given)

        return wrapped

    for port, name in ((home.forms, "fix"), (home.roster, "record"), (home.publications, "record")):
        monkeypatch.setattr(port, name, guarded(getattr(port, name)))


@pytest.mark.parametrize("count", range(4))
def test_stopped_at_any_write_it_is_done_again_whole(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = published(paper(forms=2, feedback="never"), desk(), roster=PEOPLE)
    place, once = machine(), machine()
    with monkeypatch.context() as stopping:
        stops_after(place.home, count, stopping)
        with pytest.raises(MachineRefused):
            open_publication(place, carried(made))
    assert not is_open(place, carried(made))
    open_publication(place, carried(made))
    open_publication(once, carried(made))
    assert everything(place.home) == everything(once.home)


def test_a_clock_before_the_publication_is_called_wrong_and_never_not_yet_open() -> None:
    opens = NINE + timedelta(hours=1)
    made = published(paper(feedback="never", opens=opens, closes=opens + timedelta(hours=2)), desk())
    early = StoppedClock(at=NINE - timedelta(days=400))
    place = machine(early)
    with pytest.raises(Refused, match="publication-clock-wrong"):
        open_publication(place, carried(made))
    early.go_on(timedelta(days=400))
    open_publication(place, carried(made))
    early.at = NINE - timedelta(seconds=1)
    (facts,) = with_published((), place.home.publications.opened())
    assert stands(facts, early.at) == "wrong_clock"
    assert stands(facts, NINE) == "not_yet"
    for ask in (lambda: admit(place, PAPER.id), lambda: admit(place, PAPER.id, "01", "张三"), lambda: begun(place)):
        with pytest.raises(Refused, match="publication-clock-wrong"):
            ask()


def test_the_invigilators_password_travels_as_what_it_can_be_told_by() -> None:
    made = published(SILENT, desk(), invigilator=kept_with_key("监考2026", Chances(), FEW)[0])
    place = machine()
    open_publication(place, carried(made))
    one = by_which(place.home, PAPER.id)
    assert one is not None
    assert one.invigilator is not None
    assert key_behind("监考２０２６", one.invigilator) is not None
    assert key_behind("监考2025", one.invigilator) is None


def test_a_published_paper_stands_before_the_pools_of_the_same_name() -> None:
    bare = workplace(Shelf((paper(title="旧样卷", instructions="旧的"), paper(id="other", title="另一份"))))
    place = replace(bare, library=PublishedLibrary(bare.library, bare.home))
    open_publication(place, carried(published(SILENT, desk())))
    assert [one.paper.title for one in place.library.papers() if one.paper] == [SILENT.title, "另一份"]
    assert place.library.paper("SAMPLE-PAPER").paper == SILENT
    assert place.library.paper("other").paper is not None
    with pytest.raises(CalledWrongly):
        place.library.paper("none")


def test_at_a_desk_the_papers_own_file_stands_before_its_publication() -> None:
    """Who tries their own publication, changes the paper and publishes again publishes what it says now."""
    changed = replace(SILENT, title="改过的样卷")
    bare = workplace(Shelf((changed,)))
    place = replace(bare, library=PublishedLibrary(bare.library, bare.home, is_desk=True))
    open_publication(place, carried(published(SILENT, desk())))
    open_publication(place, carried(published(paper(id="guest", feedback="never"), guest_desk()), name="客.quiz"))
    assert place.library.paper(PAPER.id).paper == changed
    assert [one.paper.id for one in place.library.papers() if one.paper] == ["guest", PAPER.id]
    facts = with_published(place.paper_list(), place.home.publications.opened(), is_desk=True)
    assert [(one.id, one.title) for one in facts] == [("guest", SILENT.title), (PAPER.id, "改过的样卷")]


def guest_desk() -> Workplace:
    """Return another teacher's."""
    return replace(workplace(Shelf((paper(id="guest", feedback="never"),))), class_id="2026-1")
