"""The one place where settings become objects, and the only one that looks at the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.roles import offers
from quizapp.settings import Options, Settings, choose_tongue, home_folder, settle
from quizapp.settings import role as own_role

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.domain.errors import Fault, QuizError
    from quizapp.language import Language
    from quizapp.services.ports.bank_editor import BankDesk
    from quizapp.services.ports.home import Home, Library
    from quizapp.services.ports.paper_editor import PaperDesk, PaperFacts
    from quizapp.services.ports.port_values import Sourced
    from quizapp.services.ports.workplace import MachineTrial, SecondPlace, Workplace


def environment() -> Mapping[str, str]:
    """Return the environment the program was started in."""
    return os.environ


def forget_textual() -> None:
    """Take what the environment says to Textual away: it could press keys, take pictures or load a driver of its own.

    Textual reads it as it is loaded, so this is called before. What people may set is in the settings.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]


def settings(options: Options) -> Settings:
    """Return the settings that hold for these options. Raises CalledWrongly, Faulty."""
    return settle(options, environment())


def role(options: Options) -> str:
    """Return what the machine is for, as its settings have it. Raises Faulty."""
    return own_role(options, environment())


def language(options: Options) -> Language:
    """Return the language to speak, which needs no other setting to be right."""
    from quizapp.language import Language
    from quizapp.stores.side_files import FilePreferences

    asked = options.lang or environment().get("QUIZAPP_LANG", "")
    remembered = "" if asked else FilePreferences(home_folder(options, environment())).read().get("language", "")
    return Language(choose_tongue(options, environment(), remembered))


def keep_report(options: Options, report: str) -> str:
    """Keep a report of what nobody expected in the home, and return where; "" where that cannot be."""
    from quizapp.stores.side_files import keep_report as keep

    home = home_folder(options, environment())
    return "" if home.suffix.casefold() == ".zip" else keep(home, report)


def workplace(settings: Settings) -> Workplace:
    """Return all that a screen or a command needs; nothing is read or written by making it. Raises MachineRefused."""
    home = _home(settings)
    return _workplace(settings, home, *_class(settings, home))


def place_to_go_on(options: Options, trouble: QuizError) -> Workplace:
    """Return a home alone, to go on in with attempts under way where what stands beside them is in trouble.

    No settings are read: it is nobody's but a trainee's, with no banks, no class and no second place.
    """
    from dataclasses import replace

    bare = Settings(home=home_folder(options, environment()), banks=(), role="trainee", archive=options.archive)
    return replace(_workplace(bare, _home(bare)), trouble=trouble)


def _workplace(settings: Settings, home: Home, class_id: str = "", class_title: str = "") -> Workplace:
    from quizapp.services.ports.workplace import Workplace
    from quizapp.stores.clock import SystemClock
    from quizapp.stores.export_places import OwnFiles, OwnOutlets
    from quizapp.stores.side_files import FilePreferences

    library = LazyLibrary(lambda: _library(settings, home))
    return Workplace(
        home=home,
        library=library,
        clock=SystemClock(),
        chance=os.urandom,
        preferences=FilePreferences(settings.home),
        paper_list=lambda: _papers(settings, library, home),
        files=OwnFiles(),
        machine_trial=_machine_trial,
        bank_desk=lambda: _bank_desk(settings, library),
        paper_desk=lambda: _paper_desk(settings, library),
        home_path=str(settings.home),
        class_id=class_id,
        class_title=class_title,
        organiser=settings.organiser,
        role=settings.role,
        weights=settings.weights,
        watch=tuple(map(str, settings.watch)),
        outlets=OwnOutlets(),
        draws_blocks=_draws_blocks(settings.glyphs),
        draws_colours=not environment().get("NO_COLOR"),
        machine=_machine(),
        staff=settings.staff or user_name(),
        has_staff=bool(settings.staff),
        two_persons=settings.two_persons,
        archive=settings.archive,
        second_place=_second_place(settings),
        is_light=_is_light(environment().get("COLORFGBG", "")),
    )


class LazyLibrary:
    """Stands for the library that `make` returns, made when it is first asked something."""

    def __init__(self, make: Callable[[], Library]) -> None:
        self._make = make

    @cached_property
    def _library(self) -> Library:
        return self._make()

    def forget(self) -> None:
        """Have it made anew when it is next asked something: a file was changed."""
        self.__dict__.pop("_library", None)

    def papers(self) -> tuple[Sourced, ...]:
        """Every paper file, in order of paths; reads no bank."""
        return self._library.papers()

    def banks(self) -> tuple[Sourced, ...]:
        """Every bank file, in order of paths."""
        return self._library.banks()

    def paper(self, wanted: str) -> Sourced:
        """Return the paper of that id, title or path. Raises CalledWrongly."""
        return self._library.paper(wanted)

    def bank(self, wanted: str) -> Sourced:
        """Return the bank of that id, title or path. Raises CalledWrongly."""
        return self._library.bank(wanted)

    def item_banks(self) -> tuple[ItemBank, ...]:
        """All banks without errors, in order of paths."""
        return self._library.item_banks()

    def topics(self) -> Mapping[str, str]:
        """Titles of all topics of the pool's courses, by id."""
        return self._library.topics()

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:
        """All faults of the given files and folders, or of the whole pool. Raises CalledWrongly."""
        return self._library.faults(paths)


@contextmanager
def opened(options: Options) -> Iterator[Options]:
    """Give the options with a folder as their home: an archive's is unpacked for as long as this lasts.

    Raises CalledWrongly where there is no such archive, Refused, MachineRefused.
    """
    home = home_folder(options, environment())
    if home.suffix.casefold() != ".zip" or home.is_dir():
        yield options
        return
    if not home.exists():
        # Else a mistyped name would be a new class's folder, without scores.
        from quizapp.domain.errors import CalledWrongly

        raise CalledWrongly("missing-file", path=str(home))
    from quizapp.stores.files.archive import unpacked

    with unpacked(home) as folder:
        yield options._replace(home=str(folder), archive=str(home))


def _home(settings: Settings) -> Home:
    if settings.archive:
        from quizapp.stores.files.archive import ArchivedHome

        return ArchivedHome(settings.home, settings.archive)
    from quizapp.stores import STORES

    return STORES["files"](settings.home, os.urandom if settings.class_id else None)


def _machine() -> str:
    """Return what the machine calls itself."""
    # The module `platform` would say it too, and takes longer to load than most commands.
    name = environment().get("COMPUTERNAME", "")
    if sys.platform != "win32":
        name = os.uname().nodename
    return name


def _class(settings: Settings, home: Home) -> tuple[str, str]:
    """Return the class's id and title: the settings', else those of the publications that were opened here."""
    if not settings.class_id:
        for one in reversed(home.publications.opened()):
            if one.class_id:
                return one.class_id, one.class_title
    return settings.class_id, settings.class_title


def _second_place(settings: Settings) -> SecondPlace | None:
    if settings.second_place is None or settings.archive:
        return None
    from quizapp.stores.files.archive import FileSecondPlace

    return FileSecondPlace(settings.home, settings.second_place)


def _draws_blocks(glyphs: str) -> bool:
    """Return whether a half block is drawn one cell wide: the old Windows console's fonts widen it."""
    return glyphs != "ascii" and (sys.platform != "win32" or bool(environment().get("WT_SESSION")))


def _is_light(colours: str) -> bool:
    """Return whether a terminal's COLORFGBG (foreground;background, numbers of the 16 colours) is dark on light."""
    return colours.rpartition(";")[2] in ("7", "15")


def _library(settings: Settings, home: Home) -> Library:
    from quizapp.formats.native.pool.pool import Pool
    from quizapp.services.papers.library import PublishedLibrary

    return PublishedLibrary(Pool(settings.pool), home, is_desk=_is_desk(settings))


def _is_desk(settings: Settings) -> bool:
    """Return whether papers are made here, by what the settings say."""
    return bool(settings.role or settings.staff) and offers(settings.role, "teaching")


def _machine_trial() -> MachineTrial:
    from quizapp.stores.rehearsal_trials import OwnMachineTrial

    return OwnMachineTrial()


def _bank_desk(settings: Settings, library: LazyLibrary) -> BankDesk:
    from functools import partial

    from quizapp.formats.bank_editor import BankEditor
    from quizapp.stores.people_files import write_bank_file

    own = settings.own_banks or settings.home / "banks"
    # New banks go to the first folder, which is the person's own: never among those that ship with the program.
    folders = tuple(dict.fromkeys((own, *settings.banks)))
    return BankEditor(folders, partial(write_bank_file, makes_folder=True), library.forget)


def _paper_desk(settings: Settings, library: LazyLibrary) -> PaperDesk:
    from quizapp.formats.native.pool.pool_files import PoolFiles
    from quizapp.formats.paper_files import PaperFiles
    from quizapp.stores.people_files import write_paper_file

    folder = (settings.own_banks or settings.home / "banks") / "papers"
    return PaperFiles(folder, lambda: PoolFiles(settings.pool), library, write_paper_file, library.forget)


def _papers(settings: Settings, library: Library, home: Home) -> tuple[PaperFacts, ...]:
    from dataclasses import replace

    from quizapp.services.ports.paper_editor import facts_of
    from quizapp.stores.paper_cache import PaperCache

    listed = PaperCache(settings.home, settings.pool, lambda: facts_of(library.papers()))()
    if not settings.class_id:
        listed = tuple(replace(one, is_trial=not one.has_seed) for one in listed)
    opened = home.publications.opened()
    if not opened:
        return listed
    from quizapp.services.papers.library import with_published

    return with_published(listed, opened, is_desk=_is_desk(settings))


def user_name() -> str:
    """Return what the system calls the person at the keyboard; "" where it has no name for them."""
    told = next(filter(None, (environment().get(name) for name in ("LOGNAME", "USER", "USERNAME"))), "")
    if told:
        return told
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""
