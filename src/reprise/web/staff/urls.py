from __future__ import annotations

from django.urls import path

from reprise.web.seller.views.entrance import door, way_out
from reprise.web.staff.views import (
    audience,
    books,
    catalogue,
    home,
    jobs,
    ledger,
    orders,
    privacy,
    privacy_requests,
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
    path("jobs/", jobs.index),
    path("privacy/", privacy.index),
    path("privacy/brakes/<uuid:brake_id>/", privacy.brake),
    path("privacy/archive/", privacy.archive),
    path("privacy/archive/<str:reference>/", privacy.archived),
    path("privacy/requests/", privacy_requests.index),
    path("privacy/requests/entry/", privacy_requests.entry),
    path("privacy/requests/<str:reference>/", privacy_requests.one),
    path("privacy/requests/<str:reference>/answer/", privacy_requests.answer),
    path("privacy/requests/<str:reference>/refusal/", privacy_requests.refusal),
    path("privacy/requests/<str:reference>/extension/", privacy_requests.extension),
    path("privacy/requests/<str:reference>/correction/", privacy_requests.correction),
    path("privacy/requests/<str:reference>/evidence.json", privacy_requests.evidence),
    path("<path:rest>", home.nowhere),
]
