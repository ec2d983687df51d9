"""What stands above a table: whose it is, and as of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_export import Export


def title_of(export: Export, language: Language, what: str) -> str:
    """Return a sheet's title, the class before it where the settings say what it is called."""
    title = export.class_title
    return language.say("workbook.of_class", title=title, what=what) if title else what


def as_of(export: Export, language: Language, code: str = "as_of") -> str:
    """Return the line below a title: to the minute, in the reader's zone."""
    at = f"{export.now.astimezone(language.zone):%Y-%m-%d %H:%M}"
    return language.say(f"workbook.{code}", at=at)
