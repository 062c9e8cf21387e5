"""The guarantee of conformity in Belgium (old Civil Code, art. 1649bis to 1649octies).

Article by article: `scope` (bis), `criteria`, `departures`, `updates` and `installation` (ter),
`remedies`, `performance`, `second_stage` and `use` (quinquies), `recourse` (sexies), `guarantee`
(septies), `clauses` (octies); `promised` is what terms give on top.
"""

from reprise.law.be.conformity import (
    clauses,
    criteria,
    departures,
    guarantee,
    installation,
    performance,
    promised,
    recourse,
    remedies,
    scope,
    second_stage,
    updates,
    use,
)

__all__ = [
    "clauses",
    "criteria",
    "departures",
    "guarantee",
    "installation",
    "performance",
    "promised",
    "recourse",
    "remedies",
    "scope",
    "second_stage",
    "updates",
    "use",
]
