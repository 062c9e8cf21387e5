"""`python -m reprise.cli.postgres --data DIR`: the database alone, in the foreground."""

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType

from reprise.cli.postgres.errors import LaunchError
from reprise.cli.postgres.server import EmbeddedServer


def main(arguments: list[str] | None = None) -> int:
    """Run until a signal; 0 after one, 1 with a sentence on stderr if the server fails."""
    parser = argparse.ArgumentParser(
        prog="python -m reprise.cli.postgres", description="Run Reprise's embedded PostgreSQL."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the database")
    data = parser.parse_args(arguments).data

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    # SIGINT as well: a job in the background inherits it as ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    server = EmbeddedServer(data)
    try:
        endpoints = server.start()
        print(f"PostgreSQL listens on {endpoints.socket}", flush=True)
        status = server.wait()
        raise LaunchError(
            f"PostgreSQL ended by itself (status {status}): read {server.data / 'server.log'}."
        )
    except KeyboardInterrupt:
        return 0
    except LaunchError as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        server.stop()


if __name__ == "__main__":
    sys.exit(main())
