"""The ``briefing`` command: parse, call, print. Data goes to stdout, everything else to stderr.

Exit codes: 0 done, 1 something failed (named), 2 usage or configuration, 3 done in part (some sources unreadable, or copies
waiting), 4 nothing to report.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from briefing import __version__
from briefing.commands import INTERRUPTED, WRONG_USE, Command, logs
from briefing.errors import BriefingError

DESCRIPTION = "Make a cited briefing from the documents you already receive: who the key actors are, what they hold, what comes next."
OUTBOX_ACTIONS = ("list", "show", "send", "retry", "release", "suppress", "allow")
EXIT_CODES = (
    "exit codes: 0 done, 1 failed, 2 usage or configuration, 3 done in part (some sources unreadable, or copies waiting), "
    "4 nothing to report"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = build_parser().parse_args(argv)
    # whoever looks after a service wants to read what it does
    logs.set_up(verbose=arguments.verbose or arguments.command == "serve", style=arguments.log_format)
    command: Command = importlib.import_module(f"briefing.commands.{arguments.command}").call
    try:
        code = command(arguments)
        sys.stdout.flush()
        return code
    except BriefingError as error:
        print(f"briefing: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("briefing: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output (head, less) has gone: no error of ours, but the interpreter must not flush again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where the help is."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}\n{self.prog}: see '{self.prog} --help'", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def day(text: str) -> date:
    """Read an option's date, which is always written in full."""
    try:
        if len(text) != len("2022-09-20"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2022-09-20") from None


def count(text: str) -> int:
    """Read an option's number of things, one at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of 1 or more")
    return int(text)


def build_parser() -> Parser:
    """Build the parser of all commands."""
    parser = Parser(prog="briefing", description=DESCRIPTION, epilog=EXIT_CODES, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    common = Parser(add_help=False)
    common.add_argument("-v", "--verbose", action="store_true", help="log what each stage does, to stderr")
    common.add_argument("--log-format", choices=["text", "json"], default="text", help="form of the log lines")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)

    def add(name: str, summary: str, *, config: bool = True) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = commands.add_parser(
            name, help=summary, description=summary, epilog=EXIT_CODES, parents=[common], allow_abbrev=False
        )
        if config:
            sub.add_argument("--config", type=Path, metavar="F", help="the configuration (default: ./config.yaml)")
        return sub

    _add_run(add("run", "make one briefing now"))
    _add_analyze(add("analyze", "extract actors, positions and next steps, and nothing else", config=False))
    add("serve", "make the briefings of all schedules at their times, until told to stop")
    _add_runs(add("runs", "show what became of each slot, and what comes next"))
    _add_outbox(add("outbox", "list the copies that wait, failed or are unknown, and decide about them"))
    _add_preview(add("preview", "show the newest briefing in the browser while you edit the templates"))
    add("health", "say whether 'briefing serve' is well")
    _add_check(add("check", "say what is wrong with the configuration, templates, model, schedules and email, and how to mend it"))
    add("schema", "print the JSON Schema of the JSON rendition", config=False)
    return parser


def _add_run(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="read this, not the configured sources")
    sub.add_argument("--date", type=day, metavar="D", help="make it as of noon of this day (default: now)")
    sub.add_argument("--since", type=day, metavar="D", help="leave out documents dated before this day")
    sub.add_argument("--out", type=Path, metavar="DIR", help="write the files there (default: output.folder, or out)")
    sub.add_argument("--schedule", metavar="NAME", help="make what this schedule would, now or of --date, going on from its last one")
    sub.add_argument("--due", action="store_true", help="run the slots of all schedules that are due, each once: for cron")
    sub.add_argument("--json", action="store_true", help="print what was made and written as JSON")
    sub.add_argument(
        "--send", action=argparse.BooleanOptionalAction, default=False, help="send it by email (default: only write the files)"
    )
    sub.add_argument("--audience", metavar="NAME", help="with --send: to whom (default: the schedule's, or the only audience there is)")
    sub.add_argument("--to", metavar="ADDRESS", help="with --send: one copy to this address, and to nobody else")
    sub.add_argument("--again", action="store_true", help="with --send: also to those who have a copy of it already")


def _add_runs(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--schedule", metavar="NAME", help="only those of this schedule")
    sub.add_argument("--limit", type=count, metavar="N", help="so many at most (default: 20)")
    sub.add_argument("--json", action="store_true", help="print them as one JSON object, with every attempt")


def _add_check(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--smtp", action="store_true", help="connect to the mail server and log in, too")


def _add_outbox(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=OUTBOX_ACTIONS,
        help="list (default), show, send what is due, retry, release, suppress, allow",
    )
    sub.add_argument("what", nargs="*", metavar="NUMBER|ADDRESS", help="copies by number; for suppress and allow, addresses")
    sub.add_argument("--all", action="store_true", help="list: the settled ones too; retry: all that failed or wait")
    sub.add_argument("--arrived", action="store_true", help="release: count it as sent, as the recipient has it")
    sub.add_argument("--reason", metavar="TEXT", help="suppress: why")
    sub.add_argument("--json", action="store_true", help="list: one JSON object")


def _add_preview(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--port", type=int, default=8025, metavar="N", help="the port on this machine (default: 8025; 0: any that is free)")
    sub.add_argument("--out", type=Path, metavar="DIR", help="where the files of a run are (default: output.folder, or out)")


def _add_analyze(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a document, or a folder: everything in it")
    sub.add_argument("--published", type=day, metavar="D", help="every document's date, whatever it says itself")
    sub.add_argument("--model", type=Path, metavar="DIR", help="another language model")
    sub.add_argument("--jsonl", action="store_true", help="one JSON object a line, instead of an indented list")
