"""The option that chooses between a table for people and JSON for programs."""

from __future__ import annotations

import click

from quizapp.cli.parser import OneOf

FORMAT = click.option("--format", "form", type=OneOf("text", "json"), default="text", help="format")
