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


class Phase(Enum):
    POSTED = "posted"
    PENDING = "pending"
    VOID = "void"
