"""What is turned away before any page is asked: each says what happened, why, and what to do."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_noop

from reprise.kernel.refusal import Refusal


class TurnedAway(Refusal):
    """``heading`` says in a few words what happened; ``message`` why, and what to do next."""

    heading: ClassVar[str]
    status = 400


class UnreadableRequest(TurnedAway):
    code = "unreadable_request"
    heading = gettext_noop("We could not read this request")
    message = (
        "Something in it is not as browsers send it. Nothing was changed."
        " Please go back, load the page again and repeat what you did."
    )


class UnreadableAddress(TurnedAway):
    code = "unreadable_address"
    heading = gettext_noop("This address cannot be read")
    message = (
        "It holds a character that no address of this shop has; a program or a broken link has"
        " put it there. Nothing was changed. Type the address again, or start from the home page."
    )


class UnreadableForm(TurnedAway):
    code = "unreadable_form"
    heading = gettext_noop("What you sent cannot be read")
    message = (
        "The form holds a character that no text can hold, perhaps pasted from another program."
        " Nothing was changed. Please go back, type that text by hand and send the form again."
    )


class FormTooLarge(TurnedAway):
    code = "form_too_large"
    heading = gettext_noop("What you sent is too large")
    message = (
        "No form here takes more than 1 MB. Nothing was read and nothing was changed."
        " Please go back, shorten the text and send the form again."
    )
    status = 413


class FromAnotherSite(TurnedAway):
    code = "from_another_site"
    heading = gettext_noop("Another site sent this form")
    message = (
        "Your browser says that this request was started by a page that is not ours. So that no"
        " other site can act in your name, nothing was changed. Open the page here and send the"
        " form again."
    )
    status = 403


class FormTooOld(TurnedAway):
    code = "form_too_old"
    heading = gettext_noop("This form is no longer valid")
    message = (
        "You have signed in or out since it was opened, or your browser keeps no cookies, by which"
        " we know that the form is yours. Nothing was changed. Please go back, load the page again"
        " and send the form once more."
    )
    status = 403


class FormTooLong(TurnedAway):
    code = "form_too_long"
    heading = gettext_noop("What you sent is too long to keep")
    message = (
        "You have to sign in once more before it is done, and no page keeps more than 64 KB of text"
        " until then. Nothing was changed. Please go back: most browsers still have your text. Copy"
        " it, sign in, and send the form again."
    )
    status = 413


class FetchedByScript(TurnedAway):
    code = "fetched_by_script"
    heading = gettext_noop("Pages are opened, not fetched")
    message = (
        "A script has asked for this page. Scripts of partners may run on some of our pages, and so"
        " that none of them reads your orders or your account, pages are given to people who open"
        " them only. Nothing was changed. Please open the address in your browser."
    )
    status = 403


class WrongMethod(TurnedAway):
    code = "wrong_method"
    heading = gettext_noop("This address is not opened like that")
    message = (
        "It only takes a form that one of our pages sends, or it only shows something. Nothing was"
        " changed. Please start from the page where the form is, or from the home page."
    )
    status = 405


class KeyAway(Refusal):
    """A key is not in its folder (`reprise.keys`)."""

    code = "key_away"
    message = (
        "A key that is kept apart from the shop is not there, and without it nobody’s data is"
        " found. Nothing was changed. Please try again later; whoever runs the shop brings the key"
        " back from its own backup."
    )
    status = 503


class TooManySearches(TurnedAway):
    code = "too_many_searches"
    heading = gettext_noop("Too many searches")
    message = (
        "From your internet connection we get more searches than people make, and each costs us"
        " work. Others may share the connection with you. Nothing was searched; please try again"
        " in %(seconds)s s, or look through the categories."
    )
    status = 429


class TooManyChoices(TurnedAway):
    code = "too_many_choices"
    heading = gettext_noop("Too many answers")
    message = (
        "From your internet connection we get more answers than people give, and we must keep each"
        " one. Others may share the connection with you. Nothing was accepted; please try again in"
        " %(seconds)s s. Refusing is always possible."
    )
    status = 429


class AnotherName(TurnedAway):
    code = "another_name"
    heading = gettext_noop("This is not the shop’s address")
    message = (
        "Somebody has pointed another name at this shop. So that nobody can pass the shop off as"
        " theirs, it does not open under a name that is not its own. Nothing was changed. Please"
        " use the shop’s own address."
    )
