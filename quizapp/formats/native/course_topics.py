"""Finding what a bank may name as a topic, before the bank is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quizapp.domain.bank import ItemBank
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.course_finder import CourseFinder
from quizapp.formats.native.file_reader import FileReader
from quizapp.formats.native.outcome import BankFile
from quizapp.formats.native.pool_files import PoolFiles
from quizapp.reading.files import shown
from quizapp.reading.parsers import best_parser


def topic_finder(path: Path, course: str, folders: Sequence[Path]) -> Callable[[str], str | None] | None:
    """Return what gives a topic's id by its id or title, None for one that is not in the course of a bank at `path`.

    None where there is no such course, and nothing can be told.
    """
    finder = CourseFinder(PoolFiles(folders), FileReader(ITEM_TYPES, None, best_parser))
    bank = BankFile(path=path, file=shown(path), bank=ItemBank(id="-", title="-", course=course), faults=())
    found = finder.find(bank)
    if found is None or found.course is None:
        return None
    topics = found.course

    def find(wanted: str) -> str | None:
        topic = topics.topic(wanted) if wanted else None
        return None if topic is None else topic.id

    return find
