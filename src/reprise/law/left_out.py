"""What the law package leaves out, and why: provisions that nobody could write from what was read.

To add one, append an `Omission` to the tuple of its country (`_EU`, `_BE`, ...; a country without a
tuple gets one, and its place in `LEFT_OUT`).  Texts are English, one line, without a `|`:

- ``what`` is the missing law as its reader would look for it, with an article only if a founding
  document or the rules cite it; it ends without a full stop;
- ``why`` is one `Why`;
- ``meanwhile`` is what the code does without it, or what a person has to bring; a whole sentence.

What is written but not settled is no omission: that is the ``open`` of a citation.  `reprise law
table` prints the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Why(Enum):
    """Why a provision is not written."""

    NOT_CITED = "no founding document cites it, and its text was not read"
    TEXT_MISSING = "it is known to exist, and its text is not at hand"
    PARTLY_READ = "only a part of its text was read"
    NOT_LAW_YET = "it is proposed, or does not apply yet"
    FORMAT = "it is the form of a file, and nothing follows from facts"


@dataclass(frozen=True, slots=True)
class Omission:
    """One law, or part of one, that is not written.  ``country`` is "EU" or an ISO code."""

    country: str
    what: str
    why: Why
    meanwhile: str


_EU: Final = (
    Omission(
        "EU",
        "the harmonised notice on the legal guarantee (Implementing Regulation (EU) 2025/1960, "
        "annex I)",
        Why.TEXT_MISSING,
        "It is an artwork that nobody may set anew; `eu.guarantee.notice` says that it is missing "
        "until a person supplies the Commission's files.",
    ),
    Omission(
        "EU",
        "the harmonised label for a guarantee of durability (Implementing Regulation (EU) "
        "2025/1960, annex II)",
        Why.TEXT_MISSING,
        "`eu.guarantee.notice` says when it is due, and that it is missing without its file.",
    ),
    Omission(
        "EU",
        "the European Repair Information Form (Directive (EU) 2024/1799, annex I)",
        Why.PARTLY_READ,
        "It is optional, and no form is offered.",
    ),
    Omission(
        "EU",
        "the manufacturer's own duty to repair (Directive (EU) 2024/1799)",
        Why.NOT_CITED,
        "`eu.repair` holds what the directive asks of a seller, and no more.",
    ),
    Omission(
        "EU",
        "liability for defective products (Directive (EU) 2024/2853)",
        Why.NOT_LAW_YET,
        "It is for products placed on the market after 9 December 2026.",
    ),
    Omission(
        "EU",
        "the changes to the rules on reporting by platforms that were proposed on 24 June 2026",
        Why.NOT_LAW_YET,
        "Thresholds are dated rows; a new one is a line.",
    ),
    Omission(
        "EU",
        "how long what belongs to a complaint is kept",
        Why.NOT_CITED,
        "`eu.records.retention` has no row for it; the operator sets a period and says why.",
    ),
    Omission(
        "EU",
        "the duties of platforms on terms, trusted flaggers, suspected crimes and design "
        "(Regulation (EU) 2022/2065, art. 14, 18, 22, 31)",
        Why.NOT_CITED,
        "They are remembered and were not read; `eu.dsa` holds what the rules carry.",
    ),
    Omission(
        "EU",
        "the complaint system and the mediators of Regulation (EU) 2019/1150, art. 11 and 12",
        Why.NOT_CITED,
        "Small platforms are exempt; `eu.platform` holds notice periods and reasons.",
    ),
    Omission(
        "EU",
        "the schemas of statements of reasons, transparency reports, seller reports and e-invoices",
        Why.FORMAT,
        "They belong to what exports them; when each is due is decided here.",
    ),
    Omission(
        "EU",
        "interest or a higher sum for money that is given back late",
        Why.NOT_CITED,
        "`eu.withdrawal.refund` and `eu.delivery.late` say when it is due; what a delay costs the "
        "seller a person works out.",
    ),
    Omission(
        "EU",
        "who bears a loss of the goods on their way back after a withdrawal",
        Why.NOT_CITED,
        "A proof of sending frees the refund by law whatever becomes of the parcel; in the days "
        "that the terms add the refund waits for the goods.",
    ),
    Omission(
        "EU",
        "whether a buyer who refuses a parcel without a word withdraws",
        Why.NOT_CITED,
        "`eu.withdrawal.notice` wants a notice; `terms.parcels.not_collected` asks the buyer what "
        "is wanted.",
    ),
    Omission(
        "EU",
        "from when a withdrawal counts where a person whom the buyer named took the parcel",
        Why.NOT_CITED,
        "`eu.withdrawal.window` counts from the day on which the buyer got it, which is never "
        "earlier.",
    ),
    Omission(
        "EU",
        "registers of producers outside BE, DE, ES, FR, IT, NL and PT",
        Why.TEXT_MISSING,
        "`eu.producers.seller` answers for these seven states, and says where a register was not "
        "read.",
    ),
    Omission(
        "EU",
        "what a battery's passport and its replaceability ask from 2027",
        Why.NOT_LAW_YET,
        "No listing asks for it.",
    ),
)

_BE: Final = (
    Omission(
        "BE",
        "art. 1649nonies of the old Civil Code",
        Why.TEXT_MISSING,
        "The terms name it as the last article of the regime and do not quote it.",
    ),
    Omission(
        "BE",
        "the articles on hidden defects that the terms name by “1641 and following” and do not "
        "quote",
        Why.PARTLY_READ,
        "`be.hidden_defects` holds those that are quoted, and the choice that the terms recall; "
        "the short time for suing is from memory and names no date.",
    ),
    Omission(
        "BE",
        "the duty to deliver of art. 1604 of the old Civil Code beyond conformity",
        Why.PARTLY_READ,
        "`be.conformity.conforms` decides what art. 1649ter, § 1 refers to it, and no more.",
    ),
    Omission(
        "BE",
        "how damages beside the remedies are counted (old Civil Code, art. 1649quinquies, § 1)",
        Why.NOT_CITED,
        "The decisions on remedies say that damages remain possible; a person counts them.",
    ),
    Omission(
        "BE",
        "by when the sum of a price reduction is given back (old Civil Code, art. 1649quinquies, "
        "§ 6)",
        Why.NOT_CITED,
        "`be.conformity.reduction` gives the sum and names no day.",
    ),
    Omission(
        "BE",
        "until when a seller may take recourse up the chain (old Civil Code, art. 1649sexies)",
        Why.NOT_CITED,
        "`be.conformity.recourse` says whether there is any, and names no day.",
    ),
    Omission(
        "BE",
        "contracts for digital content or services without a device",
        Why.NOT_CITED,
        "`be.conformity.scope` says that the guarantee of goods leaves them out.",
    ),
    Omission(
        "BE",
        "book VI of the Belgian Code of Economic Law: information, order button, withdrawal",
        Why.TEXT_MISSING,
        "The directive's rules (`eu.contract`, `eu.withdrawal`) are applied in its place.",
    ),
    Omission(
        "BE",
        "the notice and label of Directive (EU) 2024/825 as Belgium transposed it",
        Why.TEXT_MISSING,
        "Whether and how it was transposed was not read; `eu.guarantee.notice` holds the rule of "
        "the Union.",
    ),
)

_FR: Final = (
    Omission(
        "FR",
        "until when a seller sees to updates, and what follows where they are not installed",
        Why.NOT_CITED,
        "The box of art. D211-2 says that needed updates are owed and not for how long; it is "
        "shown word for word, and Belgium's answer is not lent to France.",
    ),
    Omission(
        "FR",
        "how long the register of used goods is kept",
        Why.TEXT_MISSING,
        "`fr.used_goods.register` says what an entry holds; the operator keeps the book.",
    ),
    Omission(
        "FR",
        "the private copy levy on new devices and on memory cards and sticks",
        Why.PARTLY_READ,
        "Only refurbished phones and tablets are sold with a levy; its rows are those that were "
        "read.",
    ),
)

LEFT_OUT: Final = (*_EU, *_BE, *_FR)
