"""A question as written to native fields, with all that is doubted."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.domain.declaration import Value
from quizapp.formats.chinese_text.common_fields import common_fields
from quizapp.formats.chinese_text.keys import key_of
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.formats.chinese_text.stem_keys import spaced, tagged
from quizapp.formats.chinese_text.stimuli import tells_stimulus
from quizapp.reading.question_fields import Asked, told
from quizapp.reading.question_words import BLANK, blanked, letters_of, truth_word, type_of
from quizapp.reading.source_question import Reason, SourceQuestion


def question_of(raw: RawQuestion) -> SourceQuestion:
    """Return a question with its fields; one with nothing asked is refused."""
    lines = raw.lines
    if raw.parts:
        lines = [*lines, *(line for part in raw.parts for line in part.lines)]
    text = "\n".join([line.source.strip() for line in lines])
    fields, doubts = _case(raw) if raw.is_case else _fields(raw)
    if not fields.get("stimulus" if raw.is_case else "stem"):
        return SourceQuestion(lines[0].number, text, refusal=Reason("import-no-stem"))
    return SourceQuestion(lines[0].number, text, fields, _once(doubts) if len(doubts) > 1 else tuple(doubts))


def _fields(raw: RawQuestion, is_part: bool = False) -> tuple[dict[str, Value], list[Reason]]:
    """Return the fields of a question that is asked by itself."""
    doubts = list(raw.doubts)
    stem, tag, marks = tagged("\n".join(raw.stem).strip() if len(raw.stem) > 1 else raw.stem[0])
    written = raw.label("type") or tag or raw.section.type
    kind = type_of(written) if written else ""
    if kind == "case":
        written = kind = ""
        if not is_part:
            doubts.append(Reason("import-case-unclear"))
    options = {letter: texts[0] if len(texts) == 1 else "\n".join(texts) for letter, texts in raw.options.items()}
    stem, key, found = key_of(raw, stem, kind or "", options)
    doubts += found
    if is_part and not written and _is_prose(stem, key, options):
        # What is asked about a case and answered in words is no doubtful type.
        written = "essay"
    if isinstance(key, list):
        fields: dict[str, Value] = {"type": "fill_blank", "stem": spaced(stem), "key": key}
    else:
        fields, unsure = told(Asked(spaced(stem), written, options, key))
        doubts += unsure
    common, unclear = common_fields(raw, marks, fields)
    fields.update(common)
    return fields, doubts + unclear


def _case(raw: RawQuestion) -> tuple[dict[str, Value], list[Reason]]:
    """Return a stimulus with the questions asked about it, whose doubts are its own."""
    stem, _, _ = tagged("\n".join(raw.stem).strip())
    fields: dict[str, Value] = {"type": "case", "stimulus": spaced(stem)}
    doubts = list(raw.doubts)
    if not raw.parts or (raw.section.kind != "case" and not tells_stimulus(raw.stem)):
        doubts.append(Reason("import-case-unclear"))
    items: list[Value] = []
    for part in raw.parts:
        own, unsure = _fields(part, is_part=True)
        doubts += unsure
        items.append(own)
    if items:
        fields["items"] = items
    common, unclear = common_fields(raw, "", fields)
    return {**fields, **common}, doubts + unclear


def _is_prose(stem: str, key: str | list[Value], options: Mapping[str, str]) -> bool:
    is_word = isinstance(key, list) or truth_word(key) is not None or letters_of(key) is not None
    return not (options or is_word or BLANK in blanked(stem))


def _once(doubts: list[Reason]) -> tuple[Reason, ...]:
    """Return doubts, each once."""
    kept: dict[str, Reason] = {}
    for doubt in doubts:
        kept.setdefault(f"{doubt.code} {dict(doubt.values)}", doubt)
    return tuple(kept.values())
