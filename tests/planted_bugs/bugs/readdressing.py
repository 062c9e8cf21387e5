"""Two of the staff correct a guest's mistyped e-mail address (decision 0066)."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

ACTION = "privacy/actions/readdressing.py"
ORDERS = "orders/actions/correct.py"
GUARD = "privacy/migrations/0031_proposal.py"
REQUESTERS = "privacy/actions/requesters.py"
VIEW = "web/staff/views/privacy_requests.py"
TESTS = "privacy/test_readdressing.py"
PAGE = "web/staff/test_addresses.py"

BUGS = (
    # Two
    Bug("nobody agrees to their own proposal", ACTION,
        "if proposal.proposed_by == staff_id:", "if False:", TESTS),
    Bug("nor does PostgreSQL let them", GUARD,
        "~models.Q(decided_by=models.F('proposed_by'))", "models.Q(decided_by__isnull=False)",
        TESTS),
    Bug("PostgreSQL lets none be made that is agreed to", GUARD,
        "TG_OP = 'INSERT' AND NEW.state <> 'waiting'", "false", TESTS),
    Bug("the address that somebody has read is not exchanged", GUARD,
        "(OLD.state <> 'waiting' OR NEW.state = 'waiting')", "OLD.state <> 'waiting'", TESTS),
    Bug("what was decided stays so", GUARD,
        "(OLD.state <> 'waiting' OR NEW.state = 'waiting')", "NEW.state = 'waiting'", TESTS),
    Bug("nor is it for what somebody has confirmed", GUARD,
        "r.closed_at IS NULL AND NOT r.proven", "r.closed_at IS NULL", TESTS),
    Bug("or that is closed", GUARD,
        "r.closed_at IS NULL AND NOT r.proven", "NOT r.proven", TESTS),
    Bug("who agrees has read this very proposal", ACTION,
        "id=proposal_id, request_id=request_id, state=", "request_id=request_id, state=", TESTS),
    Bug("of this very request", ACTION,
        "id=proposal_id, request_id=request_id, state=", "id=proposal_id, state=", TESTS),
    Bug("one proposal waits, and another one replaces none", ACTION,
        "            raise ProposedAlready\n", "            return waiting\n", TESTS),
    Bug("it is all done or nothing", ACTION,
        "@transaction.atomic\ndef agree(", "def agree(", TESTS),
    Bug("who proposes has just signed in", VIEW,
        "@freshly\ndef proposal", "@room\ndef proposal", PAGE),
    Bug("who agrees has just signed in", VIEW,
        "@freshly\ndef agreement", "@room\ndef agreement", PAGE),
    Bug("who declines has just signed in", VIEW,
        "@freshly\ndef declining", "@room\ndef declining", PAGE),
    Bug("the page offers nobody to agree with themselves",
        "web/templates/staff/_address.html",
        "{% if waiting.proposed_by == me %}<p", "{% if false %}<p", PAGE),
    # What it is for
    Bug("what its person has confirmed is theirs to say", ACTION,
        "    if request.proven:", "    if False:", TESTS),
    Bug("an account's order is corrected by the account", ORDERS,
        "if contact.buyer_id is not None:", "if False:", TESTS),
    Bug("what was sent is not changed", ORDERS,
        "    if in_state(lines_of(order), *sent):", "    if False:", TESTS),
    Bug("another spelling of an address is no other one", ORDERS,
        "contact.email.casefold() != email.casefold()", "contact.email != email", TESTS),
    Bug("what a dispute needs stays as it is", ACTION,
        "    if is_needed(order_id, now):", "    if False:", TESTS),
    Bug("what holds an order by the old address goes on", ACTION,
        "    following.stay(holding_it, order_id, staff_id, now, request_id)\n", "", TESTS),
    Bug("links of before are over", ORDERS,
        "update(email=email)\n    end_links([order_id])", "update(email=email)", TESTS),
    # What shows it
    Bug("an order without a phone number is shown by no call", ACTION,
        'contact.phone and "phone" not in', '"phone" not in', TESTS),
    Bug("a phone number that was corrected shows nothing", ACTION,
        'contact.phone and "phone" not in corrected', "contact.phone", TESTS),
    Bug("nor does a street that was", ACTION, "    if not corrected & _STREET:", "    if True:",
        TESTS),
    Bug("what nobody paid shows no payer", ACTION,
        "reference=order_id, adopted_at__isnull=False", "reference=order_id", TESTS),
    Bug("who proposes says what can be so", ACTION,
        "    if shown_by not in can_be_shown(order_id):", "    if False:", TESTS),
    Bug("and it is so still when somebody agrees", ACTION,
        "    if ShownBy(proposal.shown_by) not in can_be_shown(order_id):", "    if False:", TESTS),
    # What is known of it
    Bug("that an address was corrected is noted", ACTION, "    note([amended], now)\n", "", TESTS),
    Bug("the new address is written to", ACTION,
        "    publish([OrderReaddressed(order_id, request_id)], at=now)\n", "", TESTS),
    Bug("the evidence names who proposed and who agreed", "privacy/evidence.py",
        "_in_turn(letters, proposed, _acts", "_in_turn(letters, _acts", TESTS),
    Bug("no copy has an address that waits", "privacy/register.py",
        '(_said(held.REQUESTS), "email")', '(_names(held.REQUESTS), "email")', TESTS),
    Bug("a copy has the proposals of its own orders alone", "privacy/access.py",
        'WHERE order_id = ANY(%(orders)s))"\n    ),', 'WHERE true)"\n    ),', TESTS),
    Bug("a breach counts whose address waits", "privacy/touched.py",
        'address="t.email",\n        person="q.person", at="t.proposed_at"',
        'person="q.person", at="t.proposed_at"', TESTS),
    Bug("it leaves when somebody confirms the request", "privacy/actions/asking.py",
        "        requesters.lapse(known.id, now)\n", "        pass\n", TESTS),
    Bug("it leaves with the end of the request", "privacy/actions/asking.py",
        "        requesters.lapse(request.id, now)\n", "        pass\n", TESTS),
    Bug("it leaves when nobody decides it", REQUESTERS,
        "    number += _lapse(Proposal.objects.filter(proposed_at__lt=now - WAITS), now)\n", "",
        TESTS),
)  # fmt: skip
