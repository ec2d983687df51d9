"""Each text of styles is parsed once for a theme, however many screens come and however many apps there are."""

from __future__ import annotations

from textual.css.model import RuleSet
from textual.pilot import Pilot

from quizapp.language import Language
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.parsed_styles import ParsedStyles
from tests.instruments.app_stage import CHINA, grid, press, settled
from tests.samples.workplace import workplace


def app_with(styles: ParsedStyles | None = None) -> QuizApp:
    """Return an app with the sample paper that has not begun."""
    return QuizApp(workplace(), Language("zh", CHINA), styles=styles)


def rules_of(pilot: Pilot[int]) -> dict[int, RuleSet]:
    """Return the rules that the screens are drawn by, by who they are."""
    return {id(rule): rule for rule in pilot.app.stylesheet.rules}


async def test_a_screen_that_comes_with_styles_of_its_own_leaves_the_others_parsed() -> None:
    async with app_with().run_test() as pilot:
        await settled(pilot)
        # Textual gives a widget's own styles another place among the others where one comes that is made of it.
        before = {place: rule for place, rule in rules_of(pilot).items() if not rule.is_default_rules}
        await press(pilot, "enter", "7", "enter", "z", "enter", "enter", "space", "enter")
        after = rules_of(pilot)
    assert before
    assert before.keys() < after.keys()


async def test_what_one_app_parsed_the_next_one_takes_and_looks_the_same() -> None:
    styles = ParsedStyles()
    async with app_with(styles).run_test() as pilot:
        await settled(pilot)
        first, looks = rules_of(pilot), grid(pilot)
    async with app_with(styles).run_test() as pilot:
        await settled(pilot)
        assert rules_of(pilot).keys() == first.keys()
        assert grid(pilot) == looks


async def test_another_theme_has_other_colours_and_the_first_ones_come_back_with_it() -> None:
    async with app_with().run_test() as pilot:
        await settled(pilot)
        usual, dark, rules = pilot.app.theme, pilot.app.screen.styles.background, rules_of(pilot)
        pilot.app.theme = "quiz-light"
        await settled(pilot)
        assert pilot.app.screen.styles.background != dark
        pilot.app.theme = usual
        await settled(pilot)
        assert pilot.app.screen.styles.background == dark
        assert rules_of(pilot).keys() == rules.keys()
