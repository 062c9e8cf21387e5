"""What a victim does: each step is a real request, a real job, nothing else."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID


def request(method: str, path: str, **more: Any) -> list[Any]:
    """One HTTP request through the whole application: status, location, body."""
    from django.test import Client

    client = Client(raise_request_exception=True, SERVER_NAME="127.0.0.1")
    for name, value in more.pop("cookies", {}).items():
        client.cookies[name] = value
    response = getattr(client, method)(path, **more)
    return [response.status_code, response.headers.get("Location", ""), ""]


def answer(seller: str, contract: str, accept: dict[str, bool]) -> None:
    from reprise.kernel import clock
    from reprise.orders import actions
    from reprise.orders.log import Actor

    actions.answer(
        seller_id=UUID(seller),
        seller_order_id=UUID(contract),
        accept={UUID(line): yes for line, yes in accept.items()},
        reason="cannot_ship",
        actor=Actor("seller"),
        now=clock.now(),
    )


def vouch(order: str, parcel: str) -> None:
    from reprise.kernel import clock
    from reprise.orders import actions
    from reprise.orders.log import Actor

    actions.vouch(
        order_id=UUID(order), shipment_id=UUID(parcel), actor=Actor("staff"), now=clock.now()
    )


def night(when: str) -> None:
    from datetime import datetime

    from reprise.privacy.actions import nights

    nights.run(datetime.fromisoformat(when))


def erase(request: str, orders: list[str], digest: str, when: str, account: str = "") -> None:
    from datetime import datetime

    from django.db import transaction

    from reprise.privacy.actions import erasing
    from reprise.privacy.actions.acting import PERSON

    of, now = UUID(request), datetime.fromisoformat(when)
    whose = UUID(account) if account else None
    with transaction.atomic(durable=True):
        erasing.note(of, [UUID(order) for order in orders], PERSON, digest, now, whose)
    erasing.carry_out(of, now)


def work() -> None:
    """The real worker, until nothing waits."""
    from procrastinate.contrib.django import app

    async def once() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            async with working.open_async():
                await working.run_worker_async(
                    wait=False, install_signal_handlers=False, listen_notify=False, concurrency=1
                )

    asyncio.run(once())


def past() -> None:
    """The demo's past, as `reprise demo` has it happen."""
    from reprise.demo import past as demo
    from reprise.kernel import clock

    demo.load(clock.now())
