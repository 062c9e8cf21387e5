"""What the tests of the embedded database share: questions to it, and Pythons of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from reprise.cli.postgres import EmbeddedServer, LaunchError

ROOT = os.geteuid() == 0
HOUSE = Path(__file__).resolve().parents[3]
SOURCE = HOUSE / "src"
PACKAGES = Path(pytest.__file__).resolve().parents[1]
as_root = pytest.mark.skipif(not ROOT, reason="only root drops its rights")
as_user = pytest.mark.skipif(ROOT, reason="root may write everywhere")

LAUNCH = """
import sys, time
from pathlib import Path
from reprise.cli.postgres import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
server.start()
print(server.pid, flush=True)
time.sleep(600)
"""


def ask(url: str, *statements: str) -> object:
    """The first value that the last statement returns, each statement committed on its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def refusal(data: Path) -> str:
    """The sentence with which a start refuses, which must be one, and leave nothing running."""
    launcher = EmbeddedServer(data)
    with pytest.raises(LaunchError) as caught:
        launcher.start()
    assert launcher.pid is None
    assert launcher._sockets is None
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def eventually(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited a minute in vain"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def python(
    *arguments: str, program: str = sys.executable, cwd: Path | None = None, uid: int | None = None
) -> subprocess.Popen[str]:
    """A Python of its own that finds Reprise, for root as the user `uid`."""
    return subprocess.Popen(
        [program, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (SOURCE, HOUSE, PACKAGES)))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        user=uid,
        group=uid,
        extra_groups=None if uid is None else [],
    )
