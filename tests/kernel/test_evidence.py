"""The shape of what is handed out: whole, and broken by any change, wherever it is."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.cli import formats
from reprise.kernel.evidence import (
    Document,
    digest,
    document,
    missing,
    problems,
    read,
    sealed,
    text,
)

PARTS = {"partner": {"key": "acmé", "since": date(2026, 1, 5)}, "purposes": ["audience", "ads"]}
ENTRIES = [
    {"what": "added", "at": "2026-01-05T08:00:00+00:00", "staff": None},
    {"what": "audited", "at": "2026-02-05T08:00:00+00:00", "staff": "S-1", "next": 9},
    {"what": "audited", "at": "2026-03-05T08:00:00+00:00", "staff": "S-2", "next": 10},
    {"what": "stopped", "at": "2026-04-05T08:00:00+00:00", "staff": "S-1", "reason": "audit"},
]


@pytest.fixture
def told() -> Document:
    return document("reprise-partner-1", PARTS, ENTRIES)


def resealed(told: Document) -> Document:
    """As somebody does it who knows how a seal is made."""
    return sealed({name: value for name, value in told.items() if name != "seal"})


def bound_anew(entry: Document) -> Document:
    """As somebody does it who knows how a hash is made."""
    entry["hash"] = digest({name: value for name, value in entry.items() if name != "hash"})
    return entry


def test_it_is_whole_and_reads_as_it_was_written(told: Document) -> None:
    assert problems(told) == []
    assert read(text(told)) == told
    assert told["partner"] == {"key": "acmé", "since": "2026-01-05"}
    assert told["end"] == {"entries": 4, "last": told["entries"][-1]["hash"]}
    assert document("reprise-partner-1", PARTS, ENTRIES) == told


def test_nothing_may_have_happened(told: Document) -> None:
    empty = document("reprise-partner-1", PARTS, [])
    assert problems(empty) == []
    assert problems(resealed({**empty, "entries": told["entries"]}))


@pytest.mark.parametrize("name", ["entries", "digests", "end", "seal"])
def test_the_shapes_own_names_are_nobody_elses(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        document("reprise-partner-1", {name: 1}, [])


@pytest.mark.parametrize("name", ["no", "previous", "hash"])
def test_so_are_those_of_an_entry(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        document("reprise-partner-1", {}, [{name: 1}])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_each_changed_byte_is_found(data: st.DataObject) -> None:
    """Spaces and line ends too: a file is as it was handed out, or it is not."""
    written = text(document("reprise-partner-1", PARTS, ENTRIES)).encode()
    place = data.draw(st.integers(0, len(written) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each != written[place]))
    changed = written[:place] + bytes([byte]) + written[place + 1 :]
    try:
        other = read(changed.decode())
        checked = formats.check(other)
    except ValueError:  # no UTF-8, no JSON, or no format that there is
        return
    assert checked.problems or formats.rewritten(changed.decode(), other)


CHANGES: dict[str, tuple[Callable[[Document], Any], str]] = {
    "a part": (lambda told: told["partner"].update(key="zeta"), "The part “partner” was changed"),
    "the format": (lambda told: told.update(format="reprise-partner-2"), "The part “format”"),
    "a part more": (lambda told: told.update(more=1), "The part “more” was changed"),
    "a part less": (lambda told: told.pop("purposes"), "The part “purposes” was changed"),
    "an entry": (lambda told: told["entries"][1].update(staff="S-9"), "Entry 2 was changed"),
    "the first entry taken out": (lambda told: told["entries"].pop(0), "Entry 1 is not where"),
    "an entry taken out": (lambda told: told["entries"].pop(2), "Entry 3 is not where"),
    "the last entry taken out": (lambda told: told["entries"].pop(), "3 entries are here, and it"),
    "an entry twice": (
        lambda told: told["entries"].append(dict(told["entries"][3])), "Entry 5 is not where",
    ),
    "two entries turned": (lambda told: told["entries"].reverse(), "Entry 1 is not where"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_the_first_thing_that_does_not_fit_is_named_under_a_new_seal_as_well(
    told: Document, what: str
) -> None:
    change, said = CHANGES[what]
    change(told)
    assert problems(told)[-1].startswith("The seal does not fit")
    other = resealed(told)
    assert said in problems(other)[0]
    assert "seal" not in str(problems(other))


def test_entries_with_numbers_and_hashes_of_their_own_are_not_bound(told: Document) -> None:
    """Who takes one out and numbers the rest anew has to make the links anew as well."""
    entries = [told["entries"][0], *copy.deepcopy(told["entries"][2:])]
    for number, entry in enumerate(entries, 1):
        entry["no"] = number
        bound_anew(entry)
    other = resealed({**told, "entries": entries})
    assert problems(other)[0] == "Entry 2 does not follow entry 1."


def test_entries_belong_to_what_their_file_is_about(told: Document) -> None:
    """Those of one partner are not another's, although each is bound to the one before."""
    zeta = document("reprise-partner-1", {**PARTS, "partner": {"key": "zeta"}}, [])
    other = resealed({**zeta, "entries": told["entries"], "end": told["end"]})
    assert problems(other)[0] == "Entry 1 does not follow what the file is about."


def test_an_outsider_gets_the_same_with_sha_256_alone(told: Document) -> None:
    """Written from the file's own explanation, not from our code."""
    import hashlib

    def sha(value: Any) -> str:
        plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()

    file = json.loads(text(told))
    framed = {"digests", "entries", "end", "seal"}
    assert file["digests"] == {n: sha(v) for n, v in file.items() if n not in framed}
    previous = sha(file["digests"])
    for number, entry in enumerate(file["entries"], 1):
        assert (entry["no"], entry["previous"]) == (number, previous)
        previous = sha({name: value for name, value in entry.items() if name != "hash"})
        assert entry["hash"] == previous
    assert file["end"] == {"entries": 4, "last": previous}
    assert file["seal"] == sha({name: value for name, value in file.items() if name != "seal"})


class TestAnEarlierCopy:
    def test_what_has_come_since_is_no_fault(self, told: Document) -> None:
        earlier = document("reprise-partner-1", PARTS, ENTRIES[:2])
        assert missing(earlier, told) == []
        assert missing(told, told) == []

    def test_one_that_came_in_between_is_none_either(self, told: Document) -> None:
        """Two transactions may end in another order than they began."""
        earlier = document("reprise-partner-1", PARTS, [ENTRIES[0], *ENTRIES[2:]])
        assert missing(earlier, told) == []

    @pytest.mark.parametrize("gone", range(4))
    def test_what_was_told_once_is_not_taken_back(self, told: Document, gone: int) -> None:
        rest = [each for number, each in enumerate(ENTRIES) if number != gone]
        later = document("reprise-partner-1", PARTS, rest)
        assert missing(told, later)[0].startswith(f"Entry {gone + 1} does not stand there")

    def test_nor_told_otherwise_or_elsewhere(self, told: Document) -> None:
        other = [*ENTRIES[:3], {**ENTRIES[3], "reason": "unused"}]
        assert missing(told, document("reprise-partner-1", PARTS, other))
        turned = [ENTRIES[0], ENTRIES[2], ENTRIES[1], ENTRIES[3]]
        assert missing(told, document("reprise-partner-1", PARTS, turned))
