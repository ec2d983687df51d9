"""The options that several commands share: a table for people or JSON for programs, and what may be written over."""

from __future__ import annotations

import click

from quizapp.cli.parser import OneOf

FORMAT = click.option("--format", "form", type=OneOf("text", "json"), default="text", help="format")
REPLACE = click.option("--replace", "replaces", is_flag=True, help="replace")
