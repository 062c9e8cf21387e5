from __future__ import annotations

from django.urls import path

from reprise.web.dev import views

urlpatterns = [
    path("mailbox/", views.inbox),
    path("mailbox/<str:key>/", views.message),
    path("mailbox/<str:key>/page/", views.message_page),
    path("carrier/", views.carrier),
]
