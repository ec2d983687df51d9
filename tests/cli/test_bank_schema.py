"""quizapp banks schema: shown, or written where it harms nothing."""

from __future__ import annotations

import json
from pathlib import Path

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.schema import schema
from quizapp.language import Language
from tests.cli.conftest import Quiz


def test_the_schema_is_shown_in_the_language(quiz: Quiz) -> None:
    assert quiz("banks", "schema").out.encode() == schema(ITEM_TYPES, Language())
    assert quiz("--lang", "en", "banks", "schema").out.encode() == schema(ITEM_TYPES, Language("en"))


def test_the_schema_is_written_and_an_older_one_replaced(quiz: Quiz, tmp_path: Path) -> None:
    path = tmp_path / "quizapp.json"
    path.write_text('{"$schema": "older"}', encoding="utf-8")
    assert quiz("banks", "schema", "--to", str(path)).status == 2
    outcome = quiz("banks", "schema", "--to", str(path), "--replace")
    assert outcome.status == 0
    assert "# yaml-language-server: $schema=quizapp.json" in outcome.out
    assert json.loads(path.read_bytes())["$defs"]


def test_no_other_file_is_overwritten(quiz: Quiz, tmp_path: Path) -> None:
    for text in ("题库: a\n", "[]", '{"a": 1}'):
        path = tmp_path / "bank.yaml"
        path.write_text(text, encoding="utf-8")
        assert quiz("banks", "schema", "--to", str(path), "--replace").status == 2
        assert path.read_text(encoding="utf-8") == text
