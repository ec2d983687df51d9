"""Writing a bank file that was edited: whole or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import hashlib
from pathlib import Path

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import told
from quizapp.stores.files.writing import write_whole


def write_bank_file(
    path: Path,
    data: bytes,
    digest: str,
    disk: Disk | None = None,
    *,
    has_copy: bool = False,
    makes_folder: bool = False,
) -> Path | None:
    """Put a bank's new content in place in one step; return where the old is kept, None where it is not.

    A folder that is not there is made only where `makes_folder` says so: one that was typed may be a slip. `digest` is
    the SHA-256 of the content it was made from, "" where there was no file. What fails leaves the old file.
    Raises Refused where the file is another by now, CalledWrongly where nothing can be written, MachineRefused.
    """
    used = disk or Disk()
    if path.is_dir() or not (makes_folder or path.parent.is_dir()):
        raise CalledWrongly("cannot-write-there", path=str(path))
    with told(path):
        old = used.read(path) if path.exists() else None
        if ("" if old is None else hashlib.sha256(old).hexdigest()) != digest:
            raise Refused("bank-changed-meanwhile", file=str(path))
        copy = None
        if has_copy and old is not None:
            copy = path.with_name(path.name + ".bak")
            write_whole(used, copy, old)
        # A link stays one: what it leads to is written.
        write_whole(used, path.resolve(), data, keeps_rights=True)
        return copy
