"""A class in one file: what of a data folder bears witness, packed as a ZIP, and unpacked again to be read.

Only names that a data folder has are taken out, so that nothing can land elsewhere; only so much, so that nothing can
fill the disk.
"""

from __future__ import annotations

import io
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.domain.errors import Refused
from quizapp.stores.files.evidence import BOOK, SEALS, SETTINGS, kind_of
from quizapp.stores.files.naming import is_safe
from quizapp.stores.files.refusals import told

MOST_BYTES = 2 * 1024 * 1024 * 1024
"""All members together, unpacked: a hundred times a large class."""
MOST_ENTRIES = 200_000
_CHUNK = 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every member says it was written, so that equal contents make equal archives."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, IndexError)


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of these files, by name within the data folder."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give a folder with what an archive holds, of this program's own, which is removed in the end.

    Raises Refused for what is no archive of this program's, MachineRefused.
    """
    # Only its owner may look into a folder that is made so.
    folder = Path(tempfile.mkdtemp(prefix="quizapp-"))
    try:
        with told(folder):
            _unpack(path, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check(entries, path)
            for entry in entries:
                _take_out(archive, entry, folder / entry.filename)
    except _DAMAGE as error:
        raise Refused("kept-no-archive", file=path.name) from error


def _take_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # zipfile gives no more than the entry says, and complains where the bytes are not those that were packed.
    with archive.open(entry) as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, _CHUNK)


def _check(entries: list[zipfile.ZipInfo], path: Path) -> None:
    names = {entry.filename for entry in entries}
    if not entries or len(names) != len(entries) or not all(map(_is_ours, entries)):
        raise Refused("kept-no-archive", file=path.name)
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refused("kept-too-big", file=path.name)


def _is_ours(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or name != entry.filename:
        return False
    folder, _, last = name.rpartition("/")
    if folder == SEALS:
        return last.endswith(".txt") and is_safe(last.removesuffix(".txt"))
    return name in (BOOK, SETTINGS) or kind_of(name) not in (None, "odd")
