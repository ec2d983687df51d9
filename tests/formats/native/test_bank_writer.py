"""A bank written reads back equal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.text import clean, clean_line
from quizapp.formats import SOURCES
from quizapp.formats.native.write.banks import write_bank
from tests.formats.native.bank_bytes import read
from tests.samples.bank_files import shelf

TEXTS = st.text(max_size=30).map(clean).filter(lambda text: bool(text.strip()))


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_bank_of_every_type_reads_back_equal(tmp_path: Path, tongue: Literal["zh", "en"]) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    again = read(write_bank(bank, tongue), "x.yaml")
    assert again.faults == ()
    assert again.bank == bank


def test_one_right_option_of_several_needs_no_warning_when_written(tmp_path: Path) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    item = replace(bank.items[1], key=("A",))  # type: ignore[call-arg]  # the second is a multiple choice
    again = read(write_bank(replace(bank, items=(item,))), "x.yaml")
    assert (again.faults, again.bank) == ((), replace(bank, items=(item,)))


@pytest.mark.parametrize("nothing", ["null", "Null", "NULL", "~"])
def test_a_stem_that_is_nothing_to_other_readers_is_a_text_to_them_too(nothing: str) -> None:
    item = TrueFalse(id="n-1", stem=nothing, key=True)
    written = write_bank(ItemBank(id="b", title="题", items=(item,)))
    assert yaml.safe_load(written)["试题"][0]["题干"] == nothing


@given(TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.sampled_from(["zh", "en"]))
def test_any_clean_text_survives(
    stem: str, rationale: str, source: str, tags: list[str], tongue: Literal["zh", "en"]
) -> None:
    given_ = (
        TrueFalse(id="a-1", stem=stem, rationale=rationale, source=source, tags=tuple(tags), key=False),
        SingleChoice(id="a-2", stem=stem, options=("甲", "- 乙: #"), key="B", feedback=(("A", rationale),)),
    )
    bank = ItemBank(id="a", title=clean_line(source), items=given_)
    write = SOURCES["native"].write
    again = read(write(bank, tongue).data if write else b"", "a.yaml")
    assert [fault.code for fault in again.faults if fault.severity == "error"] == []
    assert again.bank == bank
