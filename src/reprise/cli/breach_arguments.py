"""What `reprise breach` takes."""

from __future__ import annotations

import argparse

from reprise.law.eu.breach import Risk, Spared
from reprise.privacy.states import DESCRIBING, BreachKind, Scope


def declare(parser: argparse.ArgumentParser) -> None:
    """The verbs and what each of them takes."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    enter = verbs.add_parser("enter", help="count whom it touched, and keep that in the register")
    enter.add_argument("--real", action="store_true", help="it happened; without: a drill")
    enter.add_argument(
        "--kind", action="append", required=True, choices=[each.value for each in BreachKind]
    )
    enter.add_argument(
        "--holding", action="append", required=True, help="a code of docs/reference/ends.md"
    )
    enter.add_argument("--aware", required=True, help="2026-03-02T18:30+01:00, when it was known")
    enter.add_argument("--from", dest="begun", required=True, help="when it began")
    enter.add_argument("--until", dest="ended", required=True, help="when it ended")
    enter.add_argument(
        "--scope", choices=[each.value for each in Scope], default=Scope.STORED.value,
        help="all that was there when it ended, what came while it lasted, or certain orders",
    )  # fmt: skip
    enter.add_argument("--risk", choices=[each.value for each in Risk], required=True)
    enter.add_argument("--happened", default="", help="what happened, in words that name nobody")
    verbs.add_parser("list", help="every breach and drill, the newest first")
    show = verbs.add_parser("show", help="its clock and numbers, and what the law decides")
    evidence = verbs.add_parser("evidence", help="its entry in the register, sealed, as JSON")
    describe = verbs.add_parser("describe", help="what is known of it, in words that name nobody")
    for each in DESCRIBING:
        describe.add_argument(f"--{each.value}", default="")
    judge = verbs.add_parser("judge", help="judge the risk again; what was judged before stays")
    judge.add_argument("--risk", choices=[each.value for each in Risk], required=True)
    judge.add_argument("--spared", choices=[each.value for each in Spared])
    told = verbs.add_parser("told", help="write down when the authority or the people were told")
    told.add_argument("who", choices=["authority", "persons"])
    told.add_argument("--at", required=True, help="2026-03-02T18:30+01:00")
    told.add_argument("--why", default="", help="why not within the 72 hours; or how")
    draft = verbs.add_parser("draft", help="the text to the authority or to the people")
    draft.add_argument("who", choices=["authority", "persons"])
    addresses = verbs.add_parser(
        "addresses", help="whom to tell, as CSV; that it was read is written down"
    )
    close = verbs.add_parser("close", help="everybody who is to be told has been")
    strike = verbs.add_parser(
        "strike", help="ask for words to be taken out that lead to somebody, or agree to that"
    )
    answer = strike.add_mutually_exclusive_group(required=True)
    answer.add_argument("--why", default="", help="why they are to go, in words that name nobody")
    answer.add_argument("--agree", type=int, help="the number of the act that asks for it")
    for verb in (enter, judge):
        verb.add_argument("--why", required=True, help="why the risk is judged so")
    for verb in (show, evidence, describe, judge, told, draft, addresses, close, strike):
        verb.add_argument("reference", help="B-7K3F9Q2M")
    strike.add_argument("act", type=int, help="its number")
    for verb in (enter, evidence, describe, judge, told, addresses, close, strike):
        verb.add_argument("--by", required=True, help="the address of a supervisor's account")
    for verb in (show, draft):
        verb.add_argument("--lang", choices=["en", "fr", "nl", "de"], default="en")
    for verb in (enter, addresses):
        verb.add_argument("--orders", default="", help="a file with a reference a line")
