"""People of the class."""

from __future__ import annotations

import pytest

from quizapp.domain.candidate import Candidate, plain_name


def test_a_candidate_needs_an_id_and_a_name_only() -> None:
    candidate = Candidate(id="001", name="张三")
    assert (candidate.unit, candidate.post, candidate.group) == ("", "", "")


@pytest.mark.parametrize("written", ["张三", "张 三", "张　三", " 张三\n", "\u202e张\x1b三", "张\u00a0三"])
def test_a_name_is_compared_without_the_blanks_that_lists_put_into_it(written: str) -> None:
    assert plain_name(written) == "张三"
