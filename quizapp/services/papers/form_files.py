"""A form as the two files that keep it: what candidates see, and apart from it what they may not."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.papers.paper import Form, Paper


def canonical(data: object) -> bytes:
    """Return plain data as UTF-8 JSON with sorted keys and no blanks: equal data, equal bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def shown_part(form: Form) -> dict[str, Any]:
    """Return a form as plain data without what candidates may not see."""
    data: dict[str, Any] = to_plain(form)
    for question, plain in zip(form.questions, data["questions"], strict=True):
        for name in question.item.SECRETS:
            plain["item"].pop(name)
        # Corrections are decided later, against the form: they are no part of it.
        del plain["also"]
    return data


def secret_part(form: Form) -> dict[str, Any]:
    """Return the keys, rationales and the like by the number of their question."""
    return {
        str(question.number): {name: to_plain(getattr(question.item, name)) for name in question.item.SECRETS}
        for question in form.questions
    }


def keys_digest(form: Form) -> str:
    """Return the digest of a form's keys as they are kept; "" where it has none."""
    if not any(question.item.has_key for question in form.questions):
        return ""
    return sha256(canonical(secret_part(form))).hexdigest()


def joined(shown: dict[str, Any], secret: dict[str, Any] | None) -> Form:
    """Return the form that the two parts make; without the second, items know no key."""
    for question in shown["questions"]:
        question["item"].update((secret or {}).get(str(question["number"]), {}))
    return from_plain(Form, shown)


def form_digest(form: Form) -> str:
    """Return the digest that names a form: SHA-256 of the bytes candidates' machines keep."""
    return sha256(canonical(shown_part(form))).hexdigest()


def paper_digest(paper: Paper) -> str:
    """Return the digest of a paper's version: it changes with sections, seed, shuffle and forms, not with its rules."""
    data: dict[str, Any] = to_plain(paper)
    version = ("id", "sections", "seed", "shuffle", "forms", "per_candidate")
    return sha256(canonical({name: data[name] for name in version})).hexdigest()
