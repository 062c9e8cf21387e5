"""What `reprise` takes.  A verb takes its own flags and no other's: what would be ignored is a
usage error (exit code 2), because a flag such as ``--dry-run`` is a brake."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from reprise.cli import breach_arguments
from reprise.consent.states import StopReason


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """One command.  Exits with 2 where it is none."""
    parser = argparse.ArgumentParser(
        prog="reprise", description="An open marketplace for refurbished electronics."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start everything: database, web, worker, sandbox")
    commands.add_parser("migrate", help="bring the database up to date (as its owner)")
    commands.add_parser("demo", help="load the demo where there is none yet")
    commands.add_parser("check-books", help="prove stock, orders, payments and ledger")
    commands.add_parser("check-settings", help="what an operator has left open on the internet")
    commands.add_parser("rebuild", help="make anew what buyers read: buy boxes, lists, search")
    commands.add_parser("sweep", help="run every clock once")
    commands.add_parser("recipients", help="who sees what of a buyer, as the reference holds it")
    commands.add_parser("fields", help="what a person's copy holds, as the reference has it")
    breach = commands.add_parser("breach", help="whom a breach touched, its 72 hours, its texts")
    breach_arguments.declare(breach)
    privacy = _privacy(commands)
    _staff(commands)
    _consent(commands)
    _keys(commands)
    _evidence(commands)
    _law(commands)
    given = parser.parse_args(arguments)
    if given.command == "privacy" and given.verb and given.begin_journal:
        # One way to write it, so that no verb runs beside it.
        privacy.error(
            f"--begin-journal stands alone: reprise privacy --begin-journal, no {given.verb}"
        )
    if given.command == "privacy" and given.dry_run and (given.ended or given.not_ended):
        privacy.error("--dry-run says it of every seller: no --ended and no --not-ended")
    return given


# What `add_subparsers` returns has no public name.
_Commands = Any


def _privacy(commands: _Commands) -> argparse.ArgumentParser:
    privacy: argparse.ArgumentParser = commands.add_parser(
        "privacy", help="let what is over leave; do erasures again after a backup was put back"
    )
    privacy.add_argument(
        "--begin-journal",
        action="store_true",
        help="begin a new journal of erasures in place of one that is lost",
    )
    privacy.set_defaults(dry_run=False, ended=[], not_ended=[])
    verbs = privacy.add_subparsers(dest="verb", help="nothing is the same as replay")
    replay = verbs.add_parser("replay", help="do erasures again after a backup was put back")
    replay.add_argument(
        "--dry-run", action="store_true", help="say what would be done again, touch nothing"
    )
    for flag, what in (
        ("--ended", "has ended"),
        ("--not-ended", "goes on all the same"),
    ):
        replay.add_argument(
            flag, action="append", default=[], type=UUID, metavar="SELLER",
            help=f"the id of a seller whose contract {what}; may stand several times",
        )  # fmt: skip
    night = verbs.add_parser("night", help="let what is over leave now")
    night.add_argument("--dry-run", action="store_true", help="say what would leave, touch nothing")
    verbs.add_parser("ends", help="how each end is carried out, as the reference holds it")
    return privacy


def _staff(commands: _Commands) -> None:
    staff = commands.add_parser("staff", help="say who may enter the staff room")
    verbs = staff.add_subparsers(dest="verb", required=True)
    add = verbs.add_parser("add", help="let an account in")
    add.add_argument("--supervisor", action="store_true", help="sees what the others look at")
    remove = verbs.add_parser("remove", help="let an account in no more")
    for verb in (add, remove):
        verb.add_argument("email", help="the address of an account")
    verbs.add_parser("list", help="every badge, and whose it is")


def _consent(commands: _Commands) -> None:
    consent = commands.add_parser("consent", help="what visitors are asked, and for which partners")
    nouns = consent.add_subparsers(dest="noun", required=True)
    for noun, others in (("purpose", ("activate", "deactivate")), ("partner", ("activate",))):
        about = nouns.add_parser(noun, help=f"a {noun}: add, {', '.join(others)}")
        verbs = about.add_subparsers(dest="verb", required=True)
        add = verbs.add_parser("add", help="keep what a file says of it")
        add.add_argument("what", help="a YAML file; - reads what is piped in")
        for other in others:
            verbs.add_parser(other).add_argument("what", help="its key")
        if noun == "partner":
            kill = verbs.add_parser("kill", help="stop it for good")
            kill.add_argument("what", help="its key")
            kill.add_argument("--why", required=True, choices=[each.value for each in StopReason])
    nouns.add_parser("list", help="every purpose and partner, and whether it is asked or loaded")
    _purge(nouns.add_parser("purge", help="what was collected without a valid consent"))


def _purge(purge: argparse.ArgumentParser) -> None:
    verbs = purge.add_subparsers(dest="verb", required=True)
    search = verbs.add_parser("search", help="find it, and erase nothing")
    search.add_argument("--notice", help="the id of the notice that it rests on")
    search.add_argument("--from", dest="since", help="or the first day on which it was collected")
    search.add_argument("--until", help="and the last one")
    search.add_argument("--notified", help="the day on which an order of the authority came")
    erase = verbs.add_parser("erase", help="erase what a search has found; ended, run it again")
    erase.add_argument("what", help="the digest that the search has told")
    given = verbs.add_parser("certificate", help="the document of a search or an erasure, as JSON")
    given.add_argument("what", help="its id")
    check = verbs.add_parser("check", help="whether a document was given out here, word for word")
    check.add_argument("what", help="the file; - reads what is piped in")
    verbs.add_parser("list", help="every search and erasure")


def _keys(commands: _Commands) -> None:
    keys = commands.add_parser("keys", help="the keys that seal single fields")
    verbs = keys.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="each key, and how many values it has sealed")
    verbs.add_parser("rotate", help="make another key and seal everything with it")
    retired = verbs.add_parser("retire", help="destroy a key that nothing is sealed by any more")
    retired.add_argument("number", type=int, help="3 of field-3")


def _evidence(commands: _Commands) -> None:
    check = commands.add_parser("verify-evidence", help="check a file of evidence, by itself")
    check.add_argument("file", help="the file; - reads what is piped in")
    check.add_argument(
        "--with",
        dest="full",
        default="",
        help="another copy: a complete one of an excerpt, an earlier one of the same",
    )
    check.add_argument(
        "--database", action="store_true", help="compare it with the marketplace's own rows too"
    )


def _law(commands: _Commands) -> None:
    law = commands.add_parser("law", help="the provisions, and what one decides on your facts")
    verbs = law.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="every provision, its rules and whether it is verified")
    verbs.add_parser("table", help="the law table, as the reference holds it")
    explain = verbs.add_parser("explain", help="what a provision decides, and why")
    explain.add_argument("provision", help="its key, for example eu.withdrawal.window")
    explain.add_argument("--facts", required=True, help="a YAML file; - reads what is piped in")
    explain.add_argument("--lang", choices=["en", "fr", "nl", "de"], default="en")
