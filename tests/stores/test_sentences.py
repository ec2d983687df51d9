"""Whatever the stores refuse has a sentence for its code, in both tongues, with its values in it."""

from __future__ import annotations

import re
from pathlib import Path

import quizapp.stores
from quizapp.language.refusals import MACHINE

VALUES = dict.fromkeys(("file", "reason", "line", "kind", "attempt", "pid", "host", "since", "kept"), "值")


def test_every_code_that_a_store_raises_has_its_sentences() -> None:
    sources = Path(quizapp.stores.__file__).parent.rglob("*.py")
    text = "\n".join(path.read_text("utf-8") for path in sources)
    raised = set(re.findall(r'(?:MachineRefused|AttemptBusy)\(\s*"([a-z-]+)"|errno\.\w+: "([a-z-]+)"', text))
    codes = {first or second for first, second in raised} | {"disk-failed"}
    assert codes == MACHINE.keys()


def test_every_sentence_takes_the_values_given() -> None:
    for both in MACHINE.values():
        for sentence in both:
            assert "值" in sentence.format_map(VALUES)
