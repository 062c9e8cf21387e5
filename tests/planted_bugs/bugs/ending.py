"""What leaves in its time: numbers of orders, what is held of sellers, events; and the list."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

RULES = "privacy/ending.py"
SOLD = "privacy/retention/sold.py"
TRADERS = "privacy/retention/traders.py"
END_SQL = "privacy/migrations/0016_ends.py"
END_ORDER = "privacy/migrations/0018_still_held.py"
SOLD_TESTS, TRADER_TESTS = "privacy/test_sold.py", "privacy/test_traders.py"
CONTRACTS, CONTRACT_TESTS = "privacy/actions/contracts.py", "privacy/test_contracts.py"
JOURNAL, JOURNAL_TESTS = "privacy/actions/journal.py", "privacy/test_journal.py"

BUGS = (
    # The list
    Bug("whatever ends is carried out by something (0051)", "privacy/ends.py",
        '        "public.discovery_sale": _row("sweep stale_sales"),\n', "",
        "privacy/test_ends.py"),
    Bug("what carries an end out is a clock that is there (0051)", "wiring/sweeps.py",
        "done_jobs, stale_events, stale_looks, stale_sales, empty_keys",
        "done_jobs, stale_looks, stale_sales, empty_keys", "privacy/test_ends.py"),
    Bug("what is said to be deleted is (0051)", "discovery/actions/counts.py",
        "Sale.objects.filter(at__lt=now - timedelta(days=days + 1)).delete()[0]", "0",
        "privacy/test_ends.py"),
    Bug("nothing stays for good because of a contract (0051)", "privacy/holdings.py",
        "    kept=(french.ACCOUNTS, DISPUTES),\n    leaves=Leaves.RETENTION,",
        "    kept=(french.ACCOUNTS, DISPUTES),\n    leaves=Leaves.STAYS,",
        "privacy/test_ends.py"),
    # How long
    Bug("the accounts count from the end of the year (0051)", RULES,
        "date(moved.year, *YEAR_ENDS)", "moved", "privacy/test_ending.py"),
    Bug("the last day of what is left counts (0051)", RULES,
        "return today > self.day", "return today >= self.day", "privacy/test_ending.py"),
    Bug("a buyer's proof keeps all of a seller (0051)", RULES,
        "if facts.proved or not gone.delete:", "if not gone.delete:", TRADER_TESTS),
    Bug("the tax report keeps where the money went (0051)", RULES,
        "    return max(six_months, Until(reported.at_least, reported.basis),",
        "    return min(six_months, Until(reported.at_least, reported.basis),",
        "privacy/test_ending.py"),
    # Numbers
    Bug("parcels lose their numbers with the name (0051)", "privacy/actions/contacts.py",
        "privacy_forget_devices(%(order)s) + privacy_forget_parcels(%(order)s)",
        "privacy_forget_devices(%(order)s)", SOLD_TESTS),
    Bug("no parcel loses its number while somebody is named (0051)", END_SQL,
        """    OR EXISTS (SELECT FROM public.privacy_archived WHERE order_id = of_order) THEN
        RETURN 0;""", """    THEN
        RETURN 0;""", SOLD_TESTS),
    Bug("a scan's number is the carrier's too (0051)", END_SQL,
        "SET tracking = '', event_id = id::text", "SET tracking = ''", SOLD_TESTS),
    Bug("a wrong clock ends no order (0051)", END_ORDER,
        "extract(year FROM least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)))",
        "extract(year FROM today))", SOLD_TESTS),
    Bug("a held order keeps its numbers (0051)", END_ORDER,
        "AND (holds_until IS NULL OR holds_until > clock_timestamp())", "AND false", SOLD_TESTS),
    Bug("an order is looked at again when it is its turn (0051)", SOLD,
        "if found is None or busy([due.subject]) or now.date() <= _until(found):",
        "if found is None or now.date() <= _until(found):", SOLD_TESTS),
    Bug("an order loses its own number too (0051)", END_ORDER,
        "    UPDATE public.orders_order SET reference = nameless\n"
        "     WHERE id = of_order AND reference NOT LIKE 'N-%';\n", "", SOLD_TESTS),
    Bug("a notice keeps no number of the provider's (0051)", END_ORDER,
        "SET provider_ref = '', event_id = id::text\n     WHERE reference",
        "SET event_id = id::text\n     WHERE reference", SOLD_TESTS),
    # Books and evidence
    Bug("the provider's books know what has left in time (0051)", "books/provider.py",
        "ours.pop(ref, None) or forgotten.get(row.reference)", "ours.pop(ref, None)", SOLD_TESTS),
    Bug("only what ended is forgotten at the provider (0051)", "books/provider.py",
        "if payment.reference in ended}", "}", SOLD_TESTS),
    Bug("the chains know what has left in time (0051)", "books/proof.py",
        "if parted & {order.id, *(each.trader_id for each in order.seller_orders.all())}:",
        "if False:", SOLD_TESTS),
    Bug("nothing has left that no act tells of (0051)", "books/proof.py",
        "if parted & {order.id, *(each.trader_id for each in order.seller_orders.all())}:",
        "if order.is_nameless:", SOLD_TESTS),
    Bug("evidence says that something agreed was forgotten (0051)", "orders/evidence.py",
        "return order.is_nameless or any(each.has_left for each in said)", "return False",
        f"{SOLD_TESTS} {TRADER_TESTS}"),
    # Sellers
    Bug("a held order keeps whom it names (0051)", TRADERS,
        "h.order_id = c.order_id AND h.holds_until IS NULL", "false", TRADER_TESTS),
    Bug("an order's proof keeps accounts and people as well (0051)", TRADERS,
        "   AND NOT EXISTS (SELECT FROM orders_sellerorder c WHERE c.seller_id = s.id AND"
        " {_PROVES})\n", "", TRADER_TESTS),
    Bug("nobody's access leaves while something is being held (0051)", TRADERS,
        """            nobody_holds_back()
            sellers.lock(due.subject)
            over = [
                sellers.forget_members""", """            sellers.lock(due.subject)
            over = [
                sellers.forget_members""", TRADER_TESTS),
    Bug("a slip of the pen ends nothing long ago (0051)", "orders/actions/parting.py",
        "        if on < now.date() - LATE:\n            raise EndedLongAgo\n", "",
        "orders/test_parting.py"),
    Bug("whoever ends a contract is a supervisor (0051)", "web/staff/views/sellers.py",
        "@supervisors_freshly\ndef ending", "@room\ndef ending", "web/staff/test_contract.py"),
    Bug("the operator's own shop does not end (0051)", CONTRACTS,
        "    if seller.is_operator:\n        raise OwnShop\n", "", CONTRACT_TESTS),
    Bug("no contract ends while money is on its way (0051)", CONTRACTS,
        "if any(causes & _MONEY for causes in busy(set(sold)).values()):", "if False:",
        CONTRACT_TESTS),
    Bug("no contract ends while copies are to be deleted (0051)", CONTRACTS,
        "if SellerCopy.objects.filter(seller_id=seller_id, confirmed_at__isnull=True).exists():",
        "if False:", CONTRACT_TESTS),
    Bug("who ended a contract is written down (0051)", CONTRACTS,
        "    _note(seller_id, Verb.ENDED, actor, now, reason=before, until=on)\n", "",
        CONTRACT_TESTS),
    Bug("of whom anything has left does not come back (0051)", CONTRACTS,
        "    if has_left(seller_id):\n", "    if False:\n", CONTRACT_TESTS),
    Bug("for whom nobody acts does not come back (0051)", "sellers/actions.py",
        "    if not Member.objects.filter(seller=seller).exists():\n", "    if False:\n",
        CONTRACT_TESTS),
    Bug("who was stopped before stays stopped (0051)", CONTRACTS,
        "active=before != STOPPED", "active=True", CONTRACT_TESTS),
    Bug("a wrong clock takes no payment account (0051)",
        "sellers/migrations/0005_contracts_end.py",
        "least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)", "today", TRADER_TESTS),
    Bug("what the accounts need of a seller stays (0051)", "privacy/actions/ending.py",
        "        sellers.forget_contact(subject)\n", "        sellers.forget_identity(subject)\n",
        TRADER_TESTS),
    Bug("who has left does not come back (0051)", "sellers/actions.py",
        "    if any(not each.email for each in Trader.objects.filter(seller=seller)):",
        "    if False:", TRADER_TESTS),
    Bug("a contract ends when what was sold is settled (0051)", "orders/actions/parting.py",
        "if Line.objects.filter(seller_id=seller_id).exclude(state__in=finished).exists():",
        "if False:", "orders/test_parting.py"),
    Bug("a seller whose contract has ended is not shown (0051)", "wiring/table.py",
        "    listen(StandingChanged, show_who_sells)\n", "", "orders/test_parting.py"),
    Bug("a seller has its name for six months (0051)", "privacy/retention/traders.py",
        " if name_until(ended).is_over(today)\n", "\n", TRADER_TESTS),
    # Events and looks
    Bug("what somebody has still to hear stays (0051)", "outbox/migrations/0009_forget.py",
        ">= coalesce(told.number, 0)", ">= 0", "outbox/test_forgetting.py"),
    Bug("a wrong clock forgets no look (0051)", "audit/migrations/0007_forget.py",
        "least(before, clock_timestamp() - interval '60 months')", "before",
        "audit/test_forgetting.py"),
    # By hand
    Bug("a dry run touches nothing (0051)", "wiring/sweeps.py",
        "            transaction.set_rollback(True)\n", "", "cli/test_nights.py"),
    Bug("what left is counted by what became of it (0051)", "privacy/actions/nights.py",
        "            ran.fates[each.holding, due.fate] += 1\n", "", "cli/test_nights.py"),
    Bug("what could not leave is told (0051)", "privacy/actions/nights.py",
        "        ran.failed += 1\n        log.exception", "        log.exception",
        "cli/test_nights.py"),
    # After a backup
    Bug("what was left of orders is taken out again (0051)", "privacy/actions/journal.py",
        "        ending.end_order(line.of, now.date())\n", "        pass\n",
        "privacy/test_journal.py"),
    Bug("what was left of sellers is taken out again (0051)", "privacy/actions/journal.py",
        "        ending.end_trader(line.of, Ground(line.basis))\n", "        pass\n",
        "privacy/test_journal.py"),
    Bug("of whom something has left does not sell again (0051)", JOURNAL,
        "    sellers.end_contract(seller.id, plus_months(left, -6) - timedelta(days=1), now)\n", "",
        JOURNAL_TESTS),
    Bug("what did not leave again is told (0051)", JOURNAL,
        "    if not gone:\n", "    if False:\n", JOURNAL_TESTS),
    Bug("the end of a contract is entered again (0051)", JOURNAL,
        "            sellers.end_contract(line.of, line.last_day, now)\n", "            pass\n",
        JOURNAL_TESTS),
)  # fmt: skip
