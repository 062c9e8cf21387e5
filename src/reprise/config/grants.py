"""What the running role may do, table by table (decision 0004)."""

from __future__ import annotations

from collections.abc import Sequence

from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg import sql

# Append-only: rows are added and read.
ADD = frozenset(
    {
        "audience_figure",
        "audience_month",
        "audit_look",
        "audit_badge",
        "audit_sought",
        "consent_partneract",
        "consent_purge",
        "consent_purgebatch",
        "consent_voided",
        "discovery_decision",
        "ledger_account",
        "ledger_booking",
        "ledger_closing",
        "ledger_transfer",
        "offers_stockmovement",
        "orders_linedevice",
        "orders_said",
        "orders_step",
        "outbox_delivery",
        "outbox_event",
        "payments_notice",
        "privacy_act",
        "privacy_breach",
        "privacy_breachact",
        "privacy_entry",
        "privacy_night",
        "privacy_yearkey",
        "sellers_trader",
        "shipping_item",
        "shipping_scan",
    }
)
# Rows are added and taken away whole, and what they say is not changed.
KEEP = frozenset(
    {
        "consent_notice",
        "consent_partner",
        "consent_receipt",
        "consent_use",
        "discovery_sale",
        "privacy_breachtext",
    }
)
# Only these columns change after a row was added.
COLUMNS: dict[str, Sequence[str]] = {
    model._meta.db_table: model.MUTABLE for model in apps.get_models() if hasattr(model, "MUTABLE")
}
# These columns are added and not read: a function reads them, and notes it (decision 0039).  No
# row with one changes.
SEALED: dict[str, Sequence[str]] = {
    model._meta.db_table: model.SEALED for model in apps.get_models() if hasattr(model, "SEALED")
}
# Of these PostgreSQL says the rest by itself, when a row is added (decision 0055).
SAID: dict[str, Sequence[str]] = {
    model._meta.db_table: model.SAYS for model in apps.get_models() if hasattr(model, "SAYS")
}
# The record of migrations is the owner's, and so is who listens; functions say when a contract
# ended (decision 0055), and that a file was handed out (decision 0063).
READ = frozenset({"audit_handedout", "django_migrations", "outbox_hearing", "sellers_ending"})


def privileges(table: str) -> dict[str, Sequence[str]]:
    """Privilege to columns (none named: the whole table) that the running role gets on a table."""
    if table in READ:
        return {"SELECT": ()}
    if table in ADD:
        return {"SELECT": (), "INSERT": SAID.get(table, ())}
    if table in SEALED:
        return {"SELECT": _columns(table, but=SEALED[table]), "INSERT": ()}
    result: dict[str, Sequence[str]] = {"SELECT": (), "INSERT": ()}
    if table in COLUMNS:
        result["UPDATE"] = COLUMNS[table]
    if table in KEEP:
        result["DELETE"] = ()
    return result if len(result) > 2 else result | {"UPDATE": (), "DELETE": ()}


def _columns(table: str, but: Sequence[str]) -> list[str]:
    (model,) = (each for each in apps.get_models() if each._meta.db_table == table)
    names = [str(field.column) for field in model._meta.concrete_fields]
    return [name for name in names if name not in but]


def apply() -> None:
    """Give the running role exactly its privileges.  The owner's connection runs this."""
    role = sql.Identifier(settings.RUNNING_ROLE)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(role))
        cursor.execute(
            sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(role)
        )
        cursor.execute(
            sql.SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}").format(role)
        )
        for table in connection.introspection.table_names(cursor):
            name = sql.Identifier(table)
            cursor.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(name, role))
            for privilege, columns in privileges(table).items():
                names = sql.SQL(", ").join(map(sql.Identifier, columns))
                only = sql.SQL("({})").format(names) if columns else sql.SQL("")
                cursor.execute(
                    sql.SQL("GRANT {}{} ON {} TO {}").format(sql.SQL(privilege), only, name, role)
                )
