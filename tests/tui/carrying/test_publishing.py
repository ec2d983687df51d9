"""A paper is published from the teacher's room, key by key, and its file is what was wanted."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.carrying.publication_file import read_publication
from quizapp.domain.errors import Refused
from quizapp.services.ports.port_values import Sourced
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.services.sitting.invigilator import key_behind
from quizapp.stores.export_places import OwnOutlets
from quizapp.tui.carrying.publishing import Published
from quizapp.tui.carrying.publishing_form import PublishForm
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.teacher_room import TeacherRoom, teach
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, type_text, until, visit
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.carrying.publications import PASSWORD, PEOPLE
from tests.samples.teacher_workplace import TeacherPlace
from tests.samples.workplace import BANK, NINE, Shelf, paper, workplace
from tests.tui.class_stage import running_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.domain.papers.paper import Paper

WORD = "监考二〇二六"
SILENT = paper(feedback="never", attempts=1)
FILE = "试卷_样卷.quiz"


class Desk:
    """A teacher's machine with a stick, a desktop, and these papers."""

    def __init__(self, folder: Path, *papers: Paper, people: bool = True) -> None:
        self.stick, self.desktop = folder / "stick", folder / "desktop"
        for place in (self.stick, self.desktop):
            place.mkdir()
        self.outlets = [ExportPlace(self.stick, True), ExportPlace(self.desktop, False)]
        bare = workplace(Shelf(papers, (BANK,)))
        desk = TeacherPlace(folder).desk
        self.place: Workplace = replace(
            bare, role="teacher", staff="王老师", bank_desk=lambda: desk, outlets=OwnOutlets(tuple(self.outlets))
        )
        if people:
            self.place.home.roster.record(PEOPLE, NINE)

    def pull_out(self) -> None:
        """Take the stick out."""
        self.place = replace(self.place, outlets=OwnOutlets((self.outlets[1],)))

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was fixed, written or logged."""
        home, papers = self.place.home, self.place.library.papers()
        fixed = [home.forms.fixed(one.paper.id) for one in papers if one.paper is not None]
        return not any(fixed) and not list(self.stick.iterdir()) and not list(self.desktop.iterdir())


async def until_on(pilot: Pilot[int], screen: type[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


@asynccontextmanager
async def offered(desk: Desk, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to what the last offer of the teacher's room opens."""
    async with on_stage(desk.place, **options) as pilot:
        visit(pilot, teach)
        await until_on(pilot, TeacherRoom)
        await press(pilot, "end", "up", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, TeacherRoom))
        yield pilot


@asynccontextmanager
async def at_form(desk: Desk, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the form for the first paper."""
    async with offered(desk, **options) as pilot:
        assert isinstance(pilot.app.screen, Pick)
        await press(pilot, "enter")
        await until_on(pilot, PublishForm)
        yield pilot


async def fill_in(pilot: Pilot[int], *texts: str) -> None:
    """From the first field on: type each text into the next one."""
    for text in texts:
        await press(pilot, "tab")
        await type_text(pilot, text)


async def publish(pilot: Pilot[int]) -> None:
    await press(pilot, "f9")
    await until_on(pilot, Published)


def log_of(desk: Desk) -> list[Any]:
    return [line for line in desk.place.home.log.lines if line[1] == "paper-published"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["publish", "publish_told", "publish_help", "publish_no_seal", "published"])
async def test_the_screens_look_as_they_did(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    snapshots: ScreenSnapshots,
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, SILENT)
    desk.place = replace(desk.place, outlets=OwnOutlets((ExportPlace(Path("stick"), True),)))
    if name == "publish_no_seal":
        monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
        async with offered(desk, size=size) as pilot:
            await press(pilot, "enter")
            await until_on(pilot, Confirm)
            snapshots.check(grid(pilot), name, size)
        return
    async with at_form(desk, size=size) as pilot:
        if name == "publish_help":
            await press(pilot, "f4")
        elif name != "publish":
            await fill_in(pilot, PASSWORD, PASSWORD, WORD, WORD if name == "published" else "监考二〇二五")
            await press(pilot, "f9")
        if name == "published":
            await until_on(pilot, Published)
        await settled(pilot)
        snapshots.check(grid(pilot), name, size)


async def test_a_paper_is_published_onto_the_stick_with_both_passwords_and_the_roster(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await fill_in(pilot, PASSWORD, PASSWORD, WORD, WORD)
        shown = grid(pilot)
        assert PASSWORD not in shown
        assert WORD not in shown
        await publish(pilot)
        said = running_text(pilot)
        assert "《样卷》的试卷包已写到" in said
        assert "打开试卷包" in said
        assert "名册2人已放在包里" in said
        assert "口令丢了谁也打不开" in said
        assert "--password" not in grid(pilot)
        await press(pilot, "enter")
        await until_on(pilot, TeacherRoom)
    made = read_publication(desk.stick / FILE)
    assert made.is_sealed
    with pytest.raises(Refused, match="publication-wrong-password"):
        made.opened("不是这个口令")
    inside = made.opened(PASSWORD)
    assert inside.roster == PEOPLE
    assert not inside.forms[0].has_keys
    assert made.cover.invigilator is not None
    assert key_behind(WORD, made.cover.invigilator) is not None
    (line,) = log_of(desk)
    assert line[2] == "王老师"
    assert dict(line[3])["sealed"] == "yes"


async def test_a_burst_of_keys_fills_in_what_was_typed(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await burst(pilot, ["tab", *"secret-1", "enter", *"secret-1", "f9"])
        await until_on(pilot, Published)
    assert read_publication(desk.stick / FILE).opened("secret-1").forms


async def test_a_password_that_differs_is_asked_for_again_and_nothing_is_written(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await fill_in(pilot, PASSWORD, "迎难而上2025")
        await press(pilot, "f9")
        assert "开考口令: 两遍口令不一样" in grid(pilot)
        assert desk.is_untouched
        # Both are empty again, and the first has the cursor.
        await type_text(pilot, "12345")
        await press(pilot, "tab")
        await type_text(pilot, "12345")
        await press(pilot, "f9")
        assert "口令太短" in grid(pilot)
        await type_text(pilot, PASSWORD)
        await fill_in(pilot, PASSWORD, PASSWORD, PASSWORD)
        await press(pilot, "f9")
        assert "监考口令: 开考口令要当众公布" in grid(pilot)
        assert desk.is_untouched
        await press(pilot, "escape")
        await until_on(pilot, TeacherRoom)
    assert desk.is_untouched
    assert log_of(desk) == []


async def test_without_passwords_it_says_what_that_means_before_and_after(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT, people=False)
    async with at_form(desk) as pilot:
        shown = running_text(pilot)
        assert "不填就不加密：拿到文件的人都能提前打开" in shown
        assert "不填：考场上不能延时、暂停、强制收卷" in shown
        assert "没有名册" in shown
        await press(pilot, "right")
        assert "会用电脑的人看得到答案" in running_text(pilot)
        await publish(pilot)
        said = running_text(pilot)
        for note in ("没有名册", "没有开考口令", "包里带着答案", "没有监考口令"):
            assert note in said
    made = read_publication(desk.stick / FILE)
    assert not made.is_sealed
    assert made.cover.invigilator is None
    assert made.opened().forms[0].has_keys


async def test_keys_cannot_be_left_out_of_a_paper_that_shows_its_result(tmp_path: Path) -> None:
    desk = Desk(tmp_path, paper())
    async with at_form(desk) as pilot:
        assert "所以必须带答案" in running_text(pilot)
        await press(pilot, "right", "left")
        await publish(pilot)
    assert read_publication(desk.stick / FILE).opened().forms[0].has_keys


async def test_the_roster_can_be_left_at_home(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await press(pilot, *["tab"] * 5)
        assert "带上名册，2 人" in grid(pilot)
        await press(pilot, "right")
        assert "考生自己输入学号和姓名" in running_text(pilot)
        await publish(pilot)
    assert read_publication(desk.stick / FILE).cover.people == 0


async def test_a_paper_of_own_forms_takes_its_roster_along_or_is_refused_first(tmp_path: Path) -> None:
    own = replace(SILENT, per_candidate=True)
    desk = Desk(tmp_path, own)
    async with at_form(desk) as pilot:
        await press(pilot, *["tab"] * 5, "right")
        assert "名册必须带上" in running_text(pilot)
        await publish(pilot)
    assert len(read_publication(desk.stick / FILE).cover.forms) == 2
    (tmp_path / "bare").mkdir()
    bare = Desk(tmp_path / "bare", own, people=False)
    async with offered(bare) as pilot:
        await press(pilot, "enter")
        await until_on(pilot, Notice)
        assert "发布前要有名册" in running_text(pilot)
    assert bare.is_untouched


async def test_without_what_seals_it_is_said_first_and_goes_on_only_when_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    desk = Desk(tmp_path, SILENT)
    async with offered(desk) as pilot:
        await press(pilot, "enter")
        await until_on(pilot, Confirm)
        assert "没有装加密组件" in running_text(pilot)
        await press(pilot, "enter")
        await until_on(pilot, TeacherRoom)
        await press(pilot, "enter", "enter")
        await until_on(pilot, Confirm)
        await press(pilot, "tab", "enter")
        await until_on(pilot, PublishForm)
        assert "不能加密" in grid(pilot)
        await fill_in(pilot, WORD, WORD)
        await publish(pilot)
    made = read_publication(desk.stick / FILE)
    assert not made.is_sealed
    assert made.cover.invigilator is not None


async def test_a_file_that_is_there_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await publish(pilot)
        await press(pilot, "enter")
        await until_on(pilot, TeacherRoom)
        before = (desk.stick / FILE).read_bytes()
        await press(pilot, "enter", "enter")
        await until_on(pilot, PublishForm)
        await fill_in(pilot, PASSWORD, PASSWORD)
        await press(pilot, "f9")
        await until_on(pilot, Confirm)
        assert "那是《样卷》的试卷包" in running_text(pilot)
        await press(pilot, "enter")
        await until_on(pilot, PublishForm)
        assert (desk.stick / FILE).read_bytes() == before
        # What was typed is still there.
        await press(pilot, "f9")
        await until_on(pilot, Confirm)
        await press(pilot, "f9")
        await until_on(pilot, Published)
    assert read_publication(desk.stick / FILE).is_sealed


async def test_a_stick_that_is_plugged_in_meanwhile_is_one_key_away(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    whole = desk.place.outlets
    desk.pull_out()
    async with at_form(desk) as pilot:
        await press(pilot, *["tab"] * 6)
        assert "插上优盘后按F5" in running_text(pilot)
        pilot.app.workplace = replace(desk.place, outlets=whole)  # type: ignore[attr-defined]
        await press(pilot, "f5")
        await settled(pilot)
        assert "这是优盘" in running_text(pilot)
        await publish(pilot)
        assert "没有在优盘上" not in running_text(pilot)
    assert (desk.stick / FILE).is_file()


async def test_without_a_stick_it_goes_to_the_desktop_and_that_is_said(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    desk.pull_out()
    async with at_form(desk) as pilot:
        await publish(pilot)
        assert "没有在优盘上" in running_text(pilot)
    assert (desk.desktop / FILE).is_file()


@pytest.mark.parametrize(
    ("to", "said"), [("卷.zip", "要以.quiz结尾"), ("没有的/卷.quiz", "没有这个文件夹"), ("", "写到哪里")]
)
async def test_where_nothing_can_be_written_nothing_is_fixed(tmp_path: Path, to: str, said: str) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await press(pilot, *["tab"] * 6, "ctrl+a", "delete")
        await type_text(pilot, str(tmp_path / to) if to else "")
        await press(pilot, "enter")
        await until(pilot, lambda: said in running_text(pilot))
        assert isinstance(pilot.app.screen, PublishForm)
        assert desk.is_untouched


async def test_a_folder_gets_the_usual_name(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await press(pilot, *["tab"] * 6, "ctrl+a")
        await type_text(pilot, str(desk.desktop))
        await publish(pilot)
    assert (desk.desktop / FILE).is_file()


async def test_a_paper_for_practice_is_not_offered(tmp_path: Path) -> None:
    drill = replace(SILENT, id="drill", title="练习卷", use="practice")
    desk = Desk(tmp_path, drill)
    async with offered(desk) as pilot:
        await until_on(pilot, Notice)
        assert "还没有能考的试卷" in running_text(pilot)
    assert desk.is_untouched


async def test_a_paper_with_faults_says_so_and_publishes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    shelf = desk.place.library
    assert isinstance(shelf, Shelf)
    from quizapp.domain.errors import Fault

    fault = Fault(file="sample-paper.yaml", line=1, column=1, severity="error", code="file-empty", values={})
    broken = Sourced(file="sample-paper.yaml", paper=SILENT, faults=(fault,))
    shelf.papers = lambda: (broken,)  # type: ignore[method-assign]
    shelf.paper = lambda _: broken  # type: ignore[method-assign,assignment]
    async with offered(desk) as pilot:
        assert "有错，改好才能发布" in grid(pilot)
        await press(pilot, "enter")
        await until_on(pilot, Notice)
        assert "共 1 处" in grid(pilot)
        assert "文件里还没有内容" in running_text(pilot)
    assert desk.is_untouched


async def test_the_language_can_be_changed_with_the_form_half_filled(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SILENT)
    async with at_form(desk) as pilot:
        await press(pilot, "right")
        await fill_in(pilot, PASSWORD, PASSWORD)
        pilot.app.change_language()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Invigilator" in grid(pilot)
        await press(pilot, "f9")
        await until_on(pilot, Published)
    assert read_publication(desk.stick / FILE).opened(PASSWORD).forms[0].has_keys
