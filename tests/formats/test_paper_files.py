"""The desk where papers are composed: it opens what it can write anew without loss, and overwrites nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.errors import Faulty, Refused
from quizapp.domain.papers.draft import balanced, new_paper, opened
from quizapp.domain.papers.paper import Paper
from quizapp.services.papers.composing import Composing
from quizapp.services.ports.paper_editor import PaperDesk
from quizapp.services.ports.workplace import Workplace
from tests.samples.composing_pool import place_of


def title(place: int, type: str) -> str:
    return f"{place + 1} {type}" if type else ""


def desk_of(place: Workplace) -> PaperDesk:
    assert place.paper_desk is not None
    return place.paper_desk()


def a_paper(place: Workplace, id: str = "p-1") -> Paper:
    composing = Composing(place.home, place.library, title)
    draft = balanced(new_paper(id, "综合测试"), composing.stock(opened(new_paper(id, "x"), title)), composing.tops)
    return composing.paper(draft)


def test_a_paper_is_written_is_sound_and_opens_again_as_the_same_draft(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    paper = a_paper(place)
    saved = desk.save(paper, None, "zh")
    assert saved.path == tmp_path / "pool" / "papers" / "p-1.yaml"
    assert desk.faults(saved.path) == ()
    assert desk.open(saved.path) == saved
    assert [(one.title, one.is_ours) for one in desk.listed()] == [("综合测试", True)]
    assert [facts.id for facts in place.paper_list()] == ["p-1"]
    again = opened(paper, title)
    assert Composing(place.home, place.library, title).paper(again) == paper


def test_a_file_that_was_opened_is_written_in_place_and_keeps_its_language(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    first = desk.save(a_paper(place), None, "en")
    second = desk.save(replace(first.paper, title="Another"), first, "zh")
    assert second.path == first.path
    assert b"title: Another" in second.path.read_bytes()


def test_nothing_of_anybody_else_is_overwritten(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    paper = a_paper(place)
    saved = desk.save(paper, None, "zh")
    with pytest.raises(Refused, match="compose-id-taken"):
        desk.save(replace(paper, id="P-1"), None, "zh")
    other = saved.path.with_name("p-2.yaml")
    other.write_text("nothing of ours", "utf-8")
    with pytest.raises(Refused, match="compose-file-exists"):
        desk.save(replace(paper, id="p-2"), None, "zh")
    assert other.read_text("utf-8") == "nothing of ours"
    saved.path.write_bytes(saved.path.read_bytes() + b"# mine\n")
    with pytest.raises(Refused, match="compose-changed-meanwhile"):
        desk.save(replace(paper, title="x"), saved, "zh")
    assert saved.path.read_bytes().endswith(b"# mine\n")
    with pytest.raises(Refused, match="compose-id-odd"):
        desk.save(replace(paper, id="a/b"), None, "zh")


def test_what_would_be_lost_is_not_opened(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    saved = desk.save(a_paper(place), None, "zh")
    saved.path.write_bytes(b"# a note\n" + saved.path.read_bytes())
    with pytest.raises(Refused, match="compose-foreign"):
        desk.open(saved.path)
    assert [one.is_ours for one in desk.listed()] == [False]
    saved.path.write_text("试卷: p\n", "utf-8")
    with pytest.raises(Faulty):
        desk.open(saved.path)
    assert desk.listed() == ()


def test_what_it_names_by_titles_is_opened_by_ids(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    saved = desk.save(a_paper(place), None, "zh")
    saved.path.write_bytes(saved.path.read_bytes().replace(b"roles: ", "五种角色: ".encode()))
    assert desk.open(saved.path).paper.sections == saved.paper.sections


def test_a_free_id_is_like_the_wanted_one(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    desk = desk_of(place)
    assert desk.free_id("p-1") == "p-1"
    desk.save(a_paper(place), None, "zh")
    assert desk.free_id("P-1") == "P-1-2"


def test_rules_that_contradict_each_other_are_told_before_it_is_written(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    paper = a_paper(place)
    late = replace(paper, delivery=replace(paper.delivery, feedback="after_close"))
    assert [fault.code for fault in desk_of(place).rule_faults(late)] == ["after-close-without-close"]
    assert desk_of(place).rule_faults(paper) == ()


def test_without_banks_of_ones_own_the_home_gets_a_folder_for_them(tmp_path: Path) -> None:
    from quizapp import wiring
    from quizapp.settings import Options, settle

    home = tmp_path / "home"
    place = wiring.workplace(settle(Options(home=str(home)), {}))
    before = len(place.paper_list())
    saved = desk_of(place).save(a_paper(place, "mine"), None, "zh")
    assert saved.path == home / "banks" / "papers" / "mine.yaml"
    assert len(place.paper_list()) == before + 1
    assert [fault.code for fault in place.library.paper("mine").faults] == ["exam-may-be-practised"]
