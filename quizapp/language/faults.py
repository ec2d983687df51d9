"""What can be wrong in files, in words: what was not understood, and what to do about it."""

from __future__ import annotations

from quizapp.language.fault_files import FILES, YAML
from quizapp.language.fault_items import BANKS, FIELDS
from quizapp.language.fault_papers import PAPERS
from quizapp.language.fault_quality import QUALITY
from quizapp.language.fault_settings import SETTINGS

FAULTS: dict[str, tuple[str, str]] = FILES | YAML | FIELDS | BANKS | PAPERS | QUALITY | SETTINGS
