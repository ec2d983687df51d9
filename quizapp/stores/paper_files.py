"""Writing a paper file that was composed: whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import hashlib
from pathlib import Path

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import told
from quizapp.stores.files.writing import write_whole


def write_paper_file(path: Path, data: bytes, digest: str, disk: Disk | None = None) -> None:
    """Put a paper's file in place in one step, its folder made where there is none.

    `digest` is the SHA-256 of the content it was made from, "" where there was no file. What fails leaves the old file.
    Raises Refused where the file is another by now, CalledWrongly where nothing can be written, MachineRefused.
    """
    used = disk or Disk()
    if path.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))
    with told(path):
        old = hashlib.sha256(used.read(path)).hexdigest() if path.exists() else ""
        if old != digest:
            raise Refused("compose-changed-meanwhile" if digest else "compose-file-exists", file=str(path))
        # A link stays one: what it leads to is written.
        write_whole(used, path.resolve(), data, keeps_rights=True)
