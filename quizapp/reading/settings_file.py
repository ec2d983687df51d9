"""A home's settings.yaml, which a person writes: class and staff, as far as they are known yet."""

from __future__ import annotations

from pathlib import Path

from quizapp.domain.errors import Faulty
from quizapp.domain.text import clean_line
from quizapp.reading.document import Document
from quizapp.reading.findings import Findings
from quizapp.reading.nodes import Mapping, Node, Scalar
from quizapp.reading.source import load

_FIELDS = {
    "class": "class",
    "班次": "class",
    "staff": "staff",
    "工作人员": "staff",
    "second_place": "second_place",
    "备份位置": "second_place",
}
_CLASS_FIELDS = {"id": "id", "编号": "id", "title": "title", "标题": "title"}


def read_settings(path: Path) -> dict[str, str]:
    """Return the settings as "class.id", "class.title", "staff" and "second_place".

    What else stands there is for other commands.
    Raises Faulty with every fault of the file.
    """
    findings = Findings(str(path))
    source = load(path, findings)
    found: dict[str, str] = {}
    if source is not None:
        for key, value, _ in Document(source, findings, frozenset(_FIELDS)).entries():
            found |= _entry(_FIELDS.get(key.text, ""), value)
    if findings.has_errors:
        raise Faulty(tuple(findings.faults))
    return found


def _entry(field: str, value: Node) -> dict[str, str]:
    if field == "class" and isinstance(value, Mapping):
        parts = ((_CLASS_FIELDS.get(key.text, ""), text) for key, text in value.entries)
        return {f"class.{name}": clean_line(text.text) for name, text in parts if name and isinstance(text, Scalar)}
    if field and isinstance(value, Scalar):
        return {"class.id" if field == "class" else field: clean_line(value.text)}
    return {}
