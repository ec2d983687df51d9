"""Options of the whole suite."""

from __future__ import annotations

import gc
import os
import sys

import pytest
from hypothesis import settings

# How long one example takes says more about what else the machine does than about the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--full` run the proofs at full strength, `--update-screens` and `--update-golden` accept what there is."""
    parser.addoption("--full", action="store_true", help="run the proofs too, at full strength, not a tenth of it")
    parser.addoption("--update-screens", action="store_true", help="write the snapshots of the screens anew")
    parser.addoption("--update-golden", action="store_true", help="write the golden files of the class report anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Take two processes for a core: what runs the program in a terminal waits for it most of the time."""
    return 2 * (os.cpu_count() or 1)


def pytest_configure(config: pytest.Config) -> None:
    """Leave no proof out where all are asked for, look for garbage seldom, and have all that runs compiled once."""
    # Of the time of the screens' tests a quarter went into looks at all that stands to the end, 12,000 tests among it.
    gc.set_threshold(100_000, 20, 20)
    if config.getoption("--full") and config.option.markexpr == "not proof":
        config.option.markexpr = ""
    if sys.dont_write_bytecode:
        # Else every worker, and every program that a test starts, compiles the whole of quizapp for itself.
        sys.dont_write_bytecode, sys.pycache_prefix = False, str(config.rootpath / ".pytest_cache" / "compiled")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Have the collector of garbage pass over what stays to the end."""
    gc.freeze()


@pytest.fixture(scope="session")
def is_full(pytestconfig: pytest.Config) -> bool:
    """Whether the proofs run at full strength."""
    return bool(pytestconfig.getoption("--full"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let a proof at full strength take the time it takes."""
    if config.getoption("--full"):
        for item in items:
            if item.get_closest_marker("proof"):
                item.add_marker(pytest.mark.timeout(0))
