"""Every address of the house."""

from __future__ import annotations

from django.urls import include, path

from reprise.web.dev.proxy import payment_page
from reprise.web.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("api/v1/", include("reprise.web.api.urls")),
    path("hooks/", include("reprise.web.hooks.urls")),
    path("seller/", include("reprise.web.seller.urls")),
    path("staff/", include("reprise.web.staff.urls")),
    path("dev/", include("reprise.web.dev.urls")),
    path("sandbox/payment/<path:rest>", payment_page),
    path("", include("reprise.web.shop.urls")),
]

handler400 = "reprise.web.shop.views.errors.bad_request"
handler404 = "reprise.web.shop.views.errors.not_found"
handler500 = "reprise.web.shop.views.errors.server_error"
