"""Holds on an account, whatever its address becomes; what an account has in the archive."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

CONTACTS = "privacy/actions/contacts.py"
HELD_AGAIN = "privacy/actions/held_again.py"

BUGS = (
    Bug(
        "a held account is held under another address (0048)",
        CONTACTS,
        "person=person(user.email)) | Q(user_id=user.id)",
        "person=person(user.email))",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "no night erases a held account under another address (0048)",
        "privacy/retention/unused.py",
        "on.until([each.email], each.user_id)",
        "on.until([each.email], None)",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "a held account's orders are held under another address (0048)",
        CONTACTS,
        "        of |= Q(user_id=owner)\n",
        "        pass\n",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "a plan knows whose account is held (0048)",
        "privacy/queries.py",
        "[self.accounts.get(user_id) if user_id else None]",
        "[]",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "staff hold the account with the address (0048)",
        "privacy/held.py",
        "Subject(person=_known(typed), user_id=user)",
        "Subject(person=_known(typed))",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "an order shows that its account is held (0048)",
        "privacy/queries.py",
        " | Q(user_id__in=owner)",
        "",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "what an account has asked for is the account's alone (0048)",
        "privacy/actions/exercising.py",
        "Subject(user_id=account) if account else ",
        "",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "a person ends their restriction under another address (0048)",
        "privacy/actions/exercising.py",
        "        of |= Q(user_id=person.user_id)\n",
        "        pass\n",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "only a proven address makes a guest's order an account's (0048)",
        "accounts/queries.py",
        "User.objects.filter(verified_at__isnull=False).annotate(",
        "User.objects.annotate(",
        "privacy/test_held_accounts.py",
    ),
    Bug(
        "an account's order is nobody else's in the archive (0048)",
        CONTACTS,
        "person(found.account or found.contact.email)",
        "person(found.contact.email)",
        "privacy/test_archive.py",
    ),
    Bug(
        "an address opens nothing that an account has (0048)",
        "privacy/access.py",
        "Q(account=None, owner=person.index, proof=None)",
        "Q(owner=person.index, proof=None)",
        "privacy/test_archive.py",
    ),
    Bug(
        "an account finds its archive under another address (0048)",
        CONTACTS,
        "account=account(buyer) if buyer else None,",
        "account=None,",
        "privacy/test_archive.py",
    ),
    Bug(
        "what an account leaves in the archive is its address's (0048)",
        "privacy/actions/accounts.py",
        "    contacts.leave_to_address(user)\n",
        "",
        "privacy/test_archive.py",
    ),
    Bug(
        "a copy has nothing of the archive that is another account's (0048)",
        "privacy/access.py",
        '"privacy_archived": "order_id = ANY(%(orders)s)"',
        '"privacy_archived": "persons @> ARRAY[%(person)s]"',
        "privacy/test_archive.py",
    ),
    Bug(
        "a held account keeps what it has in the archive (0048)",
        "privacy/retention/archived.py",
        "if row is None or held_back(now).until_of_row(row):",
        "if row is None:",
        "privacy/test_archive.py",
    ),
    Bug(
        "a backup keeps what an account has asked for (0048)",
        HELD_AGAIN,
        '"person": None} if line.holding == "account" else None',
        '"person": None} if False else None',
        "privacy/test_journal.py",
    ),
)
