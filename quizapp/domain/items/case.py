"""案例题: a working day told, and items asked about it, which are drawn and stand together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import ClassVar

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import Fields, Item, ItemField, Marking, Report, Response, Scheme, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a case: what is told by then that was not before, and how many of its items ask about it."""

    stimulus: str
    size: int


FEWEST_STAGES, MOST_STAGES = 2, 6
STAGES = ItemField(
    "stages",
    "阶段",
    "list",
    fields=(
        ItemField("stimulus", "材料", "text", required=True),
        ItemField("items", "试题", "list", required=True),
    ),
)


def as_material(stages: Iterable[str]) -> str:
    """Return what stages tell, one after another."""
    return "\n\n".join(stages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """A stimulus, which stands as its stem, and its items. It is not answered: they are, each by itself.

    Where it unfolds, its stem is all that is told in its stages, and its items are those of all of them, in order.
    """

    items: tuple[Item, ...]
    stages: tuple[Stage, ...] = ()
    """Each seen only once the one before is done with; () where all is told at once."""

    TYPE: ClassVar = "case"
    NAMES: ClassVar = ("案例", "案例分析", "案例分析题", "材料题")
    SCHEMES: ClassVar[tuple[Scheme, ...]] = ()
    # Read and written by who knows every type: a type knows no other.
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("items", "试题", "list", required=True, unless=STAGES.name),
        STAGES,
    )
    SECRETS: ClassVar[tuple[str, ...]] = ()
    ASKS: ClassVar = "stimulus"
    PARTS: ClassVar = "items"
    STAGES: ClassVar = "stages"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        if "stages" not in fields:
            return {}
        stages = [entry for entry in fields["stages"] if isinstance(entry, dict)]
        if not FEWEST_STAGES <= len(stages) <= MOST_STAGES:
            report(("stages",), "stage-count", count=len(stages), fewest=FEWEST_STAGES, most=MOST_STAGES)
            return None
        return {"stages": tuple(Stage(stimulus=str(one["stimulus"]), size=len(one["items"])) for one in stages)}

    def written(self) -> dict[str, Value]:
        return {}

    @property
    def staged(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        return tuple((stage.stimulus, self._of_stage(place)) for place, stage in enumerate(self.stages))

    @property
    def parts(self) -> tuple[Item, ...]:
        return self.items

    def with_parts(self, parts: tuple[Item, ...]) -> Case:
        if not self.stages or len(parts) == len(self.items):
            return replace(self, items=parts)
        kept = [sum(part in parts for part in self._of_stage(stage)) for stage in range(len(self.stages))]
        stages = (replace(stage, size=size) for stage, size in zip(self.stages, kept, strict=True))
        return replace(self, items=parts, stages=tuple(stages))

    def stage_of(self, part: int) -> int:
        ends = accumulate(stage.size for stage in self.stages)
        return next((stage for stage, end in enumerate(ends) if part < end), 0)

    def material_for(self, part: int) -> str:
        return (
            as_material(stage.stimulus for stage in self.stages[: self.stage_of(part) + 1])
            if self.stages
            else self.stem
        )

    def _of_stage(self, stage: int) -> tuple[Item, ...]:
        begins = sum(one.size for one in self.stages[:stage])
        return self.items[begins : begins + self.stages[stage].size]

    @property
    def has_key(self) -> bool:
        return all(item.has_key for item in self.items)

    def fraction(self, response: Response, marking: Marking) -> Fraction | None:  # noqa: ARG002
        return None

    def key_response(self) -> Response | None:
        return None

    def keyed(self, response: Response) -> Item | None:  # noqa: ARG002
        return None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        raise InvalidAnswer("answer-to-case")

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return ""
