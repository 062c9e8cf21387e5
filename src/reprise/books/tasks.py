from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from reprise.books import actions


@app.task(queue="books")
def carry_out_audit(audit_id: str) -> None:
    actions.carry_out(UUID(audit_id))
