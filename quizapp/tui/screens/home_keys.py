"""What home's last line offers: a key for each of the rows that many papers leave below the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.workplace import Workplace


def home_keys(language: Language, place: Workplace) -> list[tuple[str, str]]:
    """Return the parts of the line, each with the screen's action it runs.

    There is room for one of the committee's room and a carried paper; where there is such a room it is the one, and
    the help names the other keys: earlier results are looked at by trainees.
    """
    way = ("committee.key_home", "manage") if place.offers_committee else ("home.key_publication", "open_quiz")
    first = [] if place.offers_committee else [("home.key_results", "look_back")]
    ways = [] if place.trouble is not None else [*first, ("practice.key_home", "practise"), way]
    last = [("home.key_palette", "palette"), ("key.help", "explain"), ("key.quit", "leave")]
    return [(language.say(code), action) for code, action in [("home.key_enter", ""), *ways, *last]]
