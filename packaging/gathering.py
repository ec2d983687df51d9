"""Gathering what the program needs from the environment it is installed in: no network, nothing compiled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PROGRAM = "quizapp"
ROOT = Path(__file__).resolve().parents[1]
COMPILED = (".so", ".pyd", ".dll", ".dylib")
"""What runs on one kind of machine only. PyYAML, the one that has any, does without."""
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


def gather(target: Path, *, with_banks: bool) -> tuple[str, ...]:
    """Copy the program and all that it needs into a folder; return their names and versions, sorted.

    The course's banks go along only where they are wanted: they have the keys of every paper that is drawn from them.
    Raises SystemExit where something that it needs is not installed here.
    """
    _copy_program(target, with_banks=with_banks)
    found = _needed(PROGRAM, frozenset())
    del found[_plain_name(PROGRAM)]
    for each in found.values():
        _copy(each, target)
    return tuple(sorted(f"{each.metadata['Name']} {each.version}" for each in found.values()))


def _needed(name: str, extras: frozenset[str], known: dict[str, Distribution] | None = None) -> dict[str, Distribution]:
    """Return a distribution and, without end, what it needs, by plain name."""
    known = {} if known is None else known
    try:
        found = distribution(name)
    except PackageNotFoundError as error:
        raise SystemExit(f"not installed here, and needed: {name}") from error
    known[_plain_name(name)] = found
    for wanted, wanted_extras in _requirements(found, extras):
        if _plain_name(wanted) not in known or wanted_extras:
            _needed(wanted, wanted_extras, known)
    return known


def _requirements(of: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in of.requires or ():
        wanted, _, condition = line.partition(";")
        extra, parsed = _EXTRA.search(condition), _REQUIREMENT.match(wanted)
        if parsed is None or (extra is not None and extra[1] not in extras):
            continue
        name, own = parsed[1], frozenset(each.strip() for each in (parsed[2] or "").split(",") if each.strip())
        # What another system or an older Python needs is not installed here, and not missed.
        if extra is not None or not condition.strip() or _is_installed(name):
            yield name, own


def _is_installed(name: str) -> bool:
    try:
        return bool(distribution(name))
    except PackageNotFoundError:
        return False


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _copy(found: Distribution, target: Path) -> None:
    """Copy a distribution's files; its licence and what names it go along, its scripts and what is compiled do not."""
    for file in found.files or ():
        if ".." in file.parts or file.suffix in (".pyc", *COMPILED) or file.name in ("direct_url.json", "RECORD"):
            continue
        place = target / str(file)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(file.locate()), place)


def _copy_program(target: Path, *, with_banks: bool) -> None:
    shutil.copytree(ROOT / PROGRAM, target / PROGRAM, ignore=shutil.ignore_patterns("__pycache__"))
    # As the wheel has them; where there are none the folder stands all the same.
    banks = target / PROGRAM / "question_banks"
    banks.mkdir()
    if with_banks:
        # What an exam draws from goes to nobody who may sit it.
        shutil.copytree(ROOT / "question_banks", banks, ignore=shutil.ignore_patterns("exam"), dirs_exist_ok=True)
