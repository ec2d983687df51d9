"""What somebody wishes of an export, and which wishes go together."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quizapp.domain.errors import CalledWrongly

Order = Literal["rank", "roster", "unit", "group"]
"""By rank, the unranked last; as the class list has them; by unit or by group, in each as the class list has them."""


class Wishes(NamedTuple):
    """What is to be exported, and how."""

    paper: str = ""
    """A paper's id or title; "" is all papers of the book."""
    all_attempts: bool = False
    """A row for every attempt, not for every person."""
    responses: bool = False
    """Responses, question by question, and not scores."""
    with_responses: bool = False
    """Responses in the workbook too, beside the scores: of a class they fill fifty pages."""
    bands: bool = False
    """Grades in place of marks and ranks."""
    is_public: bool = False
    """The version to be put up (公示版)."""
    order: Order | None = None
    """None is by rank, and as the class list has them where ranks are not told."""

    @property
    def tells_ranks(self) -> bool:
        """Whether ranks are told, and by the order of rows."""
        return not (self.bands or self.is_public)

    @property
    def row_order(self) -> Order:
        """The order that holds."""
        return self.order or ("rank" if self.tells_ranks else "roster")

    def check(self) -> None:
        """Refuse wishes that contradict each other. Raises CalledWrongly, naming two."""
        pairs = (
            (self.responses, "--responses", self.is_public, "--public"),
            (self.responses, "--responses", self.bands, "--bands"),
            (self.responses, "--responses", self.all_attempts, "--all-attempts"),
            (self.responses, "--responses", self.order is not None, "--order"),
            (self.with_responses, "--with-responses", self.responses, "--responses"),
            (self.with_responses, "--with-responses", self.is_public, "--public"),
            (self.with_responses, "--with-responses", self.bands, "--bands"),
            (self.is_public, "--public", self.all_attempts, "--all-attempts"),
            (self.is_public, "--public", self.order == "rank", "--order rank"),
            (self.bands, "--bands", self.order == "rank", "--order rank"),
        )
        for is_one, one, is_other, other in pairs:
            if is_one and is_other:
                raise CalledWrongly("export-contradiction", one=one, other=other)
