"""Another machine's journal gone on with: every store puts it in place whole, with what happened since behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.port_values import AttemptName
from tests.instruments.memory_home import EVERY_STORE
from tests.samples.stored_records import NAME, answered, started


@pytest.mark.parametrize("store", EVERY_STORE)
def test_it_stands_with_its_events_behind_and_is_written_from_then_on(store: str, tmp_path: Path) -> None:
    there, here = (EVERY_STORE[store](tmp_path / name) for name in ("there", "here"))
    writer = there.journals.create(started())
    writer.append((answered(1),))
    writer.close()
    file = there.evidence.look(f"journal/{NAME.paper}/{NAME.attempt}.jsonl")
    assert file is not None
    taken = here.journals.take_on(NAME, file.data, (answered(2),))
    taken.append((answered(3),))
    taken.close()
    chain = here.journals.read(NAME)
    assert chain.events == (started(), answered(1), answered(2), answered(3))
    assert (chain.is_altered, chain.is_torn) == (False, False)
    with pytest.raises(MachineRefused, match="attempt-exists"):
        here.journals.take_on(NAME, file.data, (answered(4),))
    assert here.journals.read(NAME).events == chain.events


def test_a_torn_end_is_not_taken_along_and_what_is_no_name_is_refused(tmp_path: Path) -> None:
    there, here = (EVERY_STORE["files"](tmp_path / name) for name in ("there", "here"))
    there.journals.create(started()).close()
    file = there.evidence.look(f"journal/{NAME.paper}/{NAME.attempt}.jsonl")
    assert file is not None
    here.journals.take_on(NAME, file.data + b'{"seq": 2, "at', (answered(2),)).close()
    assert here.journals.read(NAME).events == (started(), answered(2))
    with pytest.raises(ValueError, match="not a file name"):
        here.journals.take_on(AttemptName(attempt="../x", paper="p"), file.data, ())
