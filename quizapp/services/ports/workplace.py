"""All that a screen or a command needs, put together once by wiring and handed over as an argument.

Among it are the places where files leave this machine, and the home's second copy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.domain.roles import offers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta
    from fractions import Fraction

    from quizapp.domain.carrying import Checked
    from quizapp.services.ports.bank_editor import BankDesk
    from quizapp.services.ports.home import Chance, Clock, Home, Library
    from quizapp.services.ports.paper_editor import PaperDesk, PaperFacts


class Preferences(Protocol):
    """What the app remembers of a person's choices: theme, language, where they were."""

    def read(self) -> Mapping[str, str]:
        """Return what is remembered; nothing where the file is missing or unreadable."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Keep one choice. A choice that cannot be kept is lost without harm."""
        ...


class SecondPlace(Protocol):
    """Where a copy of the home is kept."""

    @property
    def folder(self) -> str:
        """The folder, to be told to a person."""
        ...

    def check(self) -> None:
        """Make sure that something can be kept there. Raises MachineRefused."""
        ...

    def copy(self) -> None:
        """Bring the copy up to date; nothing there is ever lost. Raises MachineRefused."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """One class's home, the banks, and the machine's clock and chance."""

    home: Home
    library: Library
    clock: Clock
    chance: Chance
    preferences: Preferences
    paper_list: Callable[[], tuple[PaperFacts, ...]]
    """Returns the papers that can be sat, quickly: home asks it before anything else is loaded."""
    files: PeopleFiles
    """The machine's files that are a person's and not the home's."""
    machine_trial: Callable[[], MachineTrial]
    """Returns what tries this machine for a rehearsal."""
    home_path: str = ""
    """Where the data folder is, to be told to a person."""
    class_id: str = ""
    class_title: str = ""
    organiser: str = ""
    """Who holds the class."""
    role: str = ""
    """What the machine is for, as its settings have it: one of `quizapp.domain.roles.AREAS`."""
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    """Papers' ids and the names of marks from outside to their shares of a total; sum 1 or empty."""
    watch: tuple[str, ...] = ()
    """The folders to which attempts are brought."""
    outlets: ExportPlaces | None = None
    """Where answers are carried away from here; None where nothing is."""
    machine: str = ""
    """What the machine calls itself, to be told to a person."""
    staff: str = ""
    """Who is at the machine where nobody else is named: the settings' staff, else the system's user."""
    has_staff: bool = False
    """Whether the settings name staff: without a role, this makes it a machine of the committee's."""
    two_persons: bool = False
    """Whether decisions need somebody besides their maker who checked them: 双人复核."""
    archive: str = ""
    """The archive that the home was unpacked from, to be told to a person; "" where it is a folder of its own."""
    second_place: SecondPlace | None = None
    """Where the home is copied to; None where the settings name nothing."""
    bank_desk: Callable[[], BankDesk] | None = None
    """Puts the banks' files on a desk for the teacher's room; None where there are none to work on."""
    paper_desk: Callable[[], PaperDesk] | None = None
    """Puts the papers' files on a desk for composing; None where there are none to write."""
    draws_blocks: bool = True
    """Whether the terminal draws half blocks one cell wide, so that a code to photograph needs little room."""
    draws_colours: bool = True
    """Whether the terminal shows colours, without which there is no code to photograph."""
    is_light: bool = False
    """Whether the terminal says that its background is light."""
    trouble: QuizError | None = None
    """Why nothing can be done here but to go on with attempts under way; None where all can."""

    @property
    def offers_teaching(self) -> bool:
        """Whether home opens the teacher's room and names what waits to be marked."""
        return self._has_rooms and offers(self.role, "teaching")

    @property
    def offers_committee(self) -> bool:
        """Whether home opens the committee's rooms."""
        return self._has_rooms and offers(self.role, "committee")

    @property
    def works_on_banks(self) -> bool:
        """Whether banks are worked on here: where not, those for exams are not named and faults are others' to mend."""
        return offers(self.role, "teaching")

    @property
    def _has_rooms(self) -> bool:
        return bool(self.role) or self.has_staff


class ExportPlace(NamedTuple):
    """A folder that a person finds again."""

    folder: Path
    is_removable: bool
    """Whether it is on a stick, and can be carried away."""


class ExportPlaces(Protocol):
    """Sticks, the desktop, the home folder."""

    def folders(self) -> tuple[ExportPlace, ...]:
        """Return the folders that are there now, the one to take first of all."""
        ...

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes; None where there is none, or none that can be read."""
        ...

    def put(self, path: Path, data: bytes) -> None:
        """Write a file as a whole, on disk. Raises CalledWrongly, MachineRefused."""
        ...


class PeopleFiles(Protocol):
    """Files that are a person's and not the home's: where they lie, and how one is read and written as a whole."""

    def sticks(self) -> tuple[Path, ...]:
        """Return the sticks that are plugged in, as far as the system tells."""
        ...

    def own_places(self) -> tuple[Path, ...]:
        """Return the person's desktop, downloads and home folder, as far as they are there."""
        ...

    def read(self, path: Path) -> bytes:
        """Return a file's bytes. Raises CalledWrongly where there is none, MachineRefused."""
        ...

    def check(self, path: Path) -> None:
        """Refuse what can be no file's name here, or is a data folder's own. Raises CalledWrongly."""
        ...

    def put(self, path: Path, data: bytes, ready: Callable[[], None] | None = None) -> None:
        """Write a file as a whole, on disk; what fails leaves the old one.

        `ready` does what must stand before the file does, when only its name is still to be given.
        Raises CalledWrongly, MachineRefused, and what `ready` raises.
        """
        ...

    def put_written(self, path: Path, write: Callable[[BinaryIO], None], ready: Callable[[], None]) -> None:
        """Write a file as `put` does, with what writes into a stream. Raises too what `write` raises."""
        ...


class MachineTrial(Protocol):
    """Tries for real what a sitting asks of this machine."""

    def saving(self, folder: Path) -> timedelta:
        """Return how long one answer takes to be on a folder's disk. Raises MachineRefused."""
        ...

    def going_on(self, beside: Path | None) -> Checked:
        """Return whether a sitting that was killed went on at the same place and second.

        `beside` is the folder on whose disk it is kept, None for the system's place for what does not stay.
        """
        ...


def keep_second_copy(place: Workplace) -> MachineRefused | None:
    """Bring the copy up to date; return what to tell where that failed, which is never in anybody's way."""
    if place.second_place is None:
        return None
    try:
        place.second_place.copy()
    except MachineRefused as trouble:
        return MachineRefused("kept-copied-not", folder=place.second_place.folder, trouble=trouble)
    return None
