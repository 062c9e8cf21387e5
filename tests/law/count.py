"""`python -m tests.law.count > src/reprise/law/cases.json`: how many cases each provision has."""

from __future__ import annotations

import json
from collections import Counter

from tests.law.cases import cases


def counted() -> str:
    counts = Counter(each.provision for each in cases())
    return json.dumps(dict(sorted(counts.items())), indent=1) + "\n"


if __name__ == "__main__":
    print(counted(), end="")
