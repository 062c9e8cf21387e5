"""What a device comes with before it is sold: its wipe, its tests, its passport; and two hints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.law.calendars import plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import ESPR, TERMS, TRADE
from reprise.law.provision import Basis, Because, Decision, Source, provision
from reprise.law.terms import devices_words as say

REPAIR_SHARE: Final = Rate.percent("30")
WORTH_MONTHS: Final = {"computer": 60, "phone": 36}

WIPED: Final = Basis(TERMS, "", Source.TERMS, "S45")
DIAGNOSED: Final = Basis(TRADE, "", Source.TERMS, "S85")
PASSPORT: Final = Basis(TRADE, "", Source.TERMS, "S81")
PASSPORT_LAW: Final = Basis(ESPR, "", Source.SECONDARY, "S81")
HINTS: Final = Basis(TRADE, "", Source.TERMS, "S86")


class Fault(Enum):
    """What the evidence of a device lacks."""

    NOT_WIPED = "not_wiped"
    WIPED_LATE = "wiped_late"
    OTHER_DEVICE = "other_device"
    NOT_DIAGNOSED = "not_diagnosed"
    NO_TEST_LIST = "no_test_list"


_EVIDENCE: Final = Checklist(
    say.EVIDENCE,
    {
        Fault.NOT_WIPED: Item(say.NOT_WIPED, WIPED),
        Fault.WIPED_LATE: Item(say.WIPED_LATE, WIPED),
        Fault.OTHER_DEVICE: Item(say.OTHER_DEVICE, WIPED),
        Fault.NOT_DIAGNOSED: Item(say.NOT_DIAGNOSED, DIAGNOSED),
        Fault.NO_TEST_LIST: Item(say.NO_TEST_LIST, WIPED),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device by its ``serial`` number, and its papers; None: there is none.

    ``holds_data`` is false for what cannot hold any.  ``tests_listed`` says that the list of tests
    of its type can be had on request.
    """

    serial: str
    on_sale: datetime
    wiped: datetime | None
    certificate: str | None
    test_report: str | None
    tests_listed: bool
    holds_data: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCheck(Decision):
    faults: tuple[Fault, ...]


@provision("terms.devices.evidence", say.EVIDENCE, WIPED, DIAGNOSED)
def evidence(device: Device) -> DeviceCheck:
    """All data of the owner before are erased before the device is put on sale, and the list of
    tests of its type is given on request (S45); it was diagnosed completely (S85).  Certificate and
    report name the very serial number (our policy)."""
    wiped = device.wiped is not None and device.certificate is not None
    papers = {device.certificate, device.test_report} - {None}
    faults = {
        Fault.NOT_WIPED: device.holds_data and not wiped,
        Fault.WIPED_LATE: device.wiped is not None and device.wiped >= device.on_sale,
        Fault.OTHER_DEVICE: not papers <= {device.serial},
        Fault.NOT_DIAGNOSED: device.test_report is None,
        Fault.NO_TEST_LIST: not device.tests_listed,
    }
    found = _EVIDENCE.found([fault for fault, met in faults.items() if met])
    return DeviceCheck(basis=_EVIDENCE.basis, because=(_EVIDENCE.breaks(found),), faults=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """The address of a digital product passport, empty where the device has none."""

    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportDecision(Decision):
    """``shown`` says that there is a passport to show; its absence never blocks."""

    blocks: bool
    shown: bool


@provision("terms.devices.passport", say.PASSPORT, PASSPORT, PASSPORT_LAW)
def passport(facts: Passport) -> PassportDecision:
    """Most refurbished devices are older than the passports or came from elsewhere: one that is
    there is shown, one that is missing keeps no device off the platform (S81)."""
    has = bool(facts.uri.strip())
    return PassportDecision(
        basis=(PASSPORT, PASSPORT_LAW),
        because=((say.HAS_PASSPORT if has else say.NO_PASSPORT)(),),
        blocks=False,
        shown=has,
    )


class Kind(Enum):
    """The kinds about which the trade has an opinion."""

    PHONE = "phone"
    COMPUTER = "computer"
    OTHER = "other"


class Hint(Enum):
    """What one may tell an owner; never a reason to refuse anything."""

    REPAIR_DEAR = "repair_dear"
    WORTH_IT = "worth_it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A device on ``day``, first sold on ``first_sold``; ``repair`` and ``new`` are prices."""

    kind: Kind
    day: date
    first_sold: date
    repair: Money
    new: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints(Decision):
    hints: tuple[Hint, ...]


@provision("terms.devices.hints", say.HINTS, HINTS)
def hints(owned: Owned) -> Hints:
    """People give a repair up when it costs more than thirty per cent of the new price; a computer
    has paid its footprint off after about five years, a phone after about three (S86)."""
    found: list[Hint] = []
    reasons: list[Because] = []
    if owned.repair > owned.new.share(REPAIR_SHARE):
        found.append(Hint.REPAIR_DEAR)
        reasons.append(say.REPAIR_DEAR(share=REPAIR_SHARE))
    months = WORTH_MONTHS.get(owned.kind.value)
    if months is not None and owned.day > plus_months(owned.first_sold, months):
        found.append(Hint.WORTH_IT)
        reasons.append(say.WORTH_IT(years=months // 12))
    return Hints(basis=(HINTS,), because=tuple(reasons) or (say.NO_HINT(),), hints=tuple(found))
