"""The roster as files: whatever is written comes in again as it was, and nothing of it is run."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from quizapp.domain.candidate import Candidate, plain_name
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.language import Language
from quizapp.reports.roster import LONGEST_CELL, ROSTER_REPORTS, roster_report
from quizapp.services.classes.enrolment import read_people

HOSTILE = ("=1+1", "＝HYPERLINK(1)", "+1", "-1", "@x", "'=1", "''=1", "'", '"甲",', "😀", "007", "1e5", "https://a.b")
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet="'=+-@,\"甲乙 a1＝\u2212", max_size=12)).map(clean_line)
NAMES = TEXTS.map(plain_name).filter(bool)


def written(folder: Path, suffix: str, people: list[Candidate]) -> list[Candidate]:
    """Write people to a file; return who is read from it."""
    path = folder / f"roster{suffix}"
    path.write_bytes(roster_report(suffix)(people, Language("zh")))
    rows, faults = read_people(path)
    assert not faults.has_errors, faults.faults
    return [one for _, one in rows]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@given(people=st.lists(st.tuples(NAMES, TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_roster_is_read_back(
    tmp_path: Path, suffix: str, people: list[tuple[str, str, str, str]]
) -> None:
    roster = [
        Candidate(id=f"0{number}", name=name, unit=unit, post=post, group=group)
        for number, (name, unit, post, group) in enumerate(people, 1)
    ]
    assert written(tmp_path, suffix, roster) == roster


def test_every_cell_of_the_workbook_is_a_text_and_no_formula() -> None:
    people = [Candidate(id=f"00{number}", name=text, unit=text) for number, text in enumerate(HOSTILE)]
    sheet = load_workbook(io.BytesIO(roster_report(".xlsx")(people, Language("zh")))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert {cell.number_format for cell in cells if cell.row > 1} == {"@"}
    assert sheet.freeze_panes == "A2"


def test_no_cell_of_the_csv_is_run_by_a_spreadsheet() -> None:
    people = [Candidate(id="1", name="甲", unit="=1+1", post="＋1", group="\u3000@a")]
    line = roster_report(".csv")(people, Language("zh")).decode("utf-8-sig").splitlines()[1]
    assert line == "1,甲,'=1+1,'＋1,'\u3000@a"


def test_a_text_that_no_cell_holds_is_refused_with_its_row() -> None:
    people = [Candidate(id="1", name="甲"), Candidate(id="2", name="乙", unit="长" * (LONGEST_CELL + 1))]
    with pytest.raises(Refused, match="workbook-text-long") as told:
        roster_report(".xlsx")(people, Language("zh"))
    assert told.value.values["row"] == 3


def test_another_ending_is_told_with_those_there_are() -> None:
    with pytest.raises(CalledWrongly, match="unknown-report") as told:
        roster_report(".pdf")
    assert told.value.values == {"wanted": ".pdf", "choices": "csv xlsx json"}
    assert list(ROSTER_REPORTS) == [".csv", ".xlsx", ".json"]
