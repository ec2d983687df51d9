"""The inside of a publication: the forms' own bytes, their keys apart, and the roster, packed close."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING, Any

from quizapp.domain.candidate import Candidate
from quizapp.domain.well_made import is_well_made
from quizapp.plain import from_plain, to_plain
from quizapp.services.form_files import canonical, form_digest, joined, paper_digest, secret_part, shown_part
from quizapp.services.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.domain.paper import Form
    from quizapp.services.publication import Cover, PublishedForm

MOST_BYTES = 32 * 2**20
"""Of what is inside, unpacked: 200 forms of 100 questions come to 20 MB."""
_MEMORY = 64 * 2**20
MOST_ID = 64
"""Characters of a candidate's number."""


class NotSound(ValueError):
    """What is inside is not what the outside says."""


def packed(publication: Publication) -> bytes:
    """Return what goes inside, in the clear; keys where the publication has them."""
    forms, keys = {}, {}
    for named, form in zip(publication.cover.forms, publication.forms, strict=True):
        forms[named.form] = canonical(shown_part(form)).decode()
        if publication.cover.has_keys:
            keys[named.form] = canonical(secret_part(form)).decode()
    roster = [to_plain(one) for one in publication.roster]
    return lzma.compress(canonical({"forms": forms, "keys": keys, "roster": roster}), preset=6)


def unpacked(data: bytes, cover: Cover) -> Publication:
    """Return the publication. Raises NotSound where it is not what the cover says, or asks too much of the machine."""
    try:
        plain = json.loads(_decompressed(data))
        forms = tuple(_form(plain, named) for named in cover.forms)
        roster = tuple(_candidate(one) for one in plain["roster"])
    except NotSound:
        raise
    except (lzma.LZMAError, EOFError, MemoryError) as error:
        raise NotSound("it cannot be unpacked") from error
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise NotSound("it cannot be read") from error
    if any(form.paper.id != cover.paper or paper_digest(form.paper) != cover.paper_digest for form in forms):
        raise NotSound("a form is of another paper")
    # An essay is known by no key: whether keys came along is told by what is there.
    if any((named.form in plain["keys"]) != cover.has_keys for named in cover.forms):
        raise NotSound("keys are missing, or should be")
    if cover.has_keys and not all(form.has_keys for form in forms):
        raise NotSound("a key is missing")
    if any(len(form.questions) != cover.questions for form in forms) or len(roster) != cover.people:
        raise NotSound("more is inside than the cover says, or less")
    return Publication(cover=cover, forms=forms, roster=roster)


def _decompressed(data: bytes) -> bytes:
    unpacking = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_MEMORY)
    found = unpacking.decompress(data, max_length=MOST_BYTES)
    if not unpacking.eof:
        raise NotSound("too large, or cut off")
    return found


def _form(plain: Mapping[str, Any], named: PublishedForm) -> Form:
    text = plain["forms"][named.form]
    shown = json.loads(text)
    keys = plain["keys"].get(named.form)
    secret = None if keys is None else json.loads(keys)
    form = joined(shown, secret)
    if not is_well_made(form):
        raise NotSound("a form is not what a form is made of")
    # Of what was understood: what this program writes down again is what is named.
    if form_digest(form) != named.form:
        raise NotSound("a form is not its digest's")
    if form.letter != named.letter:
        raise NotSound("a form is another one's")
    if not form.holds_together:
        raise NotSound("a form points at what is not in it")
    return form


def _candidate(plain: Mapping[str, Any]) -> Candidate:
    one = from_plain(Candidate, dict(plain))
    if not is_well_made(one) or not 0 < len(one.id) <= MOST_ID:
        raise NotSound("not somebody")
    return one
