"""A word beside scores that are from before a correction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk


def tell_pending(desk: Desk, titles: Mapping[str, str]) -> None:
    """Say of each paper, by id with its title, how many corrections do not hold yet; nothing where there are none."""
    home = desk.workplace.home
    decided = home.decisions.sizes()
    # most papers have no decisions, and then nothing more is loaded
    concerned = [paper for paper in titles if paper in decided]
    if not concerned:
        return
    from quizapp.services.correction_list import pending_corrections

    for paper, count in pending_corrections(home, concerned).items():
        desk.note(desk.say("correct.pending", paper=paper, title=titles[paper], count=count))
