"""What a rehearsal tries of this machine for real: its disk, and a sitting that is killed and gone on with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from quizapp.domain.attempt.events import Started
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.attempt.state import begin
from quizapp.domain.carrying import APART, Checked
from quizapp.domain.errors import QuizError
from quizapp.domain.item import Marking
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Form, Paper, Question, Section
from quizapp.services.papers.forms import form_digest, paper_digest
from quizapp.services.ports.port_values import FixedForm
from quizapp.services.sitting.attempt_start import resume
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.stores.clock import SystemClock
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.files.home import FileHome


class OwnMachineTrial:
    """This machine's disk, and its program killed in the midst of a sitting."""

    def saving(self, folder: Path) -> timedelta:
        """Return how long one answer takes to be on a folder's disk. Raises MachineRefused."""
        with disk_refusals(folder):
            return timedelta(seconds=synced_write(Disk(), folder))

    def going_on(self, beside: Path | None) -> Checked:
        """Return whether a sitting that was killed went on at the same place and second."""
        return killed_and_gone_on(beside)


_LINE = b"x" * 300
"""As long as an answer's line."""


def synced_write(disk: Disk, folder: Path) -> float:
    """Write into a folder as an answer is written and return the median seconds of five. Raises OSError."""
    disk.make_folder(folder)
    probe = folder / f".doctor-{os.urandom(8).hex()}"
    descriptor = disk.open_new(probe)
    try:
        times = []
        for _ in range(5):
            start = perf_counter()
            disk.write(descriptor, _LINE)
            disk.sync(descriptor)
            times.append(perf_counter() - start)
    finally:
        disk.close(descriptor)
        disk.remove(probe)
    return median(times)


PATIENCE = 20.0
"""Seconds until a machine that is slow is one that does not answer."""
_LIMIT = timedelta(minutes=10)
_ANSWERS = (("B",), ("A",))
_MODULE = "quizapp.stores.rehearsal_trials"


def killed_and_gone_on(beside: Path | None = None) -> Checked:
    """Sit two questions in another process, kill it, go on, and return whether it was at the same place and second.

    `beside` is the folder on whose disk answers are kept.
    """
    if beside is not None:
        beside.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="rehearsal-", dir=beside))
    try:
        told = _killed(folder)
        if told is None:
            return _failed("rehearse.going_on_no_answer")
        return _gone_on(folder, told)
    except (QuizError, OSError) as error:
        return _failed("rehearse.going_on_failed", trouble=error if isinstance(error, QuizError) else str(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sit_and_wait(folder: str) -> None:
    """Begin the rehearsal's paper, answer, say where it stands, and wait to be killed: what the other process does."""
    sitting = _begun(Path(folder))
    for number, response in enumerate(_ANSWERS, 1):
        sitting.visit(number)
        sitting.answer(number, response)
    left = sitting.remaining()
    assert left is not None
    sys.stdout.write(json.dumps({"current": sitting.attempt.current, "left": left.total_seconds()}) + "\n")
    sys.stdout.flush()
    time.sleep(PATIENCE * 3)


def _killed(folder: Path) -> dict[str, Any] | None:
    """Return what the other process said before it was killed, with the time since; None where it said nothing."""
    here = str(Path(__file__).parents[2])
    # A portable Python takes no folder from the environment.
    program = f"import sys; sys.path.insert(0, {here!r}); from {_MODULE} import sit_and_wait as go; go({str(folder)!r})"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    watch = threading.Timer(PATIENCE, process.kill)
    watch.start()
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        said_at = time.monotonic()
    finally:
        watch.cancel()
        process.kill()
        process.communicate()
    return {**json.loads(line), "said_at": said_at} if line.strip() else None


def _gone_on(folder: Path, told: dict[str, Any]) -> Checked:
    home = FileHome(folder)
    (name,) = home.journals.names()
    sitting = resume(home, SystemClock(), name)
    try:
        left = sitting.remaining()
        expected = timedelta(seconds=told["left"] - (time.monotonic() - told["said_at"]))
        at_same_place = sitting.attempt.current == told["current"] and sitting.attempt.responses == _ANSWERS
        at_same_second = left is not None and abs(left - expected) <= APART
    finally:
        sitting.close()
    if at_same_place and at_same_second:
        return Checked(step="going_on", state="ok", code="rehearse.going_on_ok")
    return _failed("rehearse.going_on_elsewhere" if not at_same_place else "rehearse.going_on_clock")


def _begun(folder: Path) -> Sitting:
    """Begin the rehearsal's paper in a data folder of its own."""
    home, clock = FileHome(folder), SystemClock()
    form, now = _form(home), clock.read()
    started = Started(
        when=now,
        attempt=attempt_id(now.at, bytes(7)),
        paper=form.paper.id,
        paper_digest=paper_digest(form.paper),
        form=form_digest(form),
        letter=form.letter,
        number=1,
        candidate="rehearsal",
        name="rehearsal",
        items=tuple(question.item.id for question in form.questions),
        orders=tuple(question.order for question in form.questions),
    )
    return Sitting(form=form, saved=begin(started), writer=home.journals.create(started), clock=clock)


def _form(home: FileHome) -> Form:
    """Return two questions about nothing, fixed."""
    paper = Paper(
        id="rehearsal", title="rehearsal", delivery=Delivery(time_limit=_LIMIT), sections=(Section(title="1"),)
    )
    items = [SingleChoice(id=f"r-{number}", stem="-", options=("1", "2"), key="A") for number in (1, 2)]
    questions = tuple(
        Question(number=number, section=0, item=item, marking=Marking(scheme="all_or_nothing", marks=Fraction(1)))
        for number, item in enumerate(items, 1)
    )
    form = Form(paper=paper, letter="A", questions=questions)
    fixed = FixedForm(
        at=SystemClock().read().at,
        paper=paper.id,
        paper_digest=paper_digest(paper),
        letter="A",
        number=1,
        form=form_digest(form),
    )
    home.forms.fix(form, fixed)
    return form


def _failed(code: str, **values: object) -> Checked:
    return Checked(step="going_on", state="failed", code=code, values=values)
