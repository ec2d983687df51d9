"""多选题: keys as authors write them, and the five marking schemes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import Value
from quizapp.domain.items.multiple_choice import MultipleChoice
from tests.samples.small_items import FIVE, Findings, marking, multiple

OPTIONS: dict[str, Value] = dict(zip("ABCDE", FIVE, strict=True))


@pytest.mark.parametrize(
    "key",
    [
        "ABD",
        "DBA",
        "abd",
        "ＡＢＤ",
        "A,B,D",
        "A，B，D",
        "A、B、D",
        "A;B;D",
        "A；B；D",
        "A B D",
        "A　B　D",
        " a, b ，d ",
        "A/B/D",
    ],
)
def test_a_key_may_be_written_with_any_of_the_parting_marks_or_none(key: str) -> None:
    report = Findings()
    read = MultipleChoice.read({"options": OPTIONS, "key": key}, "题干", report)
    assert read == {"options": FIVE, "key": ("A", "B", "D")}
    assert report.found == []


def test_a_key_may_be_a_list() -> None:
    for key in (["A", "B", "D"], ["d", "ｂ", "A"]):
        read = MultipleChoice.read({"options": OPTIONS, "key": [*key]}, "题干", Findings())
        assert read is not None
        assert read["key"] == ("A", "B", "D")


@pytest.mark.parametrize("kind", [{}, {"type": "multiple_choice"}, {"type": "多选题"}])
def test_one_right_option_only_is_a_warning(kind: dict[str, str]) -> None:
    report = Findings()
    read = MultipleChoice.read({"options": OPTIONS, "key": "B", **kind}, "题干", report)
    assert read == {"options": FIVE, "key": ("B",)}
    assert report.found == [(("key",), "key-only-one-right", {"warning": True, "key": "B"})]


@pytest.mark.parametrize("kind", ["不定项", "不定项选择题"])
def test_one_right_option_only_is_no_warning_where_it_was_written_as_of_any_number(kind: str) -> None:
    report = Findings()
    assert MultipleChoice.read({"options": OPTIONS, "key": "B", "type": kind}, "题干", report) is not None
    assert report.found == []


def test_faults_of_the_options_and_of_the_key_are_reported_together() -> None:
    report = Findings()
    assert MultipleChoice.read({"options": ["甲"], "key": "AA"}, "题干", report) is None
    assert report.codes == ["option-count", "key-letter-twice"]


def test_faulty_options_leave_nothing_though_the_key_is_sound() -> None:
    report = Findings()
    assert MultipleChoice.read({"options": ["甲"], "key": "AB"}, "题干", report) is None
    assert report.codes == ["option-count"]


@pytest.mark.parametrize("typed", ["ABD", "abd", "ＡＢＤ", "A,B,D", "A，B、D", "d b a", "AABBD"])
def test_letters_are_typed_in_any_order_case_and_width(typed: str) -> None:
    assert multiple().parse(typed, ()) == ("A", "B", "D")


def test_typed_letters_are_the_letters_shown_on_the_form_and_kept_in_the_banks() -> None:
    order = (4, 3, 2, 1, 0)
    assert multiple().parse("AB", order) == ("D", "E")
    assert multiple().describe(("A", "B", "D"), order) == "BDE"


def test_a_letter_that_the_form_does_not_show_is_refused() -> None:
    with pytest.raises(InvalidAnswer) as refused:
        multiple().parse("ABF", ())
    assert (refused.value.code, refused.value.values) == ("answer-letter-unknown", {"letter": "F", "last": "E"})


# The key is ABD of A to E. None stands for a scheme without option_marks.
WORKED = [
    ("all_or_nothing", "ABD", 1),
    ("all_or_nothing", "AB", 0),
    ("all_or_nothing", "ABCD", 0),
    ("all_or_nothing", "C", 0),
    ("partial", "ABD", 1),
    ("partial", "AB", Fraction(2, 3)),
    ("partial", "D", Fraction(1, 3)),
    ("partial", "ABC", 0),
    ("partial", "ABCD", 0),
    ("partial", "C", 0),
    ("half", "ABD", 1),
    ("half", "AB", Fraction(1, 2)),
    ("half", "D", Fraction(1, 2)),
    ("half", "AC", 0),
    ("half", "ABCD", 0),
    ("half", "CE", 0),
    ("right_minus_wrong", "ABD", 1),
    ("right_minus_wrong", "AB", Fraction(2, 3)),
    ("right_minus_wrong", "ABC", Fraction(1, 3)),
    ("right_minus_wrong", "ABCD", Fraction(2, 3)),
    ("right_minus_wrong", "ABCDE", Fraction(1, 3)),
    ("right_minus_wrong", "AC", 0),
    ("right_minus_wrong", "ACE", 0),
    ("right_minus_wrong", "CE", 0),
]


@pytest.mark.parametrize(("scheme", "chosen", "share"), WORKED)
def test_each_scheme_earns_what_its_line_of_the_table_says(scheme: str, chosen: str, share: Fraction | int) -> None:
    assert multiple("ABD").fraction(tuple(chosen), marking(scheme, 3)) == share


@pytest.mark.parametrize(
    ("marks", "each", "chosen", "earned"),
    [
        (Fraction(2), Fraction(1, 2), "ABD", Fraction(2)),
        (Fraction(2), Fraction(1, 2), "A", Fraction(1, 2)),
        (Fraction(2), Fraction(1, 2), "AB", Fraction(1)),
        (Fraction(2), Fraction(1, 2), "ABC", 0),
        (Fraction(2), Fraction(1, 2), "C", 0),
        (Fraction(2), Fraction(1, 2), "ABCD", 0),
        # two right options at one mark each would be all of the marks: only one of them counts
        (Fraction(2), Fraction(1), "AB", Fraction(1)),
        (Fraction(2), Fraction(3, 4), "AB", Fraction(3, 2)),
        (Fraction(1), Fraction(1, 3), "AB", Fraction(2, 3)),
        (Fraction(2), Fraction(2), "AB", 0),
        (Fraction(2), Fraction(5), "AB", 0),
        (Fraction(2), Fraction(5), "ABD", Fraction(2)),
    ],
)
def test_per_option_earns_its_marks_for_each_right_option_but_less_than_full(
    marks: Fraction, each: Fraction, chosen: str, earned: Fraction | int
) -> None:
    share = multiple("ABD").fraction(tuple(chosen), marking("per_option", marks, each))
    assert share * marks == earned


@pytest.mark.parametrize("each", [Fraction(n, 8) for n in range(1, 33)])
@pytest.mark.parametrize("chosen", ["A", "B", "AB", "BD", "AD"])
def test_per_option_never_earns_full_marks_for_less_than_the_key(each: Fraction, chosen: str) -> None:
    share = multiple("ABD").fraction(tuple(chosen), marking("per_option", 2, each))
    assert 0 <= share < 1


@pytest.mark.parametrize("each", [None, Fraction(0), Fraction(-1)])
def test_per_option_without_marks_for_an_option_earns_nothing_for_a_part(each: Fraction | None) -> None:
    assert multiple("ABD").fraction(("A",), marking("per_option", 2, each)) == 0
    assert multiple("ABD").fraction(("A", "B", "D"), marking("per_option", 2, each)) == 1


def test_per_option_of_a_question_worth_nothing_earns_nothing_for_a_part() -> None:
    assert multiple("ABD").fraction(("A",), marking("per_option", 0, Fraction(1))) == 0


def test_a_letter_given_twice_counts_once() -> None:
    assert multiple("ABD").fraction(("A", "A"), marking("partial")) == Fraction(1, 3)
    assert multiple("ABD").fraction(("A", "B", "C", "C"), marking("right_minus_wrong")) == Fraction(1, 3)


def test_the_key_is_known_unless_it_is_empty() -> None:
    assert multiple().has_key
    assert not multiple("").has_key


def test_a_key_beyond_the_options_is_a_fault() -> None:
    report = Findings()
    assert MultipleChoice.read({"options": ["甲", "乙", "丙", "丁"], "key": "AE"}, "题干", report) is None
    assert report.found == [(("key",), "key-beyond-options", {"letter": "E", "last": "D"})]
