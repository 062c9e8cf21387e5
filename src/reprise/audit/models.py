from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.audit.states import Page, Subject
from reprise.kernel.ids import new_id


class Look(models.Model):
    """Somebody of the staff was shown personal data: who, of whom, on which page, when.

    Ids alone; append-only.  ``day`` is what the person it is about is told, so that nobody is found
    by the hours that they work.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    viewer_id = models.UUIDField()
    page = models.CharField(max_length=20)
    subject = models.CharField(max_length=6)
    subject_id = models.UUIDField()
    at = models.DateTimeField()
    day = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "id"], name="audit_looks_at"),
            models.Index(fields=["viewer_id", "id"], name="audit_looks_of"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__in=[each.value for each in Page]), name="audit_look_page"
            ),
            models.CheckConstraint(
                condition=Q(subject__in=[each.value for each in Subject]),
                name="audit_look_subject",
            ),
        ]
