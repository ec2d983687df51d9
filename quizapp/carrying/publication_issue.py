"""Issuing a publication, by command or on a screen: refused before anything is fixed, then written, then logged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.carrying.publication_file import SUFFIX, publication_bytes, read_publication
from quizapp.carrying.publication_seal import check_sealing
from quizapp.domain.carrying import PublicationIssued
from quizapp.domain.errors import CalledWrongly, QuizError, Refused
from quizapp.domain.text import clean_line
from quizapp.services.carrying.publication_making import PublicationWish, fix_forms, needs_keys, publication
from quizapp.services.sitting.invigilator import is_same, kept_with_key

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.papers.paper import Paper
    from quizapp.services.carrying.publication import Publication
    from quizapp.services.ports.workplace import Workplace

Put: TypeAlias = Callable[[Path, bytes, Callable[[], None]], None]
"""Puts a file in place as a whole, calling its third argument when only the file's name is still to be given."""
SHORTEST = 6
"""Characters below which a password is guessed in an afternoon, however slowly each guess is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationOrder:
    """What is to be carried, and what will be said aloud."""

    with_keys: bool | None = None
    """Whether keys go along; None where the paper's rules say it."""
    roster: Sequence[Candidate] = ()
    opening: str = ""
    """The password that opens it; "" leaves it unsealed."""
    invigilator: str = ""
    """The invigilator's; "" for none."""


@dataclass(frozen=True, slots=True)
class IssuedPublication:
    """A publication that was written, with what there is to say of it."""

    publication: Publication
    notes: tuple[str, ...]
    """What whoever publishes it ought to know: each is said as `publication.…`, and counts `people`."""


def issue(place: Workplace, paper: Paper, order: PublicationOrder, path: Path, put: Put) -> IssuedPublication:
    """Publish a paper: write its file with `put`, its forms fixed and a line in the log when that is on disk.

    Raises CalledWrongly, Refused and MachineRefused; what is refused, or finds no room, fixes and writes nothing.
    """
    check_name(path)
    _check_passwords(order)
    _check_kept(path, order)
    spoken, order_key = kept_with_key(order.invigilator, place.chance) if order.invigilator else (None, b"")
    made = publication(
        place, paper, PublicationWish(with_keys=order.with_keys, roster=order.roster, invigilator=spoken)
    )
    data = publication_bytes(made, place.chance, order.opening)
    issued = PublicationIssued(
        when=place.clock.read(),
        digest=sha256(data).hexdigest(),
        file=clean_line(path.name),
        paper=made.cover.paper,
        title=made.cover.title,
        forms=tuple(one.form for one in made.cover.forms),
        has_keys=made.cover.has_keys,
        order_key=order_key.hex(),
    )

    values = {
        "paper": paper.id,
        "to": str(path),
        "forms": str(len(made.forms)),
        "people": str(len(made.roster)),
        "keys": "yes" if made.cover.has_keys else "no",
        "sealed": "yes" if order.opening else "no",
    }

    def keep() -> None:
        fix_forms(place.home, made)
        # Before the file has its name: no order may come back that nobody can look at any more.
        place.home.publications.record(issued)
        place.home.log.record(issued.when.at, "paper-published", place.staff, values)

    put(path, data, keep)
    return IssuedPublication(made, _notes(paper, order, has_keys=made.cover.has_keys))


def check_over(path: Path, paper: Paper) -> None:
    """Refuse to put a publication over anything but an earlier one of the same paper. Raises CalledWrongly."""
    if not path.exists():
        return
    try:
        known = read_publication(path).cover.paper
    except QuizError:
        known = ""  # another kind of file, or one that cannot be read: it is somebody's
    if known != paper.id:
        raise CalledWrongly("publish-over-other", path=str(path), paper=paper.title)


def _check_kept(path: Path, order: PublicationOrder) -> None:
    """Refuse to take away in silence a password that stands in the publication that is there. Raises CalledWrongly.

    Nobody would miss it before the room asks for it.
    """
    try:
        old = read_publication(path) if path.is_file() else None
    except QuizError:
        return  # none that anybody could open with a password
    if old is None:
        return
    if old.cover.invigilator is not None and not order.invigilator:
        raise CalledWrongly("publish-loses-invigilator", path=str(path))
    if old.is_sealed and not order.opening:
        raise CalledWrongly("publish-loses-opening", path=str(path))


def check_name(path: Path) -> None:
    """Refuse a name by which nobody would know a publication. Raises CalledWrongly."""
    if path.suffix.lower() != SUFFIX:
        raise CalledWrongly("publish-ending", suffix=SUFFIX, to=str(path))


def agreed(first: str, again: str) -> str:
    """Return a password that was typed twice, unseen. Raises Refused where the two differ or it is too short."""
    if first.strip() != again.strip():
        raise Refused("passwords-differ")
    return long_enough(first.strip())


def long_enough(password: str) -> str:
    """Return a password that can be said aloud in a room. Raises Refused where it is too short."""
    if len(password) < SHORTEST:
        raise Refused("password-too-short", least=SHORTEST)
    return password


def check_apart(opening: str, invigilator: str) -> None:
    """Refuse one password for both: all hear the one, and who knows the other hands papers in. Raises Refused."""
    if opening and is_same(opening, invigilator):
        raise Refused("passwords-same")


def _check_passwords(order: PublicationOrder) -> None:
    for password in filter(None, (order.opening, order.invigilator)):
        long_enough(password)
    check_apart(order.opening, order.invigilator)
    if order.opening:
        check_sealing()


def why_keys(paper: Paper, *, has_keys: bool) -> str:
    """Return the code of why keys go along, or do not: by which of the paper's rules, or because they were wanted."""
    if not has_keys:
        return "keys_left_out"
    if not needs_keys(paper):
        return "keys_wanted"
    delivery = paper.delivery
    what = "marked" if {"key", "rationale"}.isdisjoint(delivery.show) else "shown"
    return f"keys_{what}_{delivery.feedback}"


def _notes(paper: Paper, order: PublicationOrder, *, has_keys: bool) -> tuple[str, ...]:
    return (
        "with_roster" if order.roster else "without_roster",
        "sealed" if order.opening else "not_sealed",
        why_keys(paper, has_keys=has_keys),
        *(["keys_sealed" if order.opening else "keys_inside"] if has_keys else []),
        *([] if order.invigilator else ["no_invigilator"]),
    )
