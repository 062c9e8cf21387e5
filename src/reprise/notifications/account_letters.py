"""E-mails about an account: a link to prove an address, a notice that something has changed.

What is written is decided when the letter is sent, by what is true then: somebody who asks for an
account that exists is told so in the letter, never on a page.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from reprise.accounts import links
from reprise.accounts.models import Letter, User
from reprise.kernel.ids import new_id
from reprise.markets.queries import LOCALES, MARKETS
from reprise.notifications.replies import reply_to
from reprise.notifications.templating import render, subject
from reprise.outbox.jobs import enqueue

_LINK = {
    "sign_up": "account_sign_up",
    "reset": "account_reset",
    "email": "account_address",
    "rights": "rights_link",
}
# What is written instead to an address that has an account.
_KNOWN = {"sign_up": "account_exists", "email": "account_exists", "rights": "rights_account"}


def write_link(letter_id: UUID) -> None:
    """Have a link's letter sent after the commit."""
    from reprise.notifications import tasks

    enqueue(tasks.send_link, letter_id=str(letter_id))


def write_notice(user_id: UUID, what: str) -> None:
    """Have a notice (of ``AccountSecured.what``, or ``address``) sent after the commit."""
    from reprise.notifications import tasks

    enqueue(tasks.send_notice, user_id=str(user_id), what=what, notice_id=str(new_id()))


def send_warning(user_id: UUID, letter_id: UUID, until: date) -> None:
    """Tell the owner of an account that it is erased after a day unless somebody signs in.

    Raises what SMTP raises: try again.
    """
    user = User.objects.filter(id=user_id).first()
    if user is not None:
        mail("account_unused", user.email, locale_of(user.language), letter_id, {"until": until})


def send_link(letter_id: UUID, now: datetime) -> None:
    """Send a letter with its link unless it was used, is over, or its account is gone.

    Raises what SMTP raises: try again.
    """
    letter = Letter.objects.select_related("user").filter(id=letter_id).first()
    if letter is None or letter.used_at is not None or letter.expires_at <= now:
        return
    owner = User.objects.with_email(letter.email).filter(is_active=True).first()
    if letter.purpose == "reset" and owner is None:
        return
    exists = owner is not None and letter.purpose in _KNOWN and owner != letter.user
    template = (_KNOWN if exists else _LINK)[letter.purpose]
    facts = {"url": links.address(letter), "until": letter.expires_at}
    # A new password goes to whom the account belongs, as it is written there.
    to = owner.email if owner is not None and letter.purpose == "reset" else letter.email
    mail(template, to, letter.locale, letter.id, facts)


def send_notice(user_id: UUID, what: str, notice_id: UUID) -> None:
    """Tell the owner of an account what has changed.  Raises what SMTP raises: try again."""
    user = User.objects.filter(id=user_id, is_active=True).first()
    if user is None:
        return
    mail("account_changed", user.email, locale_of(user.language), notice_id, {"what": what})


def locale_of(language: str) -> str:
    """A place where this language is spoken."""
    spoken = (each for each, market in MARKETS.items() if language in market.languages)
    return f"{language}-{MARKETS[next(spoken, next(iter(MARKETS)))].code}"


def mail(template: str, to: str, locale: str, message_id: UUID, more: dict[str, object]) -> None:
    """Send a letter that is about a person, not about an order.  Raises what SMTP raises."""
    language, market = LOCALES[locale]
    facts = {
        "language": language,
        "market": market,
        "account_url": f"{settings.PUBLIC_URL}/{locale}/account/",
        "forgotten_url": f"{settings.PUBLIC_URL}/{locale}/account/password/forgotten/",
        "own_data_url": f"{settings.PUBLIC_URL}/{locale}/account/privacy/",
        "rights_url": f"{settings.PUBLIC_URL}/{locale}/privacy/request/",
        **more,
    }
    with translation.override(language):
        title = subject(template, facts)
        text = render(f"{template}/body.txt", facts)
        page = render(f"{template}/body.html", facts)
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    letter = EmailMultiAlternatives(
        title, text, to=[to], reply_to=reply_to(template),
        headers={"Message-ID": f"<{message_id}@{domain}>"},
    )  # fmt: skip
    letter.attach_alternative(page, "text/html")
    letter.send()
