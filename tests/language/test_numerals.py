"""Numbers in Chinese, as papers, reports and Word's lists have them."""

from __future__ import annotations

import pytest

from quizapp.language.words import chinese_numeral


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")),
        *(
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1001, "一千零一"),
            (1010, "一千零一十"),
            (9999, "九千九百九十九"),
        ),
    ],
)
def test_a_number_is_said_as_it_is_read_aloud(number: int, said: str) -> None:
    assert chinese_numeral(number) == said


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_what_is_beyond_stays_in_figures(number: int) -> None:
    assert chinese_numeral(number) == str(number)


def test_a_ten_of_other_digits_keeps_its_one() -> None:
    assert chinese_numeral(12, "零壹贰叁肆伍陆柒捌玖", "拾佰仟") == "壹拾贰"
