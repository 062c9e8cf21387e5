"""A whole marketplace as `make run` starts it, for tests that use it from outside."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

# A slow machine needs its time; one that does not start at all ends sooner, with its code.
PATIENCE = 300.0


class Market:
    """`reprise run` on a data folder of its own, with a small demo."""

    def __init__(self, **settings: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="reprise-market-"))
        self.data = self._folder / "var"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.base = f"http://127.0.0.1:{self.port}"
        self.password = ""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DATABASE_", "REPRISE_", "SANDBOX_", "SMTP_", "DJANGO_"))
        }
        self._environ = kept | {
            "PORT": str(self.port),
            "REPRISE_DATA": str(self.data),
            "REPRISE_DEMO_OFFERS": "3000",
            "REPRISE_DEMO_ORDERS": "20",
            "REPRISE_STRICT": "1",
            **settings,
        }
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reprise.cli", "run"],
            env=self._environ,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        end = time.monotonic() + PATIENCE
        for line in self._process.stdout:
            found = re.search(r"password (\S+)", line)
            if found:
                self.password = found[1]
            if "nothing is lost" in line:
                return
            assert time.monotonic() < end, "the marketplace did not start"
        raise AssertionError(f"the marketplace ended with {self._process.wait()}")

    def stop(self) -> int:
        """SIGTERM, as `make run` gets it, and nothing is left; the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(timeout=60)
        assert self._process.stdout
        self._process.stdout.close()
        shutil.rmtree(self._folder)
        return code

    def rows(self, query: str, *values: str) -> list[Any]:
        """What its database answers to a statement that we run as the application."""
        settings = json.loads((self.data / "running.json").read_text())
        with psycopg.connect(settings["DATABASE_URL"]) as connection:
            cursor = connection.execute(query.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def offer_of(self, seller: str) -> str:
        """The page of a device in stock that this seller alone offers in France."""
        (row,) = self.rows(
            """
            SELECT p.slug, v.slug, o.grade FROM offers_offer o
              JOIN offers_marketoffer m ON m.offer_id = o.id AND m.market = 'fr'
              JOIN sellers_seller s ON s.id = o.seller_id AND s.name = %s
              JOIN catalog_variant v ON v.id = o.variant_id
              JOIN catalog_product p ON p.id = v.product_id
             WHERE o.available > 0 AND NOT EXISTS (
                   SELECT 1 FROM offers_offer x JOIN offers_marketoffer y ON y.offer_id = x.id
                    WHERE x.variant_id = o.variant_id AND x.grade = o.grade AND x.id <> o.id
                      AND y.market = 'fr')
             ORDER BY o.id LIMIT 1
            """,
            seller,
        )
        return f"/en-fr/products/{row[0]}/{row[1]}/?grade={row[2]}"

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Another command beside the running marketplace, as in a second terminal."""
        return subprocess.run(
            [sys.executable, "-m", "reprise.cli", *arguments],
            env=self._environ,
            capture_output=True,
            text=True,
            check=False,
        )
