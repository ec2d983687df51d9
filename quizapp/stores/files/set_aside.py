"""The folder for bytes that had to leave their file: nothing is thrown away."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from quizapp.stores.files.disk import Disk
from quizapp.stores.files.writing import keep_whole


class SetAside:
    """Keeps cut and damaged bytes, each once, named after the file they stood in."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def keep(self, name: str, data: bytes) -> str:
        """Keep bytes of the file of that name, on disk; return what they are called, "" for none. Raises OSError."""
        if not data:
            return ""
        called = f"{name}.{sha256(data).hexdigest()[:16]}"
        keep_whole(self._disk, (self._folder / called, data))
        return called

    def kept(self, name: str) -> tuple[bytes, ...]:
        """Return what was kept of the file of that name. Raises OSError."""
        if not self._folder.is_dir():
            return ()
        paths = (path for path in self._folder.iterdir() if path.name.rpartition(".")[0] == name)
        return tuple(self._disk.read(path) for path in sorted(paths))
