"""Who looked and who was handed what, words that two take out, and forms that are not lost
(decision 0056)."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

FILES = "web/staff/evidence/test_each_file.py"
ACCESSES = "web/staff/views/accesses.py"
LOOKERS = "web/staff/test_lookers.py"
ACTS = "privacy/actions/striking.py"
ACTED = "privacy/test_breach_words.py"
RECORD = "privacy/breaches.py"
STRIKE = "privacy/migrations/0019_strike_by_two.py"
DESK = "web/account/desk.py"
FORMS = "web/account/kept.py"
KEPT = "web/account/test_kept_forms.py"

BUGS = (
    # Files
    Bug("a breach's file is a look", "web/staff/views/evidence.py",
        "Page.BREACH_FILE, Subject.BREACH, [found.id])", "Page.BREACH_FILE, Subject.BREACH, [])",
        FILES),
    Bug("so is the one that a command prints", "privacy/actions/breaches.py",
        "who.id, Page.BREACH_FILE, Subject.BREACH, [breach.id], now, seal=document[SEAL]",
        'who.id, Page.BREACH_FILE, Subject.BREACH, [], now, seal=document[SEAL]',
        "privacy/test_breaches.py"),
    Bug("that a file was handed out outlives the look", "audit/actions.py",
        "            _hand_out(seal)\n", "            pass\n", FILES),
    Bug("files that were handed out before are known", "audit/migrations/0009_handed_out.py",
        "WHERE look.seal <> ''", "WHERE false", FILES),
    # Who has looked
    Bug("to ask who has looked is a look", ACCESSES,
        "sought(request, Page.LOOKERS, typed, Subject.PERSON, found=len(found))", "pass", LOOKERS),
    Bug("what the answer names is looked at", ACCESSES,
        "looked(request, Page.LOOKERS, subject, *_at(subject, found))", "pass", LOOKERS),
    Bug("whoever asks who has looked has just signed in", ACCESSES,
        "@supervisors_freshly_posted\ndef person(", "@supervisors\ndef person(", LOOKERS),
    Bug("who has looked is for supervisors", "web/staff/views/base.py",
        "return _by_method(view, supervisors(view), supervisors_freshly(view))",
        "return _by_method(view, room(view), freshly(view))", LOOKERS),
    Bug("a supervisor reads also what the person is not told of", "privacy/access.py",
        "FROM audit_look WHERE {_LOOKED}\"", "FROM audit_look WHERE {WAYS['audit_look']}\"",
        LOOKERS),
    Bug("an address leads to what its account has", "privacy/access.py",
        'return Person(User.objects.with_email(email).values_list("id", flat=True).first(), email)',
        "return Person(None, email)", LOOKERS),
    # Words that two take out
    Bug("nobody takes words out alone", ACTS, "        raise NotAlone\n", "        pass\n", ACTED),
    Bug("whoever agrees has read the reason", ACTS,
        "if found is None or found.act.seq != wish:", "if found is None:", ACTED),
    Bug("words are taken out for a reason", ACTS,
        "words, wish = worded(why), breach.wish(seq)", 'words, wish = why, breach.wish(seq)',
        ACTED),
    Bug("two who have reasons of their own do not agree", ACTS,
        "        raise StrikeAsked\n", "        return breach\n", ACTED),
    Bug("a wish ends when words are left in", RECORD,
        "return about[-1] if about and about[-1].verb is BreachVerb.TO_STRIKE else None",
        "return next((each for each in about if each.verb is BreachVerb.TO_STRIKE), None)", ACTED),
    Bug("PostgreSQL keeps the reason of a wish", STRIKE,
        "'measures', 'judged', 'to_strike']", "'measures', 'judged']", ACTED),
    Bug("PostgreSQL has words struck once", STRIKE,
        "condition=models.Q(('verb', 'struck')),", "condition=models.Q(('verb', 'closed')),",
        ACTED),
    Bug("words that wait for a second supervisor are on the start page", "web/staff/views/home.py",
        "breaches.to_strike()", "0", "web/staff/test_breaches.py"),
    # Drafts
    Bug("what was written down stands in the drafts", RECORD,
        "if known and known.words\n", "if False\n", "privacy/test_breaches.py"),
    Bug("no words of staff leave unchecked", RECORD,
        'f"{known.words}\\n{written(say.AS_WRITTEN, language)}"', "known.words",
        "privacy/test_breaches.py"),
    # Forms
    Bug("a form is kept until somebody signs in", DESK,
        "or not kept.worth_keeping(request):", "or True:", KEPT),
    Bug("no secret is kept in a page", FORMS,
        'frozenset({"password", "credential"})', "frozenset[str]()", KEPT),
    Bug("an old token is kept in no page", FORMS,
        "ours = {_CSRF, _STAMP}", "ours = {_STAMP}", KEPT),
    Bug("nothing is repeated that no page of ours has sent", "web/shop/views/errors.py",
        "if not _from_our_page(request) or not kept", "if not kept", KEPT),
    Bug("nothing is repeated that bears no stamp of ours", FORMS,
        "stamp(request.POST) is not None and", "True and", KEPT),
    Bug("a stamp is not invented", FORMS,
        "_signer().unsign(given)", 'given.rsplit(":", 1)[0]', KEPT),
    Bug("what matters is not sent on over a sign-in", FORMS,
        "and not is_by_hand(request)", "and True", KEPT),
    Bug("staff's act that asks once more is done on its page", "web/staff/views/base.py",
        "view(request, at, *arguments, **named)\n\n    return by_hand(guarded)",
        "view(request, at, *arguments, **named)\n\n    return guarded", KEPT),
    Bug("a buyer's act that asks once more is done on its page", DESK,
        "return kept.by_hand(guarded)", "return guarded", KEPT),
    Bug("a seller's money is led elsewhere on its page alone", "web/seller/views/payment.py",
        "@by_hand\n", "", KEPT),
    Bug("nobody sends what another account has typed", FORMS,
        "and made.whose == _whose(request)", "and True", KEPT),
    Bug("an old form is not sent on", FORMS,
        "and clock.now() - made.made < OFFERED", "and True", KEPT),
    Bug("a stamp is of one page", FORMS,
        "and request.path.startswith(made.path)", "and True", KEPT),
    Bug("no page is an echo by its length", FORMS,
        "for name, value in written) > LONGEST", "for name, value in written) > 10**9", KEPT),
    Bug("no page is an echo by its fields", FORMS,
        "len(written) > MOST", "False", KEPT),
    Bug("the page that asks once more says what it sends", "web/templates/account/again.html",
        "{{ sent_fields(sent) }}", "", "web/account/test_fresh.py"),
)  # fmt: skip
