"""The evidence of a home in memory: its records as the bytes that a data folder would keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.form_files import canonical, secret_part, shown_part
from quizapp.services.records import KeptFile
from quizapp.stores import chain
from quizapp.stores.kept_files import chained

if TYPE_CHECKING:
    from quizapp.stores.memory import MemoryDecisions, MemoryForms, MemoryOutsideMarks
    from quizapp.stores.memory_collected import MemoryCollected
    from quizapp.stores.memory_journals import MemoryJournals


class MemoryEvidence:
    """All but roster, index, log and publications, which are no chains here."""

    def __init__(
        self,
        journals: MemoryJournals,
        decisions: MemoryDecisions,
        outside: MemoryOutsideMarks,
        forms: MemoryForms,
        collected: MemoryCollected,
    ) -> None:
        self._journals = journals
        self._decisions = decisions
        self._outside = outside
        self._forms = forms
        self._collected = collected
        self.seals: dict[str, bytes] = {}

    def names(self) -> tuple[str, ...]:
        """Every file's name, sorted."""
        return tuple(sorted(self._files()))

    def look(self, name: str) -> KeptFile | None:
        """Return a file as it stands; None where there is none of that name."""
        return self._files().get(name)

    def examine(self, name: str, data: bytes) -> KeptFile | None:
        """Return what bytes from elsewhere would be as a journal of that name; None for any other name."""
        return chained(name, "journal", data) if name.startswith("journal/") else None

    def beside(self) -> tuple[tuple[str, bytes], ...]:
        """What goes into an archive too."""
        return tuple(sorted(self.seals.items()))

    def keep_seal(self, name: str, data: bytes) -> None:
        """Keep a copy of a seal."""
        self.seals[f"seals/{name}"] = data

    def _files(self) -> dict[str, KeptFile]:
        found: dict[str, KeptFile] = {}
        for one in self._journals.names():
            data = self._journals.bytes_of(one)
            name = f"journal/{one.paper}/{one.attempt}.jsonl"
            found[name] = _chained(KeptFile(name, "journal", data, facts=self._journals.read(one).events))
        for paper in self._decisions.sizes():
            name = f"journal/{paper}/committee.jsonl"
            data = self._decisions.bytes_of(paper)
            found[name] = _chained(KeptFile(name, "decisions", data, facts=self._decisions.read(paper)))
        if self._outside.data:
            marks = KeptFile("marks.jsonl", "marks", self._outside.data, facts=self._outside.read())
            found[marks.name] = _chained(marks)
        if self._collected.data:
            found["collected.jsonl"] = chained("collected.jsonl", "collected", self._collected.data)
        for digest, form in self._forms.all().items():
            name = f"forms/{digest}.json"
            found[name] = KeptFile(name, "form", canonical(shown_part(form)))
            if form.has_keys:
                name = f"forms/{digest}.keys.json"
                found[name] = KeptFile(name, "keys", canonical(secret_part(form)))
        return found


def _chained(file: KeptFile) -> KeptFile:
    reading = chain.read(file.data)
    return file._replace(head=reading.head.hash, lines=reading.head.seq, hashes=reading.hashes)
