"""Who may do what, and who is signed in."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

FULFIL = "orders/actions/fulfil.py"

BUGS = (
    # Who may
    Bug("a seller's order is the seller's", "web/seller/views/orders.py",
        "SellerOrder.objects.filter(seller_id=seller.id, reference=reference)",
        "SellerOrder.objects.filter(reference=reference)", "web/test_matrix.py"),
    Bug("a rival cannot ship", FULFIL,
        "contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()\n"
        "        if contract is None:\n            raise UnknownOrder\n"
        "        order = locked(contract.order_id)\n        ready",
        "contract = SellerOrder.objects.get(id=seller_order_id)\n"
        "        seller_id = contract.seller_id\n"
        "        order = locked(contract.order_id)\n        ready",
        "orders/test_refused_steps.py"),
    Bug("only staff are in the staff room", "web/staff/views/base.py",
        "                if not user.is_staff:\n", "                if False:\n",
        "web/test_matrix.py web/staff"),
    Bug("a guessed link opens no order", "orders/access.py",
        "if not constant_time_compare(_token(order.id, sent_on, ended), given):", "if False:",
        "orders/test_access.py"),
    Bug("an old link opens no order", "orders/access.py",
        "if ended != order.links_ended or now >= since + OPENS_FOR:",
        "if ended != order.links_ended:", "orders/test_access.py"),
    Bug("an ended link opens no order (0031)", "orders/access.py",
        "if ended != order.links_ended or now >= since + OPENS_FOR:",
        "if now >= since + OPENS_FOR:", "orders/test_access.py"),
    Bug("links end with the address that they went to (0031)", "orders/actions/correct.py",
        'if "email" in changed:', "if False:", "web/shop/test_order_links.py"),
    Bug("links end with the sessions that took them (0031)", "accounts/actions/sessions.py",
        "publish([SignedOut(user_id)], at=now)", "pass", "web/account/test_taken_links.py"),
    Bug("so do links to guests' orders with its address (0031)", "wiring/table.py",
        "Contact.objects.filter(owner(user).own())", "Contact.objects.filter(buyer_id=user.id)",
        "web/account/test_taken_links.py"),
    Bug("so do links to what an account has archived (0031)", "wiring/table.py",
        "        orders.end_links(list(stored.values_list(\"order_id\", flat=True)))",
        "        list(stored)", "web/account/test_taken_links.py"),
    Bug("five wrong passwords are enough", "accounts/limits.py",
        "Limit(\"password-here\", 5,", "Limit(\"password-here\", 6,", "accounts/test_sign_in.py"),
    Bug("a removed passkey ends what it has opened", "accounts/actions/sessions.py",
        "    user.signed_out += 1\n", "", "web/account/test_sessions.py"),
    Bug("a password that was not looked at is no attempt", "accounts/actions/sign_in.py",
        "        limits.take_back(email, client)\n", "", "accounts/test_sign_in.py"),
    # Who is signed in
    Bug("who reads the sessions' table is nobody by it (0041)", "accounts/sessions.py",
        'return hashlib.sha256((key or "").encode()).hexdigest()', 'return key or ""',
        "web/account/test_sessions.py"),
    Bug("a stranger's session is not ended (0041)", "accounts/actions/sessions.py",
        "filter(id=session_id, user_id=user_id)", "filter(id=session_id)",
        "web/account/test_sessions.py"),
    Bug("an ended session is not begun anew (0041)", "accounts/sessions.py",
        "            raise UpdateError\n", "            self.create()\n",
        "web/account/test_sessions.py"),
    Bug("what a removed passkey ended is not kept (0031)", "accounts/actions/sessions.py",
        "    user.save(update_fields=[\"signed_out\"])\n    close(user.id, but)\n",
        "    user.save(update_fields=[\"signed_out\"])\n", "web/account/test_sessions.py"),
    Bug("a session of the old account is not listed (0041)", "accounts/queries.py",
        'store.decode(row.data).get(HASH_SESSION_KEY, "")', "good", "web/account/test_sessions.py"),
    Bug("an ended session is not begun anew", "accounts/sessions.py",
        'raise SessionInterrupted("The session was ended while this request was under way.")',
        "self.create()", "web/account/test_sessions.py"),
    Bug("what matters asks once more after ten minutes (0041)", "web/account/desk.py",
        "now - datetime.fromisoformat(proved) < FRESH", "True", "web/account/test_fresh.py"),
    Bug("somebody else's proof is none (0041)", "web/account/desk.py",
        "    if found.pk != user.pk:\n        raise WrongPassword\n", "",
        "web/account/test_fresh.py"),
    Bug("a secret is not written into a page (0041)", "web/account/desk.py",
        " or kept.has_secret(request)", "", "web/account/test_fresh.py"),
    Bug("money is moved by who has just proven who they are (0041)", "web/staff/views/orders.py",
        "@require_POST\n@freshly\ndef refund(", "@require_POST\n@room\ndef refund(",
        "web/staff/test_room.py"),
    # An account that goes
    Bug("a link's account is locked before it", "accounts/actions/letters.py",
        "        _still(letter, user.id)\n", "", "privacy/test_account_races.py"),
    Bug("nobody signs in to an account that goes", "web/account/desk.py",
        "        actions.locked(user.pk)\n", "", "web/account/test_races.py"),
    Bug("no session begins for an account that is gone", "accounts/sessions.py",
        "        except IntegrityError:\n", "        except KeyError:\n",
        "web/account/test_races.py"),
    Bug("a form of an account that goes is no crash", "web/account/desk.py",
        "        except AccountGone:\n", "        except KeyError:\n",
        "web/account/test_races.py"),
)  # fmt: skip
