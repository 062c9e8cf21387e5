"""Every page answers in its place's language, and nothing is kept on a first visit."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from reprise.consent.remembered import CHOICES
from reprise.consent.trackers import Controller, Kept, Kind
from reprise.markets.queries import LOCALES
from reprise.web.trackers import REGISTER
from reprise.web.words import CONTROLLERS, KEPT, KINDS
from tests.cast import an_offer
from tests.web.shop.conftest import on_the_shelf, put

pytestmark = pytest.mark.django_db

# The one script there may be: facts for machines, which no browser runs.
DATA = '<script type="application/ld+json">'
SAYS = {
    "home": {
        "fr": "Derniers modèles en vente",
        "nl": "Nieuwste modellen te koop",
        "de": "Neueste Modelle im Angebot",
        "en": "Newest models on sale",
    },
    "product": {
        "fr": "Ajouter au panier",
        "nl": "In winkelmand",
        "de": "In den Warenkorb",
        "en": "Add to basket",
    },
    "basket/": {
        "fr": "Votre panier est vide",
        "nl": "Uw winkelmand is leeg",
        "de": "Ihr Warenkorb ist leer",
        "en": "Your basket is empty",
    },
    "terms/": {
        "fr": "À qui vous achetez",
        "nl": "Bij wie u koopt",
        "de": "Bei wem Sie kaufen",
        "en": "Who you buy from",
    },
    "privacy/": {
        "fr": "Vos droits",
        "nl": "Uw rechten",
        "de": "Ihre Rechte",
        "en": "Your rights",
    },
    "how-we-rank/": {
        "fr": "Ce qui ne compte pas",
        "nl": "Wat niet meetelt",
        "de": "Was nicht zählt",
        "en": "What does not count",
    },
    "search/?q=zzz": {
        "fr": "Résultats pour",
        "nl": "Resultaten voor",
        "de": "Ergebnisse für",
        "en": "Results for",
    },
    "nothing/": {
        "fr": "Il n’y a rien à cette adresse",
        "nl": "Er is niets op dit adres",
        "de": "Unter dieser Adresse gibt es nichts",
        "en": "There is nothing at this address",
    },
}  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_each_page_speaks_its_language_and_sets_no_cookie(client: Client, locale: str) -> None:
    language, market = LOCALES[locale]
    offer = on_the_shelf(market=market.code).offer
    product = f"products/{offer.variant.product.slug}/"
    for rest, says in SAYS.items():
        path = {"home": "", "product": product}.get(rest, rest)
        answer = client.get(f"/{locale}/{path}")
        html = answer.content.decode()
        assert answer.status_code == (404 if rest == "nothing/" else 200), path
        assert f'<html lang="{language}">' in html
        assert says[language] in html, path
        assert not answer.cookies, path
        assert set(re.findall("<script[^>]*>", html)) <= {DATA}, path
        assert "style=" not in html, path
    assert translation.get_language() == "en"


DOOR = {
    "fr": "Choisissez votre pays",
    "nl": "Kies uw land",
    "de": "Wählen Sie Ihr Land",
    "en": "Choose your country",
}


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("de", "de"), ("de-AT,de;q=0.9,en;q=0.5", "de"), ("nl-BE", "nl"), ("FR", "fr"),
        ("en;q=0.4, nl;q=0.9", "nl"), ("pt, es;q=0.8, fr;q=0.1", "fr"), ("de;q=0, nl;q=0.2", "nl"),
        ("de;q=0", "en"),
        ("pt", "en"), ("*", "en"), ("", "en"), ("x" * 2000, "en"), ("de" * 9 + ";q=x", "en"),
    ],
)  # fmt: skip
def test_the_front_door_lists_markets_and_goes_nowhere(
    client: Client, asked: str, language: str
) -> None:
    """Its sentence is in the browser's language, each market in its own; no cookie has a say."""
    client.cookies["django_language"] = "fr"
    answer = client.get("/", headers={"accept-language": asked})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Accept-Language" in answer["Vary"]
    assert "Cookie" not in answer["Vary"]
    assert f'<html lang="{language}">' in html
    for each, says in DOOR.items():
        assert (says in html) == (each == language)
    for locale in LOCALES:
        assert f'href="/{locale}/"' in html
    for code, name in {"fr": "Belgique", "nl": "België", "de": "Deutschland"}.items():
        assert f'<span lang="{code}">{name}</span>' in html


@pytest.mark.parametrize(
    "path", ["/xx-yy/", "/fr-nl/", "/fr-fr/products/nope/", "/fr-fr/categories/nope/", "/fr/"]
)
def test_what_does_not_exist_is_404(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_languages_know_of_each_other(client: Client) -> None:
    slug = an_offer(market="be").offer.variant.product.slug
    html = client.get(f"/nl-be/products/{slug}/?grade=good").content.decode()
    assert f'href="/fr-be/products/{slug}/?grade=good" lang="fr"' in html
    assert 'rel="canonical"' in html
    assert html.count('rel="alternate"') == len(LOCALES)
    # The front door is where somebody of no country goes on from, and of no other page.
    home = client.get("/nl-be/").content.decode()
    assert 'hreflang="x-default" href="http://127.0.0.1:8000/"' in home
    assert home.count('rel="alternate"') == len(LOCALES) + 1


def test_a_private_page_is_not_kept_and_not_found(client: Client) -> None:
    answer = client.get("/fr-fr/basket/")
    assert answer["Cache-Control"] == "private, no-store"
    assert 'content="noindex"' in answer.content.decode()


def test_what_was_searched_is_shown_as_text(client: Client) -> None:
    html = client.get("/fr-fr/search/", {"q": '"><b>x</b>'}).content.decode()
    assert "<b>x" not in html
    assert "&#34;&gt;&lt;b&gt;x" in html


def test_a_bug_is_told_with_its_reference(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from reprise.web.shop.views import home

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(home, "listing", broken)
    client.raise_request_exception = False
    answer = client.get("/de-de/")
    assert answer.status_code == 500
    html = answer.content.decode()
    assert "Bei uns ist etwas schiefgegangen" in html
    reference = html.split("X-")[1][:8]
    assert f"X-{reference}" in caplog.text


def test_another_site_cannot_post(client: Client) -> None:
    offer = an_offer()
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}):
        answer = client.post(
            "/fr-fr/basket/items/", {"offer": str(offer.id), "quantity": 1}, headers=headers
        )
        assert answer.status_code == 403
        assert not answer.cookies
    assert put(client, offer).status_code == 303


@pytest.mark.parametrize("locale", LOCALES)
def test_the_privacy_page_tells_everything_of_the_register(client: Client, locale: str) -> None:
    """As shipped nobody is asked, so there is no choice to remember."""
    language, _ = LOCALES[locale]
    html = unescape(client.get(f"/{locale}/privacy/").content.decode())
    assert f"<code>{CHOICES.name}</code>" not in html
    with translation.override(language):
        for each in (each for each in REGISTER if each is not CHOICES):
            row = html.split(f'<th scope="row"><code>{each.name}</code>')[1].split("</tr>")[0]
            for words in (each.aim, each.when):
                assert translation.gettext(words) in row, (each.name, words)
            kept = KEPT[each.kept.value] if isinstance(each.kept, Kept) else ""
            assert translation.gettext(kept or "not needed") in row
    assert re.findall(r">(14|30) \w+</td>", html) == ["30", "14"]
    assert "78-17" in html
    assert f'href="/{locale}/law/#fr.trackers.access"' in html
    assert 'id="fr.trackers.access"' in client.get(f"/{locale}/law/").content.decode()


def test_the_privacy_page_begins_with_the_way_to_each_of_its_parts(client: Client) -> None:
    html = client.get("/de-de/privacy/").content.decode()
    ways = re.findall(r'<li><a href="#([\w-]+)">', html)
    assert {"rights", "complaint", "outside"} <= set(ways)
    assert [html.count(f'<h2 id="{each}">') for each in ways] == [1] * len(ways)


def test_the_privacy_page_names_cookies_as_the_browser_shows_them(
    client: Client, settings: Any
) -> None:
    settings.HTTPS = True
    html = client.get("/en-fr/privacy/").content.decode()
    for name in ("__Host-basket", "__Host-csrftoken", "__Host-session"):
        assert f"<code>{name}</code>" in html
    assert "<code>navigator.credentials</code>" in html


def test_every_kind_and_every_end_has_its_word() -> None:
    assert set(KINDS) == {each.value for each in Kind}
    assert set(KEPT) == {each.value for each in Kept}
    assert set(CONTROLLERS) == {each.value for each in Controller}


def test_the_privacy_page_is_found_under_its_names(client: Client) -> None:
    for path in ("/fr-fr/confidentialite/", "/de-de/datenschutz/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (301, f"{path[:7]}privacy/")


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/", "/en-fr/privacy/"), ("/nothing/", "/en-fr/privacy/"),
        ("/fr-fr/", "/fr-fr/privacy/"), ("/de-de/nothing/", "/de-de/privacy/"),
        ("/nl-be/account/login/", "/nl-be/privacy/"), ("/seller/login/", "/en-fr/privacy/"),
        ("/staff/login/", "/en-fr/privacy/"),
    ],
)  # fmt: skip
def test_every_page_leads_to_the_privacy_page(client: Client, path: str, link: str) -> None:
    assert f'href="{link}"' in client.get(path).content.decode().split("<footer")[1]


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/fr-fr", "/fr-fr/"),
        ("/de-de/basket", "/de-de/basket/"),
        ("/nl-be/search?q=a%20b", "/nl-be/search/?q=a%20b"),
        ("/en-fr/account/login", "/en-fr/account/login/"),
        ("/seller", "/seller/"),
        ("/staff", "/staff/"),
    ],
)
def test_a_page_without_its_slash_leads_to_the_page(client: Client, asked: str, leads: str) -> None:
    for answer in (client.get(asked), client.head(asked)):
        assert (answer.status_code, answer.headers["Location"]) == (301, leads)
    assert client.post(asked).status_code == 404, "what was sent is not lost on the way"


@pytest.mark.parametrize(
    "asked",
    ["/xx-xx", "/fr-fr/nothing", "/fr-de", "/static/none.css", "/dev",
     "/fr-fr/checkout/x", "/api/v1/nothing", "/fr-fr/orders/a/b/evidence.json"],
)  # fmt: skip
def test_nothing_else_is_led_anywhere(client: Client, asked: str) -> None:
    assert client.get(asked).status_code == 404


@pytest.mark.parametrize("locale", ["fr-fr", "nl-be", "de-de", "en-fr"])
def test_a_law_without_an_article_among_others_says_so(client: Client, locale: str) -> None:
    """German law cites the Civil Code with articles and once without: each mark has its words."""
    html = client.get(f"/{locale}/law/").content.decode()
    (codes,) = re.findall(r'<dt id="de.guarantee.defect">.*?</dd>', html, re.DOTALL)
    says = {
        "fr": "aucun article lu",
        "nl": "geen artikel gelezen",
        "de": "kein Artikel gelesen",
        "en": "no article read",
    }[locale[:2]]
    assert codes.count(f" · {says} <span") == 1
    assert not re.search(r"</span>\s*<span", html), "no mark follows a mark"
