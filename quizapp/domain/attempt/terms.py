"""What an attempt is held to: the paper's rules of sitting, and where its sections begin and how long they last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from quizapp.domain.delivery import Delivery
from quizapp.domain.paper import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The rules of one sitting; without sections every question is in section 0, which has no clock."""

    delivery: Delivery
    sections: tuple[int, ...] = ()
    """For each question, from the first, the place of its section, from 0."""
    limits: tuple[timedelta | None, ...] = ()
    """For each section its own clock; None is none."""

    @classmethod
    def of(cls, form: Form) -> Self:
        """Return what an attempt at that form is held to."""
        return cls(
            delivery=form.paper.delivery,
            sections=tuple(question.section for question in form.questions),
            limits=tuple(section.time_limit for section in form.paper.sections),
        )

    @property
    def has_clocks(self) -> bool:
        """Whether any section has a clock of its own."""
        return any(limit is not None for limit in self.limits)

    @property
    def goes_forward_only(self) -> bool:
        return self.delivery.navigation == "forward_only"

    @property
    def fixes_each(self) -> bool:
        """Whether feedback comes after each item, so that answers are fixed one by one."""
        return self.delivery.feedback == "after_item"

    def section_of(self, question: int) -> int:
        """Return the place of a question's section, from 0; questions count from 1."""
        return self.sections[question - 1] if self.sections else 0

    def limit_of(self, section: int) -> timedelta | None:
        """Return a section's own clock; None where it has none."""
        return self.limits[section] if section < len(self.limits) else None
