"""A pack written as a ZIP."""

from __future__ import annotations

import io
import stat
import zipfile
from typing import TYPE_CHECKING

from quizapp.carrying.pack import contents, members, rehearsing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.services.packing import Pack

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every member says it was written: what is in them says it better."""


def to_bytes(pack: Pack) -> bytes:
    """Return a pack's file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _members(pack):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


def _members(pack: Pack) -> Iterator[tuple[str, bytes]]:
    yield members.CONTENTS, contents.to_bytes(pack)
    for digest, data in sorted(pack.forms.items()):
        yield members.form(digest), data
    for one in pack.attempts:
        yield members.journal(one.name), one.data
    for number, rehearsal in enumerate(pack.rehearsals, 1):
        yield f"rehearsals/{number}.json", rehearsing.to_bytes(rehearsal)
