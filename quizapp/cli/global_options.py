"""The global options, read off the front of the command line without the parser: it must know its language first."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.settings import Options

TAKES_VALUE = ("--home", "--banks", "--lang")


def read(arguments: Sequence[str]) -> tuple[Options, tuple[str, ...]]:
    """Return the global options at the front and what follows them, from the first word that is none of them on."""
    given: dict[str, list[str]] = {name: [] for name in TAKES_VALUE}
    is_debug = False
    rest = list(arguments)
    while rest:
        name, equals, value = rest[0].partition("=")
        if rest[0] == "--debug":
            is_debug = True
        elif name in TAKES_VALUE and equals:
            given[name].append(value)
        elif name in TAKES_VALUE and len(rest) > 1:
            given[name].append(rest.pop(1))
        else:
            break
        del rest[0]
    options = Options(
        home="".join(given["--home"][-1:]),
        banks=tuple(given["--banks"]),
        lang="".join(given["--lang"][-1:]),
        debug=is_debug,
    )
    return options, tuple(rest)
