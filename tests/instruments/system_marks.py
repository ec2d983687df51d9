"""What a test needs of the system that it runs on."""

from __future__ import annotations

import sys

import pytest


def not_on_windows(reason: str) -> pytest.MarkDecorator:
    """Skip a test on Windows, which has no such thing."""
    return pytest.mark.skipif(sys.platform == "win32", reason=reason)
