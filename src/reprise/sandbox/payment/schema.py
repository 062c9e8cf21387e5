"""The provider's own tables, made at start; running it again changes nothing."""

from __future__ import annotations

from typing import Final

import psycopg

# Any constant will do as long as nobody else on this database uses it for a lock.
SETUP_LOCK: Final = 0x5A4D_B0C5

TABLES: Final = """
CREATE TABLE IF NOT EXISTS sandbox.payment (
    id text PRIMARY KEY,
    secret text NOT NULL,
    reference text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    method text NOT NULL CHECK (method IN ('card', 'bancontact', 'ideal')),
    language text NOT NULL,
    return_url text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    status_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'authorised', 'collected', 'captured',
        'released', 'lapsed', 'declined', 'cancelled', 'expired')),
    authorised bigint NOT NULL,
    captured bigint NOT NULL,
    refunded bigint NOT NULL,
    authorised_until timestamptz,
    behaviour text NOT NULL,
    last4 text NOT NULL CHECK (length(last4) <= 4),
    challenged boolean NOT NULL,
    tries integer NOT NULL,
    problem text NOT NULL,
    answer_lost boolean NOT NULL,
    version integer NOT NULL,
    due_at timestamptz,
    CHECK (0 <= refunded AND refunded <= captured AND captured <= amount),
    CHECK (authorised IN (0, amount)),
    CHECK (captured = 0 OR status IN ('captured', 'collected')),
    CHECK ((due_at IS NOT NULL) = (status IN ('open', 'authorised')))
);
ALTER TABLE sandbox.payment ADD COLUMN IF NOT EXISTS merchant_reference text NOT NULL DEFAULT '';
CREATE INDEX IF NOT EXISTS payment_reference ON sandbox.payment (reference);
CREATE INDEX IF NOT EXISTS payment_due ON sandbox.payment (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS sandbox.answer (
    key text PRIMARY KEY,
    digest bytea NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS sandbox.entry (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment text NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('authorised', 'collected', 'captured', 'released',
        'lapsed', 'refunded')),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    at timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS sandbox.notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL,
    payment text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    next_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    delivered_at timestamptz
);
CREATE INDEX IF NOT EXISTS notice_next ON sandbox.notice (next_at) WHERE next_at IS NOT NULL;
"""


def set_up(database_url: str) -> None:
    """Make the schema `sandbox` and its tables if they are not there.

    Safe to run by several processes at once.  The role needs to own the schema, or to have CREATE
    on the database.  Raises psycopg.Error.
    """
    with psycopg.connect(database_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [SETUP_LOCK])
        # Asked first, because CREATE SCHEMA IF NOT EXISTS wants CREATE on the database even when
        # the schema is there.
        found = connection.execute("SELECT to_regnamespace('sandbox') IS NOT NULL").fetchone()
        if not found or not found[0]:
            connection.execute("CREATE SCHEMA sandbox")
        connection.execute(TABLES)
