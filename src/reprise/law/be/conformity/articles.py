"""What the Belgian conformity regime cites: old Civil Code, art. 1649bis to 1649octies.

The founding terms quote these articles in full, without their paragraph signs; a paragraph is
numbered here where the articles themselves refer to it by its number, or leave one number only.
"""

from __future__ import annotations

from typing import Final

from reprise.law.instruments import BE_OLD_CIVIL, REPAIR, TERMS
from reprise.law.provision import Basis, Source


def _art(article: str, rule: str, open: str = "") -> Basis:  # noqa: A002 - the field's name
    return Basis(BE_OLD_CIVIL, f"art. {article}", Source.TERMS, rule, open=open)


DEFINITIONS: Final = _art("1649bis, § 1", "S56")
MIXED_PURPOSES: Final = _art(
    "1649bis, § 1",
    "S56",
    "whether who buys for purposes within a trade and for others is a consumer: 1° speaks of "
    "purposes that are not within it",
)
CHARACTERISTICS: Final = _art("1649bis, § 1, 7°-9° and 12°", "S56")
SCOPE: Final = _art("1649bis, § 2", "S56")
DIGITAL_IN_SALE: Final = _art("1649bis, § 2, al. 2", "S56")
DIGITAL_BESIDE: Final = _art(
    "1649bis, § 2, al. 2",
    "S56",
    "whether it reaches content without which the device performs its functions: al. 2 names what "
    "is built into or interconnected with goods in the sense of § 1, 4°, b)",
)
# The exclusions speak of "§ 2, al. 2" and so stand after § 2; what is made to order, before them.
_COUNTED: Final = "the terms quote it without its number, which is counted on from § 2"
MADE_TO_ORDER: Final = _art("1649bis, § 3", "S56", _COUNTED)
EXCLUDED: Final = _art("1649bis, § 4", "S56", _COUNTED)

ALL_CRITERIA: Final = _art("1649ter, § 1", "")
SUBJECTIVE: Final = _art("1649ter, § 2", "S57")
OBJECTIVE: Final = _art("1649ter, § 3", "S58")
STATED_ALONE: Final = _art(
    "1649ter, § 3, 4°",
    "S58",
    "whether a public statement makes due what goods of the type do not normally have: 4° asks for "
    "the normal and the expected, and takes statements into account for the latter",
)
REPAIRABLE: Final = Basis(
    REPAIR, "", Source.SECONDARY, open="whether and how Belgium has transposed it"
)
STATEMENTS: Final = _art("1649ter, § 4", "S58")
UPDATES: Final = _art("1649ter, § 5", "S59")
UPDATES_OPEN: Final = _art(
    "1649ter, § 5",
    "S59",
    "whether the period of art. 1649quater, § 1, al. 2 is open where the contract names no end of "
    "the supply",
)
UPDATES_SUSPENDED: Final = _art(
    "1649ter, § 5, 2°",
    "S59",
    "whether the days of art. 1649quater, § 1, al. 3 lengthen the updates: 2° names the period of "
    "al. 2 alone; and whether they lengthen a supply of more than two years, whose end is the "
    "contract's",
)
UPDATES_AGREED: Final = _art(
    "1649ter, § 5, 2°",
    "S59",
    "whether a shorter period agreed by art. 1649quater, § 1, al. 4 ends the updates too: 2° names "
    "the period of al. 2, from which al. 4 derogates",
)
UPDATES_EXPECTED: Final = _art(
    "1649ter, § 5, 1°",
    "S59",
    "how long a consumer may reasonably expect updates: 1° gives no number, and the day named is "
    "an estimate",
)
NOT_INSTALLED: Final = _art("1649ter, § 6", "S59")
NOT_INSTALLED_BEYOND: Final = _art(
    "1649ter, § 6",
    "S59",
    "whether it reaches an update that § 5 does not ask for, as one of § 2, 4° alone or of goods "
    'without digital elements: § 6 names those "supplied in accordance with paragraph 5"',
)
NOT_INSTALLED_TOLD: Final = _art(
    "1649ter, § 6, 1°",
    "S59",
    "whether the word of somebody who does not speak for the seller frees the seller: 1° names the "
    "seller, § 5 asks only that the consumer be told",
)
NOT_INSTALLED_TOLD_LATE: Final = _art(
    "1649ter, § 6, 1°",
    "S59",
    "by when the seller must have told: 1° names no moment, and here it is before the defect arose",
)
NOT_INSTALLED_UNGUIDED: Final = _art(
    "1649ter, § 6, 2°",
    "S59",
    "whether it reaches instructions that nobody gave: 2° speaks of shortcomings of those that "
    "were provided",
)
NOT_INSTALLED_BEFORE: Final = _art(
    "1649ter, § 6",
    "S59",
    "whether it reaches a defect that arose while there was time to install the update: § 6 does "
    "not say when the defect must arise",
)
NOT_INSTALLED_WRONGLY: Final = _art(
    "1649ter, § 6",
    "S59",
    "whether it reaches an update that was installed, though wrongly: it opens with one that is "
    "not installed, and only 2° speaks of one that is installed incorrectly",
)
NOT_INSTALLED_TIME: Final = _art(
    "1649ter, § 6",
    "S59",
    "how long a reasonable time for installing an update is, and from when it runs: § 6 says "
    "neither, and the day named is an estimate",
)
ONLY_FREED: Final = _art(
    "1649ter, § 6",
    "S59",
    "whether a lack for which § 6 frees the seller is one at all: § 6 speaks of liability, § 7 of "
    "conformity",
)
DEVIATION: Final = _art("1649ter, § 7", "S60")
INSTALLATION: Final = _art("1649ter, § 8", "")
INSTALLATION_UNGUIDED: Final = _art(
    "1649ter, § 8, 2°",
    "",
    "whether it reaches instructions that nobody gave: 2° speaks of shortcomings of those that "
    "were provided, § 3, 3° makes due those that can be expected",
)

DAMAGES: Final = _art("1649quinquies, § 1", "S72")
AGGRAVATION: Final = _art(
    "1649quinquies, § 1, al. 2", "S72", "how much of the aggravation is taken into account"
)
FIRST_STAGE: Final = _art("1649quinquies, § 2", "S65")
IMPOSSIBLE_SAID: Final = _art(
    "1649quinquies, § 2",
    "S65",
    "who has to show that a remedy is impossible: § 2 and § 4 take the case in which it is, and "
    "name nobody",
)
COMPARED: Final = _art(
    "1649quinquies, § 2", "S65", "when the dearer remedy is out of proportion: no ratio is given"
)
BURDEN_WEIGHED: Final = _art(
    "1649quinquies, § 2, 3°",
    "S65",
    "whether the costs can be out of proportion where the other remedy would be a major "
    "inconvenience: 3° has that weighed, and § 3, al. 1, 3° asks of each remedy to be without one",
)
PERFORMANCE: Final = _art("1649quinquies, § 3", "S66")
REASONABLE_TIME: Final = _art(
    "1649quinquies, § 3",
    "S66",
    "how long a reasonable time is: al. 1, 2° gives no number, and the day named is an estimate",
)
HANDED_OVER: Final = _art(
    "1649quinquies, § 3",
    "S66",
    "whether the reasonable time, which al. 1, 2° counts from informing the seller, also runs "
    "while the consumer has not handed the device over (al. 2)",
)
POSTAGE: Final = _art(
    "1649quinquies, § 3, al. 2",
    "S66",
    "whether the consumer has to send the device and lay out the postage, or only to keep it "
    'ready: al. 2 says "puts at the disposal", and art. 1649bis, § 1, 13° who bears the cost',
)
LOCKED: Final = _art(
    "1649quinquies, § 3, al. 2",
    "S66",
    "whether a device that is handed over with its activation lock on is at the seller's disposal: "
    "al. 2 asks for no more than that, and names no lock",
)
TAKEN_BACK: Final = _art(
    "1649quinquies, § 3, al. 2",
    "S66",
    "by when the seller takes the replaced device back: al. 2 gives no time, and the reasonable "
    "time of al. 1, 2° is read into it",
)
FITTED: Final = _art(
    "1649quinquies, § 3, al. 3",
    "S66",
    "whether a device that is replaced must have been installed before the defect appeared: al. 3 "
    'says so where a repair takes its removal, and goes on "or where the good has to be replaced"',
)
REFUSAL: Final = _art("1649quinquies, § 4", "S65")
TOO_DEAR: Final = _art(
    "1649quinquies, § 4", "S65", "when the cost is out of proportion: no ratio is given"
)
SECOND_STAGE: Final = _art("1649quinquies, § 5", "S67")
NOT_CARRIED_OUT: Final = _art("1649quinquies, § 5, al. 1, 1°", "S67")
NOT_CARRIED_OUT_READ: Final = _art(
    "1649quinquies, § 5, al. 1, 1°",
    "S67",
    "1° names § 3, al. 2 and 3; that a remedy which was charged, late or a burden (al. 1), or for "
    "which use was charged (al. 4), was not carried out either, is read into it",
)
FAILED_AGAIN: Final = _art("1649quinquies, § 5, al. 1, 2°", "S67")
FAILED_OTHERWISE: Final = _art(
    "1649quinquies, § 5, al. 1, 2°",
    "S67",
    'whether another defect than the one that was put right counts: 2° speaks of "a" lack of '
    "conformity that appears in spite of the seller's attempt, and not of the same one",
)
SERIOUS: Final = _art("1649quinquies, § 5, al. 1, 3°", "S67")
DECLARED: Final = _art("1649quinquies, § 5, al. 1, 4°", "S67")
MINOR: Final = _art("1649quinquies, § 5, al. 2", "S68")
REDUCTION: Final = _art("1649quinquies, § 6", "S69")
VALUED: Final = _art(
    "1649quinquies, § 6",
    "S69",
    "of which day the two values are: § 6 names none, and here they are those of the delivery, as "
    'it speaks of the good "reçu par le consommateur"',
)
REDUCED_UP: Final = _art(
    "1649quinquies, § 6",
    "S69",
    "how a part of a cent is rounded: § 6 does not say, and here it goes to the consumer",
)
REDUCED_UNPAID: Final = _art(
    "1649quinquies, § 6",
    "S69",
    "how a reduction is set against a price that is not paid wholly: § 6 reduces it, and here "
    "what was paid counts towards the reduced one, so that only what goes beyond it is given back",
)
TERMINATION: Final = _art("1649quinquies, § 7", "S70")
MINOR_TOGETHER: Final = _art(
    "1649quinquies, § 7, al. 2",
    "S70",
    "that a good whose own defect is minor goes back like a conforming one acquired with it: al. 2 "
    "speaks of conforming goods",
)
EACH_OR_ALL: Final = _art(
    "1649quinquies, § 7, al. 2",
    "S70",
    "whether ground and weight are asked of the contract or of each good, where several do not "
    "conform: al. 2 asks that there be a ground, § 5, al. 2 that the defect be minor; here the "
    "ground is the contract's and the weight each good's",
)
SOME_LEFT_OUT: Final = _art(
    "1649quinquies, § 7, al. 2",
    "S70",
    "whether the consumer may leave out goods that do not conform: al. 2 says for which alone the "
    "contract can be ended where some do not, and nothing of fewer",
)
HELD_ALREADY: Final = _art(
    "1649quinquies, § 7",
    "S70",
    "that goods which the seller had, or whose sending was proved, before the contract ended were "
    "returned for its end as well: the article has the consumer exercise the right first; whether "
    "the contract ends when its declaration is addressed to the seller, as here, or arrives",
)
DUE_ON_RECEIPT: Final = _art(
    "1649quinquies, § 7, al. 3",
    "S70",
    'until what hour the price is paid: 2° says "dès réception" and names none; the last second of '
    "that day, where the consumer is, is ours",
)
COST_REPAID: Final = _art(
    "1649quinquies, § 7, al. 3",
    "S70",
    "when the cost of sending the goods back is repaid: 1° puts it on the seller and names no day, "
    "and here it comes with the price",
)
USE: Final = _art(
    "1649quinquies, § 7",
    "S71",
    "by what formula use is counted, and until when: the article gives no formula, and of the time "
    'says "depuis sa livraison" alone; whether what counts is also the use by another, to whom the '
    'consumer gave the device: it names "l\'usage conforme que celui-ci a eu"',
)
USE_NOT_CLAIMED: Final = _art(
    "1649quinquies, § 7",
    "S71",
    'whether a refund is reduced for use where the seller does not ask for it: it "peut être '
    'réduit", and the article does not say by whom; here it is not',
)
USED_UP: Final = _art(
    "1649quinquies, § 7",
    "S71",
    'whether a refund that "may be reduced" for use may be reduced to nothing',
)

RECOURSE: Final = _art("1649sexies", "S73")
GUARANTEE: Final = _art("1649septies, § 1", "S74")
DURABILITY_ASKED: Final = _art(
    "1649septies, § 1",
    "S74",
    "whether it is enough that the device failed within the guarantee, or the consumer must also "
    'ask within it: al. 1 only says "during the whole time"',
)
DURABILITY_FOR_LIFE: Final = _art(
    "1649septies, § 1",
    "S74",
    'whether a guarantee of durability for life is one "pendant une certaine période"; whose life '
    "it means: here it has no end",
)
DURABILITY_TOGETHER: Final = _art(
    "1649septies, § 1",
    "S74",
    "whether a seller who guarantees durability together with a producer may keep to "
    "its own conditions: al. 1 has these bind it, and lifts them for the producer alone",
)
DURABILITY_UNSERVED: Final = _art(
    "1649septies, § 1",
    "S74",
    "what a seller owes while it guarantees durability and promises no service, and whether it "
    "owes anything (art. 1649bis, § 1, 11°): the conditions name no service for that time",
)
DURABILITY_UNSAID: Final = _art(
    "1649septies, § 1",
    "S74",
    "whether a guarantee of durability lasts as long as all that it gives, where it does not say "
    "so, or where statement or advertising says less; here it does",
)
DURABILITY_EXCESS: Final = _art(
    "1649septies, § 1",
    "S74",
    "whether a producer may ask money for what comes with a repair or a replacement that is free, "
    "as a loan or a visit, where it was asked each time; here it may not",
)
DURABILITY_CONDITIONS: Final = _art(
    "1649septies, § 1",
    "S74",
    "whether what the guarantee asks first, as a registration, or whom and where it leaves out, "
    "also holds for the repair or replacement that al. 1 has a producer answer for; here it does "
    "not",
)
GUARANTEE_FOR_LIFE: Final = _art(
    "1649septies, § 1",
    "S74",
    'whose life a guarantee "for life" means, and when it ends: it binds by its own conditions, of '
    "which the article says nothing, and here it has no end",
)
GUARANTEE_COMPARED: Final = _art(
    "1649septies, § 1, al. 2", "S74", "that statement and advertising are compared point by point"
)
GUARANTEE_ADVERTISER: Final = _art(
    "1649septies, § 1",
    "S74",
    'whether advertising by somebody else than the guarantor is the "corresponding" one that binds '
    "the guarantor: neither al. 1 nor al. 2 says whose it is, and art. 1649bis, § 1, 11° speaks of "
    "an undertaking of the seller or a producer; here it is not counted",
)
GUARANTEE_CORRECTED: Final = _art(
    "1649septies, § 1, al. 2",
    "S74",
    "that corrected advertising does not bind where no statement was made",
)
DECLARATION: Final = _art("1649septies, § 2", "S74")
# The sentence speaks of "§ 2" from outside it; its own number is not quoted.
BINDS_ANYWAY: Final = _art("1649septies", "S74")
CLAUSES: Final = _art("1649octies", "S75")

NO_REPAIR_CLAUSE: Final = Basis(TERMS, "", Source.TERMS, "S-T2")
LOCK_HIDDEN: Final = _art(
    "1649octies",
    "S54",
    "what becomes of the clause for hidden defects: the article protects the rights of its own "
    "section only",
)
LOCK_CLAUSE: Final = Basis(TERMS, "", Source.TERMS, "S54")
PROMISED: Final = Basis(TERMS, "", Source.TERMS, "S76")
PROMISED_OTHER: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S76",
    open="whether the price is promised as soon as the chosen replacement is impossible: the terms "
    'say "si le remplacement par un Produit identique ou équivalent s’avérait impossible"',
)
ANNOUNCED: Final = Basis(
    REPAIR, "", Source.SECONDARY, "S-T2", open="whether and how Belgium has transposed it"
)
