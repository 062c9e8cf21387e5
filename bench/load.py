"""Requests from this process, and the CPU seconds that others spend on them."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import psutil


def cpu_of(roots: Sequence[int]) -> float:
    """CPU seconds so far of these processes and all below them."""
    total = 0.0
    for root in roots:
        try:
            family = [psutil.Process(root), *psutil.Process(root).children(recursive=True)]
        except psutil.NoSuchProcess:
            continue
        for process in family:
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system + times.children_user + times.children_system
    return total


def by_part(root: int) -> dict[str, float]:
    """CPU seconds so far of each part of a running marketplace: web, worker, postgres ..."""
    parts: dict[str, float] = {}
    for child in psutil.Process(root).children():
        words = " ".join(child.cmdline())
        name = next(
            (part for part in ("granian", "procrastinate", "sandbox", "aiosmtpd") if part in words),
            "postgres",
        )
        parts[name] = parts.get(name, 0.0) + cpu_of([child.pid])
    return parts


@dataclass(frozen=True, slots=True)
class Cost:
    """``milliseconds`` of CPU a request; ``kilobytes`` of an answer, as sent."""

    milliseconds: float
    kilobytes: float


def measure(
    port: int, paths: Callable[[int], str], requests: int, roots: Sequence[int], threads: int = 4
) -> Cost:
    """Ask for ``paths(n)``, n = 0..requests-1, over kept connections; what each cost the servers.

    Raises RuntimeError for an answer that is not 200.
    """

    def ask(start: int) -> list[int]:
        sizes = []
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for n in range(start, requests, threads):
            line.request("GET", paths(n), headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{paths(n)}: {answer.status}")
            sizes.append(len(body))
        line.close()
        return sizes

    before = cpu_of(roots)
    with ThreadPoolExecutor(threads) as crowd:
        sizes = [size for some in crowd.map(ask, range(threads)) for size in some]
    spent = cpu_of(roots) - before
    return Cost(spent / requests * 1000, sum(sizes) / len(sizes) / 1000)
