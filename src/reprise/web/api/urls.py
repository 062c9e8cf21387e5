"""Below /api/v1/."""

from __future__ import annotations

from typing import Any, cast

from django.urls import URLPattern, include, path, re_path

from reprise.web.api import views  # noqa: F401 - its operations belong to the api
from reprise.web.api.answers import public, unknown
from reprise.web.api.service import api

_patterns, _app, _namespace = api.urls
_addresses = [
    URLPattern(each.pattern, public(cast(Any, each.callback)), None, each.name)
    for each in _patterns
    if isinstance(each, URLPattern)
]

urlpatterns = [
    path("", include((_addresses, _app), namespace=_namespace)),
    re_path("", public(unknown)),
]
