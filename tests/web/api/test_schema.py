"""Thousands of requests made from the API's own description: no failure, nothing undescribed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlencode
from uuid import UUID

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from reprise.config.wsgi import application
from reprise.web import limit
from reprise.web.limit import Buckets
from tests.web.api.conftest import Shop

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
known: dict[str, str] = {}


@schema.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Most well-formed parameters name something that exists, or all answers would be 404."""
    found = dict(path_parameters or {})
    for name, value in found.items():
        if name in known and _well_formed(name, str(value)) and sum(str(value).encode()) % 4:
            found[name] = known[name]
    return found


def _well_formed(name: str, value: str) -> bool:
    if name != "variant_id":
        pattern = {"market": "[a-z]{2}", "slug": "[-a-zA-Z0-9_]{1,160}", "version": "[-.a-z0-9]+"}
        return re.fullmatch(pattern[name], value) is not None
    try:
        return bool(UUID(value))
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def a_shop_without_limit(shop: Shop, monkeypatch: Any) -> Iterator[None]:
    endless = Buckets(None, "only for tests", 1_000_000_000)
    monkeypatch.setattr(limit, "buckets", lambda _: endless)
    known.update(market="fr", slug="iphone-13", variant_id=str(shop.variant.id), version="2026-01")
    # The server's end of a request would close the connection that holds the test's transaction.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    known.clear()


@schema.parametrize()
@settings(
    max_examples=100,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_api_is_as_it_is_described(case: Any) -> None:
    asked = f"{case.formatted_path}?{urlencode(case.query or {}, doseq=True)}"
    if "%00" in unquote(asked) or "\0" in unquote(asked):
        return  # the house refuses it before the API sees it; `test_bad_input` goes past that
    # Its transport asks for gzip and cannot read it; `test_http` does.
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def test_the_description_is_strict(shop: Shop) -> None:
    document = schema.raw_schema
    objects = [
        each for each in document["components"]["schemas"].values() if each.get("type") == "object"
    ]
    assert len(objects) > 20
    assert all(each["additionalProperties"] is False for each in objects)
    for path, methods in document["paths"].items():
        assert set(methods) == {"get"}
        responses = methods["get"]["responses"]
        assert {"200", "304", "429"} <= set(responses)
        if "{" in path:
            assert {"404", "422"} <= set(responses)
        for status in set(responses) - {"200", "304"}:
            assert list(responses[status]["content"]) == ["application/problem+json"]
