"""What HTTP promises: revalidation, caching, compression, other sites' scripts, other methods."""

from __future__ import annotations

import gzip
import json
import logging
from typing import Any

import pytest

from reprise.web.api import views
from tests.discovery.shop import reprice
from tests.web.api.conftest import Reader, Shop


@pytest.fixture
def paths(shop: Shop) -> list[str]:
    variant = f"markets/fr/variants/{shop.variant.id}"
    return [
        "openapi.json",
        "markets",
        "markets/fr/categories",
        "markets/fr/products",
        "markets/fr/products/iphone-13",
        f"{variant}/offers",
        f"{variant}/grades/good/buybox",
        "ranking",
        "ranking/2026-01",
    ]


def test_what_has_not_changed_is_not_sent_again(reader: Reader, paths: list[str]) -> None:
    for path in paths:
        first = reader.ask(path)
        tag = first["ETag"]
        assert tag[0] == tag[-1] == '"'
        assert first["Cache-Control"] == "public, max-age=60"
        assert reader.ask(path)["ETag"] == tag
        for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = reader.ask(path, headers={"If-None-Match": given})
            assert (again.status_code, again.content) == (304, b""), (path, given)
            for header in ("ETag", "Cache-Control", "Access-Control-Allow-Origin"):
                assert again[header] == first[header]
            assert again.get("Vary") == first.get("Vary")
        for given in ('"other"', tag.strip('"'), "", "W/"):
            assert reader.ask(path, headers={"If-None-Match": given}).status_code == 200


def test_the_tag_follows_the_content(reader: Reader, shop: Shop) -> None:
    path = f"markets/fr/variants/{shop.variant.id}/offers"
    before = reader.ask(path)
    reprice(shop.offers[0], 31_201)
    after = reader.ask(path, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]


def test_a_compressed_answer_is_the_same_with_a_tag_of_its_own(reader: Reader, shop: Shop) -> None:
    plain = reader.ask("ranking")
    small = reader.ask("ranking", headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert small["Content-Encoding"] == "gzip"
    assert plain["Vary"] == small["Vary"] == "Accept-Encoding"
    assert gzip.decompress(small.content) == plain.content
    assert small["ETag"] != plain["ETag"]
    again = reader.ask(
        "ranking", headers={"Accept-Encoding": "gzip", "If-None-Match": small["ETag"]}
    )
    assert again.status_code == 304


def test_head_is_get_without_a_body(reader: Reader, paths: list[str]) -> None:
    for path in paths:
        got, head = reader.ask(path), reader.ask(path, "head")
        assert (head.status_code, head.content) == (200, b"")
        for header in ("ETag", "Content-Type", "Cache-Control"):
            assert head[header] == got[header]
    missing = reader.ask("markets/xx/products", "head")
    assert (missing.status_code, missing.content) == (404, b"")


def test_nothing_can_be_changed(reader: Reader, paths: list[str]) -> None:
    for path in [*paths, "", "nothing/here"]:
        for method in ("post", "put", "patch", "delete"):
            found = reader.ask(path, method, content_type="application/json")
            assert (found.status_code, found["Allow"]) == (405, "GET, HEAD, OPTIONS")
            assert found.json()["code"] == "not_allowed"
    assert reader.ask("markets", "trace").status_code == 405


def test_scripts_of_other_sites_may_read(reader: Reader, paths: list[str]) -> None:
    for path in paths:
        asked = reader.ask(path, "options", headers={"Origin": "https://other.example"})
        assert (asked.status_code, asked.content) == (204, b"")
        assert asked["Access-Control-Allow-Headers"] == "If-None-Match"
        got = reader.ask(path, headers={"Origin": "https://other.example"})
        for answer in (asked, got):
            assert answer["Access-Control-Allow-Origin"] == "*"
            assert "Access-Control-Allow-Credentials" not in answer
        assert "ETag" in got["Access-Control-Expose-Headers"]


def test_nobody_is_recognised(reader: Reader, paths: list[str]) -> None:
    reader.client.cookies["session"] = "something"
    for path in paths:
        assert not reader.ask(path).cookies
        assert "Cookie" not in reader.ask(path).get("Vary", "")


def test_a_bug_is_a_problem_document_with_a_reference(
    reader: Reader, monkeypatch: Any, caplog: Any
) -> None:
    def broken(*args: Any) -> None:
        raise RuntimeError("a secret of ours")

    monkeypatch.setattr(views.discovery, "product_page", broken)
    with caplog.at_level(logging.ERROR):
        content = reader.refused("markets/fr/products/iphone-13", 500, "broken")
    assert "secret" not in json.dumps(content)
    reference = content["detail"].rsplit(" ", 1)[-1]
    assert reference in caplog.text
