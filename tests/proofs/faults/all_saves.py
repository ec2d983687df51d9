"""Every kind of save, by the order of the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.proofs.faults.saves import Save
from tests.proofs.faults.shared_saves import Decide, Enrol, Fix, Log, Rebuild, Refresh
from tests.proofs.faults.sitting_saves import Extend, HandIn, Record
from tests.proofs.faults.trial import Trial

SAVES: dict[str, Callable[[Path], Save]] = {
    "record": Record,
    "hand-in": HandIn,
    "extend": Extend,
    "rebuild": Rebuild,
    "refresh": Refresh,
    "decision": Decide,
    "roster": Enrol,
    "form": Fix,
    "log": Log,
}
NEEDING_AN_ATTEMPT = ("record", "extend")
"""Those that go on with an attempt and begin none."""


def prepared(name: str, folder: Path) -> Trial:
    """Return a trial of that save in a folder where it has saved a little already."""
    save = SAVES[name](folder)
    save.prepare(FileHome(folder))
    trial = Trial(save=save, folder=folder)
    trial.begin(save.stored(FileHome(folder)))
    return trial
