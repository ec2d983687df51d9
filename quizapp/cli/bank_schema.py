"""quizapp banks schema: what an editor completes and checks banks, papers and courses by."""

from __future__ import annotations

import json
from pathlib import Path

from quizapp.cli.desk import Desk
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.items import ITEM_TYPES


def show_schema(desk: Desk, to: str, *, replaces: bool) -> int:
    """Show the schema, or write it to a file; return the exit status.

    Raises CalledWrongly where a file has that name that is no schema; an older schema is replaced if asked.
    """
    from quizapp.formats.native.schema import schema

    data = schema(ITEM_TYPES, desk.language)
    if not to:
        desk.show_bytes(data)
        return 0
    from quizapp.cli.file_writing import check_target, write_file

    path = Path(to)
    check_target(path, replaces=replaces)
    if path.exists() and not _is_schema(path):
        raise CalledWrongly("file-exists", path=to)
    write_file(path, data)
    desk.show(desk.say("banks.schema-written", file=to, name=path.name))
    return 0


def _is_schema(path: Path) -> bool:
    try:
        old = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(old, dict) and "$schema" in old
