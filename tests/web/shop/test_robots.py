"""Search engines are told of everything that can be bought, and of nothing else."""

from __future__ import annotations

import gzip
import re
import struct
import zlib
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from reprise.catalog.models import Category, Product, Variant
from reprise.markets.queries import LOCALES, MARKETS
from reprise.offers import actions as offers
from reprise.offers.models import MarketOffer
from reprise.web.shop.views import robots
from tests.cast import a_seller, a_variant, an_offer
from tests.moment import now
from tests.web.shop.conftest import shelve, told
from tests.work import drain

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client: Client, path: str) -> ElementTree.Element:
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content.decode())  # noqa: S314 - our own


def files(client: Client) -> list[str]:
    """The addresses of all sitemaps, below the host."""
    root = read(client, "/sitemap.xml")
    assert root.tag == f"{SITEMAP}sitemapindex"
    assert {each.tag for each in root} <= {f"{SITEMAP}sitemap"}
    return [below(each.findtext(f"{SITEMAP}loc")) for each in root]


def below(address: str | None) -> str:
    assert address is not None
    assert address.startswith(f"{settings.PUBLIC_URL}/")
    assert len(address) < 2048
    return address.removeprefix(settings.PUBLIC_URL)


def entries(client: Client, path: str) -> dict[str, dict[str, str]]:
    """Address to hreflang to address, after checking the protocol's rules."""
    root = read(client, path)
    assert root.tag == f"{SITEMAP}urlset"
    found: dict[str, dict[str, str]] = {}
    for url in root:
        assert url.tag == f"{SITEMAP}url"
        # No date that is not known to be true, and nothing that search engines ignore.
        assert {each.tag for each in url} <= {f"{SITEMAP}loc", LINK}
        address = below(url.findtext(f"{SITEMAP}loc"))
        assert address not in found
        links = url.findall(LINK)
        assert {link.get("rel") for link in links} == {"alternate"}
        found[address] = {str(link.get("hreflang")): below(link.get("href")) for link in links}
    for address, others in found.items():
        assert address in others.values()
        assert all(found[other] == others for other in others.values()), "each names the other"
    assert 0 < len(found) <= 50_000
    return found


def everything(client: Client) -> dict[str, dict[str, str]]:
    return {
        address: others
        for path in files(client)
        for address, others in entries(client, path).items()
    }


def products(found: dict[str, dict[str, str]], locale: str) -> set[str]:
    """Slugs of the variants."""
    return {each.split("/")[4] for each in found if each.startswith(f"/{locale}/products/")}


def test_exactly_what_can_be_bought_is_listed(client: Client) -> None:
    both, gone, ended, shut = a_variant(), a_variant(), a_variant(), a_variant()
    an_offer(variant=both, market="fr")
    an_offer(variant=both, market="be", grade="fair")
    an_offer(variant=both, market="be", grade="good")
    an_offer(variant=gone, stock=0)
    MarketOffer.objects.filter(offer=an_offer(variant=ended).offer).update(active=False)
    seller = a_seller("Shut")
    seller.active = False
    seller.save(update_fields=["active"])
    an_offer(variant=shut, seller=seller)
    shelve()
    found = everything(client)
    for locale, (_, market) in LOCALES.items():
        wanted = {both.slug} if market.code in {"fr", "be"} else set()
        assert products(found, locale) == wanted, locale
    for address, others in found.items():
        html = client.get(address).content.decode()
        assert f'<link rel="canonical" href="{settings.PUBLIC_URL}{address}">' in html
        assert "noindex" not in html
        for code, other in others.items():
            link = f'hreflang="{code}" href="{settings.PUBLIC_URL}{other}"'
            assert link in html, "the page knows the same languages"
        if "/products/" in address:
            assert "/basket/items/" in html
            assert told(html)[0]["offers"]["availability"] == "https://schema.org/InStock"


def test_what_is_sold_out_leaves_as_soon_as_the_worker_has_heard(client: Client) -> None:
    case, other = an_offer(stock=1), an_offer()
    shelve()
    drain()
    assert products(everything(client), "fr-fr") == {
        case.offer.variant.slug, other.offer.variant.slug,
    }  # fmt: skip
    offers.set_available(case.seller.id, case.id, expected=1, wanted=0, now=now())
    drain()
    assert products(everything(client), "fr-fr") == {other.offer.variant.slug}


def test_an_empty_market_has_its_home_alone_and_an_empty_category_is_not_for_them(
    client: Client,
) -> None:
    Category.objects.create(slug="tablets", names={"en": "Tablets"})
    an_offer(market="fr")
    shelve()
    assert set(entries(client, "/sitemap-de-1.xml")) == {"/de-de/", "/en-de/"}
    french = entries(client, "/sitemap-fr-1.xml")
    assert {each for each in french if "/categories/" in each} == {
        "/fr-fr/categories/smartphones/", "/en-fr/categories/smartphones/",
    }  # fmt: skip
    assert "noindex" in client.get("/fr-fr/categories/tablets/").content.decode()
    assert "noindex" not in client.get("/fr-fr/categories/smartphones/").content.decode()


def test_many_are_listed_in_several_files(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(robots, "PER_FILE", 3)
    slugs = {
        an_offer(variant=a_variant(f"Model {number}")).offer.variant.slug for number in range(7)
    }
    shelve()
    french = [path for path in files(client) if path.startswith("/sitemap-fr-")]
    assert french == [f"/sitemap-fr-{number}.xml" for number in (1, 2, 3)]
    parts = [products(entries(client, path), "fr-fr") for path in french]
    assert [len(part) for part in parts] == [3, 3, 1]
    assert set.union(*parts) == slugs
    assert client.get("/sitemap-fr-4.xml").status_code == 404


def test_no_file_can_become_too_large() -> None:
    """With the longest slugs that the catalogue takes and a long address of the shop."""
    languages = max(len(market.locales) for market in MARKETS.values())
    # A file has the home page and the categories as well: no catalogue has a thousand.
    assert (robots.PER_FILE + 1_000) * languages <= 50_000
    slugs = [
        "x" * model._meta.get_field("slug").max_length  # type: ignore[operator]
        for model in (Product, Variant)
    ]
    locales = [robots.place(locale) for locale in MARKETS["be"].locales]
    entry = robots._entry(locales, "products/{}/{}/".format(*slugs))
    assert (len(entry) + 200 * len(locales) * len(locales)) * robots.PER_FILE < 50_000_000


@pytest.mark.parametrize(
    "path",
    ["/sitemap-xx-1.xml", "/sitemap-fr-0.xml", "/sitemap-fr-01.xml", "/sitemap-fr-2.xml",
     "/sitemap-fr-9999.xml", "/sitemap-fr-99999999999999999999.xml", "/sitemap-fr-x.xml"],
)  # fmt: skip
def test_no_other_file_is_served_or_kept(client: Client, path: str) -> None:
    an_offer()
    shelve()
    assert client.get(path).status_code == 404


def test_a_sitemap_is_compressed_kept_and_known_again(
    client: Client, django_assert_num_queries: Any
) -> None:
    an_offer()
    shelve()
    for path in ("/sitemap.xml", "/sitemap-fr-1.xml"):
        plain = client.get(path)
        with django_assert_num_queries(1):
            small = client.get(f"{path}?x=1", headers={"Accept-Encoding": "gzip"})
        assert gzip.decompress(small.content) == plain.content
        assert small["Vary"] == "Accept-Encoding"
        again = client.get(path, headers={"If-None-Match": plain["ETag"]})
        assert again.status_code == 304
        assert client.post(path).status_code == 405


class TestRobots:
    def rules(self, client: Client) -> tuple[list[str], list[str]]:
        answer = client.get("/robots.txt")
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        lines = answer.content.decode().splitlines()
        assert lines[0] == "User-agent: *"
        return (
            [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")],
            [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")],
        )

    def shut(self, rules: list[str], path: str) -> bool:
        """As RFC 9309 reads a rule: a beginning, in which * is anything."""
        return any(
            re.match(re.escape(rule).replace(r"\*", ".*"), urlsplit(path).path) for rule in rules
        )

    def test_rooms_of_one_person_are_shut_and_the_shop_is_open(self, client: Client) -> None:
        rules, sitemaps = self.rules(client)
        assert sitemaps == [f"{settings.PUBLIC_URL}/sitemap.xml"]
        for path in ("/seller/", "/fr-fr/basket/", "/de-de/account/login/", "/api/v1/markets",
                     "/nl-be/checkout/", "/dev/mailbox/", "/sandbox/payment/x"):  # fmt: skip
            assert self.shut(rules, path), path
        an_offer()
        shelve()
        for path in (
            "/",
            "/static/base.css",
            "/drawings/x.svg",
            *files(client),
            *everything(client),
        ):
            assert not self.shut(rules, path), path

    def test_what_says_itself_that_it_is_not_to_be_indexed_can_be_read(
        self, client: Client
    ) -> None:
        rules, _ = self.rules(client)
        for path in ("/fr-fr/search/?q=x", "/fr-fr/orders/R-12345678/abc/"):
            assert not self.shut(rules, path), path
        assert 'content="noindex"' in client.get("/fr-fr/search/?q=x").content.decode()


def test_the_mark_is_there_for_browsers_that_ask_for_it_by_its_old_name(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer["Content-Type"] == "image/vnd.microsoft.icon"
    icon = answer.content
    reserved, kind, number = struct.unpack_from("<HHH", icon)
    assert (reserved, kind) == (0, 1)
    sizes = []
    for index in range(number):
        width, height, *_, length, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * index)
        image = icon[offset : offset + length]
        assert image.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", image[16:24]) == (width, height)
        start = image.index(b"IDAT") + 4
        size = struct.unpack(">I", image[start - 8 : start - 4])[0]
        assert len(zlib.decompress(image[start : start + size])) == height * (1 + 4 * width)
        sizes.append(width)
    assert sizes == [16, 32, 48]
    assert offset + length == len(icon) < 2_000


@pytest.mark.parametrize(
    "path", ["/fr-fr/", "/fr-fr/categories/smartphones/", "product", "/de-de/"]
)
def test_a_shared_link_says_what_it_leads_to(client: Client, path: str) -> None:
    variant: Variant = an_offer(variant=a_variant('A "B" & C')).offer.variant
    an_offer(variant=variant, market="de")
    shelve()
    if path == "product":
        path = f"/fr-fr/products/{variant.product.slug}/{variant.slug}/"
    html = client.get(path).content.decode()
    properties = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))
    title = re.search(r"<title>(.*?) · Reprise</title>", html)
    description = re.search(r'<meta name="description" content="([^"]+)">', html)
    assert title
    assert description
    assert properties["title"] == title[1]
    assert properties["description"] == description[1]
    assert properties["url"] == f"{settings.PUBLIC_URL}{path}"
    assert properties["locale"] == ("de_DE" if "de-de" in path else "fr_FR")
    assert properties["type"] == ("product" if "/products/" in path else "website")
    assert "image" not in properties, "a drawing is no photograph and no PNG"


def test_a_page_that_is_not_for_search_engines_is_not_made_for_sharing(client: Client) -> None:
    an_offer()
    shelve()
    for path in (
        "/fr-fr/search/?q=x",
        "/fr-fr/categories/smartphones/?grade=good",
        "/fr-fr/basket/",
    ):
        html = client.get(path).content.decode()
        assert "noindex" in html
        assert "og:" not in html


def test_a_page_of_a_list_names_the_same_page_in_the_languages_of_its_country(
    client: Client,
) -> None:
    for number in range(25):
        an_offer(variant=a_variant(f"Model {number:02}"), market="be")
    an_offer(market="nl")
    shelve()
    html = client.get("/fr-be/categories/smartphones/?page=2").content.decode()
    alternates = re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html)
    assert {code for code, _ in alternates} == {"fr-BE", "nl-BE", "en-BE"}
    for _, address in alternates:
        assert client.get(below(address)).status_code == 200


def test_the_front_door_names_every_country(client: Client) -> None:
    html = client.get("/").content.decode()
    assert f'<link rel="canonical" href="{settings.PUBLIC_URL}/">' in html
    assert html.count('rel="alternate"') == len(LOCALES) + 1
