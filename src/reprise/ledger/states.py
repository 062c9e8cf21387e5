from __future__ import annotations

from enum import Enum


class AccountKind(Enum):
    """``provider`` is an asset; the others are liabilities or income.

    ``insurer`` is what is owed to an insurer for the insurance of delivered devices.
    """

    PROVIDER = "provider"
    CLEARING = "clearing"
    PAYABLE = "payable"
    COMMISSION = "commission"
    FEE = "fee"
    INSURER = "insurer"


# Liabilities whose movements are told one by one, in an order that stands (decision 0017).
STATED = (AccountKind.PAYABLE,)


class Phase(Enum):
    POSTED = "posted"
    PENDING = "pending"
    VOID = "void"
