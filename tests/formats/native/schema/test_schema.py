"""The schema itself: valid, the same everywhere, in both languages, and readable by editors, which use JavaScript."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import ValueSpelling
from quizapp.formats.native.schema import schema
from quizapp.formats.native.schema.fields import as_written, identifier
from quizapp.language import Language
from quizapp.language.faults.schema_notes import SENTENCES
from quizapp.reading import native_words as words
from tests.formats.native.schema.schema_editor import as_texts, made, refusals

DIGEST = "3d18e98365fc595d0ae359c4748cb3c79fae3969a130db017c9b762b0f6a2acf"
HAN = re.compile("[\u4e00-\u9fff]")


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from (each for part in value.values() for each in _parts(part))
    elif isinstance(value, list):
        yield from (each for part in value for each in _parts(part))


def _unsay(value: Any) -> None:
    """Take out what is said to people."""
    for part in _parts(value):
        for word in ("title", "description", "patternErrorMessage"):
            if isinstance(part.get(word), str):
                del part[word]


def test_it_is_a_schema_of_2020_12() -> None:
    assert made()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made())


def test_it_is_the_same_each_time_and_is_sorted() -> None:
    data = schema(ITEM_TYPES, Language())
    assert data == schema(ITEM_TYPES, Language())
    assert data.endswith(b"}\n")
    assert list(made()["$defs"]) == sorted(made()["$defs"])


def test_it_is_the_schema_that_was_looked_at() -> None:
    """What a change of declarations makes of the schema is looked at; then its digest is put here."""
    data = schema(ITEM_TYPES, Language())
    bare = json.loads(data)
    _unsay(bare)
    assert sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest() == DIGEST


def test_every_definition_is_referred_to_and_every_reference_is_to_one() -> None:
    names = {part["$ref"].removeprefix("#/$defs/") for part in _parts(made()) if isinstance(part.get("$ref"), str)}
    assert names == set(made()["$defs"])


def test_both_languages_differ_only_in_what_is_said() -> None:
    chinese, english = (json.loads(schema(ITEM_TYPES, Language(tongue))) for tongue in ("zh", "en"))
    said = [part["description"] for part in _parts(english) if isinstance(part.get("description"), str)]
    assert [text for text in said if HAN.search(text)] == []
    _unsay(chinese)
    _unsay(english)
    assert chinese == english


def test_every_note_is_used() -> None:
    said = {part["description"] for part in _parts(made()) if isinstance(part.get("description"), str)}
    unused = [code for code in SENTENCES if Language().say(code) not in said]
    assert unused == ["schema.file"]


def test_every_note_is_chinese_first_and_then_english() -> None:
    assert [code for code, (chinese, other) in SENTENCES.items() if not HAN.search(chinese) or HAN.search(other)] == []


def test_a_field_says_what_it_is_in_both_languages() -> None:
    assert made()["$defs"]["single_choice.key"] == {"title": "答案 (key)", "description": "选项的字母，如 C"}


def test_patterns_use_nothing_that_javascript_has_not() -> None:
    patterns = [part["pattern"] for part in _parts(made()) if isinstance(part.get("pattern"), str)]
    assert len(patterns) > 20
    assert [pattern for pattern in patterns if re.search(r"\(\?[^:=!]|\\[AZpPQEG]|[*+?}]\+", pattern)] == []


def kind_of(data: dict[str, Any]) -> str:
    """Return what the schema takes a file for, going down its conditions."""
    step = made()
    while "if" in step:
        is_kind = Draft202012Validator(step["if"]).is_valid(data)
        step = step["then"] if is_kind else step["else"]
    return str(step.get("$ref", "")).removeprefix("#/$defs/")


@pytest.mark.parametrize("kind", ["bank", "paper", "course"])
def test_the_kinds_are_those_of_the_reader(kind: str) -> None:
    for word in (word for word, meant in words.KINDS.items() if meant == kind):
        assert kind_of({word: ""}) == kind


def test_a_field_in_both_languages_is_refused_everywhere() -> None:
    twice = "bank: a\n题库: a\nitems: [{type: essay, stem: 甲}]\n"
    assert refusals(as_texts(twice)) != []
    assert refusals(as_texts(twice.replace("题库: a\n", ""))) == []


SPELLINGS: dict[str, ValueSpelling[Any]] = {
    name: value for name, value in vars(field_access).items() if isinstance(value, ValueSpelling) and name != "ID"
}
_SIGNS = "0123456789./%hms小时分钟秒年月日:-+TZ "
_WIDE = {sign: chr(ord(sign) + 0xFEE0) for sign in _SIGNS if "!" <= sign <= "~"}


@pytest.mark.parametrize("name", SPELLINGS)
@given(st.data())
def test_a_pattern_takes_whatever_the_reader_takes(name: str, data: st.DataObject) -> None:
    spelling = SPELLINGS[name]
    text = data.draw(st.from_regex(spelling.pattern, fullmatch=True))
    text = "".join(data.draw(st.sampled_from([sign, _WIDE.get(sign, sign)])) for sign in text)
    if spelling.parse(text) is not None:
        assert re.search(as_written(spelling.pattern, is_any_case=spelling.is_any_case), text)


@pytest.mark.parametrize("name", SPELLINGS)
@given(text=st.text(_SIGNS + "HMSＨ１．％ 甲x", max_size=12))
def test_a_pattern_refuses_what_the_reader_refuses_but_for_sums_and_days(name: str, text: str) -> None:
    spelling = SPELLINGS[name]
    taken = re.search(as_written(spelling.pattern, is_any_case=spelling.is_any_case), text) is not None
    if spelling.parse(text) is not None:
        assert taken
    elif taken:
        read = unicodedata.normalize("NFKC", text)
        assert "/" in read or "月" in read or ("-" in read and ":" in read) or "." in read


@given(st.text(max_size=70) | st.text("abcAZ09-_. 甲é", max_size=70))
def test_an_id_that_the_reader_takes_the_schema_takes(text: str) -> None:
    is_taken = re.search(identifier(), text) is not None
    if field_access.ID.parse(text) is not None:
        assert is_taken
    elif text.isascii() and not text.endswith("\n"):
        # Python's $ also stands before a last line end; an editor's does not, and the reader cleans it away.
        assert not is_taken
