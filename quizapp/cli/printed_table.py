"""quizapp papers print --table: the 双向细目表 of a paper."""

from __future__ import annotations

from pathlib import Path

from quizapp.cli.desk import Desk
from quizapp.domain.text import clean_line


def print_table(desk: Desk, paper: str, target: str, letter: str, candidate: str, *, replaces: bool) -> int:
    """Write the table of one form, A where none is named, as it is fixed or would be; return the exit status."""
    from quizapp.cli.file_writing import check_target, write_file
    from quizapp.cli.wanted_form import wanted_letter
    from quizapp.domain.composing.table import table
    from quizapp.prints.blueprint import table_print_for
    from quizapp.services.fixing import form_as_it_would_be
    from quizapp.services.usable_paper import usable_paper

    place, path = desk.workplace, Path(target)
    write = table_print_for(path.suffix)
    rules = usable_paper(place, paper)
    wanted = wanted_letter(place, rules, clean_line(letter).upper(), clean_line(candidate))
    check_target(path, replaces=replaces)
    form = form_as_it_would_be(place.home, place.library, rules, letter=wanted)
    write_file(path, write(rules, table(form), desk.language))
    desk.show(desk.language.say("compose.table_printed", paper=rules.title, file=target))
    return 0
