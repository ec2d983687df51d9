"""Every command that writes, killed between any two of its system calls, and done once more."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import cast

from quizapp.__main__ import main
from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look
from quizapp.services.evidence.verification import verify
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.settings import Options
from quizapp.stores import chain
from quizapp.wiring import settings, workplace
from tests.cli.conftest import BANK, COURSE, PAPER
from tests.cli.test_marking import BANK as ESSAYS
from tests.cli.test_marking import PAPER as ESSAY_PAPER
from tests.proofs.faults.children import Child, Tell
from tests.proofs.faults.dying import LastCalls, die
from tests.proofs.faults.figures import Figure, stride

_WHO = "--by 王班长 --checked-by 李委员 --why 核对"
_END = "end"
_FAULT = "command killed between two system calls, then done again"
_LEFT = (".quizapp-", ".doctor-")


@dataclass(frozen=True)
class Command:
    """A command, and how it may be met with when it was killed."""

    words: str
    """Parted by blanks; {one} and {open} are the attempts of 01, handed in, and of 03, under way."""
    names: frozenset[str] = frozenset()
    """What `verify` may find meanwhile: what is unfinished, by its code."""
    refused: tuple[int, ...] = ()
    """How it ends when all of it was done already."""
    is_logged: bool = True
    """Whether its line of the log is sure to stand where it was done: else what it did tells who and why by itself."""


_ENTERED = frozenset({"entered-marks-missing"})
_COLLECTED = frozenset({"collected-missing", "collected-older"})

COMMANDS: dict[str, Command] = {
    "enter": Command("scores enter sample-paper more.csv", refused=(1,)),
    "enter with marks": Command("scores enter essays essays.csv --by 王班长", _ENTERED, (1,)),
    "collect": Command("scores collect pack.zip", _COLLECTED),
    "export": Command("scores export sample-paper --to new.csv", refused=(2,)),
    "export a book": Command("scores export --to new.xlsx", refused=(2,)),
    "export over an old one": Command("scores export sample-paper --to old.json --replace"),
    "print": Command("papers print essays --to new.html", refused=(2,)),
    "draw": Command("papers draw essays"),
    "publish": Command("papers publish essays --to new.quiz", refused=(2,)),
    "pack": Command("scores pack sample-paper --to new.zip", refused=(2,)),
    "seal": Command("scores seal --to seal.txt --by 王班长", refused=(2,)),
    "archive": Command("scores archive --to archive.zip", refused=(2,)),
    "rebuild": Command("scores rebuild"),
    "analyse": Command("scores analyse sample-paper --to new.csv", refused=(2,)),
    "class new": Command("class new 2026-5 --title 第五期", refused=(1, 2)),
    "candidates import": Command("candidates import people.csv"),
    "candidates export": Command("candidates export new.csv", refused=(2,)),
    "correct": Command(f"scores correct sample-paper 1 --full {_WHO}", refused=(1,)),
    "regrade": Command(f"scores regrade corrected {_WHO}", refused=(1,), is_logged=False),
    "override": Command(f"scores override {{one}} 5 1.5 {_WHO}", refused=(1,)),
    "void": Command(f"scores void {{one}} {_WHO}", refused=(1,), is_logged=False),
    "note": Command(f"scores note sample-paper --candidate 04 --as deferred {_WHO}", refused=(1,)),
    "reassign": Command(f"scores reassign {{one}} --candidate 04 {_WHO}", refused=(1,), is_logged=False),
    "close": Command(f"scores close {{open}} {_WHO}", refused=(1,), is_logged=False),
    "extend": Command(f"papers extend sample-paper --candidate 03 --more 10m {_WHO}"),
    "add": Command("scores add marks.csv --as 考勤 --by 王班长 --checked-by 李委员"),
    "mark": Command("scores mark marked --marks essay-marks.csv --by 王班长"),
    "banks import": Command("banks import questions.csv --to banks/new.yaml", is_logged=False),
    "banks new": Command("banks new example", refused=(2,)),
    "banks format": Command("banks format banks/loose.yaml"),
    "banks export": Command("banks export essays --to new.csv", refused=(2,)),
    "banks schema": Command("banks schema --to schema.json", refused=(2,)),
}

_ESSAY_PAPER = ESSAY_PAPER.replace("t-1", "t-9")
_FILES = {
    "banks/course.yaml": COURSE,
    "banks/sample.yaml": BANK,
    "banks/essays.yaml": ESSAYS.replace("t-1", "t-9"),
    "banks/papers/sample-paper.yaml": PAPER,
    "banks/papers/corrected.yaml": PAPER.replace("sample-paper", "corrected").replace("样卷", "更正卷"),
    "banks/papers/essays.yaml": _ESSAY_PAPER,
    "banks/papers/marked.yaml": _ESSAY_PAPER.replace("essays", "marked").replace("论述卷", "阅卷"),
    "banks/loose.yaml": "题库: loose\n标题: 散题\n试题:\n  - {题型: 判断, 知识点: a, 难度: 易, 题干: 散, 答案: 错}\n",
    "people.csv": "学号,姓名,单位\n04,赵六,丁办\n05,孙七,丁办\n",
    "class.csv": "学号,姓名,单位\n01,张三,甲办\n02,李四,乙办\n03,王五,丙办\n04,赵六,丁办\n",
    "answers.csv": "学号,1,2,3,4,5\n01,C,A,ACD,错,耳目；参谋\n02,C,A,AC,,\n",
    "more.csv": "学号,1,2,3,4,5\n04,C,A,ACD,错,耳目；参谋\n",
    "script.csv": "学号,1,2,3\n01,错,第一时间说清楚,很好\n",
    "essays.csv": "学号,1,2,3,2得分,3得分\n01,错,第一时间,很好,2,7.5\n02,对,拖着,,1,\n",
    "marks.csv": "学号,姓名,得分\n01,张三,98\n02,李四,87\n",
    "questions.csv": "题干,A,B,答案,题型,知识点,难度\n一加一等于（  ）。,1,2,B,单选,a,易\n",
    "old.json": "[]",
}


def command_kills(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Kill the command everywhere; look, do it again, and compare with what it comes to undisturbed."""
    begun = folder / "begun"
    _prepare(begun)
    calm = folder / "calm"
    shutil.copytree(begun, calm)
    wanted = _told(calm, partial(_done, COMMANDS[name], calm, (0,)))
    if not isinstance(wanted, dict):
        raise RuntimeError(f"undisturbed, {name} came to {wanted}")
    kills, broken, differing = 0, set[str](), 0
    # A command is a whole program with a look and two verifications behind it: fewer of its calls each time.
    step = stride(is_full=is_full) if is_full else 3 * stride(is_full=is_full)
    for calls in count(random.Random(name).randrange(step), step):
        room = folder / "room"
        shutil.copytree(begun, room)
        if _killed(COMMANDS[name], room, calls):
            shutil.rmtree(room)
            break
        kills += 1
        found = _told(room, partial(_met, COMMANDS[name], room))
        codes, again = cast("tuple[list[str], object]", found)
        broken |= {f"verify names {code}" for code in codes if code not in COMMANDS[name].names}
        if again != wanted:
            differing += 1
            broken.add(f"after call {calls}: {_difference(wanted, again)}")
        shutil.rmtree(room)
    return Figure(
        fault=_FAULT,
        where=name,
        times=max(kills, 1),
        acknowledged=max(kills, 1),
        differing=differing,
        broken=tuple(sorted(broken)),
    )


def _told(room: Path, work: Callable[[], object]) -> object:
    """Return what a program of its own comes to."""
    facts, status = Child(lambda tell: tell(work())).facts()
    if status:
        raise RuntimeError(f"a program in {room} ended with an error")
    return facts[0]


def _enter(room: Path) -> None:
    """Be a program of that room from here on."""
    os.chdir(room)
    os.environ.update(QUIZAPP_HOME=str(room / "home"), QUIZAPP_BANKS=str(room / "banks"), QUIZAPP_LANG="zh")
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 # as long as the program lives
    sys.stdout = nowhere


def _prepare(room: Path) -> None:
    for name, text in _FILES.items():
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_text(text, encoding="utf-8")
    _told(room, partial(_fill, room))


def _fill(room: Path) -> bool:
    """Have a class with two who handed in, one under way, essays that wait, and a pack of another machine's."""
    _enter(room)
    for words in (
        "candidates import class.csv",
        "scores enter sample-paper answers.csv",
        "scores enter corrected answers.csv",
        f"scores correct corrected 1 --full {_WHO}",
        "scores enter marked script.csv",
        "--home other candidates import class.csv",
        "--home other scores enter sample-paper more.csv",
        "--home other scores pack --to pack.zip",
    ):
        assert main(words.split()) == 0, words
    shutil.rmtree(room / "other")
    place = workplace(settings(Options()))
    paper = place.library.paper("sample-paper").paper
    assert paper is not None
    person = Candidate(id="03", name="王五", unit="丙办")
    sitting = start(
        place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, paper, person)
    )
    sitting.visit(1)
    sitting.answer(1, ("A",))
    sitting.close()
    attempt = next(name.attempt for name in place.home.journals.names("marked"))
    (room / "essay-marks.csv").write_text(
        f"答卷,题号,1,2,评语\n{attempt},2,1,1,好\n{attempt},3,6,,\n", encoding="utf-8"
    )
    look(place.home, place.clock)
    return True


def _words(command: Command) -> list[str]:
    home = workplace(settings(Options())).home
    attempts = {}
    for name in home.journals.names("sample-paper"):
        first = home.journals.read(name).events[0]
        attempts[first.candidate if isinstance(first, Started) else ""] = name.attempt
    return [word.format(one=attempts["01"], open=attempts["03"]) for word in command.words.split()]


def _killed(command: Command, room: Path, calls: int) -> bool:
    """Run it with so many calls left to live; return whether it ended before."""

    def run(tell: Tell) -> None:
        _enter(room)
        words = _words(command)
        LastCalls(calls).watch()
        main(words)
        tell(_END)
        die()

    return Child(run).facts()[0] == [_END]


def _met(command: Command, room: Path) -> tuple[list[str], object]:
    """Open the home, say what `verify` finds, do the command again, and say what has come of it."""
    _enter(room)
    place = workplace(settings(Options()))
    look(place.home, place.clock, place.class_id)
    verdict = verify(place.home, place.class_id, now=place.clock.read().at, wait=lambda: None)
    return [one.code for one in verdict.findings], _done(command, room, (0, *command.refused))


def _done(command: Command, room: Path, statuses: tuple[int, ...]) -> object:
    _enter(room)
    status = main(_words(command))
    if status not in statuses:
        return f"it ended with {status}"
    place = workplace(settings(Options()))
    look(place.home, place.clock, place.class_id)
    verdict = verify(place.home, place.class_id, now=place.clock.read().at, wait=lambda: None)
    if not verdict.is_ok:
        return [one.code for one in verdict.findings]
    told = {**_records(room), **_written(room)}
    if not command.is_logged:
        del told["home/log.jsonl"]
    return told


def _records(room: Path) -> Mapping[str, object]:
    """Return what every chain and every form of the home says, whenever it was said and under whatever id."""
    journals = [path for path in sorted((room / "home").rglob("*.jsonl")) if path.stem != "committee"]
    ids = {}
    for path in journals:
        if path.parent.parent.name == "journal":
            first = chain.read(path.read_bytes()).entries[0].data
            ids[path.stem] = f"{first['paper']}-{first['candidate']}-{first['number']}"
    told: dict[str, object] = {}
    for path in (room / "home").rglob("*.jsonl"):
        name = str(path.relative_to(room))
        lines = set()
        for entry in chain.read(path.read_bytes()).entries:
            values = {} if path.stem == "log" else dict(entry.data)
            # What names a moment or a chain's head is another each time.
            text = json.dumps({key: one for key, one in values.items() if key not in _OTHERS}, sort_keys=True)
            lines.add((entry.kind, _renamed(text, ids)))
        told[_renamed(name, ids)] = sorted(lines)
    for path in (room / "home/forms").glob("*.json"):
        told[path.name] = path.read_bytes()
    book = json.loads((room / "home/scores.json").read_bytes())
    told["book"] = sorted(
        tuple(str(doc[key]) for key in ("paper", "candidate", "number", "status", "score", "counts", "handed_in_by"))
        for doc in book["scores"].values()
    )
    told["class"] = [person["id"] for person in book["candidates"].values()]
    return told


_OTHERS = frozenset({"attempt", "head", "seen", "receipt", "request", "opened_at", "file_digest", "digest"})


def _renamed(text: str, ids: Mapping[str, str]) -> str:
    for id, name in ids.items():
        text = text.replace(id, name)
    return text


def _written(room: Path) -> Mapping[str, object]:
    """Return the files beside the home, each as far as it is the same each time; half of one is told as that."""
    told: dict[str, object] = {}
    for path in sorted(
        path for path in room.rglob("*") if path.is_file() and "home" not in path.relative_to(room).parts
    ):
        if path.name.startswith(_LEFT) and not path.stat().st_size:
            continue  # made this very moment, as far as the next could tell
        told[str(path.relative_to(room))] = _content(path)
    return told


def _content(path: Path) -> object:
    data = path.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(path) as file:
            return file.testzip() or len(file.namelist())
    return data if path.suffix in (".yaml", ".md") else (data[-1:], data.count(b"\n"))


def _difference(wanted: object, found: object) -> object:
    """Return the first thing that is not as it should be, short enough for a line."""
    if not isinstance(wanted, dict) or not isinstance(found, dict):
        return found
    return next(iter(_differences(wanted, found)), "")


def _differences(wanted: Mapping[str, object], found: Mapping[str, object]) -> Iterator[str]:
    for name in sorted({*wanted, *found}):
        if wanted.get(name) != found.get(name):
            yield f"{name}: {str(wanted.get(name))[:300]} | {str(found.get(name))[:300]}"
