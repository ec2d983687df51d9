"""Every finding of a check has its sentence: verifying tells what is wrong, and never stops over a word."""

from __future__ import annotations

import ast
import inspect
import typing

import pytest

from quizapp.language import Language
from quizapp.services.evidence import file_checks, receipt_check, recomputed_book, verification
from quizapp.services.evidence import file_checks as arrival_checks
from quizapp.services.evidence import receipt_check as date_check
from quizapp.services.ports.port_values import FileKind

CHECKS = (arrival_checks, date_check, file_checks, receipt_check, recomputed_book, verification)


def codes() -> set[str]:
    """Return the codes that stand in the calls of `found` and `remarked`, and those that name a kind of file."""
    told = {f"altered-{kind}" for kind in typing.get_args(FileKind) if kind not in ("form", "keys", "odd")}
    for check in CHECKS:
        for node in ast.walk(ast.parse(inspect.getsource(check))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("found", "remarked"):
                place = 1 if node.func.id == "found" else 0
                told |= _texts(node.args[place])
            elif isinstance(node, ast.Assign) and [ast.unparse(one) for one in node.targets] == ["code"]:
                told |= _texts(node.value)
    return told


def _texts(node: ast.expr) -> set[str]:
    """Return the texts that an expression may be: one, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) | _texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_the_codes_are_found() -> None:
    assert {"collected-missing", "collected-older", "sealed-cut", "altered-collected", "mark-differs"} <= codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_finding_has_its_sentence_in_both_languages(code: str) -> None:
    for tongue in typing.cast("tuple[typing.Literal['zh', 'en'], ...]", ("zh", "en")):
        assert Language(tongue).knows(f"verify.{code}")
