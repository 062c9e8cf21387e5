from __future__ import annotations

from enum import Enum


class MovementKind(Enum):
    SET = "set"
    RESERVE = "reserve"
    RELEASE = "release"
