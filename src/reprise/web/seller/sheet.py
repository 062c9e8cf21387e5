"""Statements as files that a spreadsheet opens by a double click and an importer reads.

UTF-8 with its mark, dates as ISO 8601 writes them, amounts as plain numbers.  Semicolons and
decimal commas in French, Dutch and German, commas and decimal points in English: that is what
spreadsheets in these languages expect.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from reprise.kernel.cells import text
from reprise.kernel.money import Money
from reprise.ledger.queries import Statement, StatementRow
from reprise.web import words as say
from reprise.web.templating import plain

MARK = "\ufeff"


def amount(value: Money) -> str:
    return plain(value.minor, value.currency)


def statement(
    told: Statement,
    zone: ZoneInfo,
    rows: Sequence[StatementRow],
    names: Mapping[UUID, str],
    titles: Mapping[UUID, str],
    language: str,
) -> str:
    """A month: the opening balance, each movement in its order, the closing balance."""
    out = StringIO()
    write = csv.writer(out, delimiter="," if language == "en" else ";").writerow
    write(
        text(title)
        for title in (
            gettext("No."), gettext("Date"), gettext("Time"), gettext("What"), gettext("Order"),
            gettext("Device"), gettext("Amount"), gettext("Balance"), gettext("Currency"),
        )
    )  # fmt: skip
    currency = told.account.currency
    edge = ("", "", "", gettext("Opening balance"), "", "", "")
    write((*map(text, edge), amount(told.opening), currency))
    for row in rows:
        moment = row.at.astimezone(zone)
        write(
            (
                row.number,
                moment.date().isoformat(),
                moment.time().isoformat("seconds"),
                text(say.said(say.BOOKINGS, row.code)),
                text(names.get(row.reference, "")),
                text(titles.get(row.line_id, "") if row.line_id else ""),
                amount(row.amount),
                amount(row.balance),
                currency,
            )
        )
    edge = ("", "", "", gettext("Closing balance"), "", "", "")
    write((*map(text, edge), amount(told.closing), currency))
    return MARK + out.getvalue()
