"""A published paper that many tests carry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quizapp.carrying.publication_file import PublicationFile, publication_bytes, unwrapped
from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import Paper
from quizapp.services.carrying.publication import Publication
from quizapp.services.carrying.publication_making import PublicationWish, fix_forms, publication
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.invigilator import Cost
from tests.samples.workplace import Chances, workplace

PASSWORD = "迎难而上2026"
FEW = Cost(2**14)
"""As cheap as a file may ask for."""
PEOPLE = (
    Candidate(id="01", name="张三", unit="市发改委", post="主任", group="一组"),
    Candidate(id="02", name="李四", unit="市财政局"),
)


def published(paper: Paper, place: Workplace | None = None, **wish: Any) -> Publication:
    """Return a paper's publication, made and fixed at a teacher's desk of its own where none is given."""
    desk = place or workplace()
    made = publication(desk, paper, PublicationWish(**wish))
    fix_forms(desk.home, made)
    return made


def carried(made: Publication, password: str = "", name: str = "卷.quiz") -> PublicationFile:
    """Return a publication as the machine it is carried to reads it; a wrong password costs no time here."""
    return read(publication_bytes(made, Chances(), password), name)


def read(data: bytes, name: str = "卷.quiz") -> PublicationFile:
    """Return what a file's bytes are read as."""
    return PublicationFile(name, unwrapped(data, name), wait=lambda _: None)


def written(folder: Path, made: Publication, password: str = "", name: str = "卷.quiz") -> Path:
    """Write a publication's file and return where."""
    path = folder / name
    path.write_bytes(publication_bytes(made, Chances(), password))
    return path
