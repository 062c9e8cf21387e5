"""What pages say and find, and what no request may do to a process."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

BUGS = (
    # Terms
    Bug("an old version of the terms stays readable (S42)", "web/shop/views/pages.py",
        "if each.name == (version or versions[0].name)", "if each.name == versions[0].name",
        "web/shop/test_terms.py"),
    Bug("no version of the terms is shown before it is in force (S42)", "checkout/rules.py",
        "for since, name in TERMS if since <= day]", "for since, name in TERMS]",
        "web/shop/test_terms.py"),
    Bug("an order leads to its own terms (S42)", "web/templates/shop/order.html",
        "{{ _(\"Open an order\") }}</a>. "
        "<a href=\"{{ at.path('terms/' ~ order.terms_version ~ '/') }}\">",
        "{{ _(\"Open an order\") }}</a>. "
        "<a href=\"{{ at.path('terms/') }}\">", "web/shop/test_terms.py"),
    # What pages say and find
    Bug("the front door speaks the browser's language", "web/shop/views/choose.py",
        "translation.override(language_asked_for(request))", 'translation.override("en")',
        "web/shop/test_pages.py"),
    Bug("what a browser refuses is not its language", "web/http.py",
        "if weight and language in known:", "if language in known:", "web/shop/test_pages.py"),
    Bug("the front door says by what it differs", "web/shop/views/choose.py",
        '    patch_vary_headers(response, ("Accept-Language",))\n', "", "web/shop/test_pages.py"),
    Bug("a seller finds orders by the names that it reads", "orders/queries.py",
        "Q(variant_id__in=variants) | _has_words(text)", "_has_words(text)",
        "web/seller/test_orders.py"),
    Bug("a seller finds orders by the names of the contract", "orders/queries.py",
        "Q(variant_id__in=variants) | _has_words(text)", "Q(variant_id__in=variants)",
        "web/seller/test_orders.py"),
    Bug("a seller finds offers by the names that it reads", "web/seller/shelf.py",
        "Q(sku__icontains=wanted.text) | Q(variant_id__in=named)", "Q(sku__icontains=wanted.text)",
        "web/seller/test_offers.py"),
    Bug("the privacy page tells all of the register (S36)", "web/shop/views/pages.py",
        "for each in told]", "for each in told[:-1]]", "web/shop/test_pages.py"),
    Bug("every control is reached by Tab", "web/templates/seller/order.html",
        '<button class="btn">{{ _("Send the answer") }}</button>',
        '<button class="btn" tabindex="-1">{{ _("Send the answer") }}</button>',
        "journeys/test_purchase.py"),
    Bug("each step of an order has its words", "web/history.py",
        '    "find_sent": gettext_noop(', '    "found_sent": gettext_noop(', "web/test_stages.py"),
    Bug("no page learns the address of an order or a letter", "web/middleware.py",
        'told = "origin" if KEPT.match(request.path) else "same-origin"', 'told = "same-origin"',
        "web/test_headers.py"),
    # What holds a process up
    Bug("no letter holds a process up", "web/shop/forms.py",
        "text[:MOST_READ]", "text", "web/shop/test_checkout.py"),
    Bug("no cookie holds a process up", "web/cookies.py",
        "            _leave_out_escapes(request)\n", "", "web/test_middleware.py"),
    Bug("a form is looked at as it is read", "web/middleware.py",
        "return UnreadableForm() if typed else None", "return None", "web/test_middleware.py"),
    Bug("a silent carrier is waited for once", "web/shop/parcels.py",
        "                self.silent[carrier] = refusal\n", "", "web/shop/test_delivery.py"),
    Bug("one visitor's page is everybody's", "web/shop/page.py",
        'request.method in {"GET", "HEAD"}', 'request.method == "GET"', "web/shop/test_stored.py"),
    # Logs
    Bug("nobody's address is in the log", "config/logs.py", '_ADDRESS.sub("…@…", ', "str(",
        "config/test_logs.py"),
    Bug("no row is in the log", "config/logs.py", '_ROW.sub("DETAIL: …", super().format(record))',
        "super().format(record)", "config/test_logs.py"),
    # The notice (art. 13 and 14)
    Bug("a seller outside Europe is told of", "web/shop/views/pages.py",
        "[each for each in dispatching() if each not in EEA]", "[]", "web/shop/test_privacy.py"),
    Bug("what leaves Europe is told of", "web/templates/shop/privacy.html",
        "{% if operator and operator.transfers %}", "{% if false %}", "web/shop/test_privacy.py"),
    Bug("only what is outside Europe needs a safeguard", "markets/operator.py",
        "elif each.country in EEA:", "elif not each.country:", "markets/test_operator.py"),
    Bug("an authority's name is said in its own country only", "privacy/supervisors.py",
        "SUPERVISORS.get(country)", 'SUPERVISORS["FR"]', "web/shop/test_privacy.py"),
    Bug("staff read what was collected, not what was asked", "web/templates/staff/order.html",
        "amount=payment.captured|minor", "amount=payment.amount|minor",
        "web/staff/test_order_money.py"),
    Bug("staff read every transfer of an order", "web/staff/views/orders.py",
        "            limit=None,\n", "", "web/staff/test_order_money.py"),
)  # fmt: skip
