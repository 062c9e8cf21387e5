"""What buyers and sellers read."""

from reprise.discovery.queries.contests import Replay, dry_run, not_shown, replay, standings
from reprise.discovery.queries.directory import Entry, directory
from reprise.discovery.queries.filters import Filters
from reprise.discovery.queries.listing import PER_PAGE, listing
from reprise.discovery.queries.on_sale import (
    categories_on_sale,
    numbers_on_sale,
    variants_on_sale,
)
from reprise.discovery.queries.product import product_page
from reprise.discovery.queries.quality import Quality, quality, shown
from reprise.discovery.queries.search import search

__all__ = [
    "PER_PAGE",
    "Entry",
    "Filters",
    "Quality",
    "Replay",
    "categories_on_sale",
    "directory",
    "dry_run",
    "listing",
    "not_shown",
    "numbers_on_sale",
    "product_page",
    "quality",
    "replay",
    "search",
    "shown",
    "standings",
    "variants_on_sale",
]
