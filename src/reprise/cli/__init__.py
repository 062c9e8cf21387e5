"""The `reprise` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code.  What a person did wrong is one sentence on stderr."""
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
    privacy = commands.add_parser(
        "privacy", help="let what is over leave; do erasures again after a backup was put back"
    )
    privacy.add_argument(
        "verb",
        nargs="?",
        default="replay",
        choices=["replay", "night", "ends"],
        help="replay (or nothing): after a backup; night: let what is over leave now;"
        " ends: how each end is carried out, as the reference holds it",
    )
    privacy.add_argument(
        "--dry-run", action="store_true", help="of a night: say what would leave, touch nothing"
    )
    privacy.add_argument(
        "--begin-journal",
        action="store_true",
        help="begin a new journal of erasures in place of one that is lost",
    )
    breached = commands.add_parser("breach", help="whom a breach touched, its 72 hours, its texts")
    from reprise.cli.breach_arguments import declare
    from reprise.consent.states import StopReason

    declare(breached)
    staff = commands.add_parser("staff", help="say who may enter the staff room")
    staff.add_argument("verb", choices=["add", "remove", "list"])
    staff.add_argument("email", nargs="?", default="", help="the address of an account")
    staff.add_argument("--supervisor", action="store_true", help="sees what the others look at")
    consent = commands.add_parser("consent", help="what visitors are asked, and for which partners")
    nouns = consent.add_subparsers(dest="noun", required=True)
    for noun, verbs_of in (
        ("purpose", ["add", "activate", "deactivate"]),
        ("partner", ["add", "activate", "kill"]),
    ):
        about = nouns.add_parser(noun, help=f"{', '.join(verbs_of)} a {noun}")
        about.add_argument("verb", choices=verbs_of)
        about.add_argument("what", help="a YAML file to add (- reads what is piped in), or a key")
        about.add_argument(
            "--why",
            choices=[each.value for each in StopReason],
            default="",
            help="kill: why it is stopped",
        )
    nouns.add_parser("list", help="every purpose and partner, and whether it is asked or loaded")
    _purge_arguments(nouns.add_parser("purge", help="what was collected without a valid consent"))
    keys = commands.add_parser("keys", help="the keys that seal single fields").add_subparsers(
        dest="verb", required=True
    )
    keys.add_parser("list", help="each key, and how many values it has sealed")
    keys.add_parser("rotate", help="make another key and seal everything with it")
    retired = keys.add_parser("retire", help="destroy a key that nothing is sealed by any more")
    retired.add_argument("number", type=int, help="3 of field-3")
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
    commands.add_parser("recipients", help="who sees what of a buyer, as the reference holds it")
    commands.add_parser("fields", help="what a person's copy holds, as the reference has it")
    law = commands.add_parser("law", help="the provisions, and what one decides on your facts")
    verbs = law.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="every provision, its rules and whether it is verified")
    verbs.add_parser("table", help="the law table, as the reference holds it")
    explain = verbs.add_parser("explain", help="what a provision decides, and why")
    explain.add_argument("provision", help="its key, for example eu.withdrawal.window")
    explain.add_argument("--facts", required=True, help="a YAML file; - reads what is piped in")
    explain.add_argument("--lang", choices=["en", "fr", "nl", "de"], default="en")
    given = parser.parse_args(arguments)

    from reprise.cli.errors import Problem
    from reprise.kernel.refusal import Refusal

    try:
        if given.command == "staff":
            return _staff(given.verb, given.email, given.supervisor)
        if given.command == "keys":
            return _keys(given.verb, getattr(given, "number", 0))
        if given.command == "consent":
            return _consent(given)
        if given.command == "breach":
            return _breach(given)
        if given.command == "privacy":
            return _privacy(given)
        if given.command == "verify-evidence":
            return _verify(given.file, given.full, given.database)
        if given.command == "law":
            from reprise.cli.law import law as run_law

            return run_law(given)
        return _COMMANDS[given.command]()
    except Problem as problem:
        print(f"reprise: {problem}", file=sys.stderr)
    except Refusal as refusal:
        print(f"reprise: {refusal.message % refusal.facts}", file=sys.stderr)
    return 1


def _purge_arguments(purge: argparse.ArgumentParser) -> None:
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


def _run() -> int:
    from reprise.cli.run import run

    return run(os.environ)


def _as_owner() -> None:
    """Set Django up as the role that owns the tables, where its address is known."""
    os.environ["REPRISE_ROLE"] = "owner"
    _django()


def _migrate() -> int:
    _as_owner()
    from reprise.cli.migrate import migrate

    migrate()
    return 0


def _demo() -> int:
    _django()
    from reprise.demo.load import load

    print(load())
    return 0


def _check_books() -> int:
    _attach()
    _django()
    from reprise.cli.books.command import main as check

    return check()


def _check_settings() -> int:
    _attach()
    _settings()
    from reprise.cli.settings import check

    return check()


def _rebuild() -> int:
    _attach()
    _django()
    from reprise.discovery.actions import rebuild
    from reprise.kernel import clock

    print(f"{rebuild(clock.now())} buy boxes changed")
    return 0


def _sweep() -> int:
    _attach()
    _django()
    from reprise.kernel import clock
    from reprise.wiring import sweeps

    wanted = sweeps.SWEEPS + sweeps.RARELY + sweeps.NIGHTLY
    done = sweeps.every(clock.now(), wanted)
    for each in wanted:
        print(f"{each.__name__}: {done.get(each.__name__, 'failed, as said above')}")
    return 0 if len(done) == len(wanted) else 1


def _staff(verb: str, email: str, supervisor: bool) -> int:
    _attach()
    _django()
    from reprise.cli import staff
    from reprise.cli.errors import Problem

    if verb != "list" and not email:
        raise Problem(f"Whom? reprise staff {verb} ADDRESS")
    if verb == "list":
        staff.show()
    elif verb == "add":
        staff.add(email, supervisor)
    else:
        staff.remove(email)
    return 0


def _fields() -> int:
    from reprise.privacy.fields import markdown

    print(markdown())
    return 0


def _recipients() -> int:
    from reprise.privacy.recipients import markdown

    print(markdown())
    return 0


def _keys(verb: str, number: int) -> int:
    _attach()
    _django()
    from reprise.cli import keys

    if verb == "retire":
        keys.retire(number)
    else:
        {"list": keys.show, "rotate": keys.rotate}[verb]()
    return 0


def _consent(given: argparse.Namespace) -> int:
    _attach()
    _django()
    from reprise.cli.consent import consent
    from reprise.cli.purges import purge

    (purge if given.noun == "purge" else consent)(given)
    return 0


def _breach(given: argparse.Namespace) -> int:
    _attach()
    _django()
    from reprise.cli.breach import breach

    breach(given)
    return 0


def _privacy(given: argparse.Namespace) -> int:
    if given.verb == "ends":
        from reprise.privacy.ends import markdown

        print(markdown())
        return 0
    _attach()
    if given.verb == "night":
        _django()
        from reprise.cli.nights import night

        return night(dry=given.dry_run)
    # What is done again after a backup is older than the running role may say (decision 0055).
    _as_owner()
    from reprise.cli import privacy

    said = privacy.begin() if given.begin_journal else privacy.catch_up()
    if said:
        print(said)
    return 0


def _verify(file: str, beside: str, database: bool) -> int:
    from reprise.cli.evidence import verify

    if not database:
        return verify(file, beside)
    _attach()
    _django()
    from reprise.cli.evidence_here import compare

    return verify(file, beside, compare)


def _settings() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reprise.config.settings")
    django.setup()


def _django() -> None:
    """Set Django up, and see that its database answers.  Raises Problem when it does not."""
    _settings()
    from django.db import OperationalError, connection

    from reprise.cli.errors import Problem

    try:
        connection.ensure_connection()
    except OperationalError as failure:
        why = " ".join(str(failure).split())
        known = "DATABASE_URL" in os.environ
        advice = "" if known else " Set DATABASE_URL; `make run` brings a database of its own."
        raise Problem(f"The database cannot be reached: {why}{advice}") from None


def _attach() -> None:
    """Use the running marketplace's own settings when none are given."""
    if "DATABASE_URL" not in os.environ:
        from reprise.cli.environment import running_environment

        os.environ.update(running_environment(os.environ))


_COMMANDS = {
    "run": _run,
    "migrate": _migrate,
    "demo": _demo,
    "check-books": _check_books,
    "check-settings": _check_settings,
    "rebuild": _rebuild,
    "fields": _fields,
    "recipients": _recipients,
    "sweep": _sweep,
}
