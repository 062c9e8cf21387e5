"""When a commit need not wait for the disk.

PostgreSQL writes its log in order, so a commit that waits makes durable whatever was committed
before it.  A commit that does not wait is lost with PostgreSQL itself at most (not with a process
of ours), within its last second and with all that came after it: as if it had not been reached.
It is for a change that nobody was promised yet (decision 0027).
"""

from __future__ import annotations

from typing import Final

from django.db import connection

# An item of a FROM, for a change that is one statement.
LATER: Final = "set_config('synchronous_commit', 'off', true) AS flushed_later"


def flush_later() -> None:
    """Let the commit of this transaction not wait.  Must run inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
