"""What the process is told by its environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Misconfigured(Exception):
    """The environment lacks something, or holds something that cannot be right."""


@dataclass(frozen=True, slots=True)
class Config:
    api_key: str
    webhook_secret: str
    webhook_url: str

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Config:
        """Read the CARRIER_* variables.  Raises Misconfigured with the variable's name."""
        for name in ("CARRIER_API_KEY", "CARRIER_WEBHOOK_SECRET"):
            if not environ.get(name):
                raise Misconfigured(f"{name} is not set")
        webhook_url = environ.get("CARRIER_WEBHOOK_URL", "")
        if webhook_url and not webhook_url.startswith(("http://", "https://")):
            raise Misconfigured("CARRIER_WEBHOOK_URL is not an http address")
        return cls(environ["CARRIER_API_KEY"], environ["CARRIER_WEBHOOK_SECRET"], webhook_url)
