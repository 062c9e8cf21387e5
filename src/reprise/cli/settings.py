"""`reprise check-settings`: what an operator has left open."""

from __future__ import annotations

import sys

from django.core.checks import run_checks


def check() -> int:
    """Django's own checks for a deployment and ours (`reprise.web.checks`), in lines on stderr; 1
    when anything was found."""
    found = [each for each in run_checks(include_deployment_checks=True) if not each.is_silenced()]
    for each in found:
        hint = f" {each.hint}" if each.hint else ""
        print(f"{each.id}: {each.msg}{hint}", file=sys.stderr)
    print("Nothing is left open." if not found else f"{len(found)} left open.")
    return 1 if found else 0
