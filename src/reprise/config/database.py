"""From a connection address to Django's settings."""

from __future__ import annotations

from typing import Any

from psycopg.conninfo import conninfo_to_dict


def database(url: str, *, pool: int = 0) -> dict[str, Any]:
    """Django's settings for a PostgreSQL address (``postgresql://…`` or key=value form).

    ``pool`` is the largest number of pooled connections in this process; 0 opens one connection
    a thread and keeps it.  Raises psycopg.ProgrammingError for an address that cannot be read.
    """
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    options: dict[str, Any] = {
        key: value
        for key, value in parts.items()
        if key not in {"host", "port", "dbname", "user", "password"}
    }
    # Parameters travel apart from the statement, and PostgreSQL keeps the plan of one that comes
    # often: much of what a short statement costs is its planning.
    options |= {"server_side_binding": True, "prepare_threshold": 5}
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0 if pool else None,
        "ATOMIC_REQUESTS": False,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def running_role(url: str, owner_url: str) -> str:
    """The role that serves, and is granted what it needs: of two addresses the first one's, of one
    that which is made for it beside its owner (decision 0004)."""
    user = str(conninfo_to_dict(url).get("user") or "")
    return user if user and url != owner_url else "reprise_app"
