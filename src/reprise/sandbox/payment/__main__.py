"""Start the provider: `python -m reprise.sandbox.payment --port 8001`."""

from __future__ import annotations

import argparse
import os
import sys

from granian import Granian
from granian.constants import Interfaces

from reprise.sandbox.payment.config import Config, Misconfigured


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m reprise.sandbox.payment",
        description="The sandbox payment provider, where no money moves. Settings: SANDBOX_*.",
    )
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--address", default="127.0.0.1")
    given = parser.parse_args()
    try:
        config = Config.from_environment(os.environ)
    except Misconfigured as problem:
        print(f"sandbox payment provider: {problem}", file=sys.stderr)
        return 2
    Granian(
        "reprise.sandbox.payment.app:create",
        address=given.address,
        port=given.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=config.threads,
        factory=True,
        log_access=False,
    ).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main())
