from __future__ import annotations

from django.urls import path

from reprise.web.seller.views import copies, entrance, offers, orders, payment, statement

urlpatterns = [
    path("", orders.index),
    path("login/", entrance.login, name="seller_door"),
    path("logout/", entrance.logout),
    path("orders/<str:reference>/", orders.order),
    path("orders/<str:reference>/answer/", orders.answer),
    path("orders/<str:reference>/parcels/", orders.parcels),
    path("orders/<str:reference>/parcels/<uuid:parcel_id>/label.pdf", orders.label),
    path("orders/<str:reference>/parcels/<uuid:parcel_id>/number/", orders.number),
    path("orders/<str:reference>/cancellation/", orders.call_off),
    path("orders/<str:reference>/history/", orders.history),
    path("orders/<str:reference>/evidence.json", orders.evidence),
    path("offers/", offers.index),
    path("offers/<uuid:offer_id>/", offers.offer),
    path("offers/<uuid:offer_id>/switch/", offers.switch),
    path("copies/", copies.index),
    path("copies/<uuid:copy_id>/<str:token>/", copies.by_link),
    path("statement/", statement.index),
    path("statement/bookings.csv", statement.bookings),
    path("payment-account/", payment.account),
    path("payment-account/entries/<uuid:entry_id>/stop/", payment.stop),
    path("<path:rest>", entrance.nowhere),
]
