"""The JSON Schema (2020-12) of banks, papers and courses, made of the declarations that the reader reads by."""

from __future__ import annotations

from quizapp.formats.native.schema.files import schema

__all__ = ["schema"]
