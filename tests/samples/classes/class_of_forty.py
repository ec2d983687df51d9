"""A class of forty that learnt its lessons at the paper whose third key is wrong: its bank says A, everybody says D."""

from __future__ import annotations

import random
from pathlib import Path

from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.class_of_all_types import SINGLES, sat_class, wrongly_keyed
from tests.samples.classes.keyed_attempts import roster
from tests.samples.workplace import Shelf

FORTY, TWELVE = 40, 12
SEED = 0
NAMED = ",".join(["07", "学员07", *"BCDABCDA", "ACD", "错", "学员07和欧阳缺考", "BACD", "见卷"])
"""One who wrote into a blank who they are, and who was away."""
ABSENT = "99 欧阳缺考"


def learnt(count: int, seed: int = SEED) -> list[str]:
    """Return so many lines of answers, the later people's better; the same for the same seed."""
    chance = random.Random(seed)
    lines = [_line(number, 0.25 + 0.85 * number / count, chance) for number in range(1, count + 1)]
    lines[6] = NAMED
    return lines


def _line(number: int, ability: float, chance: random.Random) -> str:
    def knows(hardness: float) -> bool:
        return chance.random() < min(0.97, max(0.1, ability - hardness))

    keys = ["D" if item.id == "s-3" else item.key for item in SINGLES]
    singles = [key if knows(place / 25) else chance.choice("ABCD") for place, key in enumerate(keys)]
    rest = [
        "ACD" if knows(0.2) else chance.choice(["AC", "ABCD", "A", ""]),
        "错" if knows(0.05) else "对",
        "参谋" if knows(0.15) else chance.choice(["管家", "耳目", "管 家", ""]),
        "" if chance.random() < 0.06 else "BACD" if knows(0.3) else chance.choice(["BCAD", "ABCD"]),
        "见卷",
    ]
    return ",".join([f"{number:02d}", f"学员{number:02d}", *singles, *rest])


def sat_by(count: int, folder: Path, shelf: Shelf | None = None) -> Workplace:
    """Return a workplace where so many have handed in; one more is on the roster and was away."""
    place = sat_class(folder, shelf=shelf or wrongly_keyed(), lines=learnt(count))
    roster(place, ABSENT)
    return place
