"""What was lifted is held for some days; who may lift, PostgreSQL says as well (decision 0054)."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

MODEL = "privacy/models/holds.py"
GUARD = "privacy/migrations/0018_still_held.py"
HOLDING = "privacy/actions/holding.py"
STILL, GUARDED = "privacy/test_still_held.py", "privacy/test_hold_guard.py"

BUGS = (
    # The days
    Bug("what was lifted is held for some days (0054)", GUARD,
        "NEW.holds_until := moment + {STILL_HELD};", "NEW.holds_until := moment;", STILL),
    Bug("whoever asks what is held is told of those days (0054)", MODEL,
        "Q(holds_until=None) | Q(holds_until__gt=at)", "Q(holds_until=None)", STILL),
    Bug("a wrong clock of ours ends no hold (0054)", MODEL,
        "Least(Value(now, output_field=models.DateTimeField()), clock)",
        "Value(now, output_field=models.DateTimeField())", STILL),
    Bug("they count as many in PostgreSQL (0054)", GUARD,
        "STILL_HELD = \"interval '7 days'\"", "STILL_HELD = \"interval '6 days'\"", STILL),
    Bug("nothing is dropped in them (0054)", GUARD,
        "(h.holds_until IS NULL OR h.holds_until > clock_timestamp())\n              AND",
        "(h.holds_until IS NULL)\n              AND", STILL),
    Bug("no order loses its number in them (0054)", GUARD,
        "(holds_until IS NULL OR holds_until > clock_timestamp())", "holds_until IS NULL",
        "privacy/test_sold.py"),
    Bug("no seller leaves in them (0054)", "privacy/retention/traders.py",
        "proved = self.proved or not is_free(self.held, at)", "proved = self.proved",
        "privacy/test_traders.py"),
    Bug("nor who acted for it (0054)", "privacy/retention/traders.py",
        "if is_free(held, sooner(now)) and members_until", "if members_until", "privacy/test_traders.py"),
    Bug("what its person ends ends at once (0054)", GUARD,
        "                moment := least(moment, NEW.lifted_at);\n"
        "                NEW.holds_until := moment;",
        "                NEW.holds_until := moment + {STILL_HELD};", STILL),
    Bug("the nights ahead say when it is free (0054)", "privacy/retention/base.py",
        "return held is None or held <= at", "return held is None", STILL),
    Bug("staff see what was lifted and is held (0054)", "privacy/held.py",
        "lifted=Count(\"id\", filter=~stays)", "lifted=Count(\"id\", filter=stays)", STILL),
    Bug("the evidence says until when (0054)", "privacy/evidence.py",
        "        **_lifted(hold),\n", "", STILL),
    # Again
    Bug("it is held again by its own subject (0054)", HOLDING,
        "HoldKind(known.kind), review_on, actor, now, again=hold_id)",
        "HoldKind.GUARANTEE, review_on, actor, now, again=hold_id)", STILL),
    Bug("not when its days are over (0054)", HOLDING,
        "    if not Hold.objects.holding(now).filter(id=hold_id).exists():\n"
        "        raise TooLateToHold\n", "", STILL),
    Bug("whoever lifted it is told that it is held again (0054)", HOLDING,
        "            publish([HeldAgain(made.id, actor.staff_id, again)], at=now)\n",
        "            pass\n", STILL),
    Bug("whoever holds it again has just signed in (0054)", "web/staff/views/privacy_holds.py",
        "@freshly\ndef again", "@room\ndef again", "web/staff/test_holds.py"),
    Bug("every supervisor is told (0054)", "privacy/held.py",
        "if watches or each in {hold.staff_id, *also}}", "if each in {hold.staff_id, *also}}",
        "privacy/test_lifting.py"),
    Bug("who has set it does not agree (0054)", HOLDING,
        "        if known.staff_id == actor.staff_id:\n            raise SetItThemselves\n", "",
        "privacy/test_lifting.py"),
    # PostgreSQL's own
    Bug("nor do they in PostgreSQL (0054)", GUARD,
        "                OR NEW.lifted_by = NEW.staff_id\n", "", GUARDED),
    Bug("who asks and who agrees do so one after the other (0054)", GUARD,
        "                OLD.lifting_by IS NULL\n                OR", "               ", GUARDED),
    Bug("somebody lifts it, not nobody (0054)", GUARD,
        "ELSIF NEW.lifted_by IS NULL OR NEW.lifting_by IS NULL THEN", "ELSIF false THEN",
        GUARDED),
    Bug("nothing was lifted in the past (0054)", GUARD,
        "IF NEW.lifted_at < moment - interval '10 minutes' THEN", "IF false THEN", GUARDED),
    Bug("when it was lifted PostgreSQL says (0054)", GUARD,
        "            NEW.lifted_at := moment;\n", "", GUARDED),
    Bug("what was lifted stays as it is (0054)", GUARD,
        "IF NEW IS DISTINCT FROM OLD THEN", "IF false THEN", GUARDED),
    Bug("who asked is not somebody else afterwards (0054)", GUARD,
        "IS DISTINCT FROM (OLD.lifting_by, OLD.lifting_at, OLD.lifting_why) THEN",
        "IS DISTINCT FROM (NEW.lifting_by, NEW.lifting_at, NEW.lifting_why) THEN", GUARDED),
    Bug("none is put on that is lifted (0054)", GUARD,
        "IF TG_OP = 'INSERT' THEN\n        IF NEW.lifted_at IS NOT NULL",
        "IF TG_OP = 'INSERT' THEN\n        IF false AND NEW.lifted_at IS NOT NULL", GUARDED),
    Bug("until when it holds is not among what the shop writes (0054)", MODEL,
        'MUTABLE = ("review_on", "lifted_at"', 'MUTABLE = ("review_on", "holds_until", "lifted_at"',
        GUARDED),
    Bug("a journal agrees in nobody's place (0054)", "privacy/actions/journal.py",
        "    elif held.update(review_on=now.date()):\n",
        "    elif held.update(lifted_at=now, lifted_by=now):\n", "privacy/test_journal.py"),
)  # fmt: skip
