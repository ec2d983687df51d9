"""What a class earned of each topic of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.topics import TopicShare, shares_of_topics
from quizapp.services.counted_attempts import counted_attempts, counted_docs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.services.counted_attempts import CountedAttempts
    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.records import Document
    from quizapp.services.workplace import Workplace


def topic_shares(place: Workplace, paper: ExportedPaper, docs: Iterable[Document]) -> tuple[TopicShare, ...]:
    """Return the topics of a paper's marked attempts that count among `docs`, the weakest first. Raises MachineRefused.

    () where none is marked yet, or no question has a topic.
    """
    return topics_of(counted_attempts(place.home, paper.id, counted_docs(docs, paper.id)))


def topics_of(counted: CountedAttempts) -> tuple[TopicShare, ...]:
    """Return the topics of attempts that were read already."""
    topics = {item: question.item.topic for item, question in counted.questions.items()}
    return shares_of_topics(counted.sheets, topics, counted.topics)
