"""How an outsider checks an order's log, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _


def how_to_verify() -> list[str]:
    return [
        _(
            "Canonical JSON means: the names of an object in alphabetical order, no spaces between"
            " values, letters as they are, in UTF-8. A digest is SHA-256 of it, in hexadecimal."
        ),
        _(
            "Step 1 has in facts_hash the digest of what was agreed: an object with order,"
            " contracts and lines, and since format 2 traders, each as the list of its values in"
            " the order that fields gives; and with insurance where a device was insured: the list"
            " of its total and its lines."
        ),
        _(
            "Since format 4 that object has, beside order and traders, number: number_digest, the"
            " digest of the list of number_salt and the order’s number. identity_digest and"
            " contact_digest of a trader are made like it. A part that has left has neither salt"
            " nor words, and its digest stays. A step with the verb restate in an older log has in"
            " facts_hash the digest by this format, written before the first part left; from then"
            " on step 1 is not compared any more."
        ),
        _(
            "The hash of each step is the digest of the list of its values in the order that fields"
            " gives. One of them is the hash of the step before (previous), so a change of any past"
            " step changes every hash after it."
        ),
        _(
            "A step with the verb ship has in facts_hash the digest of the list of salt, kind and"
            " number of the device: the one with its line_id and round."
        ),
        _(
            "The seal is the digest of everything else in this file. It shows that the file was not"
            " changed in part; who made the file, it does not show."
        ),
        _(
            "What stands under on_record was on record when the file was made. The steps do not"
            " commit to it, the seal does."
        ),
        _(
            "To see that nothing was rewritten as a whole, compare with a copy that somebody else"
            " has or that was made earlier: the hashes of the steps that both have are the same."
        ),
        _("The program does all of this: reprise verify-evidence FILE"),
    ]


def how_to_verify_an_excerpt() -> list[str]:
    return [
        _(
            "This is an excerpt: one contract and its own steps. An order may hold contracts of"
            " others, and who checks their steps would read them."
        ),
        _(
            "The anchor is the hash of the last of these steps in the order’s whole log. It commits"
            " to every step before it, and nothing can be read from it. Keep this file: a log that"
            " was changed later no longer has the anchor."
        ),
        *how_to_verify()[:1],
        *how_to_verify()[4:7],
        _(
            "Beside the complete copy of the buyer or the operator, the program checks that each"
            " step stands there and that the log up to the anchor is whole:"
            " reprise verify-evidence FILE --with COMPLETE-FILE"
        ),
    ]
