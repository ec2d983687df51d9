"""Options of the whole suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--full` run the slow proofs at full strength, `--update-screens` accept the screens as they are."""
    parser.addoption("--full", action="store_true", help="run the proofs at full strength, not a tenth of it")
    parser.addoption("--update-screens", action="store_true", help="write the snapshots of the screens anew")


@pytest.fixture(scope="session")
def is_full(pytestconfig: pytest.Config) -> bool:
    """Whether the proofs run at full strength."""
    return bool(pytestconfig.getoption("--full"))
