"""判断题: the words that say right and wrong."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Response
from quizapp.domain.items.true_false import TrueFalse, truth_of
from tests.samples.small_items import Findings, marking, true_false

TRUE = [
    "对",
    "正确",
    "是",
    "√",
    "✓",
    "✔",
    "T",
    "t",
    "Ｔ",
    "true",
    "True",
    "TRUE",
    "ｔｒｕｅ",
    " 对 ",
    "　对",
    "✔\ufe0f",
    "✔\ufe0e",
]
FALSE = ["错", "错误", "否", "×", "✗", "✘", "❌", "F", "f", "Ｆ", "false", "False", "FALSE", "错　", "❌\ufe0f"]


@pytest.mark.parametrize(("word", "truth"), [*((word, True) for word in TRUE), *((word, False) for word in FALSE)])
def test_a_truth_word_is_a_key_and_can_be_typed(word: str, truth: bool) -> None:
    report = Findings()
    assert TrueFalse.read({"key": word}, "题干", report) == {"key": truth}
    assert report.found == []
    assert truth_of(word) is truth
    assert true_false().parse(word, ()) == (("true",) if truth else ("false",))


@pytest.mark.parametrize("word", ["", "A", "B", "x", "X", "1", "0", "yes", "对错", "不对", "?"])
def test_another_word_is_no_key(word: str) -> None:
    report = Findings()
    assert TrueFalse.read({"key": word}, "题干", report) is None
    assert report.found == [(("key",), "key-not-truth", {"key": word})]


def test_a_list_is_no_key() -> None:
    report = Findings()
    assert TrueFalse.read({"key": ["对"]}, "题干", report) is None
    assert report.codes == ["key-not-truth"]


@pytest.mark.parametrize(
    ("typed", "response"), [("A", "true"), ("a", "true"), ("Ａ", "true"), ("B", "false"), ("ｂ", "false")]
)
def test_the_letters_a_and_b_mean_right_and_wrong_when_typed(typed: str, response: str) -> None:
    assert true_false().parse(typed, ()) == (response,)


@pytest.mark.parametrize("typed", ["C", "AB", "对错", "1", "yes"])
def test_what_is_no_truth_word_is_refused(typed: str) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        true_false().parse(typed, ())
    assert (refused.value.code, refused.value.values) == ("answer-not-truth", {"answer": typed})


@pytest.mark.parametrize(
    ("response", "text"), [((), ""), (("true",), "对"), (("false",), "错"), (INVALID, "?"), (("maybe",), "?")]
)
def test_a_response_is_described_in_a_word(response: Response, text: str) -> None:
    assert true_false().describe(response, ()) == text


@pytest.mark.parametrize("key", [True, False])
def test_only_the_key_earns_marks(key: bool) -> None:
    item = true_false(key)
    shares = {word: item.fraction((word,), marking("all_or_nothing")) for word in ("true", "false")}
    assert shares == {"true": int(key), "false": int(not key)}
    assert item.fraction(("true", "false"), marking("all_or_nothing")) == 0


def test_wrong_is_a_key_that_is_known() -> None:
    assert true_false(False).has_key
    assert not TrueFalse(id="t", stem="题干").has_key
