"""Names, titles and units from outside in a class report: nothing of them is live, and all is read back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.text import clean
from quizapp.services.ports.workplace import Workplace
from tests.instruments.strict_html import Page
from tests.samples.classes.reported_class import EXAM, cells_of, member, report, sat, text_of
from tests.samples.hostile_texts import HOSTILE

MARKUP = (
    "<script>alert(1)</script>",
    "</style></title><b>",
    "&lt;&amp;&#60;",
    "\" onload='x' \"",
    "<!-- --> ]]>",
    "[@click=app.quit]x[/]",
    "=1+1",
    "＝1＋1",
    "{page} {0} %s",
    "a\u202eb\u200dc",
    "赵\U00020000\U0001f468\u200d\U0001f469",
    "长" * 3000,
)
"""What a page, a document or a template might make something of."""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A class in which everybody, and the unit, is called one of the 515 hostile texts; nobody came."""
    place = sat(tmp_path_factory.mktemp("class"), 0, 0)
    texts = map(clean, HOSTILE)
    people = [Candidate(id=f"n{number}", name=text, unit=text) for number, text in enumerate(texts)]
    place.home.roster.record(people, place.clock.read().at)
    return place


def named(cells: list[str]) -> list[tuple[str, str]]:
    """Return names and units, by the numbers before them."""
    places = {cell: place for place, cell in enumerate(cells)}
    return [(cells[at + 1], cells[at + 2]) for at in (places[f"n{number}"] for number in range(len(HOSTILE)))]


def test_a_page_reads_every_hostile_text_back(listed: Workplace) -> None:
    found = Page(report(listed, "html").decode())
    assert found.faults == []
    assert named(found.cells) == [(clean(text), clean(text)) for text in HOSTILE]


def test_a_document_reads_every_hostile_text_back(listed: Workplace) -> None:
    # XML 1.0 has no way to say these two.
    said = [clean(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") for text in HOSTILE]
    assert named(cells_of(report(listed, "docx"))) == [(text, text) for text in said]


@pytest.mark.parametrize("wished", [{}, {"bands": True}, {"paper": ""}])
def test_a_page_reads_hostile_names_back_and_makes_nothing_of_them(tmp_path: Path, wished: dict[str, object]) -> None:
    found = Page(report(sat(tmp_path, 12, 12, names=MARKUP), "html", **wished).decode())
    plain = Page(report(sat(tmp_path, 12, 12), "html", **wished).decode())
    assert found.faults == []
    assert found.tags == plain.tags
    assert set(MARKUP) <= {text.strip("\n") for text in (*found.texts, *found.cells)}


@pytest.mark.parametrize("hostile", MARKUP)
def test_a_page_reads_hostile_titles_back(tmp_path: Path, hostile: str) -> None:
    place = sat(tmp_path, 6, 6, exam=replace(EXAM, title=hostile))
    found = Page(report(replace(place, class_title=hostile, organiser=hostile), "html").decode())
    assert found.faults == []
    assert found.texts.count(f"《{hostile}》成绩报告") == 2
    assert found.texts.count(hostile) == 2
    (label,) = [value for name, value in found.attributes if name == "aria-label"]
    assert label.startswith(f"《{hostile}》各分数段人数")


@pytest.mark.parametrize("wished", [{}, {"bands": True}, {"paper": ""}])
def test_a_document_reads_hostile_names_back(tmp_path: Path, wished: dict[str, object]) -> None:
    said = text_of(report(sat(tmp_path, 12, 12, names=MARKUP), "docx", **wished))
    for name in MARKUP:
        assert name in said


def test_a_document_shows_that_something_stood_where_xml_cannot_say_it(tmp_path: Path) -> None:
    place = replace(sat(tmp_path, 6, 6), class_title="甲\x00\x1b[2J\ufffe乙")
    assert text_of(report(place, "docx")).startswith("甲\ufffd\ufffd[2J\ufffd乙\n")


def test_a_document_has_no_field_but_the_pages_number(tmp_path: Path) -> None:
    data = report(sat(tmp_path, 6, 6, exam=replace(EXAM, title='{ INCLUDETEXT "x" }')), "docx")
    assert b"fldSimple" not in member(data, "word/document.xml")
    assert b"instrText" not in member(data, "word/document.xml")


@pytest.mark.parametrize("hostile", ["两\n行", "列\t表", "\r回", *MARKUP])
def test_the_chat_text_stays_four_lines(tmp_path: Path, hostile: str) -> None:
    place = sat(tmp_path, 6, 6, exam=replace(EXAM, title=hostile))
    assert len(report(place, "txt").decode().split("\n")) == 5
