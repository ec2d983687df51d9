"""What is out of date in the score book is brought up to date, and nothing that is noted meanwhile is lost."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.domain.errors import MachineRefused
from quizapp.services.book.keeper import BookKeeper
from quizapp.services.ports.port_values import AttemptName, Book
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.carrying.machines import begun, person
from tests.samples.workplace import workplace


class WatchedHome:
    """A home in which something happens each time the book is put in place, after it was read from the journals."""

    def __init__(self, place: Workplace, happens: Callable[[], None]) -> None:
        self._home = place.home
        self._happens = happens
        self.book = self

    def apart(self) -> WatchedHome:
        return self

    def __getattr__(self, name: str) -> object:
        return getattr(self._home, name)

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        book = self._home.book.change(change)
        self._happens()
        return book


def name_of(sitting: Sitting) -> AttemptName:
    started = sitting.saved.started
    return AttemptName(attempt=started.attempt, paper=started.paper)


def statuses(place: Workplace) -> list[str]:
    book = place.home.book.read()
    assert book is not None
    return [doc["status"] for doc in book.scores]


def test_a_hand_in_while_the_start_is_being_brought_in_is_brought_in_next() -> None:
    place = workplace()
    sitting = begun(place, person(1))

    def hands_in() -> None:
        if not sitting.saved.has_ended:
            sitting.hand_in()
            keeper.note(name_of(sitting))

    keeper = BookKeeper(WatchedHome(place, hands_in), "", place.clock)  # type: ignore[arg-type]  # a home, and what happens beside it
    keeper.note(name_of(sitting))
    keeper.settle()
    assert statuses(place) == ["in_progress"]
    keeper.settle()
    assert statuses(place) == ["marked"]


def test_what_could_not_be_written_is_tried_again_and_its_reason_told() -> None:
    place = workplace()
    sitting = begun(place, person(1))
    troubles = [MachineRefused("disk-full", file="scores.json"), RuntimeError("a bug")]

    def fails() -> None:
        if troubles:
            raise troubles.pop(0)

    keeper = BookKeeper(WatchedHome(place, fails), "", place.clock)  # type: ignore[arg-type]  # a home whose book cannot be replaced
    keeper.note(name_of(sitting))
    sitting.hand_in()
    told = []
    for _ in range(3):
        keeper.settle()
        told.append(keeper.trouble and keeper.trouble.code)
    assert told == ["disk-full", "book-not-made", None]
    assert statuses(place) == ["marked"]
