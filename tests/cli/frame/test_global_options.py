"""The options before the group."""

from __future__ import annotations

import pytest

from quizapp.cli.frame.opening import read_options
from quizapp.settings import Options


@pytest.mark.parametrize(
    ("words", "options", "rest"),
    [
        ([], Options(), ()),
        (["--home", "h", "--lang=en", "--debug"], Options(home="h", lang="en", debug=True), ()),
        (["--banks", "a", "--banks=b", "scores", "--home", "h"], Options(banks=("a", "b")), ("scores", "--home", "h")),
        (["--home", "a", "--home", "b"], Options(home="b"), ()),
        (["--home"], Options(), ("--home",)),
        (["--debug=1"], Options(), ("--debug=1",)),
        (["--version"], Options(), ("--version",)),
    ],
)
def test_they_are_read_up_to_the_first_word_that_is_none(
    words: list[str], options: Options, rest: tuple[str, ...]
) -> None:
    assert read_options(words) == (options, rest)
