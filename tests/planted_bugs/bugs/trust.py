"""What whoever has the running role cannot destroy, and the brake of every clock."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

ENDED = "sellers/migrations/0006_ended_by_functions.py"
ENDED_TESTS = "sellers/test_ended_by_functions.py"
HEARD = "outbox/migrations/0011_who_listens.py"
HEARD_TESTS = "outbox/test_forgetting.py"
NIGHTS, SWEEPS, BRAKE = "privacy/actions/nights.py", "wiring/sweeps.py", "privacy/actions/brake.py"
BRAKE_TESTS = "wiring/test_brake.py"

BUGS = (
    # The end of a contract
    Bug("no contract ends long ago (0055)", ENDED,
        "(on_day < today - 32 OR on_day > today + 1)", "on_day > today + 1", ENDED_TESTS),
    Bug("no contract ends in a year (0055)", ENDED,
        "(on_day < today - 32 OR on_day > today + 1)", "on_day < today - 32", ENDED_TESTS),
    Bug("no contract ends on no day (0055)", ENDED,
        "    IF on_day IS NULL\n    OR asks", "    IF asks", ENDED_TESTS),
    Bug("who takes the running role is held to it (0055)", ENDED,
        "    OR asks <> current_user AND", "    OR session_user <> current_user AND", ENDED_TESTS),
    Bug("the last day is said once (0055)", ENDED,
        "WHERE id = of_seller AND ended_on IS NULL;", "WHERE id = of_seller;", ENDED_TESTS),
    Bug("of whom something has left does not sell again, whoever asks (0055)", ENDED,
        "WHERE t.seller_id = of_seller AND t.email = '')", "WHERE false)", ENDED_TESTS),
    Bug("PostgreSQL notes when a contract ended (0055)", ENDED,
        "VALUES (entry, of_seller, on_day, clock_timestamp(), asks)",
        "VALUES (entry, of_seller, on_day, on_day, asks)", ENDED_TESTS),
    Bug("only functions say when a contract ended (0055)", "sellers/models.py",
        '    MUTABLE = ("language", "active")', '    MUTABLE = ("language", "active", "ended_on")',
        ENDED_TESTS),
    Bug("nobody notes an end without one (0055)", "config/grants.py",
        '"outbox_hearing", "sellers_ending"})', '"outbox_hearing"})', ENDED_TESTS),
    # What is held of a seller
    Bug("nothing of a seller leaves by the caller's day (0055)", ENDED,
        """           AND s.ended_on + interval '6 months'
               < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date))
$$""", """           AND s.ended_on + interval '6 months' < today)
$$""", ENDED_TESTS),
    Bug("nobody's access leaves while its seller sells (0055)", ENDED,
        "     WHERE m.seller_id = of_seller AND public.sellers_is_over(of_seller, today);",
        "     WHERE m.seller_id = of_seller;", ENDED_TESTS),
    Bug("no payment account leaves while its seller sells (0055)", ENDED,
        "     WHERE a.seller_id = of_seller AND public.sellers_is_over(of_seller, today);",
        "     WHERE a.seller_id = of_seller;", ENDED_TESTS),
    Bug("no identity leaves while its seller sells (0055)", ENDED,
        " WHERE t.id = of_trader AND public.sellers_is_over(t.seller_id, today);",
        " WHERE t.id = of_trader;", ENDED_TESTS),
    Bug("a name is the last that leaves (0055)", ENDED,
        "                        WHERE t.seller_id = of_seller AND t.legal_name <> '');",
        "                        WHERE false);", ENDED_TESTS),
    Bug("nobody rewrites who a seller was (0055)", "config/grants.py",
        '        "sellers_trader",\n', "", ENDED_TESTS),
    Bug("nobody deletes who acted for a seller (0055)", "sellers/models.py",
        '    MUTABLE = ("role",)\n', "", ENDED_TESTS),
    Bug("after a backup the owner does it again (0055)", "cli/privacy.py",
        "        if not isinstance(refused.__cause__, InsufficientPrivilege):\n            raise\n",
        "        raise\n", "privacy/test_journal.py"),
    # Events and searches
    Bug("who listens nobody else says (0055)", HEARD,
        "WHERE h.kind = e.kind AND NOT EXISTS (", "WHERE false AND NOT EXISTS (", HEARD_TESTS),
    Bug("another's note is none of a listener's (0055)", HEARD,
        "WHERE d.event_id = e.id AND d.listener = h.listener))", "WHERE d.event_id = e.id))",
        HEARD_TESTS),
    Bug("an event is as old as PostgreSQL says (0055)", HEARD,
        "           AND e.written_at < clock_timestamp() - interval '13 months'\n", "",
        HEARD_TESTS),
    Bug("nobody says when an event was written (0055)", "outbox/models.py",
        '    SAYS = ("id", "kind", "payload", "at")\n', "", HEARD_TESTS),
    Bug("nobody writes who listens (0055)", "config/grants.py",
        '"django_migrations", "outbox_hearing",', '"django_migrations",', HEARD_TESTS),
    Bug("where nobody listens nothing leaves (0055)", HEARD,
        "    IF NOT EXISTS (SELECT FROM public.outbox_hearing) THEN", "    IF false THEN",
        HEARD_TESTS),
    Bug("who listens no more is not waited for (0055)", "outbox/hearing.py",
        "DELETE FROM outbox_hearing h WHERE NOT EXISTS (",
        "DELETE FROM outbox_hearing h WHERE false AND NOT EXISTS (", HEARD_TESTS),
    Bug("a wrong clock forgets no search (0055)", "audit/migrations/0008_forget_sought.py",
        "< least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)", "< today",
        "audit/test_forgetting.py"),
    # The brake
    Bug("two clocks have to agree (0055)", BRAKE,
        "    if abs(now - _postgresql_now()) > APART:", "    if False:", BRAKE_TESTS),
    Bug("a clock that is behind is wrong as well (0055)", BRAKE,
        "abs(now - _postgresql_now())", "now - _postgresql_now()", BRAKE_TESTS),
    Bug("where both are wrong the last night tells (0055)", BRAKE,
        "    if is_late(now.date()):", "    if False:", BRAKE_TESTS),
    Bug("a late night with nothing to do is no sign (0055)", NIGHTS,
        "        _brake(SWEEPS, 0, today, BrakeCause.LATE)\n        ran.waiting[SWEEPS] = 0\n",
        "        pass\n", BRAKE_TESTS),
    Bug("staff let a late night go on (0055)", NIGHTS,
        "state=BrakeState.RELEASED.value, cause=BrakeCause.LATE.value,",
        'state="nobody", cause=BrakeCause.LATE.value,', BRAKE_TESTS),
    Bug("whatever ends something has a brake (0055)", SWEEPS,
        "frozenset({*FORGETTING, asked_erasures, empty_keys})",
        "frozenset({*FORGETTING, empty_keys})", BRAKE_TESTS),
    Bug("the brake stops what lets go (0055)", SWEEPS,
        "if waits and sweep in BRAKED:", "if False:", BRAKE_TESTS),
    Bug("the brake stops nothing else (0055)", SWEEPS,
        "if waits and sweep in BRAKED:", "if waits:", BRAKE_TESTS),
    Bug("a dry run knows the brake (0055)", SWEEPS,
        "    if stopped(now):\n        return {sweep", "    if False:\n        return {sweep",
        BRAKE_TESTS),
    Bug("the journal knows the brake (0055)", "privacy/actions/journal.py",
        "    if not brake.stops(now):\n", "    if True:\n", BRAKE_TESTS),
)  # fmt: skip
