"""Points by way of the carrier: found, refused, or the carrier is away; never a long wait."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from reprise.sandbox.carrier.label import check_digit
from reprise.shipping.carriers.base import CarrierUnavailable
from reprise.shipping.carriers.registry import UnknownCarrier
from reprise.shipping.carriers.sandbox.adapter import SandboxCarrier
from reprise.shipping.points import BadPostcode, point, points_near
from tests.sandbox.carrier.running import API_KEY, RunningCarrier
from tests.sandbox.running import free_port

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"


@pytest.mark.usefixtures("carrier")
def test_points_near_a_postcode_are_found_again_by_their_code() -> None:
    found = points_near("sandbox", "fr", "75011", limit=3)
    assert [each.code for each in found] == ["75011-1", "75011-2", "75011-3"]
    assert point("sandbox", "fr", "75011-2") == found[1]
    assert point("sandbox", "fr", "none") is None
    assert point("sandbox", "fr", "../../health") is None


@pytest.mark.usefixtures("carrier")
def test_what_is_no_postcode_is_said() -> None:
    with pytest.raises(BadPostcode) as refused:
        points_near("sandbox", "fr", "1012 AB & limit=1")
    assert "1012 AB & limit=1" in str(refused.value)


def test_a_carrier_that_nobody_knows() -> None:
    with pytest.raises(UnknownCarrier):
        points_near("pigeon", "fr", "75011")


def test_a_carrier_that_is_not_there_is_said_at_once() -> None:
    away = SandboxCarrier(f"http://127.0.0.1:{free_port()}", API_KEY, "s")
    for adapter in (away, SandboxCarrier("", "", "")):
        with pytest.raises(CarrierUnavailable):
            adapter.points_near("FR", "75011", 6)


def test_a_wrong_key_is_the_operator_s_problem_not_the_buyer_s(carrier: RunningCarrier) -> None:
    adapter = SandboxCarrier(carrier.url, "wrong", "s")
    with pytest.raises(CarrierUnavailable):
        adapter.points_near("FR", "75011", 6)
    with pytest.raises(CarrierUnavailable):
        adapter.point("FR", "75011-1")


def silence(line: socket.socket, over: threading.Event) -> None:
    over.wait()


def drops(line: socket.socket, over: threading.Event) -> None:
    line.recv(65_536)
    line.sendall(OK)
    while not over.wait(0.2):
        line.sendall(b" ")


def half(line: socket.socket, over: threading.Event) -> None:
    line.recv(65_536)
    line.sendall(OK + b"{")


def nonsense(line: socket.socket, over: threading.Event) -> None:
    line.recv(65_536)
    line.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{"points": 5}')


@pytest.fixture
def odd(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a carrier that accepts a call and then does ``request.param``."""
    behave: Callable[[socket.socket, threading.Event], None] = request.param
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            try:
                behave(line, over)
            except OSError:
                pass  # the caller has hung up
            finally:
                line.close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        over.set()
        thread.join()


@pytest.mark.parametrize("odd", [silence, drops, half, nonsense], indirect=True)
def test_a_carrier_that_misbehaves_is_given_up_in_time(odd: str) -> None:
    adapter = SandboxCarrier(odd, API_KEY, "s", patience=1)
    begin = time.monotonic()
    with pytest.raises(CarrierUnavailable):
        adapter.points_near("FR", "75011", 6)
    assert time.monotonic() - begin < 2


@pytest.mark.usefixtures("carrier")
def test_a_connection_is_used_again_and_replaced_when_it_was_closed(
    carrier: RunningCarrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    real = socket.create_connection
    monkeypatch.setattr(
        socket, "create_connection", lambda *a, **k: opened.append(1) or real(*a, **k)
    )
    adapter = SandboxCarrier(carrier.url, API_KEY, "s")
    for _ in range(3):
        adapter.points_near("FR", "75011", 6)
    assert len(opened) == 1
    (idle,) = adapter._line._idle
    idle.sock.shutdown(socket.SHUT_RDWR)
    assert len(adapter.points_near("FR", "75011", 6)) == 6
    assert len(opened) == 2


def test_a_parcel_has_one_number_with_the_carrier_s_check_digit() -> None:
    adapter = SandboxCarrier("", "", "")
    numbers = [adapter.number(UUID(int=place)) for place in range(200)]
    assert numbers == [adapter.number(UUID(int=place)) for place in range(200)]
    assert len(set(numbers)) == 200
    for number in numbers:
        assert number[:2] == "SB"
        assert len(number) == 16
        assert check_digit(number[2:-1]) == int(number[-1])
