"""Keying answers in: line by line into a draft, compared where keyed twice, entered all or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.errors import Faulty, Overtaken, Refused
from quizapp.domain.marking.keying import DraftEntered, LineKeyed, Round, fold
from quizapp.domain.moment import Moment
from quizapp.language import Language
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.marking.keying import FIRST, SECOND, Difference, Keying
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.classes.keyed_attempts import key_in, roster
from tests.samples.workplace import NINE, PAPER, Shelf, paper, workplace

RIGHT = "CA ACD 错 耳目；参谋"
NOW = Moment(at=NINE)


def keying(place: Workplace, round: Round = FIRST, rules: object = PAPER) -> Keying:
    return Keying(place, rules, round, "赵班长")  # type: ignore[arg-type]  # a paper of the test's


def scores(place: Workplace) -> dict[str, object]:
    return {doc["candidate"]: doc["score"] for doc in look(place.home, place.clock).scores}


def told(place: Workplace, text: str, rules: object = PAPER) -> str:
    with pytest.raises(Refused) as caught:
        keying(place, rules=rules).take(text)
    return Language().error(caught.value)


def test_lines_become_attempts_as_a_file_would_make_them() -> None:
    place = workplace()
    one = keying(place)
    one.take(f"07 {RIGHT}")
    one.take("08 -A AC ? -")
    assert look(place.home, place.clock).scores == ()
    entry = one.enter()
    assert len(entry.attempts) == 2
    assert scores(place) == {"07": 10, "08": 3.33}
    assert {doc["handed_in_by"] for doc in look(place.home, place.clock).scores} == {"entered"}
    responses = read_attempt(place.home, entry.attempts[1]).attempt.responses
    assert responses == ((), ("A",), ("A", "C"), ("?",), ())
    assert (one.lines, keying(place).lines) == ((), ())


def test_every_line_is_on_disk_before_it_is_shown_and_what_is_typed_too(tmp_path: Path) -> None:
    place = replace(workplace(), home=FileHome(tmp_path))
    one = keying(place)
    one.take(f"07 {RIGHT}")
    one.begin("08 CA")
    again = keying(replace(place, home=FileHome(tmp_path)))
    assert [line.text for line in again.lines] == [f"07 {RIGHT}"]
    assert again.begun == "08 CA"


def test_a_persons_line_keyed_again_takes_the_place_of_the_first() -> None:
    place = workplace()
    one = keying(place)
    for text in (f"07 {RIGHT}", f"08 {RIGHT}", "07 BB A 对 -"):
        one.take(text)
    assert [line.text for line in one.lines] == ["07 BB A 对 -", f"08 {RIGHT}"]
    assert one.take_out("08") == f"08 {RIGHT}"
    assert [line.text for line in one.lines] == ["07 BB A 对 -"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "这一行还没有学号。"),
        (f"09 {RIGHT}", "名册里没有学号 09。请核对学号，或请班委会补录名册。"),
        ("07 CA ACD", "还差 2 题，从第 4 题起；没有作答的敲 -。"),
        ("07 CACD 错 -", "第 2 题：字母连到了别的题型上（CD）：字母组到这里要断开，检查是不是漏了一个。"),
        ("07 CE ACD 错 -", "第 2 题：没有选项 E，本题选项是 A 到 D。"),
        (f"07 {RIGHT} 多", "第 5 题：多出来“多”，检查是不是多敲了。"),
    ],
)
def test_a_line_that_is_not_whole_is_not_taken_and_says_why(text: str, said: str) -> None:
    place = workplace()
    roster(place, "07 张三", "08 李四")
    assert told(place, text) == said
    assert keying(place).lines == ()


def test_the_form_comes_after_the_number_where_there_are_several() -> None:
    several = paper(forms=2)
    place = workplace(Shelf(shelf_papers=(several,)))
    assert told(place, f"07 {RIGHT}", several) == "学号后面先写卷别（A 到 B）。"
    one = keying(place, rules=several)
    for text in ("07 B -- - - -", "08 a卷 -- - - -"):
        one.take(text)
    one.enter()
    assert {doc["candidate"]: doc["form"] for doc in look(place.home, place.clock).scores} == {"07": "B", "08": "A"}


def test_each_answers_the_form_of_their_own() -> None:
    own = paper(per_candidate=True)
    place = workplace(Shelf(shelf_papers=(own,)))
    one = keying(place, rules=own)
    one.take("07 -- - - -")
    one.enter()
    assert [doc["form"] for doc in look(place.home, place.clock).scores] == ["07"]


def test_who_has_an_attempt_already_cannot_be_keyed_again(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"07": "C,A,ACD,错,耳目；参谋"})
    assert "已有这份试卷的答卷" in told(place, f"07 {RIGHT}")


def twice(place: Workplace, first: tuple[str, ...], second: tuple[str, ...]) -> Keying:
    one, other = keying(place), keying(place, SECOND)
    for text in first:
        one.take(text)
    for text in second:
        other.take(text)
    return other


def test_rounds_that_agree_however_they_are_typed_are_entered() -> None:
    place = workplace()
    other = twice(place, (f"07 {RIGHT}",), ("07 c,a acd × 《耳目》;参谋",))
    assert other.differences() == ()
    other.enter()
    assert scores(place) == {"07": 10}


def test_what_differs_is_shown_question_by_question_and_nothing_is_entered_until_it_is_settled() -> None:
    place = workplace()
    roster(place, "07 张三")
    other = twice(place, (f"07 {RIGHT}",), ("07 CB ACD 错 耳目；助理",))
    first, second = other.differences()
    assert first == Difference(candidate="07", name="张三", number=2, said=("A", "B"))
    assert (second.number, second.said) == (5, ("耳目；参谋", "耳目；助理"))
    with pytest.raises(Refused, match="keying-unsettled"):
        other.enter()
    with pytest.raises(Refused, match="keying-unsettled"):
        keying(place).enter()
    other.settle(first, FIRST)
    other.settle(second, SECOND)
    assert [one.settled for one in keying(place).differences()] == [FIRST, SECOND]
    other.enter()
    (name,) = place.home.journals.names(PAPER.id)
    assert read_attempt(place.home, name).attempt.responses[1] == ("A",)
    assert read_attempt(place.home, name).attempt.responses[4] == ("耳目", "助理")


def test_a_line_keyed_again_must_be_settled_again() -> None:
    place = workplace()
    other = twice(place, (f"07 {RIGHT}",), ("07 CB ACD 错 耳目；参谋",))
    other.settle(other.differences()[0], FIRST)
    other.take("07 CC ACD 错 耳目；参谋")
    assert [(one.said, one.settled) for one in other.differences()] == [(("A", "C"), None)]


def test_who_was_keyed_once_only_is_taken_or_left_out_as_is_said() -> None:
    place = workplace()
    other = twice(place, (f"07 {RIGHT}", f"08 {RIGHT}"), (f"08 {RIGHT}", f"09 {RIGHT}"))
    one, another = other.differences()
    assert (one.candidate, one.number, one.said) == ("07", 0, ("-", ""))
    assert (another.candidate, another.number, another.said) == ("09", 0, ("", "-"))
    other.settle(one, FIRST)
    other.settle(another, FIRST)
    other.enter()
    assert set(scores(place)) == {"07", "08"}


def test_another_form_is_a_difference_of_the_whole_line() -> None:
    several = paper(forms=2)
    place = workplace(Shelf(shelf_papers=(several,)))
    one, other = keying(place, rules=several), keying(place, SECOND, several)
    one.take("07 A -- - - -")
    other.take("07 B -- - - -")
    (found,) = other.differences()
    assert (found.number, found.said) == (0, ("A", "B"))
    other.settle(found, SECOND)
    other.enter()
    assert [doc["form"] for doc in look(place.home, place.clock).scores] == ["B"]


def test_nothing_keyed_is_nothing_to_enter() -> None:
    with pytest.raises(Refused, match="keying-empty"):
        keying(workplace()).enter()


def test_a_line_that_no_longer_fits_keeps_all_out(tmp_path: Path) -> None:
    place = workplace()
    one = keying(place)
    one.take(f"07 {RIGHT}")
    one.take(f"08 {RIGHT}")
    key_in(place, tmp_path, {"07": "C,A,ACD,错,耳目；参谋"})
    with pytest.raises(Faulty) as caught:
        one.enter()
    assert [(fault.item, fault.code) for fault in caught.value.faults] == [("07", "entered-already")]
    with pytest.raises(Refused, match="keying-line-stale"):
        keying(place).enter()
    assert set(scores(place)) == {"07"}
    again = keying(place)
    again.take_out("07")
    again.enter()
    assert set(scores(place)) == {"07", "08"}


# Two who key the same paper


def test_a_line_that_another_window_took_is_not_replaced_unseen() -> None:
    place = workplace()
    one, two = keying(place), keying(place)
    one.take(f"07 {RIGHT}")
    with pytest.raises(Overtaken, match="keying-line-since"):
        two.take("07 -A AC ? -")
    assert [line.text for line in two.lines] == [f"07 {RIGHT}"]
    # now it was seen
    two.take("07 -A AC ? -")
    assert [line.text for line in keying(place).lines] == ["07 -A AC ? -"]
    with pytest.raises(Overtaken):
        one.take_out("07")


def test_what_is_settled_is_between_the_two_lines_that_were_shown() -> None:
    place = workplace()
    keying(place, FIRST).take(f"07 {RIGHT}")
    keying(place, SECOND).take("07 CA ACD 对 耳目；参谋")
    one, two = keying(place), keying(place, SECOND)
    (difference,) = one.differences()
    two.take("07 CB ACD 对 耳目；参谋")
    with pytest.raises(Overtaken, match="keying-line-since"):
        one.settle(difference, FIRST)
    assert [(each.number, each.settled) for each in one.differences()] == [(2, None), (4, None)]


def test_no_more_is_entered_than_was_counted_and_nothing_twice() -> None:
    place = workplace()
    one, two = keying(place), keying(place)
    one.take(f"07 {RIGHT}")
    assert one.count_to_enter() == 1
    two = keying(place)
    two.take("08 -A AC ? -")
    with pytest.raises(Overtaken, match="keying-since") as told:
        one.enter()
    assert told.value.values == {"before": 1, "after": 2}
    assert look(place.home, place.clock).scores == ()
    assert one.count_to_enter() == 2
    assert len(one.enter().attempts) == 2
    # the other window still has both before it
    with pytest.raises(Overtaken, match="keying-since"):
        two.enter()
    assert len(look(place.home, place.clock).scores) == 2


def test_what_was_keyed_while_others_were_entered_stays_in_the_draft() -> None:
    entered = (
        LineKeyed(when=NOW, round=1, candidate="07", text="07 CA", by="赵"),
        LineKeyed(when=NOW, round=1, candidate="08", text="08 CA", by="赵"),
        DraftEntered(when=NOW, candidates=("07",), by="赵"),
    )
    assert fold(entered).lines[1] == {"08": "08 CA"}
    # an older version emptied it
    assert fold((*entered[:2], DraftEntered(when=NOW, by="赵"))).lines[1] == {}
