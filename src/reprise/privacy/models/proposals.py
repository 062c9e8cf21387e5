from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id
from reprise.privacy.states import MOMENTS, ProposalState, ShownBy

_DECIDED = Q(decided_at__isnull=False, email="")
_BY_SOMEBODY = [ProposalState.AGREED.value, ProposalState.DECLINED.value]


class Proposal(models.Model):
    """Another e-mail address for the order of a guest whose correction nobody can confirm: one of
    the staff has proposed it, another one agrees.  ``email`` is there as long as it waits.

    It is decided once, and nothing else of it ever changes: `privacy_proposal_guard`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request_id = models.UUIDField()
    email = models.EmailField(max_length=254, blank=True, help_text="until it is decided")
    shown_by = models.CharField(max_length=5)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=8, default=ProposalState.WAITING.value)
    decided_by = models.UUIDField(null=True, help_text="none: it lapsed by itself")
    decided_at = models.DateTimeField(null=True)

    MUTABLE = ("email", "state", "decided_by", "decided_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_proposal_shown",
                condition=Q(shown_by__in=[each.value for each in ShownBy]),
            ),
            models.CheckConstraint(
                name="privacy_proposal_decided",
                condition=Q(state=ProposalState.WAITING.value, decided_by=None, decided_at=None)
                & ~Q(email="")
                | _DECIDED & Q(state__in=_BY_SOMEBODY, decided_by__isnull=False)
                | _DECIDED & Q(state=ProposalState.LAPSED.value, decided_by=None),
            ),
            models.CheckConstraint(
                name="privacy_proposal_two",
                condition=~Q(state=ProposalState.AGREED.value) | ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="privacy_proposal_moments",
                condition=Q(proposed_at__range=MOMENTS)
                & (Q(decided_at=None) | Q(decided_at__range=MOMENTS)),
            ),
            models.UniqueConstraint(
                fields=["request_id"],
                condition=Q(state=ProposalState.WAITING.value),
                name="privacy_proposal_once",
            ),
        ]
        indexes = [models.Index(fields=["request_id"], name="privacy_proposal_of")]
