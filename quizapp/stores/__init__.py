"""Where a class's data is kept: one entry for each engine, loaded when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizapp.services.ports.home import Home

Opening: TypeAlias = "Callable[[Path], Home]"
"""Returns the home in that folder; an engine without files leaves the folder alone."""


def _open_files(folder: Path) -> Home:
    from quizapp.stores.files.home import FileHome

    return FileHome(folder)


STORES: dict[str, Opening] = {"files": _open_files}
