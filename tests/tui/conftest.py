"""What the tests of screens share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.instruments.screen_snapshots import ScreenSnapshots


@pytest.fixture(scope="session")
def snapshots(pytestconfig: pytest.Config) -> ScreenSnapshots:
    """How every screen looked; `--update-screens` keeps how they look now."""
    return ScreenSnapshots(Path(__file__).parent / "snapshots", bool(pytestconfig.getoption("--update-screens")))
