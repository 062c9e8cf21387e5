from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from reprise.accounts.states import Device
from reprise.kernel import clock
from reprise.kernel.address import comparable
from reprise.kernel.ids import new_id


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        if not comparable(email):
            raise ValueError("an address outside ASCII cannot be compared")
        user = self.model(email=email.strip(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def with_email(self, email: str) -> models.QuerySet[User]:
        """The account of an address, whatever its case; none for one that cannot be compared."""
        if not comparable(email):
            return self.none()
        return self.alias(folded=Lower("email")).filter(folded=Lower(Value(email.strip())))

    def get_by_natural_key(self, username: str | None) -> User:
        return self.with_email(username or "").get()


class User(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in.

    ``verified_at`` is when the person last proved to read the mail of ``email``; without it
    nothing that was sent to that address is theirs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="en")
    verified_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)
    signed_out = models.PositiveIntegerField(
        default=0, help_text="how often every session was ended without a new password"
    )
    uncounted_since = models.DateTimeField(
        null=True, help_text="its person has objected, and what they order counts in no list"
    )
    moved = models.BinaryField(
        max_length=32, null=True, help_text="that its person has moved it to `email`: `moved.proof`"
    )

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email"),
            models.CheckConstraint(
                condition=Q(email__regex=r"^[!-~]+$"), name="accounts_user_email_ascii"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must carry to be this person's: another value with each password, which
        is Django's rule, and with each time that every session was ended."""
        by_password: str = super()._get_session_auth_hash(secret)  # type: ignore[misc]  # no stub has it
        if not self.signed_out:
            return by_password
        about = f"{self.signed_out}:{by_password}"
        return salted_hmac(
            "reprise.accounts.models.User", about, secret=secret, algorithm="sha256"
        ).hexdigest()


class Passkey(models.Model):
    """A public key whose private half never leaves a person's device (WebAuthn)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="passkeys")
    credential_id = models.BinaryField(max_length=1023, unique=True)
    credential = models.BinaryField(help_text="attested credential data: id and public key")
    sign_count = models.BigIntegerField()
    name = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Letter(models.Model):
    """A link that was sent to an address; whoever opens it reads that address's mail.

    Used once, until ``expires_at``; one about a person's rights opens as often as they look, until
    it has had something erased.  It is written whether or not the address has an account.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    purpose = models.CharField(max_length=10)
    email = models.EmailField(max_length=254)
    # Only the change of an address belongs to an account before it is opened.
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="letters")
    locale = models.CharField(max_length=5)
    written_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_letter_purpose",
                condition=Q(purpose__in=["sign_up", "reset", "rights"], user__isnull=True)
                | Q(purpose="email", user__isnull=False),
            )
        ]


class Session(models.Model):
    """A browser in which somebody is signed in (`sessions`).

    ``key`` is a digest of what the cookie holds, ``id`` what the person's own pages call it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=64)
    data = models.TextField()
    expires_at = models.DateTimeField(db_index=True)
    # None until somebody has signed in.
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField()
    seen_on = models.DateField(help_text="the last day on which it was used (UTC)")
    device = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="accounts_session_key"),
            models.CheckConstraint(
                condition=Q(device__in=[each.value for each in Device]),
                name="accounts_session_device",
            ),
        ]


class Attempt(models.Model):
    """How often something was tried since a moment; ``key`` is a keyed hash of who and what."""

    key = models.CharField(primary_key=True, max_length=64)
    count = models.PositiveIntegerField()
    since = models.DateTimeField(db_index=True)


class SpentChallenge(models.Model):
    """A passkey's challenge that was answered; it is not taken again."""

    digest = models.CharField(primary_key=True, max_length=64)
    expires_at = models.DateTimeField(db_index=True)
