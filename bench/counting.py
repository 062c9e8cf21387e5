"""What counting adds to a page: CPU in the process that serves it (decision 0036).

A program of its own: it needs the shop's settings, and no database.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median

import django
from django.http import HttpRequest, HttpResponse

REPEATS, ROUNDS = 4000, 9
# Microseconds of CPU a page.
LIMIT = 30.0
BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"


def report(ratio: float) -> str:
    """One line: a product's page through the middleware; ``ratio`` scales the limit."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "reprise.config.settings", "REPRISE_SECRET_KEY": "bench",
    }  # fmt: skip
    django.setup()
    from reprise.audience.rules import month_of
    from reprise.kernel import clock
    from reprise.web import counting

    answer = HttpResponse("", content_type="text/html; charset=utf-8")
    counted = counting.CountedPages(lambda request: answer)
    requests = [_asked(number) for number in range(REPEATS)]
    counting.tally().know({month_of(clock.now()): b"k" * 32})
    plain: list[float] = []
    spent: list[float] = []
    for _ in range(ROUNDS):
        for made, serve in ((plain, lambda request: answer), (spent, counted)):
            start = time.process_time()
            for request in requests:
                serve(request)
            made.append((time.process_time() - start) / REPEATS * 1e6)
    cost = median(spent) - median(plain)
    verdict = "ok" if cost <= LIMIT * ratio else "OVER"
    return (
        f"counting a page: {cost:.1f} µs (limit {LIMIT:.0f}, here {LIMIT * ratio:.0f}: {verdict})"
    )


def _asked(number: int) -> HttpRequest:
    """A page of one of five hundred products, from one of twenty thousand networks."""
    from django.test import RequestFactory
    from django.urls import resolve

    path = f"/en-fr/products/synthetic-{number % 500}/synthetic-{number % 500}-1/"
    address = f"10.{number % 79}.{number % 251}.{number % 13}"
    request = RequestFactory().get(path, REMOTE_ADDR=address, HTTP_USER_AGENT=BROWSER)
    request.resolver_match = resolve(path)
    return request


if __name__ == "__main__":
    print(report(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
