"""A teacher's way to a publication: which paper, how it is carried, then written, and what to do next."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical

from quizapp.carrying.pack_file import publication_name
from quizapp.carrying.publication_file import read_publication
from quizapp.carrying.publication_issue import PublicationOrder, issue
from quizapp.carrying.publication_seal import check_sealing
from quizapp.domain.errors import Faulty, QuizError
from quizapp.services.carrying.publication_making import PublicationWish, check, invited, needs_keys
from quizapp.services.papers.forms import usable_paper
from quizapp.services.ports.workplace import ExportPlace
from quizapp.tui.carrying.publishing_form import WITH, PublishForm, PublishingFacts, begun
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice, ReadingNotice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.save_as import save_as
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from quizapp.carrying.publication_issue import IssuedPublication
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.papers.paper import Paper
    from quizapp.services.carrying.publication import PublicationCover
    from quizapp.services.ports.paper_editor import PaperFacts
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.carrying.publishing_form import FilledPublication
    from quizapp.tui.shell import Shell


class Published(Room[None]):
    """Shown until it is left."""

    CSS_PATH = "publishing.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter,escape,ctrl+q", "leave", "publish.key_end"),
        HELP,
        Command("down", "scroll", back="up"),
    )

    def __init__(self, issued: IssuedPublication, path: Path, *, is_on_stick: bool, has_password: bool) -> None:
        super().__init__()
        self._issued, self._path = issued, path
        self._is_on_stick, self._has_password = is_on_stick, has_password

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Page()
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(self.say("publish.done_title"))
        self.query_one(Page).show(list(self._paragraphs()))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    def _paragraphs(self) -> Iterator[Paragraph]:
        made = self._issued.publication
        values = {"paper": made.cover.title, "file": str(self._path), "forms": len(made.forms)}
        yield Paragraph(self.say("publication.made", **values), kind="good")
        if not self._is_on_stick:
            yield Paragraph(self.say("publish.done_machine"))
        yield Paragraph(self.say("publish.done_next"), kind="title")
        steps = ["carry", "rehearse", *(["secret"] if self._has_password else [])]
        for number, step in enumerate(steps, 1):
            yield Paragraph(self.say(f"publish.done_{step}"), f"{number}. ")
        yield Paragraph(self.say("publish.done_notes"), kind="title")
        for note in self._issued.notes:
            yield Paragraph(self.say(f"publication.{note}", people=len(made.roster)), "- ")
        yield Paragraph(self.say("publish.done_again"), "- ")


PATIENCE = 0.3
"""Seconds after which words say that something is going on."""


MOST_FAULTS = 3
"""Of a paper's file that are told."""


class _Job(NamedTuple):
    """What is published, and for whom."""

    paper: Paper
    people: Sequence[Candidate]
    can_seal: bool


async def publish_paper(app: Shell) -> None:
    """Ask which paper and how, write it, and say what was made; what is refused writes nothing."""
    say = app.language.say
    try:
        wanted = await _chosen(app)
        job = None if wanted is None else await asyncio.to_thread(_job, app.workplace, wanted)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), _trouble_lines(app, error), say("room.close")))
        return
    if job is not None and (job.can_seal or await _goes_on_unsealed(app, job.paper)):
        await _publish(app, job)


async def _chosen(app: Shell) -> str | None:
    """Return the paper that was picked, by its id or its file; None for nothing."""
    say = app.language.say
    papers = await asyncio.to_thread(app.workplace.paper_list)
    if not papers:
        title = say("publish.offer_title")
        await app.push_screen_wait(Notice(title, [say("publish.no_papers")], say("room.close")))
        return None
    place = await app.push_screen_wait(Pick(say("publish.pick"), [_choice(app, one) for one in papers]))
    return None if place is None else papers[place].id or papers[place].file


def _choice(app: Shell, one: PaperFacts) -> str:
    if one.is_faulty:
        return app.language.say("publish.choice_faulty", title=one.title or one.file)
    return app.language.say("publish.choice", title=one.title, id=one.id)


def _job(place: Workplace, wanted: str) -> _Job:
    """Return what can be published. Raises Refused for a paper that cannot be, however it is carried."""
    paper = usable_paper(place, wanted)
    people = invited(place, paper).people
    check(paper, PublicationWish(roster=people))
    try:
        check_sealing()
    except QuizError:
        return _Job(paper, people, can_seal=False)
    return _Job(paper, people, can_seal=True)


async def _goes_on_unsealed(app: Shell, paper: Paper) -> bool:
    say = app.language.say
    lines = [say("publish.no_seal"), say("publish.no_seal_how")]
    safe, step = say("publish.no_seal_back"), say("publish.no_seal_on")
    return await app.push_screen_wait(Confirm(say("publish.title", title=paper.title), lines, safe=safe, step=step))


async def _publish(app: Shell, job: _Job) -> None:
    """Show the form until it is left or what it says is done."""
    paper, name = job.paper, publication_name(job.paper.title)
    about = PublishingFacts(paper.title, needs_keys(paper), paper.per_candidate, len(job.people), job.can_seal)
    places = await asyncio.to_thread(_places, app.workplace)

    async def ask(filled: FilledPublication, trouble: QuizError | None) -> FilledPublication | None:
        told = "" if trouble is None else "\n".join(_trouble_lines(app, trouble))
        return await app.push_screen_wait(PublishForm(about, filled, lambda: _places(app.workplace), told))

    saved = await save_as(
        begun(about, str(places[0].folder / name)),
        ask=ask,
        path_of=lambda filled: _file(filled.to, name),
        may_replace=partial(_may_replace, app),
        write=partial(_in_time, app, job),
    )
    if saved is None:
        return
    path, places = saved.path, await asyncio.to_thread(_places, app.workplace)
    is_on_stick = any(one.is_removable and one.folder in path.parents for one in places)
    has_password = bool(saved.wanted.opening or saved.wanted.invigilator)
    await app.push_screen_wait(Published(saved.written, path, is_on_stick=is_on_stick, has_password=has_password))


async def _may_replace(app: Shell, path: Path) -> bool:
    """Ask before a file is replaced, naming what it is."""
    say, cover = app.language.say, await asyncio.to_thread(_cover, path)
    lines = [say("publish.over", file=str(path))]
    if cover is not None:
        lines.append(say("publish.over_paper", title=cover.title, made_at=cover.made_at))
    safe, step = say("publish.over_back"), say("publish.over_step")
    return await app.push_screen_wait(Confirm(say("publish.offer_title"), lines, safe=safe, step=step, key="f9"))


async def _in_time(app: Shell, job: _Job, filled: FilledPublication, path: Path) -> IssuedPublication:
    """Publish off the event loop, and show words where that takes a while."""
    task = asyncio.create_task(asyncio.to_thread(_issue, app.workplace, job, filled, path))
    done, _ = await asyncio.wait([task], timeout=PATIENCE)
    if not done:
        words = ReadingNotice(app.language.say("publish.working"))
        await app.push_screen(words)
        await asyncio.wait([task])
        await words.dismiss()
    return await task


def _issue(place: Workplace, job: _Job, filled: FilledPublication, path: Path) -> IssuedPublication:
    # What cannot be written fixes nothing.
    place.files.check(path)
    order = PublicationOrder(
        with_keys=filled.keys == WITH,
        roster=job.people if filled.roster == WITH else (),
        opening=filled.opening,
        invigilator=filled.invigilator,
    )
    return issue(place, job.paper, order, path, place.files.put)


def _trouble_lines(app: Shell, error: QuizError) -> list[str]:
    """Return what went wrong, line by line: the first faults of a file beneath how many there are."""
    language = app.language
    if not isinstance(error, Faulty):
        return [language.error(error)]
    head = language.say(error.code, count=len(error.faults), **error.values)
    return [head, *map(language.fault, error.faults[:MOST_FAULTS])]


def _places(place: Workplace) -> Sequence[ExportPlace]:
    """Return where files can go now, a stick first; the person's own folder where the system tells of nothing."""
    found = place.outlets.folders() if place.outlets is not None else ()
    return found or (ExportPlace(Path.home(), False),)


def _file(typed: str, name: str) -> Path:
    """Return the file that is meant: of the usual name where a folder was typed."""
    path = Path(typed).expanduser()
    return path / name if path.is_dir() else path


def _cover(path: Path) -> PublicationCover | None:
    """Return what a file says of itself; None for what is no publication, or none that can be read."""
    try:
        return read_publication(path).cover
    except (QuizError, OSError):
        return None
