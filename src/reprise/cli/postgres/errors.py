"""The one failure that a person who starts the database reads."""

import errno
from pathlib import Path


class LaunchError(Exception):
    """The embedded database cannot run.  The message is one sentence: what happened, what to do."""


def launch_error(path: Path, cause: OSError) -> LaunchError:
    """The sentence for a file operation on `path` that the operating system refused."""
    match cause.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return no_room(path)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return LaunchError(
                f"No permission to use {path}: give this user that folder,"
                " or name another one for the database."
            )
        case errno.EEXIST | errno.ENOTDIR:
            return LaunchError(f"{path} is, or lies below, a file: name a folder for the database.")
        case _:
            return LaunchError(
                f"{path} cannot be used ({cause.strerror or cause}):"
                " mend it, or name another folder for the database."
            )


def no_room(path: Path) -> LaunchError:
    """The sentence for a full disk."""
    return LaunchError(
        f"There is no room left on the disk that holds {path}: free some space"
        " (a new database takes about 100 MB), then start again."
    )
