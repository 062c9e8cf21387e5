"""The `reprise` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code.  What a person did wrong is one sentence on stderr."""
    from reprise.cli.arguments import parsed

    given = parsed(arguments)

    from reprise.cli.errors import Problem
    from reprise.kernel.refusal import Refusal

    try:
        if given.command == "staff":
            return _staff(given)
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


def _staff(given: argparse.Namespace) -> int:
    _attach()
    _django()
    from reprise.cli import staff

    if given.verb == "list":
        staff.show()
    elif given.verb == "add":
        staff.add(given.email, given.supervisor)
    else:
        staff.remove(given.email)
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
    if given.verb == "night":
        _attach()
        _django()
        from reprise.cli.nights import night

        return night(dry=given.dry_run)
    from reprise.cli.attach import attached

    with attached(os.environ) as alone:
        # What is done again after a backup is older than the running role may say (decision 0055).
        _as_owner()
        if alone:
            from reprise.cli.migrate import migrate

            migrate()
        from reprise.cli import privacy

        if given.begin_journal:
            print(privacy.begin())
        elif given.dry_run:
            print(privacy.look())
        else:
            print(privacy.catch_up(given.ended, given.not_ended))
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
    """Use the running marketplace's own settings, unless others are given."""
    from reprise.cli.attach import attach

    attach(os.environ)


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
