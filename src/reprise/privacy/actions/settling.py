"""Nobody is silent about an authority's hold without an end: staff are reminded before the last day
on which its person is not told, and after it they may be (decision 0062)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from reprise.outbox.actions import publish
from reprise.outbox.models import Event
from reprise.privacy.events import HoldToSettle
from reprise.privacy.held import SETTLED_SOON
from reprise.privacy.models import Hold


@transaction.atomic
def remind(now: datetime) -> int:
    """Have the staff written to of each hold of which its person is told soon, once of each last
    day; how many.  Of one that was lifted as well."""
    today = now.date()
    ends = Hold.objects.filter(untold_until__range=(today, today + SETTLED_SOON))
    said = {
        (payload["hold_id"], payload["last_day"])
        for payload in Event.objects.filter(
            kind=HoldToSettle.kind, at__gte=now - SETTLED_SOON - timedelta(days=1)
        ).values_list("payload", flat=True)
    }
    facts = [
        HoldToSettle(each.id, each.untold_until.isoformat())
        for each in ends.exclude(untold_why="").order_by("untold_until", "id")
        if each.untold_until
    ]
    new = [fact for fact in facts if (str(fact.hold_id), fact.last_day) not in said]
    publish(new, at=now)
    return len(new)
