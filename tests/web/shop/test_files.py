"""Static files and drawings: kept for good, compressed, nothing else served."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

from reprise.web.assets import STATIC, asset, by_address


@pytest.mark.parametrize("name", ["base.css", "shop.css", "mark.svg"])
def test_a_file_is_kept_for_good(client: Client, name: str) -> None:
    plain = client.get(asset(name).address)
    small = client.get(asset(name).address, headers={"accept-encoding": "gzip"})
    assert "immutable" in plain["Cache-Control"]
    assert gzip.decompress(small.content) == plain.content
    assert small["Vary"] == "Accept-Encoding"


def test_the_sheet_names_the_font_by_its_digest(client: Client) -> None:
    sheet = client.get(asset("base.css").address).content.decode()
    font = asset("fonts/bricolage-grotesque.woff2")
    assert f'url("{font.address}")' in sheet
    assert client.get(font.address)["Content-Type"] == "font/woff2"
    assert len(font.body) <= 25_000


@pytest.mark.parametrize(
    "path",
    [
        "/static/base.css",
        "/static/base.0000000000.css",
        "/static/../place.py",
        "/static/fonts/../../place.py",
        "/drawings/nothing-232a31.svg",
        "/drawings/iphone-dual-diagonal-232a3.svg",
        "/drawings/iphone-dual-diagonal-zzzzzz.svg",
    ],
)
def test_nothing_else_is_served(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_drawing_is_kept_for_good(client: Client) -> None:
    answer = client.get("/drawings/iphone-dual-diagonal-232a31.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer["Cache-Control"]
    assert answer.content.startswith(b"<svg")


def test_every_file_has_a_type() -> None:
    files = [path for path in STATIC.rglob("*") if path.is_file()]
    assert len(by_address()) == len(files)


def test_the_first_load_is_light() -> None:
    sheets = sum(len(asset(name).gzipped) for name in ("base.css", "shop.css"))
    font = len(asset("fonts/bricolage-grotesque.woff2").body)
    assert sheets < 8_000
    assert sheets + font < 30_000
