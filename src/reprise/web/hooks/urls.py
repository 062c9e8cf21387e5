from __future__ import annotations

from django.urls import path

from reprise.web.hooks import views

urlpatterns = [
    path("payments/<slug:name>/", views.payment_notice),
    path("carriers/<slug:name>/", views.carrier_scan),
]
