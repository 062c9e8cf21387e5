"""The founding documents' rules that decide nothing, and why they are product and not law."""

from __future__ import annotations

from typing import Final

RULES: Final = {
    "S5": "Only sellers write prices: a rule for our own code, held by its tests.",
    "S29": "A contact point is an address and a page; nothing follows from facts.",
    "S32": "A link to the transparency report.",
    "S38": "Erasing what was collected without consent is a job and its report.",
    "S39": "Partners are watched by a register, not by a decision.",
    "S40": "A controller's oversight of processors is a record for each of them.",
    "S55": "How to pack a return is an instruction; the terms attach nothing to it but a lost SIM.",
    "S79": "Encryption, corrections and periods of a tax report are its pipeline.",
    "S82": "That no rule may impose an interface for one product only is a position.",
}
