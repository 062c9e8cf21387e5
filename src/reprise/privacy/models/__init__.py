from reprise.privacy.models.acts import Act, Duty
from reprise.privacy.models.archive import Archived, YearKey
from reprise.privacy.models.breaches import Breach, BreachAct, BreachText
from reprise.privacy.models.copies import SellerCopy
from reprise.privacy.models.holds import Hold, Notice
from reprise.privacy.models.nights import Brake, Night
from reprise.privacy.models.proposals import Proposal
from reprise.privacy.models.requests import Entry, Request, Requester

__all__ = [
    "Act",
    "Archived",
    "Brake",
    "Breach",
    "BreachAct",
    "BreachText",
    "Duty",
    "Entry",
    "Hold",
    "Night",
    "Notice",
    "Proposal",
    "Request",
    "Requester",
    "SellerCopy",
    "YearKey",
]
