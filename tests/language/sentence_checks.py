"""What must hold of whatever is said in both languages."""

from __future__ import annotations

import re

HAN = re.compile("[\u4e00-\u9fff]")
_VALUE = re.compile(r"\{([\w.\[\]]+)\}")


def latin(text: str) -> set[str]:
    """Return the Latin words of a sentence that are not filled in."""
    return set(re.findall("[A-Za-z][A-Za-z0-9]*", _VALUE.sub("", text)))


def check_sentence(chinese: str, english: str, names: set[str]) -> None:
    """Assert that both say the same values, each in its language: but for names, and blaming and addressing nobody."""
    assert latin(chinese) <= names
    assert not re.search("[您你]|非法|无效", chinese)
    assert english.strip()
    assert not HAN.search(english)
    assert sorted(_VALUE.findall(chinese)) == sorted(_VALUE.findall(english))
