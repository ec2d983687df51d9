"""The fault table: every fault in every kind of save, in the store that a fault can strike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from tests.proofs.faults.all_saves import SAVES
from tests.proofs.faults.commands import COMMANDS, command_kills
from tests.proofs.faults.crashes import crashes, power_cuts, restarts
from tests.proofs.faults.cuts import CHAINS, book_cuts, chain_cuts, choice_cuts, start_cuts
from tests.proofs.faults.exchanges import HANDS, exchanges
from tests.proofs.faults.figures import Figure
from tests.proofs.faults.kills import kills
from tests.proofs.faults.races import races
from tests.proofs.faults.refusals import held_locks, refusals
from tests.proofs.faults.refusing import REFUSALS


class Proof(Protocol):
    """Lets one fault strike one kind of save, in a folder."""

    def __call__(self, folder: Path, *, is_full: bool) -> Figure: ...


NOT_READ_ONLY = tuple(save for save in SAVES if save != "refresh")
"""Who goes on with what another left makes sure that it is on disk; who only reads it for the book does not."""

PROOFS: dict[str, Proof] = {
    **{f"kill-{save}": partial(kills, save) for save in SAVES},
    **{f"crash-{save}": partial(crashes, save) for save in SAVES},
    **{f"power-{save}": partial(power_cuts, save) for save in SAVES},
    **{f"restart-{save}": partial(restarts, save) for save in NOT_READ_ONLY},
    **{f"cut-{save}": partial(chain_cuts, save) for save in CHAINS},
    "cut-start": start_cuts,
    "cut-book": book_cuts,
    "cut-choices": choice_cuts,
    **{f"{fault}-{save}": partial(refusals, fault, save) for fault in REFUSALS for save in SAVES},
    **{f"lock-{save}": partial(held_locks, save) for save in SAVES},
    **{f"exchange-{hand}-{save}": partial(exchanges, hand, save) for hand in HANDS for save in CHAINS},
    "race": races,
    **{f"command-{name}": partial(command_kills, name) for name in COMMANDS},
}


def figures(*, is_full: bool) -> Iterator[Figure]:
    """Give the lines of the table as they are known."""
    for proof in PROOFS.values():
        with TemporaryDirectory() as folder:
            yield proof(Path(folder), is_full=is_full)
