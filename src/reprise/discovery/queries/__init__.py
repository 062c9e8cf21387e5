"""What buyers and sellers read."""

from reprise.discovery.queries.contests import Replay, dry_run, not_shown, replay, standings
from reprise.discovery.queries.directory import Entry, directory
from reprise.discovery.queries.filters import Filters
from reprise.discovery.queries.listing import PER_PAGE, listing
from reprise.discovery.queries.product import product_page
from reprise.discovery.queries.quality import Quality, quality, shown
from reprise.discovery.queries.search import search

__all__ = [
    "PER_PAGE",
    "Entry",
    "Filters",
    "Quality",
    "Replay",
    "directory",
    "dry_run",
    "listing",
    "not_shown",
    "product_page",
    "quality",
    "replay",
    "search",
    "shown",
    "standings",
]
