"""`reprise keys`: which keys there are, another one, and the end of an old one."""

from __future__ import annotations

from reprise.cli.errors import Problem
from reprise.keys import FIELD, Keys, MissingKey, WrongKey
from reprise.privacy import sealing


def show() -> None:
    """Each field key, and how many values it has sealed."""
    keys, sealed = Keys.of(), sealing.named()
    if not keys.numbers(FIELD) and not sealed:
        print("There is no key for fields yet, and nothing is sealed.")
    for number in sorted({*keys.numbers(FIELD), *sealed}):
        here = "" if keys.has(f"{FIELD}-{number}") else "  is missing"
        print(f"{FIELD}-{number}  {sealed.get(number, 0)} values{here}")


def rotate() -> None:
    """Raises Problem with what to bring back."""
    keys = Keys.of()
    try:
        for done in sealing.rotate(keys):
            print(f"{done} values sealed again")
    except (MissingKey, WrongKey) as failure:
        raise Problem(f"{failure} What was sealed again stays so; run this again then.") from None
    newest = max(keys.numbers(FIELD))
    print(
        f"{FIELD}-{newest} seals. Back the keys up now; older ones: `reprise keys retire NUMBER`."
    )


def retire(number: int) -> None:
    """Raises Problem."""
    try:
        sealing.retire(Keys.of(), number)
    except (MissingKey, sealing.StillNeeded) as failure:
        raise Problem(str(failure)) from None
    print(f"{FIELD}-{number} is destroyed. Delete it from the keys' own backups as well.")
