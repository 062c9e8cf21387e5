"""Whether a delivered device conforms: all of § 2 to § 8 (art. 1649ter, § 1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import criteria_words as say
from reprise.law.be.conformity.criteria import Agreement, Device, objective, subjective
from reprise.law.be.conformity.installation import Installation, installation
from reprise.law.be.conformity.updates import INSTALLING, Update, updates
from reprise.law.provision import Decision, provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Everything that bears on one delivered device; None: the question does not arise."""

    agreement: Agreement
    device: Device
    update: Update | None = None
    installation: Installation | None = None


class Failed(Enum):
    """Which criteria a device does not meet."""

    AGREED = "agreed"  # § 2
    NORMAL = "normal"  # § 3
    UPDATES = "updates"  # § 5
    INSTALLATION = "installation"  # § 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformity(Decision):
    conforms: bool
    failed: tuple[Failed, ...]


@provision(
    "be.conformity.conforms",
    say.CONFORMS,
    art.ALL_CRITERIA,
    art.CHARACTERISTICS,
    art.SUBJECTIVE,
    art.OBJECTIVE,
    art.STATED_ALONE,
    art.REPAIRABLE,
    art.STATEMENTS,
    art.UPDATES,
    art.UPDATES_EXPECTED,
    art.UPDATES_OPEN,
    art.UPDATES_SUSPENDED,
    art.UPDATES_AGREED,
    *INSTALLING,
    art.ONLY_FREED,
    art.DEVIATION,
    art.INSTALLATION,
    art.INSTALLATION_UNGUIDED,
)
def conforms(facts: Delivered) -> Conformity:
    """For the duty to deliver of art. 1604, al. 1, to which art. 1649ter, § 1 refers, a device
    conforms only where it meets all of § 2 to § 8.  § 6 frees the seller of liability; that the
    device conforms in spite of it is not said there, and is open."""
    agreed, normal = subjective(facts.agreement), objective(facts.device)
    decisions: list[Decision] = [agreed, normal]
    failed = [Failed.AGREED] if not agreed.conforms else []
    if not normal.conforms:
        failed.append(Failed.NORMAL)
    if facts.update is not None:
        update = updates(facts.update)
        decisions.append(update)
        if update.lacking:
            failed.append(Failed.UPDATES)
    if facts.installation is not None:
        installed = installation(facts.installation)
        decisions.append(installed)
        if installed.lacking:
            failed.append(Failed.INSTALLATION)
    basis = (art.ALL_CRITERIA, *(basis for each in decisions for basis in each.basis))
    verdict = say.FAILS_ONE() if failed else say.CONFORMS_TO_ALL()
    if not failed and art.ONLY_FREED in basis:
        verdict = say.ANSWERS_FOR_NOTHING()
    return Conformity(
        basis=tuple(dict.fromkeys(basis)),
        because=(*(why for each in decisions for why in each.because), verdict),
        conforms=not failed,
        failed=tuple(failed),
    )
