"""The limit: a Django view with one pooled SELECT, on the same server, and nothing else."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.urls import path

from reprise.config.database import database

settings.configure(
    SECRET_KEY="bench",  # noqa: S106  nothing is signed
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": database(os.environ["DATABASE_URL"], pool=4)},
    LOGGING_CONFIG=None,
)


def view(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT slug, name FROM catalog_product WHERE slug = %s", ["synthetic-1"])
        return JsonResponse({"found": cursor.fetchone()})


urlpatterns = [path("", view)]
application = get_wsgi_application()
