"""Become PostgreSQL under another account, tied to the life of the process that asked.

    python -I -S tether.py PARENT SIGNAL UID GID PROGRAM [ARGUMENT ...]

`process.py` runs this file as a program of its own: code between fork and exec (`preexec_fn`) is
unsafe in a process with threads.  UID and GID are `-` to stay who one is.  The order matters: the
kernel forgets the request for a signal when the account changes, and keeps it across exec.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(parent: str, last_signal: str, uid: str, gid: str, *command: str) -> str:
    """Does not return if it succeeds; otherwise what went wrong, for stderr."""
    try:
        if uid != "-":
            os.setgroups([])
            os.setresgid(int(gid), int(gid), int(gid))
            os.setresuid(int(uid), int(uid), int(uid))
        if sys.platform.startswith("linux"):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(last_signal), 0, 0, 0)
        if os.getppid() != int(parent):
            return "error: the process that asked for PostgreSQL is gone"
        os.execv(command[0], command)  # noqa: S606 - exec without a shell is the purpose
    except OSError as refused:
        return f"error: {command[0]} cannot run as user {uid}: {refused.strerror}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
