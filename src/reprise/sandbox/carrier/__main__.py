"""Start the carrier: `python -m reprise.sandbox.carrier --port 8002`."""

from __future__ import annotations

import argparse
import os
import sys

from granian import Granian
from granian.constants import Interfaces

from reprise.sandbox.carrier.config import Config, Misconfigured


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m reprise.sandbox.carrier",
        description="The sandbox carrier, which moves no parcel. Settings: CARRIER_*.",
    )
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--address", default="127.0.0.1")
    given = parser.parse_args()
    try:
        Config.from_environment(os.environ)
    except Misconfigured as problem:
        print(f"sandbox carrier: {problem}", file=sys.stderr)
        return 2
    Granian(
        "reprise.sandbox.carrier.app:create",
        address=given.address,
        port=given.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=2,
        factory=True,
        log_access=False,
    ).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main())
