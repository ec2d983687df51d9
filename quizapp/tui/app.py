"""The app: opens the first screen, or the way to what it was opened for."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from quizapp.language.entries import GuidePage
from quizapp.tui.frame.commands import key_names
from quizapp.tui.frame.hang_up import heard
from quizapp.tui.frame.painted_screen import PaintedScreen
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.windows_console import with_input_methods, without_quick_edit
from quizapp.tui.shell import Shell

if TYPE_CHECKING:
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.language import Language
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.practice import Expected
    from quizapp.tui.frame.parsed_styles import ParsedStyles
    from quizapp.tui.marking.keying_rounds import KeyingTask

PUBLICATION = ".quiz"
"""How the name of a paper that was carried here ends."""


def guide_page(language: Language, page: str) -> GuidePage:
    """Return a page of the guide, with the keys of the screens in the file that it is named after."""
    kinds = vars(import_module(f"quizapp.tui.{page}")).values()
    rooms = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Room) and page == kind.GUIDE]
    title, text = language.guide(page)
    commands = [one for room in rooms for kind in room.__mro__ for one in vars(kind).get("OWN_COMMANDS", ())]
    return GuidePage(title, text.format_map(key_names(language, commands)))


class QuizApp(Shell):
    """One person's, or one machine's, exam room."""

    CSS_PATH = ["app.tcss", "home.tcss"]

    def __init__(
        self,
        workplace: Workplace,
        language: Language,
        *,
        paper: str = "",
        candidate: str = "",
        name: str = "",
        marker: Marker | None = None,
        practice: Expected | None = None,
        keying: KeyingTask | None = None,
        rehearses: bool = False,
        styles: ParsedStyles | None = None,
    ) -> None:
        """Make the app; with a paper it goes straight to that one, with a marker to its essays, and ends with it.

        So it does with somebody expected for practice, where a paper's answers are to be keyed in, and in a rehearsal.
        """
        is_one_thing = bool(paper) or practice is not None or rehearses
        super().__init__(workplace, language, ends_with_paper=is_one_thing, styles=styles)
        self._straight_to = (paper, candidate, name)
        self._marker = marker
        self._practice = practice
        self._keying = keying
        self._rehearses = rehearses

    def get_default_screen(self) -> Screen[Any]:
        from quizapp.tui.home import HomeScreen

        return PaintedScreen() if self.ends_with_paper else HomeScreen()

    def guide_page(self, page: str) -> GuidePage:
        return guide_page(self.language, page)

    def on_mount(self) -> None:
        paper, candidate, name = self._straight_to
        if self._marker is not None:
            from quizapp.tui.marking.essays import mark_only

            self.run_worker(mark_only(self, paper, self._marker), group="visit")
        elif self._keying is not None:
            from quizapp.tui.marking.keying_rounds import key_only

            self.run_worker(key_only(self, paper, self._keying), group="visit")
        elif self._practice is not None:
            from quizapp.tui.practice.visit import practise_only

            self.run_worker(practise_only(self, self._practice), group="visit")
        elif self._rehearses:
            from quizapp.tui.carrying.rehearsal import rehearse_only

            self.run_worker(rehearse_only(self), group="visit")
        elif paper.lower().endswith(PUBLICATION):
            from quizapp.tui.carrying.publication import open_only

            self.run_worker(open_only(self, paper, candidate, name), group="visit")
        elif paper:
            from quizapp.tui.sitting.visit import straight_to

            self.run_worker(straight_to(self, paper, candidate, name), group="visit")


def run(
    workplace: Workplace,
    language: Language,
    *,
    paper: str = "",
    candidate: str = "",
    name: str = "",
    marker: Marker | None = None,
    practice: Expected | None = None,
    keying: KeyingTask | None = None,
    rehearses: bool = False,
) -> int:
    """Open the app in this terminal and return the exit status when it is left. Raises what it could not go on with."""
    app = QuizApp(
        workplace,
        language,
        paper=paper,
        candidate=candidate,
        name=name,
        marker=marker,
        practice=practice,
        keying=keying,
        rehearses=rehearses,
    )
    with without_quick_edit(), with_input_methods():
        status = asyncio.run(_opened(app))
    app.keeper.settle()
    if app.failure is not None:
        raise app.failure
    return status


async def _opened(app: QuizApp) -> int:
    with heard(lambda: app.call_later(app.end)) as hang_up:
        status = await app.run_async()
    return status or 0 if hang_up.status is None else hang_up.status
