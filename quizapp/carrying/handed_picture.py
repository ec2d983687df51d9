"""A receipt's code written as a picture, beside the packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.carrying.pack.naming import picture_name
from quizapp.carrying.receipt_code import picture_of
from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.photo_line import write_line

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.photo_line import PhotoLine
    from quizapp.services.workplace import Workplace


def save_picture(place: Workplace, line: PhotoLine, name: str) -> Path:
    """Write a candidate's code to the first place that takes it, a stick before the desktop, and say where.

    Raises Refused where nothing can be written anywhere.
    """
    trouble: QuizError | None = None
    for outlet in place.outlets.folders() if place.outlets is not None else ():
        path = outlet.folder / picture_name(line, name)
        try:
            if place.outlets is not None:
                place.outlets.put(path, picture_of(write_line(line)))
        except QuizError as error:
            trouble = trouble or error
        else:
            return path
    raise Refused("pack-nowhere", trouble=trouble) if trouble is not None else Refused("pack-no-place")
