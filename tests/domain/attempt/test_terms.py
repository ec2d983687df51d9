"""What an attempt is held to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.attempt.terms import Terms
from quizapp.domain.papers.delivery import Delivery
from tests.domain.attempt.stopped_clock import HOUR_LONG, MINUTE
from tests.samples.small_items import asked, form, single


def test_the_terms_of_a_form_are_its_papers_rules_and_its_sections() -> None:
    made = form([asked(single()), asked(single())], [asked(single())])
    clocks = (None, 20 * MINUTE)
    sections = tuple(replace(part, time_limit=limit) for part, limit in zip(made.paper.sections, clocks, strict=True))
    terms = Terms.of(replace(made, paper=replace(made.paper, delivery=HOUR_LONG, sections=sections)))
    assert terms == Terms(delivery=HOUR_LONG, sections=(0, 0, 1), limits=clocks)
    assert [terms.section_of(number) for number in (1, 2, 3)] == [0, 0, 1]
    assert [terms.limit_of(section) for section in (0, 1, 2)] == [None, 20 * MINUTE, None]
    assert terms.has_clocks


def test_without_sections_every_question_is_in_the_first_which_has_no_clock() -> None:
    terms = Terms(delivery=Delivery())
    assert [terms.section_of(number) for number in (1, 99)] == [0, 0]
    assert terms.limit_of(0) is None
    assert not terms.has_clocks
    assert not Terms(delivery=Delivery(), sections=(0,), limits=(None,)).has_clocks


def test_the_terms_say_which_way_leads_through_the_paper() -> None:
    assert not Terms(delivery=Delivery()).goes_forward_only
    assert Terms(delivery=Delivery(navigation="forward_only")).goes_forward_only
    assert not Terms(delivery=Delivery(time_limit=timedelta(hours=1))).fixes_each
    assert Terms(delivery=Delivery(feedback="after_item")).fixes_each
