"""What may be set: by the command line, then the environment, then the home's own settings, then what is usual."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from quizapp.language import Tongue
    from quizapp.reading.settings_file import OwnSettings

SETTINGS_FILE = "settings.yaml"


class Options(NamedTuple):
    """The global options as the command line gave them; empty is not given."""

    home: str = ""
    banks: tuple[str, ...] = ()
    lang: str = ""
    debug: bool = False
    archive: str = ""
    """The archive that `home` was unpacked from: then nothing is written there."""


class Settings(NamedTuple):
    """Where things are, and whose they are."""

    home: Path
    banks: tuple[Path, ...]
    """The folders of the pool, in order of search."""
    debug: bool = False
    class_id: str = ""
    class_title: str = ""
    organiser: str = ""
    """Who holds the class, as exports and sheets name them."""
    class_from: date | None = None
    class_to: date | None = None
    role: str = ""
    """What the machine is for: one of `quizapp.domain.roles.AREAS`; "" where settings.yaml does not say."""
    staff: str = ""
    """Who answers for what is exported, entered and imported, where settings.yaml says it."""
    two_persons: bool = False
    """Whether decisions need somebody besides their maker who checked them."""
    archive: str = ""
    """The archive that the home was unpacked from; "" where it is a folder of its own."""
    weights: Mapping[str, Fraction] = MappingProxyType({})
    """What each paper and each mark from outside is worth in a total: shares that sum to 1, in the order written."""
    second_place: Path | None = None
    """Where the home is copied to after each collecting, marking and decision, where settings.yaml names one."""
    glyphs: str = "auto"
    """What borders and marks are drawn with: auto or ascii."""
    watch: tuple[Path, ...] = ()
    """The folders to which attempts are brought; they need not exist yet."""
    own_banks: Path | None = None
    """Where papers are written: the first folder that was given, else the home's own, which need not exist yet."""

    @property
    def pool(self) -> tuple[Path, ...]:
        """The folders of the pool as they are now, the own one among them once there is one."""
        if self.own_banks is None or self.own_banks in self.banks or not self.own_banks.is_dir():
            return self.banks
        return (self.own_banks, *self.banks)


def home_folder(options: Options, environment: Mapping[str, str]) -> Path:
    """Return the class's data folder, which need not exist yet."""
    given = options.home or environment.get("QUIZAPP_HOME", "")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path("quizapp", appauthor=False)


def settle(options: Options, environment: Mapping[str, str]) -> Settings:
    """Return the settings that hold.

    Raises CalledWrongly for a banks folder that does not exist, Faulty for a settings.yaml with faults.
    """
    home = home_folder(options, environment)
    own = _own_settings(home)
    given = options.banks or tuple(filter(None, environment.get("QUIZAPP_BANKS", "").split(os.pathsep)))
    settings = Settings(
        home=home,
        banks=_bank_folders(given, home),
        debug=options.debug,
        archive=options.archive,
        own_banks=Path(given[0]).expanduser() if given else home / "banks",
    )
    return settings if own is None else _with_own(settings, own)


def role(options: Options, environment: Mapping[str, str]) -> str:
    """Return what the machine is for, whatever else was asked for. Raises Faulty as `settle` does."""
    own = _own_settings(home_folder(options, environment))
    return "" if own is None else own.role


def _with_own(settings: Settings, own: OwnSettings) -> Settings:
    folders = {
        "second_place": _within(settings.home, own.second_place) if own.second_place else None,
        "watch": tuple(_within(settings.home, folder) for folder in own.watch),
    }
    return settings._replace(**(own._asdict() | folders))


def _within(home: Path, named: str) -> Path:
    """Return a folder that settings name, which may be told from the home on."""
    return Path(os.path.normpath(home / Path(named).expanduser()))


def choose_tongue(options: Options, environment: Mapping[str, str], remembered: str = "") -> Tongue:
    """Return the language to speak: asked for, remembered by the app, or the locale's; Chinese unless it is English."""
    wanted = options.lang or environment.get("QUIZAPP_LANG", "") or remembered or _locale(environment)
    return "en" if wanted.lower().startswith("en") else "zh"


def shipped_banks() -> Path:
    """Return the folder of the banks that come with the program."""
    package = Path(__file__).parent
    inside = package / "question_banks"
    # An editable install has no such folder in the package: the checkout's stands beside it.
    return inside if inside.is_dir() else package.parent / "question_banks"


def _bank_folders(given: tuple[str, ...], home: Path) -> tuple[Path, ...]:
    if not given:
        return tuple(folder for folder in (home / "banks", shipped_banks()) if folder.is_dir())
    folders = tuple(Path(folder).expanduser() for folder in given)
    for folder in folders:
        if not folder.exists():
            raise CalledWrongly("missing-file", path=str(folder))
    return folders


def _locale(environment: Mapping[str, str]) -> str:
    """Return the name of the locale for messages: what the strongest variable that is set says."""
    said = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if os.name == "nt" and not said:
        import locale

        return locale.getlocale()[0] or ""
    return said


def _own_settings(home: Path) -> OwnSettings | None:
    path = home / SETTINGS_FILE
    if not path.is_file():
        return None
    from quizapp.reading.settings_file import read_settings

    return read_settings(path)
