"""A browser that is counted."""

from __future__ import annotations

from typing import Final

BROWSER: Final = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"
