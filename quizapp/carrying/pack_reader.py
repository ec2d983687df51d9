"""A pack read: its members in memory, each looked at before it is unpacked, none believed.

A pack may take another file's place only where it brings all that the other brings, or goes further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizapp.carrying import pack_file
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line
from quizapp.reading.office.zip_members import ZipMembers
from quizapp.services.carrying.copies import BroughtCopy, Found, Rehearsed, UnreadFile

if TYPE_CHECKING:
    from quizapp.carrying.pack_file import PackContents
    from quizapp.services.carrying.pack import Pack
    from quizapp.services.ports.port_values import AttemptName


_SHOWN = 80
"""Characters of a name that somebody else gave."""
_BROKEN = frozenset(("archive-damaged", "archive-empty", "archive-member-missing"))
_HOSTILE = frozenset(("archive-member-path", "archive-member-link", "archive-overlapping", "archive-too-many"))
"""Told as they are; anything else is no pack of this program's."""
_HUGE = frozenset(("archive-member-bomb", "archive-member-big", "archive-too-big"))


def read_pack(data: bytes, file: str) -> Iterator[Found]:
    """Give the attempts of a pack, and whatever of it gives none.

    A whole data folder or an archive of one that was packed as a ZIP gives its attempts too, and so do packs that
    somebody put into one: they are read one level deep.
    """
    return _read(data, file, UnpackingRoom(pack_file.MOST_TOGETHER))


class UnpackingRoom:
    """How much may still be unpacked: of one pack, and of all packs in one archive."""

    def __init__(self, left: int, within: UnpackingRoom | None = None) -> None:
        self._left = left
        self._within = within

    def takes(self, length: int) -> bool:
        """Return whether there is room for so many bytes, and take it."""
        if length > self._left or (self._within is not None and not self._within.takes(length)):
            return False
        self._left -= length
        return True


def _read(data: bytes, file: str, room: UnpackingRoom, *, is_inner: bool = False) -> Iterator[Found]:
    ignored: list[Refused] = []
    troubles: list[Refused] = []
    try:
        yield from _Pack(ZipMembers(data, ignored), file, room, is_inner=is_inner).found()
    except Refused as trouble:
        troubles.append(_for_carrier(trouble) if data else Refused("pack-blank"))
    # One of a kind will do: there may be thousands.
    troubles += {one.code: one for one in reversed(ignored)}.values()
    yield from (UnreadFile(file=file, code="unreadable", values={"trouble": one}) for one in troubles)


def _for_carrier(trouble: Refused) -> Refused:
    """Return why a file is not read in words for who carried it: nobody opens a pack in an office program."""
    if trouble.code in _HOSTILE:
        return trouble
    if trouble.code in _BROKEN:
        return Refused("pack-broken")
    return Refused("pack-huge") if trouble.code in _HUGE else Refused("pack-foreign")


class _Pack:
    def __init__(self, zipped: ZipMembers, file: str, room: UnpackingRoom, *, is_inner: bool) -> None:
        self._zipped = zipped
        self._file = file
        self._room = room
        self._is_inner = is_inner

    def found(self) -> Iterator[Found]:
        """Give what is in it. Raises Refused for a member that is damaged."""
        listed = [(name, one) for name in self._zipped.names if (one := pack_file.attempt_in(name)) is not None]
        rehearsals = pack_file.rehearsal_members(self._zipped.names)
        is_pack = pack_file.CONTENTS in self._zipped.names
        inner = () if is_pack else pack_file.pack_members(self._zipped.names)
        if not listed and not rehearsals and not is_pack and not inner:
            yield UnreadFile(file=self._file, code="not-pack")
            return
        if len(listed) > pack_file.MOST_ATTEMPTS:
            yield UnreadFile(file=self._file, code="too-many", values={"limit": pack_file.MOST_ATTEMPTS})
            return
        told = self._contents() if is_pack else None
        for member, name in listed:
            yield self._attempt(member, name, told, is_pack=is_pack)
        if told is not None:
            yield from self._missing(told, {name for _, name in listed})
        yield from self._rehearsed(rehearsals)
        yield from self._within(inner)

    def _within(self, inner: tuple[str, ...]) -> Iterator[Found]:
        """Give what the packs hold that were put into this archive; not what is in archives in them."""
        within = UnpackingRoom(pack_file.MOST_WITHIN)
        for name in inner[: pack_file.MOST_ATTEMPTS]:
            file = f"{self._file} / {clean_line(name)[:_SHOWN]}"
            if self._is_inner:
                yield UnreadFile(file=file, code="too-deep")
                continue
            try:
                data = self._member(name, pack_file.MOST_TOGETHER)
            except Refused as trouble:
                yield UnreadFile(file=file, code="unreadable", values={"trouble": _for_carrier(trouble)})
                continue
            if data is None:
                yield UnreadFile(file=file, code="unreadable", values={"trouble": Refused("pack-huge")})
            else:
                yield from _read(data, file, UnpackingRoom(pack_file.MOST_TOGETHER, within), is_inner=True)
        if len(inner) > pack_file.MOST_ATTEMPTS:
            yield UnreadFile(file=self._file, code="too-many", values={"limit": pack_file.MOST_ATTEMPTS})

    def _contents(self) -> PackContents | None:
        data = self._member(pack_file.CONTENTS, pack_file.MOST_CONTENTS)
        return None if data is None else pack_file.read_contents(data)

    def _attempt(self, member: str, name: AttemptName, told: PackContents | None, *, is_pack: bool) -> Found:
        try:
            data = self._member(member, pack_file.MOST_JOURNAL)
        except Refused as trouble:
            return self._unread("unreadable", name, trouble=_for_carrier(trouble))
        if data is None or data.count(b"\n") > pack_file.MOST_LINES:
            return self._unread("too-long", name)
        root = pack_file.root_of(member)
        return BroughtCopy(
            file=self._file,
            name=name,
            data=data,
            form=self._form_in(root),
            is_pack=is_pack,
            stated=None if told is None else told.attempts.get(name),
            class_id="" if told is None else told.class_id,
            machine="" if told is None else told.machine,
        )

    def _unread(self, code: str, name: AttemptName, **values: object) -> UnreadFile:
        attempt, paper = (clean_line(text)[:_SHOWN] for text in name)
        return UnreadFile(file=self._file, code=code, attempt=attempt, paper=paper, values=values)

    def _form_in(self, root: str) -> Callable[[str], bytes | None]:
        def form(digest: str) -> bytes | None:
            try:
                return self._member(root + pack_file.form_member(digest), pack_file.MOST_FORM)
            except Refused:
                return b""  # damaged: nobody's digest

        return form

    def _missing(self, told: PackContents, there: set[AttemptName]) -> Iterator[UnreadFile]:
        for name in told.attempts:
            if name not in there:
                yield UnreadFile(file=self._file, code="gone", attempt=name.attempt, paper=name.paper)

    def _rehearsed(self, listed: tuple[str, ...]) -> Iterator[Rehearsed]:
        read = (self._member(name, pack_file.MOST_REHEARSAL) for name in listed[: pack_file.MOST_ATTEMPTS])
        found = tuple(one for data in read if data is not None and (one := pack_file.read_rehearsal(data)) is not None)
        if found:
            yield Rehearsed(rehearsals=found)

    def _member(self, name: str, most: int) -> bytes | None:
        """Return a member's bytes; None where there is none or it is larger than it may be. Raises Refused."""
        length = self._zipped.length(name)
        if length > most or not self._room.takes(length):
            return None
        return self._zipped.member(name)


def may_replace(data: bytes, name: str, made: Pack) -> bool:
    """Return whether nothing is lost where a pack is written over a file of these bytes; `name` is the file's."""
    found = [one for one in read_pack(data, name) if not isinstance(one, Rehearsed)]
    ours = {one.name: one.data for one in made.attempts}
    # What says nothing of itself is a whole data folder, or an archive of one: there is more in it than attempts.
    return bool(found) and all(
        isinstance(one, BroughtCopy) and one.is_pack and ours.get(one.name, b"").startswith(one.data) for one in found
    )
