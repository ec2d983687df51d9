"""Two members who decide at once: what was confirmed is what was done, or it was refused; nothing is overwritten.

In one process two members take the screens' own steps at the same moment; as two programs they take those and call
every command that decides. Every round is then compared with the committee's journal: what was shown before it was
confirmed with what the decision did to what stood just before it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from threading import Barrier

import pytest

from quizapp.domain.attempt.decisions import (
    Decision,
    EssayMarked,
    KeyCorrected,
    MarkOverridden,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
)
from quizapp.domain.decisions.decision_rules import check_seen
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.exact_numbers import number as as_number
from quizapp.language import Language
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, whole
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.port_values import NOTHING_DECIDED, AttemptName
from quizapp.services.ports.workplace import Workplace
from tests.proofs.committee_race import COMMANDS, MARKERS, PAPER, SCREENS, Member, Outcome, place_in, prepare

pytestmark = pytest.mark.proof

A_HOME = 36
"""So many rounds are taken on a home before the next ones begin on a fresh one."""


def test_two_members_in_one_program(tmp_path: Path, is_full: bool) -> None:
    counts: Counter[str] = Counter()
    for batch in range(-(-(1000 if is_full else 100) // A_HOME)):
        folder = tmp_path / str(batch)
        prepare(folder)
        outcomes = together(folder, batch)
        counts += compared(place_in(folder), outcomes)
    told(counts)
    check_each_came_to_something([f"screen {kind}" for kind in SCREENS], counts, is_full)
    assert sum(count for name, count in counts.items() if name.endswith("refused")) > 0


def together(folder: Path, seed: int) -> list[Outcome]:
    """Have both take the same kind of decision at the same moment, round by round."""
    barrier = Barrier(2)

    def decide(who: str) -> list[Outcome]:
        member = Member(folder, who, seed)
        outcomes = []
        try:
            for number in range(A_HOME // 2):
                barrier.wait(60)
                outcomes.append(member.on_screen(SCREENS[number % len(SCREENS)]))
        except BaseException:
            # Nobody is waited for who does not come.
            barrier.abort()
            raise
        return outcomes

    with ThreadPoolExecutor(2) as members:
        outcomes = [one for taken in members.map(decide, MARKERS) for one in taken]
    assert len(outcomes) == A_HOME
    return outcomes


def test_two_programs_on_one_home(tmp_path: Path, is_full: bool) -> None:
    counts: Counter[str] = Counter()
    rounds = 2 * len(COMMANDS) * 2
    for batch in range(-(-(1000 if is_full else 100) // (2 * rounds))):
        folder = tmp_path / str(batch)
        prepare(folder)
        command = [sys.executable, "-m", "tests.proofs.committee_race", str(folder)]
        programs = [
            subprocess.Popen([*command, who, str(batch), str(rounds)], stdout=subprocess.PIPE, text=True)
            for who in MARKERS
        ]
        outcomes = [
            Outcome(**json.loads(line)) for one in programs for line in one.communicate(timeout=600)[0].splitlines()
        ]
        assert [one.returncode for one in programs] == [0, 0]
        assert len(outcomes) == 2 * rounds
        counts += compared(place_in(folder), outcomes)
    told(counts)
    check_each_came_to_something([f"command {kind}" for kind in COMMANDS], counts, is_full)


def check_each_came_to_something(kinds: Sequence[str], counts: Counter[str], is_full: bool) -> None:
    """Make sure that every kind was done; of a tenth of the rounds one may have been late each time."""
    late = [kind for kind in kinds if not counts[f"{kind}: done"]]
    assert len(late) <= (0 if is_full else 1), late


def told(counts: Counter[str]) -> None:
    rounds = sum(count for name, count in counts.items() if name.endswith(("done", "refused", "nothing")))
    print(f"\n{rounds} rounds: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))  # noqa: T201 # what a proof measured


def compared(place: Workplace, outcomes: Iterable[Outcome]) -> Counter[str]:
    """Compare what was shown and said with what was recorded; return what came of the rounds."""
    journal = place.home.decisions.journal(PAPER)
    places = {NOTHING_DECIDED: 0, **{hash: place for place, hash in enumerate(journal.hashes, 1)}}
    by_why: dict[str, list[int]] = {}
    for at, one in enumerate(journal.decisions):
        by_why.setdefault(one.why, []).append(at)
        # What it names was there before it, and nothing between the two changed what its maker had before them.
        first = by_why[one.why][0]
        check_seen([one], journal.decisions[places[one.seen] : first])
    counts: Counter[str] = Counter()
    outside = [one.why for one in place.home.outside_marks.read()]
    ranges: dict[tuple[str, str], list[tuple[float, float, str]]] = {}
    for outcome in outcomes:
        mine = by_why.get(outcome.why, [])
        is_recorded = bool(mine) or outcome.why in outside
        word = "done" if is_recorded else "refused" if outcome.refusal else "nothing"
        counts[f"{outcome.kind}: {word}"] += 1
        assert is_recorded <= outcome.is_done, outcome
        assert not (is_recorded and outcome.refusal), outcome
        if mine:
            assert mine == list(range(mine[0], mine[-1] + 1)), outcome
            check_effect(place, outcome, journal.decisions[: mine[0]], [journal.decisions[at] for at in mine])
        if outcome.kind == "screen essay" and outcome.began:
            key = (outcome.attempt, outcome.shown[0])
            ranges.setdefault(key, []).append((outcome.began, outcome.ended, outcome.who))
    check_claims(ranges)
    check_none_overwritten(journal.decisions)
    assert place.home.book.read() is None or look(place.home, place.clock) == whole(
        place.home, now=place.clock.read().at
    )
    verdict = verify(place.home, now=place.clock.read().at, wait=lambda: None)
    assert verdict.is_ok, verdict.findings
    return counts


def check_effect(place: Workplace, outcome: Outcome, before: Sequence[Decision], new: Sequence[Decision]) -> None:
    """Compare what was shown with what a decision did to what stood just before it."""
    stood = rulings(before)
    (*corrections, last) = new
    match last:
        case MarkOverridden():
            check_override(place, outcome, before, last)
        case Voided():
            assert last.attempt not in stood.voided
        case Reinstated():
            assert last.attempt in stood.voided
        case Reassigned():
            one = read_attempt(place.home, AttemptName(last.attempt, PAPER), stood)
            assert one.candidate.id != last.candidate
            told_of = (
                f"of {one.candidate.id}"
                if outcome.kind.startswith("screen")
                else f"{one.candidate.id} {one.candidate.name}"
            )
            assert told_of in "\n".join(outcome.shown)
        case Regraded():
            assert not corrections
            check_regrade(outcome, last, len(stood.pending))
            assert last.corrections == len(stood.corrections)
        case EssayMarked():
            assert last.attempt == outcome.attempt
        case KeyCorrected():
            # An effect that was shown counted what waited then, and nothing else waits by now.
            others = len(stood.pending)
            if outcome.kind.startswith("screen"):
                said = Language().say("correct.with_others", count=others)
                assert (said in outcome.shown) == bool(others), outcome
        case _:
            pass


def check_override(place: Workplace, outcome: Outcome, before: Sequence[Decision], last: MarkOverridden) -> None:
    language = Language()
    one = read_attempt(place.home, AttemptName(last.attempt, PAPER), rulings(before))
    had, after = one.marks_of(last.question), last.marks
    assert had is not None
    shown = "\n".join(outcome.shown)
    assert f"由 {language.marks(had)} 分改为 {language.marks(after)} 分" in shown, (outcome, had)


def check_regrade(outcome: Outcome, last: Regraded, pending: int) -> None:
    if outcome.kind.startswith("command"):
        told_of, _ = json.JSONDecoder().raw_decode(outcome.shown[0])
        changes = [(one["attempt"], one["before"], one["after"]) for one in told_of["attempts"]]
        assert changes == [(one.attempt, _number(one.before), _number(one.after)) for one in last.changes]
        assert len(told_of["corrections"]) <= pending
        return
    shown = [f"{one.attempt} {one.before} {one.after}" for one in last.changes]
    assert outcome.shown[: len(shown) + 1] == [*shown, f"corrections {pending}"], outcome


def _number(marks: Fraction | None) -> int | float | None:
    return None if marks is None else as_number(marks)


def check_claims(ranges: dict[tuple[str, str], list[tuple[float, float, str]]]) -> None:
    """Make sure that no essay was before both at a time."""
    for times in ranges.values():
        for (_, ended, who), (began, _, other) in zip(sorted(times), sorted(times)[1:], strict=False):
            assert who == other or ended <= began


def check_none_overwritten(decisions: Sequence[Decision]) -> None:
    """Make sure that each marker's last marking of each essay stands, whoever marked it after them."""
    last: dict[tuple[str, int, str], EssayMarked] = {}
    for one in decisions:
        if isinstance(one, EssayMarked):
            last[one.attempt, one.question, one.by] = one
    markings = rulings(decisions).markings
    for (attempt, question, _), one in last.items():
        assert one in markings[attempt][question]
