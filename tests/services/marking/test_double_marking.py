"""双评: two who mark never have the same essay before them, and where both marked one, neither is overwritten."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.book.score_book import look, whole
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.decisions.attempt_decisions import override, reassign, void
from quizapp.services.decisions.correction import CorrectionWish, correct
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.marking.essay_pile import Script, decide, find_pile, record
from quizapp.services.marking.mark_table import read_marks
from quizapp.services.marking.marking_session import MarkingSession
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.class_standing import paper_counts
from quizapp.stores.files.home import FileHome
from tests.samples.essay_paper import PAPER, essay_workplace, hand_in

WANG, LI = Marker(by="王班长"), Marker(by="李副班长")
JUDGE = Marker(by="赵老师", checked_by="钱老师", why="仲裁")


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Three people have handed in five essays, in a home on disk."""
    found = replace(essay_workplace(), home=FileHome(tmp_path / "home", patience=5))
    hand_in(found, "01", "张三", "第一时间报告", "体会很深")
    hand_in(found, "02", "李四", "不说")
    hand_in(found, "03", "王五", "更正", "一般")
    return found


@pytest.fixture
def other(place: Workplace, tmp_path: Path) -> Workplace:
    """Another program on the same home."""
    return replace(place, home=FileHome(tmp_path / "home", patience=5))


def session(place: Workplace, marker: Marker) -> MarkingSession:
    return MarkingSession(place.home, place.clock, find_pile(place, PAPER.id, marker.by), marker)


def key(script: Script) -> tuple[str, int]:
    return script.name.attempt, script.question.number


def give(one: MarkingSession, *points: int) -> None:
    """Give the essay on screen these points, and have them recorded."""
    for place, point in enumerate(points):
        one.draft.settle()
        for character in str(point):
            one.draft.type(place, character)
    one.save()


def whole_of(one: MarkingSession) -> tuple[int, ...]:
    return (1,) * len(one.draft.points)


def by_file(place: Workplace, marker: Marker, folder: Path, *rows: str) -> tuple[EssayMarked, ...]:
    path = folder / "marks.csv"
    path.write_text("\n".join(["答卷,题号,1,2,3", *rows]), encoding="utf-8")

    def make() -> tuple[EssayMarked, ...]:
        sheet = read_marks(place.home, PAPER.id, path, marker, place.clock.read())
        assert not sheet.faults.has_errors, [Language().fault(fault) for fault in sheet.faults.faults]
        return sheet.decisions

    return record(place, PAPER.id, make).decisions


def given(markings: Iterable[EssayMarked]) -> list[tuple[str, Fraction]]:
    return [(one.by, one.marks) for one in markings]


def status(place: Workplace, number: int = 0) -> tuple[object, object]:
    doc = look(place.home, place.clock).scores[number]
    return doc["status"], doc["score"]


# The same essay is before one of them only


def test_two_who_mark_begin_at_different_essays_and_meet_at_none(place: Workplace, other: Workplace) -> None:
    one, two = session(place, WANG), session(other, LI)
    marked: list[tuple[str, int]] = []
    for mine, others in ((one, two), (two, one)) * 3:
        assert key(mine.script) != key(others.script)
        if mine.script.waits:
            give(mine, *whole_of(mine))
            marked.append(key(mine.script))
        following = mine.next_waiting()
        if following is not None:
            assert mine.go(following)
    assert sorted(marked) == sorted({key(script) for script in find_pile(place, PAPER.id).scripts})
    assert one.next_waiting() is None


def test_turning_leaves_out_what_another_has_before_them(place: Workplace, other: Workplace) -> None:
    one, two = session(place, WANG), session(other, LI)
    assert (one.shown, two.shown) == (0, 1)
    assert one.turn(1) == 1
    assert one.shown == 2
    assert two.turn(-1) == 0
    assert one.turn(-1) == 0
    assert (one.shown, two.shown) == (1, 0)
    assert one.turn(-1) is None
    assert not one.go(0)


def test_what_was_left_half_given_is_nobody_elses(place: Workplace, other: Workplace) -> None:
    one = session(place, WANG)
    one.draft.type(0, "1")
    one.turn(1)
    two = session(other, LI)
    assert two.shown == 2
    assert not two.go(0)
    one.close()
    assert two.go(0)


def test_where_others_have_all_of_them_it_is_told(place: Workplace, other: Workplace) -> None:
    pile = find_pile(place, PAPER.id)
    alone = replace(pile, scripts=pile.scripts[:1])
    first = MarkingSession(place.home, place.clock, alone, WANG)
    with pytest.raises(Refused, match="marking-all-held") as told:
        MarkingSession(other.home, other.clock, alone, LI)
    assert Language().error(told.value) == "《论述卷》的 1 份简答，别的阅卷人都在阅。等有人阅完或离开再来。"
    first.close()
    MarkingSession(other.home, other.clock, alone, LI).close()


def test_a_program_that_was_killed_keeps_no_essay_from_anybody(place: Workplace, tmp_path: Path) -> None:
    script = find_pile(place, PAPER.id).scripts[0]
    code = (
        "import sys, time; from pathlib import Path; from quizapp.stores.files.home import FileHome\n"
        "claim = FileHome(Path(sys.argv[1])).claim(sys.argv[2]); print(claim is not None, flush=True); time.sleep(60)"
    )
    name = f"mark-{script.name.attempt}-{script.question.number}"
    command = [sys.executable, "-c", code, str(tmp_path / "home"), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "True\n"
        assert session(place, WANG).shown == 1
        program.kill()
        program.wait()
    assert session(place, WANG).shown == 0


# Both marked one


def test_marks_by_two_files_stand_side_by_side_and_their_difference_is_decided(
    place: Workplace, tmp_path: Path
) -> None:
    first, second, _ = (name.attempt for name in place.home.journals.names())
    by_file(place, WANG, tmp_path, f"{first},2,2,2,0", f"{first},3,7,,", f"{second},2,1,1,1")
    assert status(place) == ("marked", 17)
    by_file(place, LI, tmp_path, f"{first},2,2,0,0", f"{second},2,1,1,1")
    # one differs: neither stands, nobody's is lost, and the score waits
    assert status(place) == ("marking", None)
    assert status(place, 1) == ("marked", 8)
    (asked,) = conflicts(place.home, look(place.home, place.clock))
    assert (asked.doubt, asked.attempt, asked.values) == ("marks", first, {"number": "2"})
    assert given(asked.markings) == [("王班长", Fraction(8)), ("李副班长", Fraction(4))]
    assert [key(script) for script in find_pile(place, PAPER.id).differing] == [(first, 2)]
    # of the three one waits for a marker, and one for a decision
    (counts,) = paper_counts(place, look(place.home, place.clock), place.clock.read().at)
    assert (counts.waiting, counts.differing, counts.needs_person) == (1, 1, True)
    override(place, first, 2, Fraction(6), JUDGE)
    assert status(place) == ("marked", 15)
    assert conflicts(place.home, look(place.home, place.clock)) == ()
    assert place.home.book.read() == whole(place.home)
    # and both still stand in the journal
    marked = [one for one in place.home.decisions.read(PAPER.id) if isinstance(one, EssayMarked)]
    of_it = [one for one in marked if (one.attempt, one.question) == (first, 2)]
    assert given(of_it) == [("王班长", Fraction(8)), ("李副班长", Fraction(4))]


def test_an_attempt_with_one_essay_in_dispute_and_another_unmarked_waits_for_both(
    place: Workplace, tmp_path: Path
) -> None:
    first = place.home.journals.names()[0].attempt
    by_file(place, WANG, tmp_path, f"{first},2,2,2,0")
    by_file(place, LI, tmp_path, f"{first},2,2,0,0")
    (counts,) = paper_counts(place, look(place.home, place.clock), place.clock.read().at)
    assert (counts.waiting, counts.differing) == (3, 1)


def test_a_marker_amends_their_own_and_agreement_needs_no_decision(place: Workplace, tmp_path: Path) -> None:
    first = place.home.journals.names()[0].attempt
    by_file(place, WANG, tmp_path, f"{first},2,2,2,0", f"{first},3,7,,")
    by_file(place, LI, tmp_path, f"{first},2,2,0,0")
    by_file(place, replace(LI, by=" 李 副班长"), tmp_path, f"{first},2,2,2,0")
    assert status(place) == ("marked", 17)
    by_file(place, WANG, tmp_path, f"{first},3,9,,")
    assert status(place) == ("marked", 19)


def test_what_a_decision_settled_no_marker_changes(place: Workplace, tmp_path: Path) -> None:
    first = place.home.journals.names()[0].attempt
    by_file(place, WANG, tmp_path, f"{first},2,2,2,0", f"{first},3,7,,")
    override(place, first, 2, Fraction(6), JUDGE)
    path = tmp_path / "again.csv"
    path.write_text(f"答卷,题号,1,2,3\n{first},2,0,0,0\n", encoding="utf-8")
    sheet = read_marks(place.home, PAPER.id, path, WANG, place.clock.read())
    assert [fault.code for fault in sheet.faults.faults] == ["mark-overridden-already"]
    script = next(one for one in find_pile(place, PAPER.id).scripts if key(one) == (first, 2))
    assert (script.waits, script.is_overridden, script.differs) == (False, True, False)
    with pytest.raises(Refused, match="mark-overridden-already"):
        decide(place.home, script, [Fraction(1)] * 3, LI, place.clock.read())
    assert status(place) == ("marked", 15)


def test_an_essay_that_is_dropped_is_nothing_to_decide(place: Workplace, tmp_path: Path) -> None:
    from quizapp.services.decisions.regrading import regrade

    first = place.home.journals.names()[0].attempt
    by_file(place, WANG, tmp_path, f"{first},2,2,2,0", f"{first},3,7,,")
    by_file(place, LI, tmp_path, f"{first},2,0,0,0")
    correct(place, correction_target(place.home, PAPER.id, "e-1"), CorrectionWish(how="drop"), JUDGE)
    regrade(place, PAPER.id, JUDGE, from_bank=False)
    assert status(place) == ("marked", 9)
    assert conflicts(place.home, look(place.home, place.clock)) == ()


# On screen


def test_on_screen_anothers_marks_are_not_shown_and_giving_some_is_a_second_marking(
    place: Workplace, other: Workplace
) -> None:
    one = session(place, WANG)
    give(one, 2, 2, 0)
    one.close()
    two = session(other, LI)
    assert two.shown == 1
    assert two.go(0)
    assert (two.draft.missing, two.script.waits, [each.by for each in two.script.others]) == (3, False, ["王班长"])
    give(two, 2, 0, 0)
    assert (two.script.differs, two.differing, two.marked) == (True, 1, 1)
    assert [each.marks for each in two.script.markings] == [8, 4]
    # the second marker amends what is theirs, again and again, and nothing else
    give(two, 2, 1, 0)
    give(two, 2, 2, 0)
    assert (two.script.differs, two.draft.is_changed) == (False, False)
    assert given(two.script.markings) == [("王班长", Fraction(8)), ("李副班长", Fraction(8))]


@pytest.mark.parametrize("what", ["marked", "overridden", "void", "reassigned", "corrected"])
def test_what_became_of_an_essay_while_it_was_on_screen_is_told_and_it_is_asked_again(
    place: Workplace, other: Workplace, tmp_path: Path, what: str
) -> None:
    one = session(place, WANG)
    attempt, number = key(one.script)
    one.draft.take_suggestion()
    one.draft.toggle(2)
    match what:
        case "marked":
            by_file(other, LI, tmp_path, f"{attempt},{number},1,0,0")
        case "overridden":
            override(other, attempt, number, Fraction(3), JUDGE)
        case "void":
            void(other, attempt, JUDGE)
        case "reassigned":
            reassign(other, attempt, "09", "某某", JUDGE)
        case _:
            correct(other, correction_target(other.home, PAPER.id, str(number)), CorrectionWish(how="drop"), JUDGE)
    before = place.home.decisions.read(PAPER.id)
    with pytest.raises(Refused) as told:
        one.save()
    assert isinstance(told.value, Overtaken) or told.value.code == "mark-overridden-already"
    assert place.home.decisions.read(PAPER.id) == before
    assert (one.unfinished, one.draft.is_changed) == (0, False)
    if what == "marked":
        assert [each.by for each in one.script.others] == ["李副班长"]
        give(one, 2, 2, 1)
        assert one.script.differs


def test_marks_given_after_what_the_marker_saw_are_refused_by_whoever_it_was(
    place: Workplace, other: Workplace, tmp_path: Path
) -> None:
    """Two windows of one person: what the one recorded, the other amends only once it was shown."""
    one = session(place, WANG)
    attempt, number = key(one.script)
    one.draft.type(0, "1")
    by_file(other, WANG, tmp_path, f"{attempt},{number},2,2,1")
    with pytest.raises(Overtaken):
        give(one, 0, 0, 0)
    assert one.draft.marks == [2, 2, 1]
