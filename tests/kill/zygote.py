"""A process that has loaded the application and forks a victim for each step.

Lines of JSON in: a step with its arguments and the port of the database; then "go".
Lines out: the victim's process id; then its end (exit code or minus the signal) and its answer.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any


def main() -> None:
    import django
    from django.conf import settings

    django.setup()
    from tests.kill import steps

    # What the first request and the first job import, no victim imports again.
    importlib.import_module(settings.ROOT_URLCONF)
    importlib.import_module("procrastinate.worker")

    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        gate_out, gate_in = os.pipe()
        said_out, said_in = os.pipe()
        victim = os.fork()
        if victim == 0:
            os.close(gate_in)
            os.read(gate_out, 1)
            _be_a_victim(steps, asked, said_in)
        os.close(gate_out)
        os.close(said_in)
        print(victim, flush=True)
        sys.stdin.readline()
        os.write(gate_in, b"g")
        os.close(gate_in)
        _, status = os.waitpid(victim, 0)
        with os.fdopen(said_out) as said:
            answer = said.read()
        print(json.dumps([os.waitstatus_to_exitcode(status), answer]), flush=True)


def _be_a_victim(steps: Any, asked: dict[str, Any], said: int) -> None:
    from django.db import connection

    connection.settings_dict.update(HOST="127.0.0.1", PORT=str(asked["port"]))
    code = 1
    try:
        answer = getattr(steps, asked["step"])(**asked["arguments"])
        os.write(said, json.dumps(answer).encode())
        code = 0
    except BaseException:
        import traceback

        os.write(said, traceback.format_exc()[-3000:].encode())
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
