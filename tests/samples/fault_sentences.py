"""What is said of faults in YAML files: banks, papers, courses and a home's settings."""

from __future__ import annotations

from quizapp.language.entries import Catalogue
from quizapp.language.faults import items, judgement, papers
from quizapp.language.faults.files import FILES, YAML

FAULTS: Catalogue = {**FILES, **YAML, **items.SENTENCES, **judgement.SENTENCES, **papers.SENTENCES}
"""Each fault's code to its sentences."""
