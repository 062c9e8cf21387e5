"""Run PostgreSQL's programs as another account, and tie them to this process."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

from reprise.cli.postgres import tether
from reprise.cli.postgres.account import Account

HERE = "/proc/self/cwd"


def data_argument(account: Account, cluster: Path) -> str:
    """What to pass as `-D` to a program that is started with `cluster` as working directory.

    An account to which root dropped may be unable to walk to the cluster (the project lies below
    /root, say).  It has no need to: it was put there, and Linux names a process's own working
    directory without a walk.  So no parent directory is ever opened, and no data moves.
    """
    return HERE if account.dropped else str(cluster)


def run(
    command: list[str], account: Account, cluster: Path, script: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a program in `cluster` as `account` to its end, `script` on its standard input.

    It is killed if this process ends before.  That it could not be started is said like any of
    its failures, by exit status and stderr.
    """
    return subprocess.run(
        _tethered(command, account, signal.SIGKILL),
        input=script,
        capture_output=True,
        check=False,
        text=True,
        errors="replace",
        cwd=cluster,
        env=_environment(),
        umask=0o077,
        process_group=0,
    )


def spawn(
    command: list[str], account: Account, cluster: Path, log: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start the server in `cluster` as `account`, its messages into `log`.

    It shuts down at once (the next start recovers) when the calling thread ends.  Its process
    group is its own, so Ctrl-C reaches only this process, which then decides the order in which
    things stop.
    """
    return subprocess.Popen(
        _tethered(command, account, signal.SIGQUIT),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd=cluster,
        env=_environment(),
        umask=0o077,
        process_group=0,
    )


def stop(server: subprocess.Popen[bytes], patience: float) -> int:
    """End the server and wait for it: fast shutdown, after `patience` seconds an immediate one
    (the next start recovers), after as many again SIGKILL.  Its exit status, -N for signal N."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is not None:
            break
        server.send_signal(request)
        try:
            server.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    return server.wait()


def _tethered(command: list[str], account: Account, last_signal: signal.Signals) -> list[str]:
    who = [str(account.uid), str(account.gid)] if account.dropped else ["-", "-"]
    script = [sys.executable, "-I", "-S", os.path.abspath(tether.__file__)]  # noqa: PTH100
    return [*script, str(os.getpid()), str(int(last_signal)), *who, *command]


def _environment() -> dict[str, str]:
    """Nothing of ours reaches PostgreSQL: PGPORT, PGOPTIONS and the like would change it.

    The grandparent's number lets it see through a stale lock file that names a shell of ours.
    """
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PG_GRANDPARENT_PID": str(os.getppid()),
    }
