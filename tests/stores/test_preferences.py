"""What the app remembers of a person's choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.stores.side_files import FilePreferences


def test_a_choice_is_kept_beside_the_others(tmp_path: Path) -> None:
    preferences = FilePreferences(tmp_path / "home")
    assert preferences.read() == {}
    preferences.remember("theme", "夜")
    preferences.remember("language", "en")
    assert FilePreferences(tmp_path / "home").read() == {"theme": "夜", "language": "en"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"theme": 1}', b"\xff\xfe"])
def test_a_file_that_says_nothing_is_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "preferences.json").write_bytes(content)
    assert FilePreferences(tmp_path).read() == {}


def test_a_choice_that_cannot_be_kept_is_lost_without_harm(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    FilePreferences(tmp_path / "home").remember("theme", "夜")
    assert FilePreferences(tmp_path / "home").read() == {}
