"""The banks' files on a teacher's desk: those lines are changed, and nothing that somebody else wrote is lost."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.item import Value
from tests.samples.teacher_workplace import BANK, SOURCE, TeacherPlace


@pytest.fixture
def place(tmp_path: Path) -> TeacherPlace:
    return TeacherPlace(tmp_path)


def fields(place: TeacherPlace, item: str, **changes: Value) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return an item's fields with changes, and as they stand."""
    found = place.desk.read(place.bank).found(item)
    assert found is not None
    return {**found.fields, **changes}, dict(found.fields)


def changed(before: str, after: str) -> list[str]:
    """Return the lines that differ, each behind its sign."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_every_item_of_the_file_has_a_line_with_its_own_faults(place: TeacherPlace) -> None:
    shelf = place.desk.read(place.bank)
    assert [(item.label, item.key, item.case) for item in shelf.items] == [
        ("1", "office-001", ""),
        ("2", "office-002", ""),
        ("3", "office-003", ""),
        ("4", "office-004", ""),
        ("5", "office-005", ""),
        ("5-1", "office-005a", "office-005"),
        ("5-2", "office-005b", "office-005"),
    ]
    broken = shelf.found("office-002")
    assert broken is not None
    assert broken.item is None
    assert [fault.code for fault in broken.faults if fault.severity == "error"] == ["key-beyond-options"]
    assert all(item.item is not None for item in shelf.items if item.key != "office-002")
    assert [(topic.id, topic.depth) for topic in shelf.topics] == [("papers", 0), ("papers.kinds", 1), ("meetings", 0)]


def test_a_case_is_shown_by_its_first_question_beside_its_material(place: TeacherPlace) -> None:
    shelf = place.desk.read(place.bank)
    case, part = shelf.found("office-005"), shelf.found("office-005b")
    assert case is not None
    assert part is not None
    assert case.question is not None
    assert part.question is not None
    assert (case.question.item.id, part.question.item.id) == ("office-005a", "office-005b")
    assert case.question.stimulus == part.question.stimulus != ""
    assert part.question.number == case.question.number + 1


def test_a_change_touches_the_lines_of_its_question_alone(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-004", rationale="密级分三级，由高到低。")
    saved = place.desk.save(place.bank, place.desk.try_change(place.bank, wanted, before), "office-004")
    assert changed(BANK, place.text) == ["-     解析: 密级分三级。", "+     解析: 密级分三级，由高到低。"]
    assert place.forgotten == 1
    place.desk.take_back(saved)
    assert place.text == BANK


def test_a_part_of_a_case_is_changed_in_its_place(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-005a", key="B")
    place.desk.save(place.bank, place.desk.try_change(place.bank, wanted, before), "office-005a")
    assert changed(BANK, place.text) == ["-         答案: A", "+         答案: B"]


def test_a_new_item_has_a_free_id_and_stands_behind_the_others(place: TeacherPlace) -> None:
    id = place.desk.free_id(place.bank)
    assert id == "office-006"
    new: dict[str, Value] = {"id": id, "type": "true_false", "stem": "函用于不相隶属机关之间。", "key": "对"}
    tried = place.desk.try_new(place.bank, new)
    assert not tried.has_errors
    assert {each.field for each in tried.faults} == {"topic", "difficulty", "rationale"}
    place.desk.save(place.bank, tried, id)
    assert place.text.startswith(BANK)
    assert all(line.startswith("+") for line in changed(BANK, place.text))


def test_faults_are_told_with_their_fields(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-001", key="E")
    tried = place.desk.try_change(place.bank, wanted, before)
    assert [(each.field, each.fault.code) for each in tried.faults] == [("key", "key-beyond-options")]
    assert tried.has_errors
    wanted, before = fields(place, "office-001", topic="nowhere")
    tried = place.desk.try_change(place.bank, wanted, before)
    assert [(each.field, each.fault.code) for each in tried.faults] == [("topic", "unknown-topic")]
    assert place.text == BANK


def test_a_question_changed_elsewhere_meanwhile_is_not_written_over(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-004", rationale="另一种说法。")
    place.save("密级分三级。", "别人先改了。")
    with pytest.raises(Refused, match="item-changed-meanwhile"):
        place.desk.try_change(place.bank, wanted, before)


def test_a_file_saved_between_trying_and_saving_is_not_written_over(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-004", rationale="另一种说法。")
    tried = place.desk.try_change(place.bank, wanted, before)
    place.save("向上级机关", "对上级机关")
    with pytest.raises(Refused, match="bank-changed-meanwhile"):
        place.desk.save(place.bank, tried, "office-004")
    assert "对上级机关" in place.text


def test_what_was_saved_since_is_not_taken_back(place: TeacherPlace) -> None:
    wanted, before = fields(place, "office-004", rationale="另一种说法。")
    saved = place.desk.save(place.bank, place.desk.try_change(place.bank, wanted, before), "office-004")
    place.save("向上级机关", "对上级机关")
    with pytest.raises(Refused, match="bank-changed-meanwhile"):
        place.desk.take_back(saved)
    assert "另一种说法" in place.text


def test_an_id_that_another_bank_has_is_told(place: TeacherPlace) -> None:
    other = place.folder / "other.yaml"
    other.write_text(BANK.replace("题库: office", "题库: other"), "utf-8")
    place.desk.banks()
    found = place.desk.read(other).found("office-001")
    assert found is not None
    assert "duplicate-id" in [fault.code for fault in found.faults]


def test_a_fault_of_yaml_is_told_and_the_rest_is_not_taken_for_whole(place: TeacherPlace) -> None:
    place.save("    题干: 会议纪要", '    题干: "会议纪要')
    shelf = place.desk.read(place.bank)
    assert not shelf.is_whole
    assert any(fault.severity == "error" for fault in shelf.every_fault)


def test_an_item_without_an_id_is_shown_and_not_changed(tmp_path: Path) -> None:
    place = TeacherPlace(tmp_path, BANK.replace("编号: office-004\n    题型", "题型"))
    item = place.desk.read(place.bank).items[3]
    assert item.id == ""
    assert item.item is not None
    with pytest.raises(Refused, match="import-unnumbered"):
        place.desk.try_change(place.bank, {**item.fields, "rationale": "x"}, item.fields)


def test_a_source_comes_into_a_new_bank_as_planned(place: TeacherPlace) -> None:
    reading = place.desk.pasted(SOURCE)
    path = place.desk.new_path("公文")
    planned = place.desk.plan(reading, path, lambda reason: reason.code)
    assert not path.exists()
    plan = planned.plan
    assert plan.read == 3 == plan.count("imported") + plan.count("doubtful") + plan.count("refused")
    place.desk.bring_in(planned)
    assert len(place.desk.read(path).items) == plan.count_outcome("added") == 3


def test_a_bank_that_was_changed_since_the_plan_is_not_written_over(place: TeacherPlace) -> None:
    place.save("    答案: AD\n", "    答案: AB\n")
    planned = place.desk.plan(place.desk.pasted(SOURCE), place.bank, lambda reason: reason.code)
    place.save("向上级机关", "对上级机关")
    with pytest.raises(Refused, match="bank-changed-meanwhile"):
        place.desk.bring_in(planned)


@pytest.mark.parametrize("name", ["", "  ", ".hidden", "a/b", "甲:乙", "a\x1bb", "..", "con?"])
def test_what_is_no_name_of_a_file_is_refused(place: TeacherPlace, name: str) -> None:
    with pytest.raises(CalledWrongly, match="bank-name-odd"):
        place.desk.new_path(name)


def test_hidden_items_are_left_out_with_their_case(place: TeacherPlace) -> None:
    shelf = place.desk.read(place.bank)
    left = shelf.without(frozenset({"office-005b", "office-001"}))
    assert [item.key for item in left.items] == ["office-002", "office-003", "office-004"]


def test_a_new_bank_goes_into_the_persons_own_folder_never_among_the_shipped_ones(tmp_path: Path) -> None:
    from quizapp.settings import Settings
    from quizapp.wiring import workplace

    shipped = tmp_path / "shipped"
    shipped.mkdir()
    place = workplace(Settings(home=tmp_path / "home", banks=(shipped,), own_banks=tmp_path / "home" / "banks"))
    assert place.bank_desk is not None
    desk = place.bank_desk()
    assert desk.new_path("新题") == tmp_path / "home" / "banks" / "新题.yaml"
    reading = desk.pasted("1. 四是（  ）。\nA. 跟班\nB. 参谋\n答案：B\n")
    desk.bring_in(desk.plan(reading, desk.new_path("新题"), lambda reason: reason.code))
    assert (tmp_path / "home" / "banks" / "新题.yaml").exists()
    assert list(shipped.iterdir()) == []
