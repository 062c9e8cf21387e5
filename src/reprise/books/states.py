from __future__ import annotations

from enum import Enum


class AuditState(Enum):
    OPEN = "open"
    DONE = "done"
    FAILED = "failed"  # it ended without having looked at everything
