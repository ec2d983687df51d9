"""What holds of command line, environment, settings.yaml and habit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.settings import Options, choose_tongue, home_folder, settle, shipped_banks


@pytest.mark.parametrize(
    ("options", "environment", "remembered", "tongue"),
    [
        (Options(), {}, "", "zh"),
        (Options(), {"LANG": "en_US.UTF-8"}, "", "en"),
        (Options(), {"LANG": "de_DE.UTF-8"}, "", "zh"),
        (Options(), {"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "", "zh"),
        (Options(), {"LANG": "zh_CN.GBK", "LC_MESSAGES": "en_GB"}, "", "en"),
        (Options(), {"LANG": "en_US.UTF-8"}, "zh", "zh"),
        (Options(), {"LANG": "zh_CN.UTF-8"}, "en", "en"),
        (Options(), {"QUIZAPP_LANG": "en"}, "zh", "en"),
        (Options(lang="zh"), {"QUIZAPP_LANG": "en"}, "en", "zh"),
    ],
)
def test_the_language_is_chinese_unless_something_says_english(
    options: Options, environment: dict[str, str], remembered: str, tongue: str
) -> None:
    assert choose_tongue(options, environment, remembered) == tongue


def test_the_command_line_comes_before_the_environment(tmp_path: Path) -> None:
    surroundings = {"QUIZAPP_HOME": "elsewhere", "QUIZAPP_BANKS": os.pathsep.join([str(tmp_path), "", str(tmp_path)])}
    assert home_folder(Options(home="here"), surroundings) == Path("here")
    assert home_folder(Options(), surroundings) == Path("elsewhere")
    assert settle(Options(), surroundings).banks == (tmp_path, tmp_path)
    assert settle(Options(banks=(".",)), surroundings).banks == (Path(),)


def test_the_systems_own_folder_is_the_last_resort() -> None:
    assert "quizapp" in home_folder(Options(), {}).parts


def test_a_homes_own_banks_come_before_those_that_are_shipped(tmp_path: Path) -> None:
    assert settle(Options(home=str(tmp_path)), {}).banks == (shipped_banks(),)
    (tmp_path / "banks").mkdir()
    assert settle(Options(home=str(tmp_path)), {}).banks == (tmp_path / "banks", shipped_banks())
    assert (shipped_banks() / "course.yaml").is_file()


def test_a_banks_folder_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(CalledWrongly, match="missing-file"):
        settle(Options(banks=("nowhere",)), {})


def test_settings_are_read_where_there_are_some(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text(
        "class: {id: 2026-1, title: 一班, organiser: 市委办}\nstaff: 王五\nweights: {final: 70%, 考勤: 0.3}\n",
        encoding="utf-8",
    )
    settings = settle(Options(home=str(tmp_path)), {})
    assert (settings.class_id, settings.class_title, settings.staff) == ("2026-1", "一班", "王五")
    assert settings.second_place is None


@pytest.mark.parametrize("name", ["second_place", "备份位置"])
def test_a_second_place_is_told_from_the_home_on(tmp_path: Path, name: str) -> None:
    (tmp_path / "settings.yaml").write_text(f"{name}: ../second\n", encoding="utf-8")
    assert settle(Options(home=str(tmp_path)), {}).second_place == tmp_path.parent / "second"
    (tmp_path / "settings.yaml").write_text(f"{name}: {tmp_path / 'x'}\n", encoding="utf-8")
    assert settle(Options(home=str(tmp_path)), {}).second_place == tmp_path / "x"


def test_a_class_may_be_just_its_id(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("班次: 一班\n", encoding="utf-8")
    assert settle(Options(home=str(tmp_path)), {}).class_id == "一班"


def test_faults_of_settings_are_told(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("class: [1\n", encoding="utf-8")
    with pytest.raises(Faulty):
        settle(Options(home=str(tmp_path)), {})
