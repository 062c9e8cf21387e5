"""The processes that `reprise run` starts, watches and stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from reprise.cli.errors import Problem

TETHER = Path(__file__).parent / "postgres" / "tether.py"
PATIENCE = 15.0


def _private(path: str, flags: int) -> int:
    """A log names addresses and orders: it is for who runs the marketplace."""
    return os.open(path, flags, 0o600)


class Children:
    """Named child processes; each is told to end when this process dies, however it dies."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(
        self,
        name: str,
        command: Sequence[str],
        environ: Mapping[str, str],
        *,
        last_signal: signal.Signals = signal.SIGTERM,
    ) -> None:
        """Start ``command`` with its output in ``logs/<name>.log``.

        ``last_signal`` is what it gets when this process is killed and cannot ask.
        """
        tethered = [
            sys.executable, "-I", "-S", str(TETHER), str(os.getpid()),
            str(int(last_signal)), "-", "-", *command,
        ]  # fmt: skip
        with open(self.logs / f"{name}.log", "ab", opener=_private) as log:
            self._running[name] = subprocess.Popen(
                tethered, env=dict(environ), stdout=log, stderr=log, start_new_session=True
            )

    def run(
        self,
        name: str,
        command: Sequence[str],
        environ: Mapping[str, str],
        *,
        secret: bool = False,
    ) -> str:
        """Run ``command`` to its end; its output, which is not logged when it is ``secret``.

        Raises Problem when it fails.
        """
        done = subprocess.run(
            command, env=dict(environ), capture_output=True, text=True, check=False
        )
        with open(self.logs / f"{name}.log", "a", opener=_private) as log:
            log.write(("" if secret else done.stdout) + done.stderr)
        if done.returncode:
            lines = (done.stderr or done.stdout).strip().splitlines() or ["no output"]
            last = lines[-1].removeprefix("reprise: ")
            raise Problem(f"“{name}” failed: {last} (all of it is in {self.logs / f'{name}.log'}).")
        return done.stdout.strip()

    def ended(self) -> str | None:
        """The name of a child that has ended by itself, if one has."""
        for name, child in self._running.items():
            if child.poll() is not None:
                return name
        return None

    def stop(self) -> None:
        """Ask every child to end, the newest first, and insist after a while."""
        for child in reversed(self._running.values()):
            if child.poll() is None:
                child.terminate()
        end = time.monotonic() + PATIENCE
        for child in reversed(self._running.values()):
            try:
                child.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self._running.clear()
