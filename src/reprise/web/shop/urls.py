"""The buyer's shop."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from reprise.web.shop.views import (
    basket,
    checkout,
    choices,
    choose,
    drawings,
    history,
    home,
    order_links,
    orders,
    pages,
    products,
    recipients,
    rights,
    robots,
    security,
    static,
)

_Urls = list[URLPattern | URLResolver]

_order: _Urls = [
    path("", orders.order, name="order"),
    path("payment/", orders.payment, name="payment"),
    path("link/", order_links.link, name="order-link"),
    path("history/", history.history, name="history"),
    path("evidence.json", history.evidence, name="evidence"),
]
_shop: _Urls = [
    path("", home.home, name="home"),
    path("categories/<slug:slug>/", home.category, name="category"),
    path("search/", home.search, name="search"),
    path("products/<slug:slug>/", products.product, name="product"),
    path("products/<slug:slug>/<slug:variant_slug>/", products.product, name="variant"),
    path("basket/", basket.basket, name="basket"),
    path("basket/items/", basket.items, name="basket-items"),
    path("checkout/", checkout.checkout, name="checkout"),
    path("orders/", order_links.find, name="order-find"),
    path("orders/<str:reference>/<str:token>/", include(_order)),
    path("account/", include("reprise.web.account.urls")),
    path("terms/", pages.terms, name="terms"),
    path("terms/<str:version>/", pages.terms, name="terms-version"),
    path("insurance/", pages.insurance, name="insurance"),
    path("privacy/", pages.privacy, name="privacy"),
    path("legal-notice/", pages.legal_notice, name="legal-notice"),
    path("mentions-legales/", pages.to_legal_notice),
    path("impressum/", pages.to_legal_notice),
    path("privacy/request/", rights.ask, name="privacy-request"),
    path("confidentialite/", pages.to_privacy),
    path("datenschutz/", pages.to_privacy),
    path("choices/", choices.choices, name="choices"),
    path("choices/partners.js", choices.partners, name="partners"),
    path("choices/receipt.json", choices.receipt, name="choice-receipt"),
    path("how-we-rank/", pages.how_we_rank, name="how-we-rank"),
    path("law/", pages.law, name="law"),
    path("recipients/", recipients.recipients, name="recipients"),
]

urlpatterns: _Urls = [
    path("", choose.choose, name="choose"),
    path("robots.txt", robots.robots, name="robots"),
    path("favicon.ico", robots.favicon, name="favicon"),
    path(security.ADDRESS, security.security_txt, name="security-txt"),
    path("sitemap.xml", robots.index, name="sitemaps"),
    re_path(
        r"^sitemap-(?P<market>[a-z]{2})-(?P<number>[1-9][0-9]{0,3})\.xml$",
        robots.sitemap,
        name="sitemap",
    ),
    re_path(r"^static/(?P<name>[\w./-]+)$", static.static, name="static"),
    re_path(
        r"^drawings/(?P<form>[a-z0-9-]+)-(?P<colour>[0-9a-f]{6})\.svg$",
        drawings.drawing,
        name="drawing",
    ),
    re_path(r"^(?P<locale>[a-z]{2}-[a-z]{2})/", include(_shop)),
]
