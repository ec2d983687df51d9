"""Every error of a file is known to the schema or is said why it cannot be; what is known is refused."""

from __future__ import annotations

import pytest

from tests.formats.native.schema.known_faults import KNOWN, NEVER, SOMETIMES
from tests.formats.native.schema.reader_verdicts import error_codes
from tests.formats.native.schema.schema_editor import as_texts, refusals
from tests.language.test_faults import documented
from tests.samples.fault_sentences import FAULTS

ITEM = "bank: x\nitems:\n- {{id: a-1, stem: 甲___, {}}}\n"
PAPER = "paper: x\ntitle: 甲\nsections:\n- {{title: 甲, {}}}\n"
FIXED = "paper: x\ntitle: 甲\n{}\nsections: [{{title: 甲, items: [a]}}]\n"
CHOICE = "type: single_choice, options: [甲, 乙]"

SAMPLES = {
    "unknown-field": ITEM.format("type: essay, 题千: 甲"),
    "missing-field": ITEM.format("type: true_false"),
    "unknown-type": ITEM.format("type: 单选体"),
    "unknown-value": ITEM.format("type: essay, difficulty: 中等"),
    "not-a-text": "bank: x\nitems:\n- type: essay\n  stem: 甲\n  model_answer:\n  - 甲\n",
    "not-a-map": ITEM.format("type: matching, pairs: 甲"),
    "not-a-list": ITEM.format("type: essay, tags: {a: b}"),
    "not-a-number": ITEM.format("type: essay, marks: 两分"),
    "not-a-threshold": FIXED.format("pass_mark: 六十"),
    "not-a-coverage": FIXED.format("coverage: {a: 一半}"),
    "not-a-duration": FIXED.format("time_limit: 一小时"),
    "not-an-instant": FIXED.format("window: {opens: 明天}"),
    "not-an-attempt-count": FIXED.format("attempts: 0"),
    "not-a-form-count": FIXED.format("forms: 27"),
    "id-malformed": "bank: a b\nitems: [{type: essay, stem: 甲}]\n",
    "no-items": "bank: x\nitems: []\n",
    "items-not-listed": "bank: x\nitems: {a: b}\n",
    "option-marks-missing": ITEM.format("type: multiple_choice, options: [甲, 乙], key: AB, marking: per_option"),
    "options-not-listed": ITEM.format("type: ordering, options: 甲乙"),
    "option-count": ITEM.format("type: ordering, options: [甲]"),
    "option-not-text": ITEM.format("type: ordering, options: [甲, [乙]]"),
    "key-not-letters": ITEM.format(f"{CHOICE}, key: 甲"),
    "key-one-letter": ITEM.format(f"{CHOICE}, key: AB"),
    "key-not-truth": ITEM.format("type: true_false, key: 也许"),
    "stem-without-blank": "bank: x\nitems: [{type: fill_blank, stem: 甲, key: 乙}]\n",
    "key-not-texts": ITEM.format("type: fill_blank, key: [[]]"),
    "key-not-number": ITEM.format("type: numeric, key: 十"),
    "tolerance-not-number": ITEM.format("type: numeric, key: 10, tolerance: 5%"),
    "pairs-too-few": ITEM.format("type: matching, pairs: {甲: 乙}"),
    "rubric-without-marks": ITEM.format("type: essay, rubric: [{point: 甲, marks: 0}]"),
    "score-not-a-share": ITEM.format(f"{CHOICE}, option_scores: {{A: 1, B: 两分}}"),
    "stages-beside": "bank: x\nitems: [{type: case, stimulus: 甲, stages: [{stimulus: 乙, items: []}]}]\n",
    "stage-count": "bank: x\nitems: [{type: case, stages: [{stimulus: 乙, items: [{type: essay, stem: 丙}]}]}]\n",
    "column-value-not-text": ITEM.format(
        "type: classification, columns: {甲: [子, [丑]]}, entries: [{text: 乙, key: 子}, {text: 丙, key: 子}]"
    ),
    "faults-none": ITEM.format("type: text_correction, text: '{甲}{乙}', faults: {}"),
    "case-in-case": "bank: x\nitems: [{type: case, stimulus: 甲, items: [{type: case, stimulus: 乙, items: []}]}]\n",
    "part-status": (
        "bank: x\nitems: [{type: case, stimulus: 甲, items: [{type: essay, stem: 乙, status: retired}]}]\n"
    ),
    "no-sections": "paper: x\ntitle: 甲\nsections: []\n",
    "sections-not-listed": "paper: x\ntitle: 甲\nsections: 甲\n",
    "draw-or-items": PAPER.format("marks: 1"),
    "scheme-of-no-item": PAPER.format("draw: {type: essay, count: 1}, marking: partial"),
    "penalty-without-choices": PAPER.format("draw: {type: essay, count: 1}, penalty: 1/3"),
    "after-close-without-close": FIXED.format("feedback: after_close"),
    "needs-make-up": FIXED.format("exclude: true"),
    "size-without-case": PAPER.format("draw: {type: essay, count: 1, size: 2}"),
}


def test_a_draw_without_any_count_is_refused_by_both() -> None:
    text = PAPER.format("draw: {type: essay, topics: {}}")
    assert error_codes(text) == {"missing-field"}
    assert refusals(as_texts(text)) != []


BROKEN_FILES = {"list-at-top", "file-not-map", "unknown-kind", "file-empty"}
"""Of these the folder of broken files has samples; they are told before it is known what the file is."""


def test_every_code_of_an_error_is_in_one_of_the_lists() -> None:
    severities = documented()
    codes = {code for code in FAULTS if severities.get(code) == "error"}
    assert codes == KNOWN | set(NEVER) | set(SOMETIMES)
    assert len(codes) == len(KNOWN) + len(NEVER) + len(SOMETIMES)


def test_every_code_that_is_known_has_a_sample() -> None:
    assert set(SAMPLES) == KNOWN - BROKEN_FILES


@pytest.mark.parametrize("code", SAMPLES)
def test_what_is_known_is_refused(code: str) -> None:
    assert code in error_codes(SAMPLES[code])
    assert refusals(as_texts(SAMPLES[code])) != []
