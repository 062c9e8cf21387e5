from __future__ import annotations

from django.urls import path

from reprise.web.seller.views.entrance import door, way_out
from reprise.web.staff.views import (
    accesses,
    audience,
    books,
    catalogue,
    consent,
    home,
    jobs,
    ledger,
    orders,
    privacy,
    sellers,
)

urlpatterns = [
    path("", home.index),
    path("login/", door("/staff/")),
    path("logout/", way_out("/staff/")),
    path("orders/", orders.index),
    path("orders/<str:reference>/", orders.order),
    path("orders/<str:reference>/refunds/<uuid:instruction_id>/", orders.refund),
    path("orders/<str:reference>/parcels/<uuid:shipment_id>/vouch/", orders.vouch),
    path("orders/<str:reference>/parcels/<uuid:shipment_id>/number/", orders.number),
    path("sellers/", sellers.index),
    path("sellers/<slug:slug>/", sellers.seller),
    path("catalogue/", catalogue.index),
    path("catalogue/<slug:slug>/", catalogue.product),
    path("ledger/", ledger.index),
    path("ledger/transfers/", ledger.transfers),
    path("books/", books.index),
    path("books/audits/", books.audits),
    path("audience/", audience.index),
    path("consent/", consent.index),
    path("consent/partners/<slug:key>/kill/", consent.kill),
    path("consent/partners/<slug:key>/audits/", consent.audits),
    path("consent/notices/<uuid:notice_id>/voiding/", consent.voiding),
    path("consent/receipts.json", consent.receipts),
    path("jobs/", jobs.index),
    path("privacy/", privacy.index),
    path("privacy/brakes/<uuid:brake_id>/", privacy.brake),
    path("privacy/archive/", privacy.archive),
    path("privacy/archive/<str:reference>/", privacy.archived),
    path("accesses/", accesses.index),
    path("<path:rest>", home.nowhere),
]
