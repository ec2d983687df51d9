"""What is said of a draft: supply, shortages, a sample as it would be drawn, and its table."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.papers.draft import PaperDraft, balanced, new_paper
from quizapp.domain.papers.paper import MarkRange, Section
from quizapp.services.papers.composing import Composing, lacks
from tests.instruments.memory_home import MemoryHome
from tests.samples.composing_pool import BANK, PRACTICE, TOPICS
from tests.samples.workplace import Shelf


def composing() -> Composing:
    library = Shelf(shelf_papers=(), shelf_banks=(BANK, PRACTICE), shelf_topics=TOPICS)
    return Composing(MemoryHome(), library, lambda place, type: f"{place + 1} {type}")


def a_draft(room: Composing) -> PaperDraft:
    empty = PaperDraft(paper=new_paper("p", "卷"))
    return balanced(empty.paper, room.stock(empty), room.tops)


def test_a_sound_draft_has_supply_total_and_table() -> None:
    room = composing()
    look = room.look(a_draft(room))
    assert (look.questions, look.supply, look.shortages) == (52, (24, 12, 12, 12, 4), ())
    assert look.marks == 100
    assert look.table is not None
    assert look.table.total.total.questions == 52


def test_a_draft_that_lacks_something_has_no_table() -> None:
    room = composing()
    begun = a_draft(room)
    draw = begun.sections[0].draw
    assert draw is not None
    short = begun.with_section(0, replace(begun.sections[0], draw=replace(draw, count=30, topic_counts=())))
    look = room.look(short)
    assert look.table is None
    assert [shortage.missing for shortage in lacks(look.shortages, 0)] == [6]
    assert lacks(look.shortages, 1) == ()


def test_the_sample_is_the_form_that_will_be_drawn() -> None:
    room = composing()
    begun = a_draft(room)
    assert room.sample(begun) == room.sample(begun)
    two = replace(begun, paper=replace(begun.paper, forms=2))
    assert [room.sample(two, number).letter for number in (1, 2, 3)] == ["A", "B", "A"]
    own = replace(begun, paper=replace(begun.paper, per_candidate=True))
    assert room.sample(own, 1).questions != room.sample(own, 2).questions


def test_banks_for_practice_are_no_supply_and_fixed_items_are_taken_off() -> None:
    room = composing()
    assert [bank.id for bank in room.banks] == ["sample"]
    begun = a_draft(room).added(5, Section(title="", items=("s-00",)))
    assert room.look(begun).supply == (23, 12, 12, 12, 4, 1)


def test_a_draft_with_coverage_has_spans_within_it_and_says_which_line_cannot_be_kept() -> None:
    room = composing()
    begun = a_draft(room)
    paper = replace(begun.paper, coverage=(("roles", MarkRange(least=Fraction(20), most=Fraction(30))),))
    spans = {span.topic: (span.least, span.most) for span in room.spans(replace(begun, paper=paper))}
    assert spans["roles"] == (Fraction(22), Fraction(22))
    assert spans["bo"] == spans["bo.read"]
    look = room.look(replace(begun, paper=replace(paper, coverage=(("roles", MarkRange(least=Fraction(90))),))))
    assert (look.table, look.shortages) == (None, ())
    assert look.refused is not None
    assert (look.refused.code, look.refused.values["topic"]) == ("coverage-unmet", "roles")
