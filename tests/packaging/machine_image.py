"""An empty machine made of files: Python, its libraries, a shell, nothing of ours; and a way to live in it offline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
WATCH = """\
import sys

# Every attempt to reach anybody is written down, whatever becomes of it.
_ASKED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")


def _note(event, arguments):
    if event in _ASKED and not (event == "socket.connect" and isinstance(arguments[1], str)):
        with open({log!r}, "a") as log:
            log.write(event + " " + repr(arguments[1:]) + chr(10))


sys.addaudithook(_note)
"""
_TOOLS = ("sh", "dirname", "sleep")
_LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", "test", "tests", "site-packages", "dist-packages", "idlelib", "config-*"
)


def can_be_alone() -> bool:
    """Return whether this system lets a test have a network and a file system of its own."""
    done = subprocess.run(["unshare", "-rnm", "true"], capture_output=True, check=False)
    return done.returncode == 0


def watched_packages(folder: Path, log: str) -> Path:
    """Return a folder that, on Python's path, has every attempt at a connection noted in a file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(WATCH.format(log=log), "utf-8")
    return folder


class MachineImage:
    """A folder that is the root of such a machine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "connections"
        for name in ("tmp", "dev", "proc", "home/kao/Desktop", "root"):
            (root / name).mkdir(parents=True)
        python = Path(sys.executable).resolve()
        stdlib = Path(sysconfig.get_path("stdlib"))
        self._copy(python)
        shutil.copytree(stdlib, self._inside(stdlib), ignore=_LEFT_OUT, symlinks=False)
        self._libraries([python, *stdlib.rglob("lib-dynload/*.so")])
        for tool in _TOOLS:
            found = shutil.which(tool)
            assert found is not None
            self._copy(Path(found).resolve())
            self._as(Path(found).resolve(), Path("/bin") / tool)
            self._libraries([Path(found).resolve()])
        for name in ("python3", f"python3.{sys.version_info[1]}"):
            self._as(python, Path("/usr/bin") / name)
        watched_packages(self._inside(stdlib), "/connections")
        # What distributions put there of their own.
        assert not list(self._inside(stdlib).glob("textual*"))

    def entering(self, folder: str, launcher: str) -> list[str]:
        """Return the command that runs a launcher of that folder in here, without any network."""
        script = self.root.parent / "enter.sh"
        script.write_text(
            f"for one in dev proc; do mount --rbind /$one '{self.root}/'$one || exit 9; done\n"
            f"PATH=$PATH:/usr/sbin:/sbin exec chroot '{self.root}' /bin/sh -c 'cd {folder} && exec ./{launcher}'\n",
            "utf-8",
        )
        return ["unshare", "-rnm", "sh", str(script)]

    def connections(self) -> str:
        """Return what was noted."""
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def _inside(self, path: Path) -> Path:
        return self.root / path.relative_to("/")

    def _copy(self, path: Path) -> None:
        place = self._inside(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            shutil.copy2(path, place)

    def _as(self, path: Path, name: Path) -> None:
        place = self._inside(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            # Within the image: whoever clears it and follows links finds nothing of this machine's.
            place.symlink_to(os.path.relpath(self._inside(path), place.parent))

    def _libraries(self, binaries: list[Path]) -> None:
        """Copy what binaries are linked to, under the names they ask for."""
        said = subprocess.run(["ldd", *map(str, binaries)], capture_output=True, text=True, check=False).stdout
        for name in sorted(set(re.findall(r"(/[^\s()]+)(?= \(0x)", said))):
            place = self._inside(Path(name))
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists():
                shutil.copy2(Path(name).resolve(), place)
