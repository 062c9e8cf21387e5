"""What has to be known of a seller who is reported (DAC7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import dac7_words as say
from reprise.law.eu.dac7 import MISSING
from reprise.law.instruments import DPI_SCHEMA
from reprise.law.provision import Basis, Decision, Source, provision

NO_NUMBER: Final = Basis(DPI_SCHEMA, "", Source.OFFICIAL)


class Datum(Enum):
    """What is known of a seller."""

    NAME = "name"
    ADDRESS = "address"
    RESIDENCE = "residence"
    TAX_NUMBER = "tax_number"  # with the state that issued it
    BIRTH_DATE = "birth_date"
    BIRTHPLACE = "birthplace"
    VAT_NUMBER = "vat_number"
    REGISTER_NUMBER = "register_number"
    ESTABLISHMENTS = "establishments"  # permanent ones in the Union
    ACCOUNT = "account"
    HOLDER = "holder"  # of the account, where it is another


_DATA: Final = Checklist(
    say.DATA,
    {
        Datum.NAME: Item(say.NAME, MISSING),
        Datum.ADDRESS: Item(say.ADDRESS, MISSING),
        Datum.RESIDENCE: Item(say.RESIDENCE, MISSING),
        Datum.TAX_NUMBER: Item(say.TAX_NUMBER, MISSING),
        Datum.BIRTH_DATE: Item(say.BIRTH_DATE, MISSING),
        Datum.BIRTHPLACE: Item(say.BIRTHPLACE, MISSING),
        Datum.VAT_NUMBER: Item(say.VAT_NUMBER, MISSING),
        Datum.REGISTER_NUMBER: Item(say.REGISTER_NUMBER, MISSING),
        Datum.ESTABLISHMENTS: Item(say.ESTABLISHMENTS, MISSING),
        Datum.ACCOUNT: Item(say.ACCOUNT, MISSING),
        Datum.HOLDER: Item(say.HOLDER, MISSING),
    },
)


class Who(Enum):
    """What kind of seller it is."""

    INDIVIDUAL = "individual"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a seller.  ``no_tax_number`` says that the seller has none anywhere;
    ``has_vat_number``, ``has_establishments`` and ``account_of_another`` which lines apply."""

    who: Who
    known: frozenset[Datum]
    no_tax_number: bool = False
    has_vat_number: bool = False
    has_establishments: bool = False
    account_of_another: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCheck(Decision):
    """``contradicts``: a tax number is there beside the statement that there is none."""

    missing: tuple[Datum, ...]
    contradicts: bool


@provision("eu.dac7.data", say.DATA, MISSING, NO_NUMBER)
def data(facts: Known) -> DataCheck:
    """Name, address, states of residence, tax number, VAT number where there is one, and the
    account with its holder; of a person the date of birth, and the place where there is no tax
    number; of an entity the number in the register and its permanent establishments (annex V).
    "No tax number" is never said beside one."""
    person = facts.who is Who.INDIVIDUAL
    applies = {
        Datum.TAX_NUMBER: not facts.no_tax_number,
        Datum.BIRTH_DATE: person,
        Datum.BIRTHPLACE: person and facts.no_tax_number,
        Datum.VAT_NUMBER: facts.has_vat_number,
        Datum.REGISTER_NUMBER: not person,
        Datum.ESTABLISHMENTS: not person and facts.has_establishments,
        Datum.HOLDER: facts.account_of_another,
    }
    asked = _DATA.without(*[line for line, needed in applies.items() if not needed])
    missing = asked.missing(facts.known)
    contradicts = facts.no_tax_number and Datum.TAX_NUMBER in facts.known
    return DataCheck(
        basis=(MISSING, *((NO_NUMBER,) if facts.no_tax_number else ())),
        because=(asked.lacks(missing), *((say.CONTRADICTS(),) if contradicts else ())),
        missing=missing,
        contradicts=contradicts,
    )
