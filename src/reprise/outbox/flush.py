"""When a commit need not wait for the disk.

PostgreSQL writes its log in order, so a commit that waits makes durable whatever was committed
before it.  A commit that does not wait is lost with PostgreSQL itself at most (not with a process
of ours), within its last second and with all that came after it: as if it had not been reached.
It is for a change that nobody was promised yet (decision 0027).
"""

from __future__ import annotations

from typing import Final

# An item of a RETURNING, for a transaction that writes rows.
FLUSH_LATER: Final = "set_config('synchronous_commit', 'off', true)"
# An item of a FROM, for a change that is one statement.
LATER: Final = f"{FLUSH_LATER} AS flushed_later"
