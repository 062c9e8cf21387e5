"""A device that was installed wrongly (art. 1649ter, § 8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import installation_words as say
from reprise.law.provision import Basis, Because, Decision, provision


class Installer(Enum):
    """Who installed the device wrongly."""

    SELLER = "seller"
    UNDER_SELLER = "under_seller"  # under the seller's responsibility
    CONSUMER = "consumer"
    OTHER = "other"


class Guide(Enum):
    """From whom instructions came."""

    SELLER = "seller"  # delivered by the seller, whoever wrote them
    DIGITAL_SUPPLIER = "digital_supplier"  # of the digital content or service
    OTHER = "other"  # a stranger's video


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """An incorrect installation from which a defect results.

    ``poor_instructions``: shortcomings of the instructions are the cause, or that there were none.
    ``instructions_from``: from whom those came that are the cause; empty: nobody gave any.
    """

    by: Installer
    part_of_sale: bool
    for_consumer: bool  # the consumer was to do it
    poor_instructions: bool
    instructions_from: frozenset[Guide]
    digital_elements: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed(Decision):
    """``lacking``: the defect counts as a lack of conformity."""

    lacking: bool


@provision(
    "be.conformity.installation", say.INSTALLATION, art.INSTALLATION, art.INSTALLATION_UNGUIDED
)
def installation(facts: Installation) -> Installed:
    """A defect from incorrect installation counts where installation was part of the sale and done
    by the seller or under the seller's responsibility (1°), or where the consumer was to do it and
    the instructions of the seller, or of the supplier of digital elements, were the cause (2°)
    (art. 1649ter, § 8).  Whether 2° reaches instructions that nobody gave is open, and in doubt
    the defect counts."""
    by_seller = facts.by in (Installer.SELLER, Installer.UNDER_SELLER) and facts.part_of_sale
    by_consumer = facts.by is Installer.CONSUMER and facts.for_consumer
    if by_seller:
        return _counts(art.INSTALLATION, say.SELLER_INSTALLED())
    if by_consumer and facts.poor_instructions:
        theirs = tuple(each for each in Guide if each in facts.instructions_from & _theirs(facts))
        if theirs:
            guide = say.GUIDES["both" if len(theirs) > 1 else theirs[0].value]
            return _counts(art.INSTALLATION, say.POOR_INSTRUCTIONS(from_whom=guide))
        if not facts.instructions_from:
            return _counts(art.INSTALLATION_UNGUIDED, say.NO_INSTRUCTIONS())
    return Installed(basis=(art.INSTALLATION,), because=(say.OWN_INSTALLATION(),), lacking=False)


def _theirs(facts: Installation) -> frozenset[Guide]:
    """Whose instructions count (2°)."""
    if facts.digital_elements:
        return frozenset({Guide.SELLER, Guide.DIGITAL_SUPPLIER})
    return frozenset({Guide.SELLER})


def _counts(article: Basis, reason: Because) -> Installed:
    return Installed(basis=(article,), because=(reason, say.BADLY_INSTALLED()), lacking=True)
