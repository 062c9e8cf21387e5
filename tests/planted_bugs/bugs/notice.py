"""What a person is told beside their data: grounds, recipients, partners (0058)."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

GROUNDS, LEAVING = "privacy/grounds.py", "privacy/leaving.py"
GROUND_TESTS, RECEIVED = "privacy/test_grounds.py", "web/account/test_received.py"
PAGE_TESTS, SIGHT_TESTS = "web/shop/test_privacy.py", "privacy/test_recipients.py"

BUGS = (
    # Grounds
    Bug("the accounts are a duty and no contract (0058)", GROUNDS,
        "Phase.ACCOUNTS: Ground(OBLIGATION,", "Phase.ACCOUNTS: Ground(CONTRACT,", GROUND_TESTS),
    Bug("no law of another country has contracts kept (0058)", GROUNDS,
        "if countries and FRENCH not in countries:", "if False:", GROUND_TESTS),
    Bug("a small contract is kept for our interest (0058)", GROUNDS,
        "return OBLIGATION if large and country == FRENCH else INTEREST", "return OBLIGATION",
        "privacy/test_rules.py"),
    Bug("what still runs needs no exception (0058)", LEAVING,
        "because=kept.because, basis=RUNS,", "because=kept.because, basis=(CLAIMS,),",
        GROUND_TESTS),
    Bug("what is archived on request says by which exception (0058)", LEAVING,
        "basis=(*stays.basis, grounds.why_not_erased(stays.basis))", "basis=stays.basis",
        GROUND_TESTS),
    # The phone number
    Bug("the seller sees the number that is asked for it (0058)",
        "web/templates/seller/order.html", "{% if contact.phone %}<p>", "{% if false %}<p>",
        SIGHT_TESTS),
    Bug("the carrier is told the number that is asked for it (0058)", "orders/labels.py",
        "        phone=contact.phone,\n", "", SIGHT_TESTS),
    Bug("who is told the number stands in the table (0058)", "privacy/recipients.py",
        "Sight(who=Who.CARRIER, columns=NAME | ADDRESS | PHONE | POINT,",
        "Sight(who=Who.CARRIER, columns=NAME | ADDRESS | POINT,", SIGHT_TESTS),
    # Who received it
    Bug("a seller has received nothing before the sale (0058)", "privacy/handed_on.py",
        'concern="line", to_state=LineState.SOLD.value)\n    firsts',
        'concern="line")\n    firsts', RECEIVED),
    Bug("a name that is not held is not made up (0058)", "privacy/copy.py",
        "else one.name) or None,", "else one.name) or one.who.value,", RECEIVED),
    Bug("a partner that nobody was asked about has received nothing (0058)",
        "privacy/handed_on.py", "if key in asked]", "]", RECEIVED),
    Bug("a copy says where it comes from and who decides (0058)",
        "web/templates/account/copy_file.html", "<p>{{ told.automated_decisions }}</p>\n", "",
        RECEIVED),
    Bug("what shows no values is not called nothing (0058)", "privacy/access.py",
        "return not shown_columns(self.holding)", "return False", RECEIVED),
    Bug("what there is nothing of is one line (0058)", "web/account/views/privacy.py",
        "[each for each in told.held if each.rows]", "told.held", RECEIVED),
    # The privacy page
    Bug("a partner and what it keeps stand on the privacy page (0058)",
        "web/shop/views/pages.py", '"partners": offer.partners,', '"partners": (),', PAGE_TESTS),
    Bug("a choice lasts as many days as are said (0058)", "web/shop/views/pages.py",
        "if tracker is CHOICES:", "if False:", PAGE_TESTS),
    Bug("people read in words what lets a partner take data abroad (0058)",
        "web/templates/account/_rights.html",
        "basis=say.said(say.SAFEGUARDS, one.leaves_europe_by)", "basis=one.leaves_europe_by",
        "web/account/test_received.py"),
)  # fmt: skip
