"""Who mediates on a country's site."""

from __future__ import annotations

from reprise.law.terms.disputes import MEDIATORS, mediator_of_all


def test_only_a_public_mediator_is_named_whoever_runs_the_site() -> None:
    """In Belgium it is a public service; elsewhere a trader has to have joined one."""
    assert mediator_of_all("BE") == MEDIATORS["BE"]
    assert mediator_of_all("FR") is None
    assert mediator_of_all("DE") is None
