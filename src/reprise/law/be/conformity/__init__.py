"""The guarantee of conformity in Belgium (old Civil Code, art. 1649bis to 1649octies).

Article by article: `scope` (bis), `criteria`, `departures`, `updates`, `installation` and `whole`
(ter), `remedies`, `performance`, `second_stage`, `repayment` and `use` (quinquies), `recourse`
(sexies), `guarantee`, `durability` and `declaration` (septies), `clauses` (octies); `promised` is
what terms give on top.
"""

from reprise.law.be.conformity import (
    clauses,
    criteria,
    declaration,
    departures,
    durability,
    guarantee,
    installation,
    performance,
    promised,
    recourse,
    remedies,
    repayment,
    scope,
    second_stage,
    updates,
    use,
    whole,
)

__all__ = [
    "clauses",
    "criteria",
    "declaration",
    "departures",
    "durability",
    "guarantee",
    "installation",
    "performance",
    "promised",
    "recourse",
    "remedies",
    "repayment",
    "scope",
    "second_stage",
    "updates",
    "use",
    "whole",
]
