"""515 hostile texts as names and answers: what is exported is read back equal to what was stored."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.text import GUARD, clean, would_run
from quizapp.language import Language
from quizapp.reports import REPORTS
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, refresh
from quizapp.services.book.score_table import Wishes
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_export import open_export
from quizapp.services.sitting.attempt_start import standing, start
from tests.instruments.memory_home import MemoryHome
from tests.samples.essay_paper import PAPER, essay_workplace
from tests.samples.hostile_texts import HOSTILE
from tests.samples.workplace import StoppedClock

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPE = re.compile("_x([0-9a-fA-F]{4})_")


@pytest.fixture(scope="module")
def place() -> Workplace:
    """A class in which everybody is called something hostile, and has answered the same."""
    place = essay_workplace()
    home = place.home
    assert isinstance(place.clock, StoppedClock)
    assert isinstance(home, MemoryHome)
    people = [
        Candidate(id=f"{number:03d}", name=clean(text), unit=clean(text)) for number, text in enumerate(HOSTILE, 1)
    ]
    place.home.roster.record(people, place.clock.read().at)
    for one, text in zip(people, HOSTILE, strict=True):
        # Each at a machine of their own but for the first, who fixes the form: no start looks through all those before.
        own = home if one is people[0] else MemoryHome()
        sitting = start(own, place.library, place.clock, place.chance, standing(own, place.clock, PAPER, one))
        sitting.answer(2, (text,))
        sitting.hand_in()
        sitting.close()
        home.journals.place({name: own.journals.bytes_of(name) for name in own.journals.names()})
        place.clock.go_on(timedelta(seconds=1))
    refresh(place.home, place.home.journals.names(PAPER.id), place.class_id, place.clock.read().at)
    return place


def names(place: Workplace) -> list[str]:
    """Return the names that are stored, by 学号."""
    return [str(person["name"]) for person in look(place.home, place.clock).candidates]


def answers(place: Workplace) -> list[str]:
    """Return the answers that are stored, by 学号."""
    found = {}
    for name in place.home.journals.names(PAPER.id):
        attempt = read_attempt(place.home, name).attempt
        found[attempt.started.candidate] = (attempt.responses[1] or ("",))[0]
    return [found[id] for id in sorted(found)]


def written(place: Workplace, report: str, *, responses: bool = False) -> bytes:
    wishes = Wishes(paper=PAPER.id, responses=responses, with_responses=report == "xlsx")
    export = open_export(place, look(place.home, place.clock), wishes)
    out = io.BytesIO()
    REPORTS[report].write(export, Language(), out)
    return out.getvalue()


def test_the_catalogue_is_as_large_as_it_says_and_has_no_half_characters() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) == 515
    assert sum(map(would_run, HOSTILE)) > 200
    assert max(len(text.encode()) for text in HOSTILE) > 10_000


def test_what_is_stored_is_hostile_still(place: Workplace) -> None:
    assert sum(map(would_run, names(place))) > 200
    assert sum(map(would_run, answers(place))) > 200
    assert len(answers(place)) == 515


def _guarded(text: str) -> str:
    return GUARD + text if would_run(text) else text


def _from_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_is_read_back_but_for_the_one_guard(place: Workplace) -> None:
    rows = sorted(_from_csv(written(place, "csv")), key=lambda row: row["学号"])
    for cell, stored in zip([row["姓名"] for row in rows], names(place), strict=True):
        assert cell == _guarded(stored)
        assert not would_run(cell)
    given = _from_csv(written(place, "csv", responses=True))
    assert [row["作答"] for row in given if row["题号"] == "2"] == [*map(_guarded, answers(place))]


def test_json_is_read_back(place: Workplace) -> None:
    rows = sorted(json.loads(written(place, "json")), key=lambda row: str(row["id"]))
    assert [row["name"] for row in rows] == names(place)
    given = json.loads(written(place, "json", responses=True))
    assert [row["response"] for row in given if row["number"] == 2] == answers(place)


@pytest.fixture(scope="module")
def workbook(place: Workplace) -> bytes:
    return written(place, "xlsx")


def test_xlsx_is_read_back(place: Workplace, workbook: bytes) -> None:
    scores = sorted(_from_sheet(workbook, 1)[3:], key=lambda row: row[1])
    assert [row[2] for row in scores] == names(place)
    given = [row for row in _from_sheet(workbook, 4) if row[2:3] == ["2"]]
    assert [row[5] for row in given] == answers(place)


def test_xlsx_has_neither_formulas_nor_links(workbook: bytes) -> None:
    with ZipFile(io.BytesIO(workbook)) as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [name for name in file.namelist() if "externalLink" in name]
    assert len(sheets) == 5
    assert not [sheet for sheet in sheets if re.search(b"<(f|hyperlink)[ >/]", sheet)]


def _from_sheet(data: bytes, number: int) -> list[list[str]]:
    """Return a sheet's cells as texts, as the file format defines them."""
    with ZipFile(io.BytesIO(data)) as file:
        root = ElementTree.fromstring(file.read(f"xl/worksheets/sheet{number}.xml"))
    return [[_cell(cell) for cell in row] for row in root.iter(f"{_SHEET}row")]


def _cell(cell: ElementTree.Element) -> str:
    if cell.get("t") != "inlineStr":
        return cell.findtext(f"{_SHEET}v") or ""
    text = "".join(part.text or "" for part in cell.iter(f"{_SHEET}t"))
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
