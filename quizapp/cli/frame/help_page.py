"""The help of a command or a group, from its parameters and the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from quizapp.cli.frame.tables import padded, width, wrapped

if TYPE_CHECKING:
    from quizapp.language import Language

WIDE = 78
_LEAST = 24
"""Cells that a description gets at least, whatever stands before it."""


def help_page(command: click.Command, context: click.Context, commands: Sequence[str] = ()) -> str:
    """Return what `--help` shows, without an end of line."""
    language: Language = context.obj.language
    path = ".".join(context.command_path.split()[1:])
    lines = [language.say("help.usage", usage=_usage(command, context, language, commands)), ""]
    lines += [f"  {line}" for line in wrapped(_summary(path or "quizapp", language), WIDE - 2)]
    options = [_option(param, language) for param in command.get_params(context) if isinstance(param, click.Option)]
    lines += _listed(language.say("help.options"), options)
    prefix = f"{path}." if path else ""
    lines += _listed(
        language.say("help.commands"),
        [(name, _summary(prefix + name, language).splitlines()[0]) for name in commands],
    )
    return "\n".join(lines)


def argument_word(param: click.Parameter, language: Language) -> str:
    """Return what a person calls a parameter: an option by its name, an argument by its word."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return language.say(f"help.metavar.{param.metavar}")


def _summary(path: str, language: Language) -> str:
    return language.say(f"help.{path}")


def _usage(command: click.Command, context: click.Context, language: Language, commands: Sequence[str]) -> str:
    parts = [context.command_path, language.say("help.some-options")]
    for param in command.get_params(context):
        if isinstance(param, click.Argument):
            word = argument_word(param, language)
            word = f"{word}…" if param.nargs == -1 else word
            parts.append(word if param.required else f"[{word}]")
    if commands:
        parts.append(language.say("help.some-command"))
    return " ".join(parts)


def _option(param: click.Option, language: Language) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    if "--help" in param.opts:
        return names, language.say("help.option.help")
    choices = getattr(param.type, "choices", None)
    value = "|".join(choices) if choices else param.metavar and language.say(f"help.metavar.{param.metavar}")
    return f"{names} {value}" if value else names, language.say(f"help.option.{param.help}")


def _listed(heading: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield heading
    wide = max(width(name) for name, _ in entries)
    for name, text in entries:
        first, *more = wrapped(text, max(WIDE - wide - 4, _LEAST)) or [""]
        yield f"  {padded(name, wide)}  {first}".rstrip()
        yield from (f"  {' ' * wide}  {line}" for line in more)
