"""A file as an editor takes it, and what the schema says of it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.schema import schema
from quizapp.language import Language


class CoreLoader(yaml.CSafeLoader):
    """YAML 1.2's core schema, which editors read by; names are texts, as JSON has no others."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 # PyYAML declares it so, and fills it by class

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: ARG002 # PyYAML's
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


_CORE = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
)
for _kind, _pattern, _first in _CORE:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(rf"(?:{_pattern})\Z"), _first)


def _integer(loader: CoreLoader, node: yaml.ScalarNode) -> int:
    return int(node.value, 10)


def _float(loader: CoreLoader, node: yaml.ScalarNode) -> float:
    return float(node.value)


CoreLoader.add_constructor("tag:yaml.org,2002:int", _integer)
CoreLoader.add_constructor("tag:yaml.org,2002:float", _float)


def as_texts(text: str) -> Any:
    """Return a file with every scalar as the text that it is, as our reader takes it."""
    return yaml.load(text, yaml.CBaseLoader)


def as_edited(text: str) -> Any:
    """Return a file with numbers, truths and nulls, as an editor takes it."""
    return yaml.load(text, CoreLoader)


@cache
def made() -> dict[str, Any]:
    """Return the schema."""
    found: dict[str, Any] = json.loads(schema(ITEM_TYPES, Language()))
    return found


@cache
def validator() -> Draft202012Validator:
    """Return a validator of the schema."""
    return Draft202012Validator(made())


def refusals(data: Any) -> list[str]:
    """Return where the schema refuses something, and why."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(data)]
