"""What a browser that is signed in runs on, in one word."""

from __future__ import annotations

from enum import Enum


class Device(Enum):
    """Enough to know one's own again; no version, no browser, no place."""

    IPHONE = "iphone"
    IPAD = "ipad"
    ANDROID = "android"
    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"
    # It did not say, or something else.
    OTHER = ""
