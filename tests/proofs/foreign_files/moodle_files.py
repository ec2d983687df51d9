"""Big files that are bad for a reader of GIFT or Aiken, and what reading each takes.

`python -m tests.proofs.foreign_files.moodle_files gift 1000000` prints a line for each file, then what all
of them took of memory.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from quizapp.domain.errors import QuizError
from quizapp.formats.aiken import AIKEN
from quizapp.formats.gift import GIFT
from quizapp.formats.source_format import SourceFormat

Made = Callable[[int], bytes]


def _unit(unit: str, before: str = "", behind: str = "") -> Made:
    """Return what makes a file of some size that is one unit again and again."""

    def made(size: int) -> bytes:
        middle = (unit * (size // len(unit.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")
        return f"{before}{middle}{behind}".encode()

    return made


_GIFT_BIG: Mapping[str, Made] = {
    "open": _unit("{"),
    "closed": _unit("}", before="{"),
    "open blocks": _unit("{\n\n"),
    "both ways": _unit("}{\n\n"),
    "joined by blank lines": _unit("a\n\n", before="{", behind="}"),
    "no blank lines": _unit("a{T}\n"),
    "categories": _unit("$CATEGORY: a/b\n", behind="\n\na{T}"),
    "category of strokes": _unit("/ ", before="$CATEGORY: ", behind="\n\na{T}"),
    "comments": _unit("// [tag:\n", behind="\na{T}"),
    "labels never closed": _unit("[tag:", before="// ", behind="\na{T}"),
    "labels escaped": _unit("\\]", before="// [tag:", behind="\na{T}"),
    "labels": _unit("[tag:a:b]", before="// ", behind="\na{T}"),
    "options": _unit("~c ", before="a{=b ", behind="}"),
    "doubtful options": _unit("~<u>c#<u> ", before="a{=b ", behind="}"),
    "texts": _unit("=%50%b#c ", before="a{", behind="}"),
    "pairs": _unit("=b->c ", before="a{", behind="}"),
    "no pairs": _unit("=d#", before="a{=b->c ", behind="}"),
    "numbers": _unit("=1 ", before="a{#", behind="}"),
    "a long number": _unit("1", before="a{#", behind="}"),
    "tags never closed": _unit("<b ", behind="{T}"),
    "tags": _unit("<b a='b'>c", before="[html]", behind="{T}"),
    "attributes": _unit(" a", before="[html]<b", behind=" =>{T}"),
    "breaks": _unit("<p>", before="[html]", behind="a{T}"),
    "entities": _unit("&amp;", before="[html]", behind="{T}"),
    "no entities": _unit("&amp", before="[html]", behind="{T}"),
    "formulas": _unit("\\(", behind="{T}"),
    "dollars": _unit("$$", behind="{T}"),
    "pictures": _unit("@@PLUGINFILE@@/", behind="{T}"),
    "sources": _unit("src ", before="<img ", behind=">a{T}"),
    "backslashes": _unit("\\", behind="{T}"),
    "titles": _unit("::", behind="{T}"),
    "blank lines": _unit("\n", before="a{T}"),
    "blanks": _unit(" ", before="a{", behind="=b}"),
    "marks on characters": _unit("a\u0301\u0301\u0301\u0301", behind="{T}"),
    "questions": _unit("::a::b{\n\t=c#d\n\t~e\n\t####f\n}\n\n"),
}
_AIKEN_BIG: Mapping[str, Made] = {
    "questions": _unit("门？\nA. 东\nB. 南\nANSWER: A\n\n"),
    "blank lines": _unit("\n", behind="ANSWER: A"),
    "blanks": _unit(" ", behind="\nANSWER: A"),
    "stems": _unit("a\n", behind="ANSWER: A"),
    "options": _unit("A. b\n", before="a\n", behind="ANSWER: A"),
    "options that go on": _unit("c\n", before="a\nA. b\n", behind="B. d\nANSWER: A"),
    "answers": _unit("ANSWER: A\n"),
    "a long answer": _unit("A, ", before="a\nA. b\nB. c\nANSWER: "),
    "orphans": _unit("A. b\n\n", behind="ANSWER: A"),
}
FORMATS: Mapping[str, tuple[SourceFormat, Mapping[str, Made]]] = {
    "gift": (GIFT, _GIFT_BIG),
    "aiken": (AIKEN, _AIKEN_BIG),
}


def _most() -> int:
    """Return the most memory this process had, in kB; getrusage also counts what was there before exec."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1])


def _measure(source: SourceFormat, files: Mapping[str, Made], size: int) -> None:
    before = _most()
    for name, made in files.items():
        data = made(size)
        began = time.process_time()
        try:
            source.read(data, "a.txt", "")
        except QuizError as error:
            name = f"{name} ({error.code})"
        sys.stdout.write(f"{time.process_time() - began:.3f} {name}\n")
    sys.stdout.write(f"{(_most() - before) / 1000:.0f} MB\n")


if __name__ == "__main__":
    _measure(*FORMATS[sys.argv[1]], int(sys.argv[2]))
