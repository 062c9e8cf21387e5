"""What whoever has the running role writes does not destroy by being believed (decision 0062)."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

ARCHIVE_TESTS, LEAVE = "privacy/test_archive.py", "privacy/migrations/0023_account_leaves.py"
HOLDING, UNTOLD = "privacy/actions/holding.py", "privacy/test_untold.py"
SETTLING = "privacy/actions/settling.py"
AGAIN, AGAIN_TESTS = "privacy/actions/ended_again.py", "privacy/test_ended_again.py"

BUGS = (
    # Whose contract a journal ends again
    Bug("no contract ends again on nobody's word (0062)", AGAIN,
        "(each.wrong or each.seller_id not in ended)", "each.wrong", AGAIN_TESTS),
    Bug("nor on anybody's on a day that cannot be (0062)", AGAIN,
        "(each.wrong or each.seller_id not in ended)", "each.seller_id not in ended", AGAIN_TESTS),
    Bug("what left tells of an end as well (0062)", AGAIN,
        "line.verb != Verb.ERASED.value or line.holding not in ending.OF_SELLERS", "True",
        AGAIN_TESTS),
    Bug("an end is not older than the backup (0062)", AGAIN,
        "if on < since - LATE - APART:", "if False:", AGAIN_TESTS),
    Bug("an act is not older than the backup (0062)", AGAIN,
        "if not since - APART <= entered <=", "if not entered <=", AGAIN_TESTS),
    Bug("nor is it of a day to come (0062)", AGAIN,
        "<= entered <= today + APART", "<= entered", AGAIN_TESTS),
    Bug("nor before its last order (0062)", AGAIN,
        "if last is not None and on < last.placed_at.date():", "if False:", AGAIN_TESTS),
    Bug("nor that of the own shop (0062)", AGAIN, "if seller.is_operator:", "if False:",
        AGAIN_TESTS),
    Bug("a backup without a night is of today (0062)", AGAIN,
        ".first() or now.date()", ".first() or date(1970, 1, 1)", AGAIN_TESTS),
    Bug("a night of the future is none (0062)", AGAIN,
        "Night.objects.filter(day__lte=now.date())", "Night.objects.all()", AGAIN_TESTS),
    Bug("of whom it is said that it runs, it runs (0062)", "privacy/actions/journal.py",
        "if ended_again.seller_of(line) in not_ended:", "if False:", AGAIN_TESTS),
    Bug("a dry run names each contract that would end (0062)", "cli/privacy.py",
        '"; ".join([said, *(str(end) for end in ended_again.ends(lines, clock.now()))])', "said",
        AGAIN_TESTS),
    Bug("a dry run takes no word (0062)", "cli/arguments.py",
        "given.dry_run and (given.ended or given.not_ended)", "False", "cli/test_arguments.py"),
    # Whose a row of the archive is
    Bug("nobody takes a held account off the archive (0062)", LEAVE,
        "AND (account = of_account OR user_id = of_user)", "AND user_id = of_user",
        ARCHIVE_TESTS),
    Bug("nor one whose hold no key knows (0062)", LEAVE,
        "AND (account = of_account OR user_id = of_user)", "AND account = of_account",
        ARCHIVE_TESTS),
    Bug("nor in the days after it was lifted (0062)", LEAVE,
        "(holds_until IS NULL OR holds_until > clock_timestamp())", "holds_until IS NULL",
        ARCHIVE_TESTS),
    Bug("nobody else's account is taken off (0062)", LEAVE,
        "     WHERE account = of_account;", "     WHERE account IS NOT NULL;", ARCHIVE_TESTS),
    Bug("nobody changes a row of the archive (0062)", "config/grants.py",
        'return {"SELECT": _columns(table, but=SEALED[table]), "INSERT": ()}',
        'return {"SELECT": _columns(table, but=SEALED[table]), "INSERT": (), "UPDATE": ()}',
        ARCHIVE_TESTS),
    # Whether a person may be told is settled
    Bug("what is unsettled has a last day (0062)", HOLDING,
        "        telling = Telling(Untold.UNSETTLED, now.date() + SETTLED_WITHIN)\n",
        "        telling = Telling(Untold.UNSETTLED, now.date() + REVIEWED_WITHIN)\n", UNTOLD),
    Bug("nobody chooses a later one (0062)", HOLDING,
        "within = SETTLED_WITHIN if telling.why is Untold.UNSETTLED else REVIEWED_WITHIN",
        "within = REVIEWED_WITHIN", UNTOLD),
    Bug("nor leaves it unsettled again (0062)", HOLDING,
        "        if telling.why is Untold.UNSETTLED:\n            raise ToBeSettled\n", "", UNTOLD),
    Bug("what is forbidden has a last day too (0062)", HOLDING,
        "wrong = telling.until is None or not", "wrong = telling.until is not None and not",
        UNTOLD),
    Bug("PostgreSQL knows no silence without an end (0062)", "privacy/migrations/0024_settled.py",
        ", untold_until__isnull=False)", ")", UNTOLD),
    Bug("what is forbidden from the beginning is after a backup too (0062)", HOLDING,
        "        if telling.why is Untold.FORBIDDEN:\n            note_telling(made, actor, now)\n",
        "", UNTOLD),
    Bug("staff are reminded of each last day once (0062)", SETTLING,
        "if (str(fact.hold_id), fact.last_day) not in said]", "]", UNTOLD),
    Bug("not of what may be told (0062)", "wiring/hold_letters.py",
        'settled = what == "settle" and', "settled = False and", UNTOLD),
    Bug("also of what was lifted (0062)", SETTLING,
        "Hold.objects.filter(untold_until", "Hold.objects.filter(lifted_at=None, untold_until",
        UNTOLD),
    Bug("the room counts what is told soon (0062)", "privacy/held.py",
        'filter=ends & ~Q(untold_why="")', "filter=~Q(untold_why=\"\")", UNTOLD),
)  # fmt: skip
