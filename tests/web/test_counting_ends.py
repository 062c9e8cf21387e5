"""What a process has counted when it ends: by itself, by SIGTERM as the web server's do, and
killed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from reprise.audience.models import Count
from reprise.audience.queries import running
from reprise.kernel import clock
from tests.web.counted import BROWSER

pytestmark = pytest.mark.django_db(transaction=True)

PROCESS = f"""
import os, signal, sys
import django
django.setup()
from django.test import Client
from reprise.web import counting

def serve():
    counting.begin()
    counting.report()  # the month's key is known
    for _ in range(3):
        assert Client(HTTP_USER_AGENT={BROWSER!r}).get("/fr-fr/terms/").status_code == 200
    print("served", flush=True)

how = sys.argv[1]
if how == "child":
    # As granian runs its workers; such a child does nothing of what atexit knows.
    from multiprocessing import get_context
    child = get_context("fork").Process(target=serve)
    child.start()
    child.join()
else:
    serve()
    if how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
"""


def run(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", PROCESS, how],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
            "PYTHONPATH": "src",
            "REPRISE_HOSTS": "testserver",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "served" in done.stdout, done.stderr
    return done.returncode


@pytest.mark.parametrize("how", ["exit", "child"])
def test_what_was_counted_last_is_reported_at_the_end(how: str) -> None:
    assert run(how) == 0
    assert Count.objects.get().number == 3


def test_a_process_that_is_killed_loses_what_it_had_not_reported_and_no_more() -> None:
    assert run("exit") == 0
    assert run("kill") == -9
    assert Count.objects.get().number == 3
    assert run("exit") == 0
    assert Count.objects.get().number == 6
    found = running(clock.now().date().replace(day=1))
    assert found is not None
    assert found.recipients.number == 1
