"""Archives made by hand, good and hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable


def archive(*members: tuple[str | zipfile.ZipInfo, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these members; a ZipInfo is written as it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, data in members:
            made.writestr(name, data)
    return file.getvalue()


def entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    """Return an entry whose name is not touched by zipfile; `mode` is a Unix file mode."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    info.external_attr = mode << 16
    return info


def patched(data: bytes, changes: Iterable[tuple[bytes, int, bytes]]) -> bytes:
    """Return an archive with bytes written over: behind each signature, at that offset."""
    made = bytearray(data)
    for signature, offset, new in changes:
        start = 0
        while (start := made.find(signature, start)) >= 0:
            made[start + offset : start + offset + len(new)] = new
            start += 4
    return bytes(made)
