"""Where a class's data is kept: one entry for each engine, loaded when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.services.ports.home import Chance, Home


class Opening(Protocol):
    """Opens a home of one engine."""

    def __call__(self, folder: Path, chance: Chance | None = None, /) -> Home:
        """Return the home in that folder; an engine without files leaves the folder alone.

        `chance` makes the class's secret; None where the home is of no class.
        """
        ...


def _open_files(folder: Path, chance: Chance | None = None, /) -> Home:
    from quizapp.stores.files.home import FileHome

    return FileHome(folder, chance=chance)


STORES: dict[str, Opening] = {"files": _open_files}
