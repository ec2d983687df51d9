"""take, and the app itself, where settings, banks or a publication are in trouble and somebody is in the middle."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.opening import to_go_on
from quizapp.cli.sitting import opened_paper
from quizapp.domain.errors import CalledWrongly, QuizError
from quizapp.language import Language
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import under_way
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.settings import Options
from quizapp.stores.clock import SystemClock
from tests.cli.conftest import Quiz
from tests.samples.attempt_under_way import ZHANG, at, begun_in, drop, move, unchain

TAKE = ("take", "sample-paper", "--candidate", "07")
NO_TERMINAL = "这里没有终端"
"""What somebody is told who is let in, where there is no screen to show them anything on."""
TROUBLES: dict[str, Callable[[Path], object]] = {
    "settings": lambda room: (room / "home/settings.yaml").write_text("role: boss\n", encoding="utf-8"),
    "settings that are no YAML": lambda room: (room / "home/settings.yaml").write_text("class: [", encoding="utf-8"),
    "the banks folder": move("banks", "elsewhere"),
    "publications": unchain("home/publications.jsonl"),
}
troubles = pytest.mark.parametrize("trouble", TROUBLES)


@pytest.fixture
def room(tmp_path: Path, quiz: Quiz) -> Path:
    shutil.rmtree(tmp_path / "banks")
    return begun_in(tmp_path, SystemClock())


def opened() -> Workplace:
    """Return what the app is shown of."""
    options = Options()
    try:
        return wiring.workplace(wiring.settings(options))
    except QuizError as trouble:
        return to_go_on(options, trouble)


@troubles
def test_take_lets_in_whoever_is_in_the_middle(quiz: Quiz, room: Path, trouble: str) -> None:
    TROUBLES[trouble](room)
    assert quiz(*TAKE).err.startswith(NO_TERMINAL)
    assert quiz("take", "sample-paper").err.startswith(NO_TERMINAL)


@troubles
def test_the_app_goes_on_and_offers_nothing_else_meanwhile(room: Path, trouble: str) -> None:
    TROUBLES[trouble](room)
    place = opened()
    assert place.trouble is not None
    assert [one.candidate for one in under_way(place.home, place.clock)] == ["07"]
    assert (place.offers_teaching, place.offers_committee) == (False, False)


@troubles
def test_nobody_begins_and_no_other_command_runs_meanwhile(quiz: Quiz, room: Path, trouble: str) -> None:
    TROUBLES[trouble](room)
    begins = quiz("take", "sample-paper", "--candidate", "08")
    listed = quiz("scores", "list")
    assert NO_TERMINAL not in begins.err
    assert begins.status == listed.status != 0


@pytest.mark.parametrize("trouble", ["settings", "the banks folder"])
def test_where_nobody_is_in_the_middle_the_trouble_is_told_as_ever(quiz: Quiz, room: Path, trouble: str) -> None:
    place = at(room)
    (mine,) = under_way(place.home, place.clock)
    sitting = resume(place.home, place.clock, mine.name)
    sitting.hand_in()
    sitting.close()
    TROUBLES[trouble](room)
    assert quiz(*TAKE).status == {"settings": 1, "the banks folder": 2}[trouble]
    assert ("settings.yaml:1:7: error unknown-value" in quiz(*TAKE).err) is (trouble == "settings")
    with pytest.raises(QuizError):
        opened()


def test_a_publication_that_is_gone_is_not_needed_any_more(quiz: Quiz, room: Path) -> None:
    assert quiz("papers", "publish", "sample-paper", "--to", "卷.quiz").status == 0
    desk = Desk(Options(home=str(room / "other")), Language("zh"))
    assert opened_paper(desk, desk.workplace, "卷.quiz") == "sample-paper"
    place = desk.workplace
    paper = place.library.paper("sample-paper").paper
    assert paper is not None
    stands = standing(place.home, place.clock, paper, ZHANG)
    drop("卷.quiz")(room)
    with pytest.raises(CalledWrongly, match="missing-file"):
        opened_paper(desk, place, "卷.quiz")
    start(place.home, place.library, place.clock, place.chance, stands).close()
    assert opened_paper(desk, place, "卷.quiz") == "sample-paper"
    with pytest.raises(CalledWrongly, match="missing-file"):
        opened_paper(desk, place, "别的.quiz")
