"""`reprise law`: the provisions, and what one of them decides on facts of your own."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.law import reading, registry, speech, table
from reprise.law.provision import NotInForce, Provision


def law(given: argparse.Namespace) -> int:
    """Run one verb; the exit code.  Raises Problem for what a person did wrong."""
    verbs: dict[str, Callable[[argparse.Namespace], str]] = {
        "list": lambda _: "\n".join(_line(each) for each in registry.provisions()),
        "table": lambda _: table.markdown(),
        "explain": _explain,
    }
    print(verbs[given.verb](given))
    return 0


def _line(provision: Provision) -> str:
    verified = "verified" if provision.verified else "NOT VERIFIED"
    rules = " ".join(provision.rules)
    return f"{provision.key:34} {provision.title.en}  [{rules}]  {verified}"


def _explain(given: argparse.Namespace) -> str:
    try:
        provision = registry.named(given.provision)
    except registry.UnknownProvision as problem:
        raise Problem(str(problem)) from None
    try:
        facts = reading.facts_of(provision, reading.load(text_of(given.facts)))
        decision = provision.decide(facts)
    except reading.FactsRefused as problem:
        raise Problem("the facts do not fit:\n  " + "\n  ".join(problem.problems)) from None
    except OverflowError as problem:
        raise Problem(f"these facts lead out of the calendar: {problem}") from None
    except (NotInForce, ValueError) as problem:
        raise Problem(str(problem)) from None
    fields = [
        f"{name}: {value}" for name, value in reading.plain(decision).items() if name != "basis"
    ]
    title = speech.written(provision.title, given.lang)
    return "\n".join([title, "", *speech.explain(decision, given.lang), "", *fields])
