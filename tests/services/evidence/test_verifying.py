"""What a verification finds, each by its kind; what it leaves alone; what it never does."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quizapp.domain.attempt.decisions import MarkOverridden
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Faulty
from quizapp.language import Language
from quizapp.services.book.score_book import look
from quizapp.services.decisions import attempt_decisions
from quizapp.services.evidence.evidence_files import EvidenceFinding, EvidenceRemark
from quizapp.services.evidence.receipt_check import read_receipts
from quizapp.services.evidence.verification import Verification, rules_of, verify
from quizapp.services.papers.forms import fixed_form
from quizapp.services.ports.port_values import Book, ScoreDocument
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.journal_forgery import chained, lines_of, starting
from tests.samples.classes.class_in_files import BY, PEOPLE, five, place_in, sealed, sit, verified
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import PAPER, paper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def klass(folder: Path) -> Workplace:
    """A class of five who sat, with decisions taken."""
    return five(folder)


def codes(verdict: Verification) -> list[tuple[str, str]]:
    return [(one.kind, one.code) for one in verdict.findings]


def journals(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("journal/*/*.jsonl") if path.stem != "committee")


def said(verdict: Verification) -> None:
    """Say every finding in both languages, so that none lacks its words or its values."""
    for tongue in (Language("zh"), Language("en")):
        told: list[EvidenceFinding | EvidenceRemark] = [*verdict.findings, *verdict.remarks]
        for one in told:
            assert tongue.say(f"verify.{one.code}", **one.values)


def test_a_decision_that_was_cut_off_is_missed_by_the_log(klass: Workplace, folder: Path) -> None:
    path = folder / "journal" / PAPER.id / "committee.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    look(FileHome(folder), klass.clock, klass.class_id)
    verdict = verified(folder)
    said(verdict)
    assert [code for code in codes(verdict) if code[0] == "rolled_back"] == [("rolled_back", "decision-gone")]
    (one,) = [each for each in verdict.findings if each.code == "decision-gone"]
    assert one.values["paper"] == PAPER.id
    assert one.values["who"] == BY.by


def test_a_seal_that_the_log_names_is_missed_where_it_is_gone(klass: Workplace, folder: Path) -> None:
    sealed(klass)
    assert verified(folder).is_ok
    (copy,) = (folder / "seals").iterdir()
    copy.unlink()
    verdict = verified(folder)
    said(verdict)
    assert codes(verdict) == [("missing", "seal-gone")]


@pytest.mark.parametrize(
    "change", [{"class_id": "乙班"}, {"weights": {PAPER.id: Fraction(1, 2), "考勤": Fraction(1, 2)}}]
)
def test_weights_and_a_class_changed_since_a_seal_are_found(
    klass: Workplace, folder: Path, change: dict[str, Any]
) -> None:
    seal = sealed(klass)
    assert verified(folder, seal, rules_of(klass)).is_ok
    verdict = verified(folder, seal, rules_of(replace(klass, **change)))
    said(verdict)
    assert codes(verdict) == [("replaced", "sealed-rules")]


def test_a_seal_from_before_weights_were_sealed_says_nothing_of_them(klass: Workplace, folder: Path) -> None:
    seal = replace(sealed(klass), rules=None)
    assert verified(folder, seal, rules_of(replace(klass, class_id="乙班"))).is_ok


def test_a_class_as_it_is_has_nothing_wrong(klass: Workplace, folder: Path) -> None:
    seal = sealed(klass)
    verdict = verified(folder, seal)
    assert (verdict.findings, verdict.attempts) == ((), 5)
    # the sealing itself is in the log, after what was sealed
    assert [(one.code, one.values["file"]) for one in verdict.remarks] == [("sealed-grown", "log.jsonl")]
    said(verdict)


def test_an_empty_home_has_nothing_wrong(folder: Path) -> None:
    assert verified(folder).is_ok
    assert not folder.exists()


def test_verifying_changes_nothing(klass: Workplace, folder: Path) -> None:
    seal = sealed(klass)
    journals(folder)[0].write_bytes(journals(folder)[0].read_bytes()[:-20])
    (folder / "scores.json").write_bytes(b"{")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
    assert not verified(folder, seal).is_ok
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()
    }


def test_a_score_written_into_the_book_is_a_wrong_mark_of_that_attempt(klass: Workplace, folder: Path) -> None:
    def better(book: Book | None) -> Book:
        assert book is not None
        first: ScoreDocument = {**book.scores[0], "score": 99}
        return Book(candidates=book.candidates, scores=(first, *book.scores[1:]))

    klass.home.book.change(better)
    verdict = verified(folder)
    assert codes(verdict) == [("mark", "mark-differs")]
    assert verdict.findings[0].attempt == journals(folder)[0].stem
    assert verdict.findings[0].values["kept"] == 99
    said(verdict)


def test_an_attempt_taken_out_of_the_book_is_found(klass: Workplace, folder: Path) -> None:
    def fewer(book: Book | None) -> Book:
        assert book is not None
        return Book(candidates=book.candidates, scores=book.scores[1:])

    klass.home.book.change(fewer)
    verdict = verified(folder)
    assert codes(verdict) == [("book", "book-lacks")]
    assert verdict.findings[0].attempt == journals(folder)[0].stem


def test_somebody_who_stands_in_the_book_twice_is_found(klass: Workplace, folder: Path) -> None:
    def twice(book: Book | None) -> Book:
        assert book is not None
        return Book(candidates=(*book.candidates, book.candidates[0]), scores=(*book.scores, book.scores[0]))

    klass.home.book.change(twice)
    assert codes(verified(folder)) == [("book", "book-twice")] * 2 + [("roster", "roster-twice")]


def test_a_name_written_into_the_book_is_told_with_its_field(klass: Workplace, folder: Path) -> None:
    path = folder / "scores.json"
    data = json.loads(path.read_text("ascii"))
    data["scores"]["1"]["name"] = "某"
    path.write_text(json.dumps(data), "ascii")
    verdict = verified(folder)
    assert codes(verdict) == [("book", "book-differs")]
    assert verdict.findings[0].values["fields"] == "name"


def test_a_book_that_says_the_same_otherwise_written_is_found(klass: Workplace, folder: Path) -> None:
    path = folder / "scores.json"
    path.write_text(json.dumps(json.loads(path.read_text("ascii"))), "ascii")
    assert codes(verified(folder)) == [("book", "book-bytes")]


def test_a_missing_book_is_found(klass: Workplace, folder: Path) -> None:
    (folder / "scores.json").unlink()
    assert codes(verified(folder)) == [("book", "book-missing")]


def test_somebody_put_on_the_books_list_is_found(klass: Workplace, folder: Path) -> None:
    def more(book: Book | None) -> Book:
        assert book is not None
        return Book(candidates=(*book.candidates, {**book.candidates[0], "id": "99"}), scores=book.scores)

    klass.home.book.change(more)
    assert codes(verified(folder)) == [("roster", "roster-differs")]


def test_a_changed_answer_is_found_and_the_other_attempts_are_marked_all_the_same(
    klass: Workplace, folder: Path
) -> None:
    path = journals(folder)[1]
    path.write_bytes(path.read_bytes().replace(b'"response":["B"]', b'"response":["C"]', 1))
    verdict = verified(folder)
    assert codes(verdict) == [("chain", "altered-journal")]
    assert verdict.findings[0].attempt == path.stem
    said(verdict)


def test_a_journal_that_says_other_questions_were_shown_than_its_form_has_is_found(
    klass: Workplace, folder: Path
) -> None:
    path = journals(folder)[1]
    lines = lines_of(path.read_bytes())
    path.write_bytes(chained(starting(lines, items=lines[0]["data"]["items"][::-1]))[0])
    verdict = verified(folder)
    assert ("form", "shown-otherwise") in codes(verdict)
    assert {one.attempt for one in verdict.findings} == {path.stem}
    said(verdict)


def test_a_rewritten_chain_shows_by_its_marks_and_against_the_seal(klass: Workplace, folder: Path) -> None:
    """Whoever knows how lines chain can write a journal anew; the book, the receipt and the seal tell all the same."""
    from quizapp.stores import chain

    seal = sealed(klass)
    path = journals(folder)[1]
    entries = chain.read(path.read_bytes()).entries
    forged = [one._replace(data={**one.data, "response": ["C"]}) if "response" in one.data else one for one in entries]
    path.write_bytes(chain.encode(forged, chain.START)[0])
    verdict = verified(folder, seal)
    assert ("replaced", "sealed-replaced") in codes(verdict)
    assert {one.attempt for one in verdict.findings} == {path.stem}
    assert verified(folder).findings[0].kind in ("mark", "book")


def test_exchanged_journals_are_found(klass: Workplace, folder: Path) -> None:
    first, second = journals(folder)[:2]
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    assert codes(verified(folder)) == [("replaced", "another-attempt")] * 2


def test_a_removed_journal_is_missing_by_the_book_and_by_the_seal(klass: Workplace, folder: Path) -> None:
    seal = sealed(klass)
    gone = journals(folder)[2]
    gone.unlink()
    verdict = verified(folder, seal)
    assert codes(verdict) == [("missing", "journal-missing"), ("missing", "sealed-missing")]
    assert {one.attempt for one in verdict.findings} == {gone.stem}
    said(verdict)


def test_an_attempt_after_the_seal_is_found_and_what_goes_on_is_only_told(folder: Path) -> None:
    place = five(folder, last_hands_in=False)
    seal = sealed(place)
    attempt_decisions.override(place, journals(folder)[0].stem, 1, Fraction(0), BY)
    fixed_form(place.home, place.library, paper(id="other"), letter="A", now=place.clock.read().at)
    verdict = verified(folder, seal)
    assert verdict.is_ok
    grown = {one.values["file"] for one in verdict.remarks if one.code == "sealed-grown"}
    assert grown == {"forms/index.jsonl", "journal/sample-paper/committee.jsonl", "log.jsonl"}
    attempt = sit(place, PEOPLE[0], paper(attempts=None))
    verdict = verified(folder, seal)
    assert ("added", "sealed-new-attempt") in codes(verdict)
    assert attempt in {one.attempt for one in verdict.findings}


def test_a_line_after_a_sealed_hand_in_is_found(klass: Workplace, folder: Path) -> None:
    from quizapp.stores import chain

    seal = sealed(klass)
    path = journals(folder)[0]
    reading = chain.read(path.read_bytes())
    more, _ = chain.encode((reading.entries[1],), reading.head)
    path.write_bytes(path.read_bytes() + more)
    assert ("added", "sealed-after-hand-in") in codes(verified(folder, seal))


@pytest.mark.parametrize("name", ["journal/sample-paper/committee.jsonl", "candidates.jsonl", "log.jsonl"])
def test_a_line_that_stands_there_once_more_since_the_seal_is_found(klass: Workplace, folder: Path, name: str) -> None:
    seal = sealed(klass)
    path = folder / name
    data = path.read_bytes()
    path.write_bytes(data + data.splitlines(keepends=True)[-1])
    # By itself the chain bears it: a writer whose disk failed writes its line again.
    assert verified(folder).is_ok
    assert codes(verified(folder, seal)) == [("added", "sealed-repeated")]


def test_an_older_copy_of_the_decisions_is_rolled_back(klass: Workplace, folder: Path) -> None:
    path = folder / "journal" / PAPER.id / "committee.jsonl"
    older = path.read_bytes()
    attempt_decisions.override(klass, journals(folder)[0].stem, 2, Fraction(2), BY)
    seal = sealed(klass)
    path.write_bytes(older)
    kinds = codes(verified(folder, seal))
    assert ("rolled_back", "sealed-cut") in kinds
    assert ("mark", "mark-differs") in kinds


def test_altered_decisions_are_not_marked_by_and_other_papers_are(klass: Workplace, folder: Path) -> None:
    path = folder / "journal" / PAPER.id / "committee.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"marks":"1"', b'"marks":"2"'))
    assert codes(verified(folder)) == [("chain", "altered-decisions")]


def test_altered_keys_are_found_and_the_marks_that_hang_on_them(klass: Workplace, folder: Path) -> None:
    (keys,) = folder.glob("forms/*.keys.json")
    secret = json.loads(keys.read_bytes())
    secret["2"]["key"] = "B" if secret["2"]["key"] == "A" else "A"
    keys.write_bytes(json.dumps(secret).encode())
    found = codes(verified(folder))
    assert found[0] == ("form", "keys-altered")
    assert ("mark", "mark-differs") in found


def test_keys_of_a_form_that_an_older_version_fixed_cannot_be_checked_and_it_says_so(folder: Path) -> None:
    from quizapp.stores import chain

    place = place_in(folder)
    sit(place, PEOPLE[0])
    index = folder / "forms" / "index.jsonl"
    entries = [
        one._replace(data={name: value for name, value in one.data.items() if name != "keys"})
        for one in chain.read(index.read_bytes()).entries
    ]
    index.write_bytes(chain.encode(entries, chain.START)[0])
    verdict = verified(folder)
    assert verdict.is_ok
    assert [one.code for one in verdict.remarks] == ["keys-unchecked"]
    said(verdict)


def test_a_missing_form_is_told_once_not_for_everybody_who_sat_it(klass: Workplace, folder: Path) -> None:
    (shown,) = (path for path in folder.glob("forms/*.json") if ".keys" not in path.name)
    shown.unlink()
    assert codes(verified(folder)) == [("missing", "form-missing")]


def test_missing_keys_are_found(klass: Workplace, folder: Path) -> None:
    (keys,) = folder.glob("forms/*.keys.json")
    keys.unlink()
    assert codes(verified(folder))[0] == ("missing", "keys-missing")


def test_a_file_that_somebody_put_there_is_found(klass: Workplace, folder: Path) -> None:
    first = journals(folder)[0]
    first.with_name(f"{first.stem} (1).jsonl").write_bytes(first.read_bytes())
    assert codes(verified(folder)) == [("added", "odd-name")]


def test_a_torn_end_is_told_and_is_nobodys_doing(folder: Path) -> None:
    place = five(folder, last_hands_in=False)
    seal = sealed(place)
    with journals(folder)[-1].open("ab") as file:
        file.write(b'{"at":"2026-12')
    verdict = verified(folder, seal)
    assert verdict.is_ok
    assert "torn" in [one.code for one in verdict.remarks]


def test_more_attempts_than_allowed_are_found(folder: Path) -> None:
    place = place_in(folder)
    sit(place, PEOPLE[0], paper(attempts=None))
    sit(place, PEOPLE[0], paper(attempts=None))
    assert verified(folder).is_ok
    from tests.samples.classes.class_in_files import passes

    passes(place, 60)
    before = journals(folder)
    sit(place, PEOPLE[1])
    sit_again = place_in(folder.parent / "elsewhere", place.clock)  # type: ignore[arg-type] # the stopped one
    passes(place, 60)
    sit(sit_again, PEOPLE[1])
    (brought,) = (folder.parent / "elsewhere").glob("journal/*/*.jsonl")
    (folder / "journal" / PAPER.id / brought.name).write_bytes(brought.read_bytes())
    from quizapp.services.book.score_book import rebuild

    rebuild(place.home, "甲班", place.clock.read().at)
    assert len(journals(folder)) == len(before) + 2
    verdict = verified(folder)
    assert codes(verdict) == [("attempts", "too-many")]
    assert f"考《{PAPER.title}》" in Language("zh").say("verify.too-many", **verdict.findings[0].values)
    assert verdict.findings[0].attempt == brought.stem
    said(verdict)


def test_a_void_attempt_is_not_one_too_many(klass: Workplace, folder: Path) -> None:
    attempt_decisions.void(klass, journals(folder)[0].stem, BY)
    sit(klass, PEOPLE[0])
    assert verified(folder).is_ok


def test_decisions_that_are_not_in_the_book_yet_are_found(klass: Workplace, folder: Path) -> None:
    one = MarkOverridden(
        when=klass.clock.read(), attempt=journals(folder)[0].stem, question=1, marks=Fraction(0), by="某", why="x"
    )
    klass.home.decisions.record(PAPER.id, (one,))
    assert codes(verified(folder)) == [("mark", "mark-differs")]


def test_a_difference_is_looked_at_again_before_it_is_told(klass: Workplace, folder: Path) -> None:
    path = folder / "scores.json"
    right = path.read_bytes()
    path.write_bytes(right.replace(b"\\u8d75", b"\\u5434"))

    def catch_up() -> None:
        path.write_bytes(right)

    assert verify(FileHome(folder), "甲班", wait=catch_up).is_ok


def test_while_others_go_on_writing_it_is_looked_at_once_more(klass: Workplace, folder: Path) -> None:
    path = folder / "scores.json"
    right = path.read_bytes()
    path.write_bytes(right.replace(b"\\u8d75", b"\\u5434"))

    def writes() -> None:
        klass.home.log.record(klass.clock.read().at, "exported", "某", {})

    def catches_up() -> None:
        path.write_bytes(right)

    happens = iter((writes, writes, catches_up))
    assert verify(FileHome(folder), "甲班", wait=lambda: next(happens)()).is_ok


def test_a_difference_that_stays_is_told_after_one_more_look(klass: Workplace, folder: Path) -> None:
    path = folder / "scores.json"
    path.write_bytes(path.read_bytes().replace(b"\\u8d75", b"\\u5434"))
    waited: list[None] = []
    assert not verify(FileHome(folder), "甲班", wait=lambda: waited.append(None)).is_ok
    assert len(waited) == 1


def test_a_seal_whose_attempts_are_not_those_of_its_files_is_found(klass: Workplace, folder: Path) -> None:
    seal = sealed(klass)
    first, *others = seal.attempts
    forged = replace(seal, attempts=(first._replace(head="0" * 64), *others))
    assert codes(verified(folder, forged)) == [("replaced", "sealed-head")]


def receipts(tmp_path: Path, *lines: str) -> Path:
    return written(tmp_path, ["学号,姓名,回执号", *lines], "receipts.csv")


def test_receipts_are_compared_as_they_are_read_out(klass: Workplace, folder: Path, tmp_path: Path) -> None:
    book = klass.home.book.read()
    assert book is not None
    told = {doc["candidate"]: str(doc["receipt"]) for doc in book.scores}
    path = receipts(
        tmp_path,
        f"01,赵,{told['01'].lower()}",
        f"'02,钱,{told['02'].replace('-', ' ')}",
        f"03,孙,{told['03']}",
        "04,李,",
    )
    listed = read_receipts(path)
    assert len(listed) == 3
    assert verify(FileHome(folder), "甲班", receipts=listed, wait=lambda: None).is_ok


def test_the_receipt_of_an_attempt_that_is_anothers_by_now_fits_either(
    klass: Workplace, folder: Path, tmp_path: Path
) -> None:
    book = klass.home.book.read()
    assert book is not None
    (doc,) = (doc for doc in book.scores if doc["candidate"] == "01")
    klass.home.roster.record((Candidate(id="09", name="吴", unit="办公室"),), klass.clock.read().at)
    attempt_decisions.reassign(klass, doc["attempt"], "09", "吴", BY)
    path = receipts(tmp_path, f"01,赵,{doc['receipt']}", f"09,吴,{doc['receipt']}")
    assert verify(FileHome(folder), "甲班", receipts=read_receipts(path), wait=lambda: None).is_ok


def test_receipts_that_fit_no_attempt_are_found(klass: Workplace, folder: Path, tmp_path: Path) -> None:
    book = klass.home.book.read()
    assert book is not None
    told = {doc["candidate"]: str(doc["receipt"]) for doc in book.scores}
    path = receipts(tmp_path, f"01,赵,{told['02']}", "02,钱,ZZZZZ-ZZZZZ", "88,吴,ABCDE-FGHJK")
    verdict = verify(FileHome(folder), "甲班", receipts=read_receipts(path), wait=lambda: None)
    assert codes(verdict) == [
        ("replaced", "receipt-another"),
        ("replaced", "receipt-differs"),
        ("missing", "receipt-nobody"),
    ]
    said(verdict)


def test_a_list_without_receipts_is_refused_by_its_heads(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as told:
        read_receipts(written(tmp_path, ["学号,姓名", "01,赵"]))
    assert told.value.faults[0].code == "receipts-no-heads"
