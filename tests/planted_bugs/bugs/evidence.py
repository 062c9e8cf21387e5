"""What is handed out as evidence (0052): the shape, the check, the badge, and each file."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

SHAPE = "kernel/evidence.py"
SHAPED = "kernel/test_evidence.py"
FORMATS = "cli/formats.py"
CHECKED = "cli/test_evidence.py"
HERE = "cli/evidence_here.py"
FILES = "web/staff/test_evidence.py"
PRIVACY = "privacy/evidence.py"

BUGS = (
    # The shape
    Bug("a part that was changed is named", SHAPE,
        'or document["digests"].get(name) != digest(parts[name])', "", SHAPED),
    Bug("an entry stands where it says", SHAPE, 'if entry["no"] != number:', "if False:", SHAPED),
    Bug("an entry that was changed is named", SHAPE,
        'if entry["hash"] != _hash(entry):', "if False:", SHAPED),
    Bug("each entry is bound to the one before", SHAPE,
        'if entry["previous"] != previous:', "if False:", SHAPED),
    Bug("the entries are bound to what their file is about", SHAPE,
        '    previous = digest(document["digests"])\n',
        '    previous = document["entries"][0]["previous"] if document["entries"] else ""\n',
        SHAPED),
    Bug("the end says how many entries there are", SHAPE,
        'if document["end"] != end:', "if False:", SHAPED),
    Bug("the seal is checked", SHAPE, "if document[SEAL] != seal(document):", "if False:", SHAPED),
    Bug("of an earlier copy nothing is gone or elsewhere", SHAPE,
        "if not any(each == facts for each in there):",
        'if facts not in [facts_of(each) for each in later["entries"]]:', SHAPED),
    Bug("a name stands once in an object", SHAPE, "if len(found) != len(pairs):", "if False:",
        f"{CHECKED} orders/test_evidence.py"),
    # The check
    Bug("a file is as it was handed out, byte for byte", FORMATS,
        "    if written in ways:\n", "    if True:\n", CHECKED),
    Bug("a version that is not known is not right", FORMATS,
        "if found and int(found[2]) in versions:", "if found and versions:", CHECKED),
    Bug("what was handed out in an older version is checked", FORMATS,
        "    if document[evidence.SEAL] != evidence.seal(document):\n", "    if False:\n", CHECKED),
    Bug("the log in an order's file is checked", FORMATS,
        'inside = [f"In its log: {each}" for each in log.problems]', "inside: list[str] = []",
        FILES),
    Bug("the log in an order's file is this order's, whole", FORMATS,
        'if document["log"]["order"] != document["order"]["reference"]', "if False", FILES),
    Bug("tampering ends with 1", "cli/evidence.py",
        "    if problems:\n        return 1\n", "", CHECKED),
    # Beside the database
    Bug("a part that was made anew is not what the rows say", HERE,
        'problems += _differing(document, here, parts - {"log"})', "pass", FILES),
    Bug("a step that was made anew is not what the rows say", HERE,
        'if here["steps"][number - 1 : number] != [step]:', "if False:", CHECKED),
    Bug("what no chain covers is compared with the rows", HERE,
        "    problems += _differing(then, now, (set(then) | set(now)) - gone)\n", "", CHECKED),
    Bug("a file is known by the seal that it was handed out with", HERE,
        "    if look is not None:\n", "    if False:\n", FILES),
    # Handing out
    Bug("a file that is handed out is a look with its seal", "web/staff/views/evidence.py",
        "looked(request, page, subject, *subject_ids, seal=document[SEAL])",
        "looked(request, page, subject, *subject_ids)", FILES),
    Bug("no two copies have one seal", "audit/evidence.py", '"copy": uuid4().hex', '"copy": ""',
        FILES),
    Bug("what sellers were asked to delete tells of its buyers", "web/staff/views/evidence.py",
        "Page.COPIES_FILE, Subject.ORDER, orders)", "Page.COPIES_FILE, Subject.ORDER, orders[:0])",
        FILES),
    Bug("who stops a partner says why", "web/staff/views/consent.py",
        'code(request.POST.get("reason", ""), StopReason, NoReason)', "StopReason.UNUSED", FILES),
    Bug("the audits before the last one stay (S39)", "consent/actions/configuring.py",
        "    _note_audit(row, staff_id, now)\n    end_change(now)", "    end_change(now)", FILES),
    Bug("who stopped a partner is noted", "consent/actions/configuring.py",
        "    _note(row, PartnerVerb.STOPPED, staff_id, now, reason=reason.value)\n", "", FILES),
    Bug("what was done with a partner is not rewritten", "config/grants.py",
        '        "consent_partneract",\n', "", FILES),
    Bug("when staff decided about a night is noted", "privacy/actions/nights.py",
        'rows.update(found, ["state", "staff_id", "badge", "decided_at"])',
        'rows.update(found, ["state", "staff_id", "badge"])', FILES),
    Bug("why a night waited is noted", "privacy/actions/nights.py",
        "BrakeCause.LATE if late else BrakeCause.MANY", "BrakeCause.MANY",
        "privacy/test_nights.py"),
    Bug("an order's file has the looks at it", PRIVACY,
        "_in_turn(_acts(acts), _looks(order_id), ", "_in_turn(_acts(acts), ", FILES),
    Bug("a request's file has the sellers that were told (art. 19)", PRIVACY,
        "_in_turn(_letters(request.id), _acts(acts), _told(copies)))",
        "_in_turn(_letters(request.id), _acts(acts)))", FILES),
    Bug("a request's file has the letters that staff entered", PRIVACY,
        "_in_turn(_letters(request.id), _acts(acts), _told(copies)))",
        "_in_turn(_acts(acts), _told(copies)))", "privacy/test_asking.py"),
    # Who acted
    Bug("a badge is nobody else's", "config/grants.py", '        "audit_badge",\n', "",
        "audit/test_badges.py"),
    Bug("an act bears the badge of who did it", "privacy/actions/acting.py",
        'badge=badges[each.actor.staff_id] if each.actor.staff_id else ""', 'badge=""',
        "privacy/test_journal.py"),
    Bug("whoever opens the archive does so under a badge", "privacy/actions/opening.py",
        "            badge_of(actor.staff_id, now)", "            pass", "privacy/test_archive.py"),
    Bug("the journal has the badge", "privacy/actions/journal.py",
        "        badge=act.badge,\n", "", "privacy/test_journal.py"),
    Bug("after a backup an act bears who did it", "privacy/actions/journal.py",
        "by = line.by if line.by and", "by = line.by if False and", "privacy/test_journal.py"),
    Bug("whoever acts in the staff room has a badge", "web/staff/views/base.py",
        "                    audit.badge_of(user.id, clock.now())", "                    pass",
        "web/staff/test_requests.py"),
)  # fmt: skip
