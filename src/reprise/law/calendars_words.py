"""The sentences of counting days."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

MOVED: Final = Sentence(
    en="{day} is no working day by the calendar that counts here ({calendar}): the period ends with the next working day, {until}.",
    fr="Le {day} n’est pas un jour ouvré selon le calendrier qui compte ici ({calendar}) : le délai prend fin avec le jour ouvré suivant, le {until}.",
    nl="{day} is geen werkdag volgens de kalender die hier telt ({calendar}): de termijn eindigt met de volgende werkdag, {until}.",
    de="Der {day} ist nach dem Kalender, der hier zählt ({calendar}), kein Arbeitstag: Die Frist endet mit dem nächsten Arbeitstag, dem {until}.",
)
