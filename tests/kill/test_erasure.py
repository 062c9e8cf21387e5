"""kill -9 at every statement of an erasure: afterwards each order is whole or gone, the log of acts
says which, and what is left is carried out once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.accounts.models import User
from reprise.keys import Keys
from reprise.orders import actions as orders
from reprise.orders.models import Contact, LineDevice
from reprise.outbox.models import Event
from reprise.privacy.actions import erasing
from reprise.privacy.actions.keys import missing
from reprise.privacy.models import Act, Archived, Duty
from tests.cast import an_offer
from tests.kill.guillotine import Moment
from tests.kill.test_kill import (
    Zygote,
    every_statement,
    right,
    start_again,
    strides,
    wiped,
    zygote,
)
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import acts, asked, bought, later

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["zygote"]


def agrees(order_id: UUID) -> None:
    """The contact is there, or it is not and an act says where it went."""
    told = set(
        Act.objects.filter(subject=order_id).exclude(verb="kept").values_list("verb", flat=True)
    )
    there = Contact.objects.filter(order_id=order_id).exists()
    assert told == (set() if there else told & {"archived", "erased"})
    assert there is not bool(told)
    assert Archived.objects.filter(order_id=order_id).exists() is ("archived" in told)
    left = Event.objects.filter(kind="privacy.ContactLeft", payload__order_id=str(order_id))
    assert left.count() == (not there)


@strides
def test_an_erasure(zygote: Zygote, sandbox: Any, stride: int) -> None:
    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        for key in ("archive-2036", "archive-2037"):
            Keys.of().destroy(key)
        user = User.objects.create_user("ada@buyer.example", "a long enough word")
        delivered, unpaid, busy = (
            bought(sandbox, buyer=user.id).id,
            *(place((an_offer(stock=1), 1), buyer=user.id).order.id for _ in range(2)),
        )
        orders.expire(unpaid, now() + timedelta(minutes=15))
        request, ids = asked(), [delivered, unpaid, busy]
        shown = erasing.plan(ids, later())
        step = {
            "request": str(request), "orders": [str(each) for each in ids],
            "digest": shown.digest, "when": later().isoformat(), "account": str(user.id),
        }  # fmt: skip
        came_to = zygote.do("erase", n, moment, **step)
        start_again()
        for each in ids:
            agrees(each)
        if not Duty.objects.exists():
            # Killed before anything was decided: the page is still as it was shown.
            assert not Act.objects.exists()
            assert zygote.do("erase", **step) == 0
        erasing.go_on(later())
        start_again()
        for each in ids:
            agrees(each)
        assert sorted(acts()) == [
            ("account", "erased", "asked"), ("contact", "archived", "contract"),
            ("contact", "erased", "asked"), ("contact", "kept", "busy"),
        ]  # fmt: skip
        assert [row.order_id for row in Contact.objects.all()] == [busy]
        assert LineDevice.objects.count() == 1
        assert not User.objects.exists()
        assert missing() == []
        assert erasing.left(request) == 1
        orders.expire(busy, now() + timedelta(minutes=15))
        assert erasing.go_on(later()) == 1
        assert Event.objects.filter(kind="privacy.ErasureCarriedOut").count() == 1
        right()
        return came_to

    assert every_statement(kill_at, stride if stride == 1 else 2 * stride) > 40
