"""The command parser in our own words: click finds what is wrong, our catalogue says it; and the help of a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.frame.commands import COMMANDS, FOR_ALL, is_offered, load, names
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.tables import padded, width, wrapped
from quizapp.domain.errors import CalledWrongly, Refused
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


class LineCommand(click.Command):
    """A command whose help and complaints are ours. Its options' `help` and `metavar` are codes of the catalogue."""

    allow_extra_args = True  # they are refused below, in our words

    def __init__(self, name: str | None, **more: Any) -> None:
        super().__init__(name, **{**more, "add_help_option": False})
        self.params.append(_help_option())

    def get_help(self, ctx: click.Context) -> str:
        return help_page(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_our_words(error, ctx) from error
        if rest:
            raise wrong(ctx, "usage-extra", given=" ".join(rest))
        return rest


class Group(click.Group):
    """A group of commands of the table, each loaded when it is called."""

    def __init__(self, name: str | None, path: str = "", **more: Any) -> None:
        """Make a group; `path` is how people call it, without the program's own name."""
        super().__init__(name, **{**more, "add_help_option": False})
        self.path = path
        self.params.append(_help_option())

    def get_help(self, ctx: click.Context) -> str:
        return help_page(self, ctx, self.list_commands(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        role = _role(ctx)
        return [name for name in names(self.path) if not role or is_offered(role, self._path(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click gives it
        if cmd_name not in names(self.path):
            return None
        path = self._path(cmd_name)
        return load(path) if path in COMMANDS else _group(path)

    def _path(self, name: str) -> str:
        """Return a command of this group as people call it."""
        return f"{self.path} {name}".lstrip()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_our_words(error, ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self._path(args[0]) == FOR_ALL:
            return super().resolve_command(ctx, args)
        known = self.list_commands(ctx)
        if args[0] not in known:
            if args[0] in names(self.path):
                raise Refused(f"role-{_role(ctx)}", command=self._path(args[0]))
            near = _nearest(args[0], known)
            code = "usage-unknown-command-near" if near else "usage-unknown-command"
            raise wrong(ctx, code, given=args[0], near=near, choices=" ".join(known))
        return super().resolve_command(ctx, args)


if TYPE_CHECKING:
    _Word = click.ParamType[str]
else:
    _Word = click.ParamType  # before click 8.5 it took no type


class WordOf(_Word):
    """One of a few fixed words."""

    name = "word"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        option = max(param.opts, key=len) if param is not None else ""
        raise wrong(ctx, "usage-choice", option=option, given=str(value), choices=" ".join(self.choices))


def _group(path: str) -> Group:
    """Return a group that shows its help where no command is named."""

    @click.pass_context
    def show_help(context: click.Context) -> int:
        if context.invoked_subcommand is not None:
            return 0
        desk: Desk = context.obj
        desk.note(context.get_help())
        return 2

    return Group(path.split()[-1], path, callback=show_help, invoke_without_command=True)


def _role(ctx: click.Context) -> str:
    desk: Desk | None = ctx.obj
    return "" if desk is None else desk.role


def _help_option() -> click.Option:
    # click's own would load gettext and look for its catalogues, at every start, to say what we say ourselves.
    return click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help)


def _show_help(context: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted:
        desk: Desk = context.obj
        desk.show(context.get_help())
        context.exit()


def wrong(ctx: click.Context | None, code: str, **values: object) -> CalledWrongly:
    """Return the complaint, which says where to read how it is called."""
    command = ctx.command_path if ctx is not None else "quizapp"
    return CalledWrongly(code, command=command, **values)


def _in_our_words(error: click.UsageError, ctx: click.Context) -> CalledWrongly:
    match error:
        case click.NoSuchOption():
            options = [name for param in ctx.command.get_params(ctx) for name in param.opts if name.startswith("--")]
            near = _nearest(error.option_name, options)
            code = "usage-unknown-option-near" if near else "usage-unknown-option"
            return wrong(ctx, code, option=error.option_name, near=near)
        case click.BadOptionUsage():
            takes_value = not any(_is_flag(param) for param in _named(error.option_name, ctx))
            code = "usage-needs-value" if takes_value else "usage-takes-no-value"
            return wrong(ctx, code, option=error.option_name)
        case click.MissingParameter() if error.param is not None:
            desk: Desk = ctx.obj
            return wrong(ctx, "usage-missing", what=argument_word(error.param, desk.language))
        case click.BadParameter() if error.param is not None:
            return wrong(ctx, "usage-bad-value", option=max(error.param.opts, key=len))
    return wrong(ctx, "usage-wrong")


def _nearest(given: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    return "".join(get_close_matches(given, known, 1))


def _named(option: str, ctx: click.Context) -> Sequence[click.Parameter]:
    return [param for param in ctx.command.get_params(ctx) if option in param.opts]


def _is_flag(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and param.is_flag


FORMAT = click.option("--format", "form", type=WordOf("text", "json"), default="text", help="format")
REPLACE = click.option("--replace", "replaces", is_flag=True, help="replace")
