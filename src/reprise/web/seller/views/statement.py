"""The seller's account, as a bank would print it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from reprise.ledger import queries
from reprise.ledger.states import AccountKind
from reprise.orders.models import SellerOrder
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.seller.views.base import room, show


@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """What we owe the seller, movement by movement, and what is still in flight."""
    balances = queries.balances(seller.id)
    accounts = [
        (row.market, row.amount.currency)
        for row in balances
        if row.kind == AccountKind.PAYABLE.value
    ]
    statements = [
        (market, currency, queries.statement(seller.id, AccountKind.PAYABLE, market, currency))
        for market, currency in accounts
    ]
    references = {row.reference for _, _, rows in statements for row in rows}
    facts = {
        "seller": seller,
        "room": "statement",
        "balances": balances,
        "statements": statements,
        "names": dict(
            SellerOrder.objects.filter(seller_id=seller.id, id__in=references).values_list(
                "id", "reference"
            )
        ),
    }
    return show(request, at, "seller/statement.html", facts)
