"""The authority to which a person can complain in a country (Regulation (EU) 2016/679, art. 77)."""

from __future__ import annotations

from typing import Final

from reprise.law.fr import personal_data as french
from reprise.law.provision import Sentence

# Those that the founding documents name; elsewhere the page says what it is, and not its name.
SUPERVISORS: Final = {"FR": french.SUPERVISOR}


def supervisor_of(country: str) -> Sentence | None:
    return SUPERVISORS.get(country)
