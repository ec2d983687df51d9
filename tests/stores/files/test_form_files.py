"""Forms as files: what candidates see under its digest, the keys apart."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.services.papers.forms import form_digest
from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import fixed, form

DIGEST = form_digest(form())


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """The forms' folder with one form fixed."""
    FileHome(tmp_path).forms.fix(form(), fixed(form()))
    return tmp_path / "forms"


def test_a_forms_file_is_named_by_its_bytes_and_knows_no_key(forms: Path) -> None:
    data = (forms / f"{DIGEST}.json").read_bytes()
    assert sha256(data).hexdigest() == DIGEST
    plain = json.loads(data)
    assert data == json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    for question in plain["questions"]:
        assert not {"key", "rationale", "feedback"} & question["item"].keys()
    keys = json.loads((forms / f"{DIGEST}.keys.json").read_bytes())
    assert keys["1"] == {"key": "B", "author_order": [], "rationale": "党章", "feedback": [["A", "不对"]]}


def test_a_form_is_loaded_without_its_keys(forms: Path, tmp_path: Path) -> None:
    (forms / f"{DIGEST}.keys.json").unlink()
    loaded = FileHome(tmp_path).forms.load(DIGEST)
    assert not loaded.has_keys
    assert [question.item.rationale for question in loaded.questions] == ["", ""]
    assert form_digest(loaded) == DIGEST


def test_a_form_without_keys_leaves_no_keys_file_until_they_are_known(forms: Path, tmp_path: Path) -> None:
    keys = forms / f"{DIGEST}.keys.json"
    keys.unlink()
    home = FileHome(tmp_path)
    home.forms.fix(home.forms.load(DIGEST), fixed(form()))
    assert not keys.exists()
    home.forms.fix(form(), fixed(form()))
    assert home.forms.load(DIGEST) == form()


@pytest.mark.parametrize("change", [{"section": 99}, {"order": [7]}, {"number": 0}], ids=str)
def test_a_form_that_points_at_what_is_not_in_it_is_refused_whatever_its_digest(
    forms: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    plain = json.loads((forms / f"{DIGEST}.json").read_bytes())
    plain["questions"][0].update(change)
    data = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    digest = sha256(data).hexdigest()
    (forms / f"{digest}.json").write_bytes(data)
    with pytest.raises(MachineRefused, match="form-altered") as refused:
        FileHome(tmp_path).forms.load(digest)
    assert refused.value.values["file"] == str(forms / f"{digest}.json")


def test_keys_beyond_the_options_are_refused(forms: Path, tmp_path: Path) -> None:
    path = forms / f"{DIGEST}.keys.json"
    path.write_bytes(path.read_bytes().replace(b'"key":"B"', b'"key":"Z"'))
    with pytest.raises(MachineRefused, match="form-altered"):
        FileHome(tmp_path).forms.load(DIGEST)


def test_an_altered_form_is_refused(forms: Path, tmp_path: Path) -> None:
    path = forms / f"{DIGEST}.json"
    path.write_bytes(path.read_bytes().replace("党的性质".encode(), "党的宗旨".encode()))
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).forms.load(DIGEST)
    assert (told.value.code, told.value.values["file"]) == ("form-altered", str(path))


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"1": {"key": "B"', b'{"1": 3}', b'{"1": {"x": 1}}'])
def test_damaged_keys_are_refused_and_not_taken_for_missing(forms: Path, tmp_path: Path, damage: bytes) -> None:
    path = forms / f"{DIGEST}.keys.json"
    path.write_bytes(damage)
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).forms.load(DIGEST)
    assert (told.value.code, told.value.values["file"]) == ("form-altered", str(path))


def test_the_index_has_one_line_for_what_was_fixed_and_another_program_finds_it(forms: Path, tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    home.forms.fix(form(), fixed(form()))
    second = replace(form(), letter="B")
    FileHome(tmp_path).forms.fix(second, fixed(second))
    assert home.forms.find(second.paper.id, "p", "B", 1) == form_digest(second)
    lines = [json.loads(line) for line in (forms / "index.jsonl").read_bytes().splitlines()]
    assert [line["seq"] for line in lines] == [1, 2]
    assert lines[0]["kind"] == "fixed"
    assert lines[0]["data"] == {
        "paper": form().paper.id,
        "paper_digest": "p",
        "letter": "A",
        "number": 1,
        "form": DIGEST,
        "keys": sha256((forms / f"{DIGEST}.keys.json").read_bytes()).hexdigest(),
    }


def test_the_index_tells_the_keys_that_stand_not_those_of_a_later_edition(forms: Path, tmp_path: Path) -> None:
    first = form().questions[0]
    assert isinstance(first.item, SingleChoice)
    edited = replace(form(), questions=(replace(first, item=replace(first.item, key="A")), form().questions[1]))
    FileHome(tmp_path).forms.fix(edited, replace(fixed(edited), number=2))
    standing = sha256((forms / f"{DIGEST}.keys.json").read_bytes()).hexdigest()
    assert [one.keys for one in FileHome(tmp_path).forms.fixed(form().paper.id)] == [standing, standing]


def test_a_form_read_before_is_read_again_when_its_files_changed(forms: Path, tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    assert home.forms.load(DIGEST) is home.forms.load(DIGEST)
    (forms / f"{DIGEST}.keys.json").unlink()
    assert not home.forms.load(DIGEST).has_keys
    (forms / f"{DIGEST}.json").write_bytes(b"{}")
    with pytest.raises(MachineRefused):
        home.forms.load(DIGEST)


def test_only_so_many_forms_are_remembered(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    many = [replace(form(), letter=str(number)) for number in range(70)]
    for one in many:
        home.forms.fix(one, fixed(one))
    loaded = [home.forms.load(form_digest(one)) for one in many]
    assert loaded == many
    assert home.forms.load(form_digest(many[0])) is not loaded[0]
    assert home.forms.load(form_digest(many[69])) is loaded[69]
