"""The sandbox carrier as a process of its own."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys

from tests.sandbox.running import SOURCES, eventually, free_port

API_KEY = "carrier-key-of-the-tests"
SECRET = "carrier-secret-of-the-tests"


class RunningCarrier:
    """The real process, on a port of its own; ``webhook_url`` is where it reports scans."""

    def __init__(self, webhook_url: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = {
            "CARRIER_API_KEY": API_KEY,
            "CARRIER_WEBHOOK_SECRET": SECRET,
            "CARRIER_WEBHOOK_URL": webhook_url,
            "PYTHONPATH": str(SOURCES),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "reprise.sandbox.carrier", "--port", str(self.port)]
        environ = os.environ | self._settings
        self._process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
        eventually(self._answers)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "the carrier ended by itself"
        try:
            return self.ask("GET", "/health", key="")[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def ask(
        self, method: str, path: str, body: bytes | None = None, key: str = API_KEY
    ) -> tuple[int, bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request(method, path, body, {"Authorization": f"Bearer {key}"})
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
