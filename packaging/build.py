"""Builds what is carried to machines without a network: quizapp.pyz, and a folder that starts with a double click.

    python packaging/build.py --to DIR [--python DIR] [--practice] [--publication FILE.quiz …]

Takes the program from this checkout and what it needs from the environment that runs this: nothing is downloaded.
Raises SystemExit where something is missing.
"""

from __future__ import annotations

import argparse
import shutil
import stat
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from gathering import gather

HERE = Path(__file__).resolve().parent
ARCHIVE = "quizapp.pyz"
FOLDER, PROGRAM, PYTHON = "考试", "程序", "python"
INTERPRETERS = ("python.exe", "bin/python3")
"""Where the launchers look for a portable Python's, on Windows and elsewhere."""
PUBLICATION = b"quizapp-publication "
"""What a publication's file begins with."""
_FIXED = (2020, 1, 1, 0, 0, 0)
"""When every file in the archive was made: two builds of the same are the same."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build both and say what went in."""
    given = _parsed(arguments)
    _check(given)
    given.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        site = Path(work) / "site"
        names = gather(site, with_banks=given.practice)
        archive = pack(site, given.to / ARCHIVE)
        folder = lay_out(site, given.to / FOLDER, given.python, given.publication)
    print(*(["quizapp", *names]), sep="\n")
    print(f"{archive}  {archive.stat().st_size / 2**20:.1f} MB")
    print(folder)
    return 0


def _check(given: argparse.Namespace) -> None:
    """Refuse what would only be missed on the stick. Raises SystemExit."""
    for file in given.publication:
        # A paper's or a bank's own file has every key in it.
        if not file.is_file() or not file.read_bytes().startswith(PUBLICATION):
            raise SystemExit(f"no publication (made by `quizapp papers publish`): {file}")
    names = [file.name for file in given.publication]
    if len(set(names)) < len(names):
        raise SystemExit(f"two publications of one name: {' '.join(names)}")
    if given.python is not None and not any((given.python / one).is_file() for one in INTERPRETERS):
        raise SystemExit(f"no portable Python, which has {' or '.join(INTERPRETERS)} in it: {given.python}")
    folder = given.to / FOLDER
    if folder.exists() and not (folder / PROGRAM).is_dir():
        raise SystemExit(f"there is another folder of that name, which would be replaced: {folder}")


def pack(site: Path, target: Path) -> Path:
    """Write everything in a folder as one file that Python runs."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    digest = sha256()
    for path in files:
        digest.update(f"{path.relative_to(site).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    begin = (HERE / "bootstrap.py").read_text("utf-8").replace("@BUILD@", digest.hexdigest()[:24])
    with target.open("wb") as out:
        out.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            _add(packed, "__main__.py", begin.encode())
            for path in files:
                _add(packed, path.relative_to(site).as_posix(), path.read_bytes())
    target.chmod(0o755)
    return target


def _add(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _FIXED)
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    packed.writestr(info, data, zipfile.ZIP_DEFLATED)


def lay_out(site: Path, target: Path, python: Path | None, publications: Sequence[Path]) -> Path:
    """Make the folder: launchers on top, papers beside them, the program and a Python of its own below."""
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    shutil.copytree(site, target / PROGRAM / "lib")
    for name in ("starting.py", "windows.py"):
        shutil.copyfile(HERE / name, target / PROGRAM / name)
    if python is not None:
        # As files: a stick's file system knows no links.
        shutil.copytree(python, target / PROGRAM / PYTHON, ignore=_dangling)
    for launcher in sorted((HERE / "launchers").iterdir()):
        _copy_launcher(launcher, target / launcher.name)
    for file in publications:
        shutil.copyfile(file, target / file.name)
    return target


def _dangling(folder: str, names: list[str]) -> list[str]:
    """Return the names in a folder that lead nowhere. (copytree's own option looks for them in the wrong folder.)"""
    return [name for name in names if not Path(folder, name).exists()]


def _copy_launcher(launcher: Path, place: Path) -> None:
    text = launcher.read_text("utf-8")
    # Windows reads a batch file that ends its lines otherwise only most of the time, and Notepad on Windows 7 none.
    newline = "\r\n" if launcher.suffix in (".cmd", ".txt") else "\n"
    # A mark in front tells every Notepad that it is UTF-8; in a batch file it would be read as a command.
    place.write_text(text, "utf-8-sig" if launcher.suffix == ".txt" else "utf-8", newline=newline)
    place.chmod(0o755 if launcher.suffix in (".sh", ".desktop") else 0o644)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build quizapp.pyz and the folder that starts with a double click.")
    parser.add_argument("--to", type=Path, required=True, help="the folder to build in")
    parser.add_argument("--python", type=Path, help="a portable Python of the machines' kind, to go along")
    parser.add_argument("--practice", action="store_true", help="the course's banks go along, keys and all")
    parser.add_argument("--publication", type=Path, nargs="*", default=[], help="papers to go along")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
