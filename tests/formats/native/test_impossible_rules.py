"""Rules that cannot all be kept are faults where they are written; those that had better not be are warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.formats.native.pool.pool import Pool
from tests.samples.bank_files import ITEMS, shelf

HEAD = "paper: p\ntitle: 卷\n"
ONE = "sections:\n  - {title: 一, items: [d-1]}\n"
WINDOW = "window: {opens: 2026-12-01 09:00, closes: 2026-12-01 10:00}\n"


def told(pool: Pool, *names: str) -> list[str]:
    """Return the faults of these papers as file:line:column severity code, but that their one bank is for practice."""
    found = pool.faults()
    return [
        f"{Path(fault.file).stem}:{fault.line}:{fault.column} {fault.severity} {fault.code}"
        for fault in found
        if Path(fault.file).stem in names and fault.code != "exam-may-be-practised"
    ]


def clocked(*limits: str) -> str:
    """Return sections with these time limits, the first on line 4 of a paper with one rule more; "" has none."""
    lines = [
        f"  - title: {number}\n    items: [d-{number}]\n" + (f"    time_limit: {limit}\n" if limit else "")
        for number, limit in zip((1, 2, 4), limits, strict=False)
    ]
    return "sections:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("rules", "sections", "expected"),
    [
        # the window and the time limit
        (f"time_limit: 61m\n{WINDOW}feedback: never\n", ONE, ["p:4:9 error window-shorter-than-limit"]),
        (f"time_limit: 60m\n{WINDOW}feedback: never\n", ONE, []),
        ("time_limit: 61m\nwindow: {closes: 2026-12-01 10:00}\nfeedback: never\n", ONE, []),
        ("feedback: never\n" + WINDOW, ONE, []),
        # clocks of sections
        ("time_limit: 10m\n", clocked("11m"), ["p:7:17 error section-limits-beyond"]),
        ("time_limit: 10m\n", clocked("6m", "5m"), ["p:10:17 error section-limits-beyond"]),
        ("time_limit: 10m\n", clocked("6m", "", "4m"), []),
        ("time_limit: 10m\n", clocked("6m", "5m", "5m"), ["p:10:17 error section-limits-beyond"]),
        ("feedback: never\n" + WINDOW, clocked("40m", "21m"), ["p:11:17 error section-limits-beyond-window"]),
        ("feedback: never\n" + WINDOW, clocked("40m", "20m"), []),
        ("time_limit: none\n", clocked("40m", "2h"), []),
        # feedback when the paper closes, which it never does
        ("feedback: after_close\n", ONE, ["p:3:11 error after-close-without-close"]),
        ("feedback: after_close\nwindow: {opens: 2026-12-01 09:00}\n", ONE, ["p:3:11 error after-close-without-close"]),
        # keys of formal papers
        ("use: exam\n", ONE, ["p:3:6 warning keys-before-close"]),
        ("use: exam\nfeedback: after_item\n", ONE, ["p:4:11 warning keys-before-close"]),
        ("feedback: after_hand_in\n" + WINDOW, ONE, ["p:3:11 warning keys-before-close"]),
        (WINDOW, ONE, ["p:3:9 warning keys-before-close"]),
        ("window: {opens: 2026-12-01 09:00}\nshow: [score, rationale]\n", ONE, ["p:4:7 warning keys-before-close"]),
        ("use: exam\nattempts: 3\n" + WINDOW, ONE, ["p:3:6 warning keys-before-close"]),
        ("use: exam\nshow: [score, marks]\n", ONE, []),
        ("use: exam\nfeedback: never\n", ONE, []),
        ("feedback: after_close\n" + WINDOW, ONE, []),
        ("attempts: 2\n" + WINDOW, ONE, []),
        ("use: practice\n", ONE, []),
        ("", ONE, []),
        # feedback after each item with nothing to show
        ("feedback: after_item\nshow: [score, marks]\n", ONE, ["p:4:7 warning after-item-shows-nothing"]),
        ("feedback: after_item\nshow: [rationale]\n", ONE, []),
        ("show: [score]\n", ONE, []),
    ],
)
def test_rules_of_sitting_that_do_not_go_together(
    tmp_path: Path, rules: str, sections: str, expected: list[str]
) -> None:
    assert told(shelf(tmp_path, p=HEAD + rules + sections), "p") == expected


def make_up(first: str = "q", more: str = "", sections: str = ONE, paper: str = "p") -> str:
    return f"paper: {paper}\ntitle: 补考{paper}\nmake_up_for: {first}\n{more}{sections}"


DRAWS = "sections:\n  - title: 一\n    draw: {type: 单选, count: 1}\n"
FIRST = "paper: q\ntitle: 原卷\n"


def test_a_make_up_for_a_missing_paper_or_for_itself(tmp_path: Path) -> None:
    missing = shelf(tmp_path, p=make_up("r"), q=FIRST + ONE)
    assert told(missing, "p") == ["p:3:14 error unknown-first-paper"]
    assert missing.paper("p").faults[0].values["nearest"] == "q"
    for itself in ("p", "P", "补考p"):
        assert told(shelf(tmp_path, p=make_up(itself), q=FIRST + ONE), "p") == ["p:3:14 error make-up-for-itself"]


def test_make_ups_in_a_circle_are_faults_of_each_and_end(tmp_path: Path) -> None:
    pool = shelf(
        tmp_path,
        p=make_up("q", "exclude: true\n", DRAWS),
        q=make_up("r", "exclude: true\n", DRAWS, "q"),
        r=make_up("q", "exclude: true\n", DRAWS, "r"),
    )
    assert told(pool, "p", "q", "r") == ["q:3:14 error make-up-circle", "r:3:14 error make-up-circle"]


def test_a_make_up_of_a_make_up_is_none(tmp_path: Path) -> None:
    pool = shelf(tmp_path, p=make_up("q"), q=make_up("r", paper="q"), r="paper: r\ntitle: 原卷\n" + ONE)
    assert told(pool, "p", "q", "r") == []


def test_a_make_up_for_which_the_first_paper_leaves_too_little(tmp_path: Path) -> None:
    """There is one ready item of single choice, and the first paper has it."""
    pool = shelf(tmp_path, p=make_up("q", "exclude: true\n", DRAWS), q=FIRST + DRAWS)
    assert told(pool, "p", "q") == ["p:7:11 error make-up-unmet"]
    (fault,) = pool.paper("p").faults
    assert [fault.values[name] for name in ("first", "section", "wanted", "available")] == ["原卷", "一", "1", "0"]
    assert told(shelf(tmp_path, p=make_up("q", "", DRAWS), q=FIRST + DRAWS), "p") == []
    enough = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e")
    assert told(shelf(tmp_path, e=enough, p=make_up("q", "exclude: true\n", DRAWS), q=FIRST + DRAWS), "p") == []


def test_all_forms_of_the_first_paper_are_kept_clear_of(tmp_path: Path) -> None:
    """Of three items the first paper's one form leaves two, its many forms none."""
    more = {
        name: ITEMS.replace("d-", f"{name}-").replace("题库: demo", f"题库: {name}").replace("演示题库", name)
        for name in "ef"
    }
    second = make_up("q", "exclude: true\n", DRAWS)
    assert told(shelf(tmp_path, **more, p=second, q=FIRST + DRAWS), "p") == []
    many = FIRST + "forms: 26\n" + DRAWS
    assert told(shelf(tmp_path, **more, p=second, q=many), "p") == ["p:7:11 error make-up-unmet"]


def test_a_fixed_item_that_stood_in_the_first_paper(tmp_path: Path) -> None:
    fixed = "sections:\n  - title: 一\n    items: [d-2, D-1]\n"
    pool = shelf(tmp_path, p=make_up("原卷", "exclude: true\n", fixed), q=FIRST + ONE)
    assert told(pool, "p", "q") == ["p:7:18 error item-excluded"]


def test_a_make_up_cannot_keep_clear_of_forms_that_each_candidate_has(tmp_path: Path) -> None:
    own = FIRST + "forms: per_candidate\n" + DRAWS
    assert told(shelf(tmp_path, p=make_up("q", "exclude: true\n", DRAWS), q=own), "p") == [
        "p:4:10 error make-up-of-no-form"
    ]
    assert told(shelf(tmp_path, p=make_up("q", "exclude: false\n", DRAWS), q=own), "p") == []


def test_what_a_make_up_of_a_faulty_make_up_must_keep_clear_of_nobody_can_say(tmp_path: Path) -> None:
    own = "paper: r\ntitle: 最初\nforms: per_candidate\n" + DRAWS
    again = make_up("r", "exclude: true\n", DRAWS, "q")
    pool = shelf(tmp_path, p=make_up("q", "exclude: true\n", DRAWS), q=again, r=own)
    assert told(pool, "p", "q", "r") == ["q:4:10 error make-up-of-no-form"]


def test_what_is_wrong_with_the_first_paper_is_told_there_only(tmp_path: Path) -> None:
    for faulty in ("sections:\n  - {title: 一, items: [none]}\n", DRAWS.replace("1}", "9}")):
        found = told(shelf(tmp_path, p=make_up("q", "exclude: true\n", DRAWS), q=FIRST + faulty), "p", "q")
        assert [line[:2] for line in found] == ["q:"]
