"""The account, below a place of the shop."""

from __future__ import annotations

from django.urls import path

from reprise.web.account.views import doors, home, privacy, rights, sessions

_LETTER = "letters/<uuid:letter_id>/<str:token>/"

urlpatterns = [
    path("", home.index),
    path("login/", doors.login),
    path("logout/", doors.logout),
    path("sign-up/", doors.sign_up),
    path("password/forgotten/", doors.forgotten),
    path(_LETTER, doors.letter),
    *(path(f"{_LETTER}{name}/", view) for name, view in rights.BY_LETTER.items()),
    path("again/", doors.again),
    path("orders/", home.orders),
    path("details/", home.details),
    path("verification/", home.verification),
    path("email/", home.email),
    path("security/", home.security),
    path("password/", home.password),
    path("passkeys/", home.add),
    path("passkeys/<uuid:passkey_id>/removal/", home.removal),
    path("sessions/", sessions.index),
    path("sessions/others/removal/", sessions.others),
    path("sessions/<uuid:session_id>/removal/", sessions.removal),
    path("deletion/", home.deletion),
    path("privacy/", privacy.privacy),
    *(path(f"privacy/{name}/", view) for name, view in rights.OF_ACCOUNT.items()),
]
