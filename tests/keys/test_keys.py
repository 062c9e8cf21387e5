from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reprise.keys import Keys, MissingKey, WrongKey


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys")


def test_what_was_sealed_is_opened_where_it_stands(keys: Keys) -> None:
    keys.make("archive-2031")
    sealed = keys.seal("archive-2031", b"12 rue du Canal", "order:1")
    assert b"Canal" not in sealed
    assert keys.open("archive-2031", sealed, "order:1") == b"12 rue du Canal"


def test_a_sealed_value_opens_nowhere_else(keys: Keys) -> None:
    keys.make("archive-2031")
    keys.make("archive-2032")
    sealed = keys.seal("archive-2031", b"secret", "order:1")
    with pytest.raises(WrongKey):
        keys.open("archive-2031", sealed, "order:2")
    with pytest.raises(WrongKey):
        keys.open("archive-2032", sealed, "order:1")
    for damaged in (sealed[:-1], sealed[:5], b"", bytes([sealed[0] ^ 1]) + sealed[1:]):
        with pytest.raises(WrongKey):
            keys.open("archive-2031", damaged, "order:1")


def test_the_same_text_is_never_sealed_alike(keys: Keys) -> None:
    keys.make("archive-2031")
    assert len({keys.seal("archive-2031", b"secret", "") for _ in range(50)}) == 50


def test_a_key_that_is_missing_is_not_made_in_silence(keys: Keys) -> None:
    with pytest.raises(MissingKey, match="archive-2031"):
        keys.seal("archive-2031", b"secret", "order:1")
    assert not keys.has("archive-2031")
    keys.make("archive-2031")
    sealed = keys.seal("archive-2031", b"secret", "order:1")
    keys.destroy("archive-2031")
    with pytest.raises(MissingKey):
        keys.open("archive-2031", sealed, "order:1")


def test_a_damaged_key_says_so(keys: Keys) -> None:
    keys.make("index")
    (keys.folder / "index").write_bytes(b"short")
    with pytest.raises(MissingKey, match="damaged: 5 bytes"):
        keys.index("jeanne@example.org")


def test_a_key_is_made_once_and_for_its_owner_alone(keys: Keys) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keys.make, ["archive-2031"] * 32))
    assert [path.name for path in keys.folder.iterdir()] == ["archive-2031"]
    before = (keys.folder / "archive-2031").read_bytes()
    keys.make("archive-2031")
    assert (keys.folder / "archive-2031").read_bytes() == before
    assert stat.S_IMODE((keys.folder / "archive-2031").stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.folder.stat().st_mode) == 0o700


def test_a_name_cannot_leave_the_folder(keys: Keys) -> None:
    for name in ("../secrets.json", "archive-2031/x", "", "Field-1", "field-0", "field-1 "):
        with pytest.raises(ValueError, match="no name of a key"):
            keys.make(name)


def test_a_field_is_sealed_by_the_newest_key_and_opened_by_its_own(keys: Keys) -> None:
    keys.begin()
    old = keys.seal_field("BE68 5390 0754 7034", "seller:1")
    keys.make("field-2")
    keys.make("field-10")
    new = keys.seal_field("BE68 5390 0754 7034", "seller:1")
    assert keys.numbers("field") == [1, 2, 10]
    assert old.startswith("1:")
    assert new.startswith("10:")
    assert {keys.open_field(each, "seller:1") for each in (old, new)} == {"BE68 5390 0754 7034"}


def test_a_field_that_was_never_sealed_is_not_taken_for_one(keys: Keys) -> None:
    keys.make("field-1")
    for text in ("BE68539007547034", "1:", "1:zz", ":00", "x:00", "1:00"):
        with pytest.raises(WrongKey):
            keys.open_field(text, "seller:1")


def test_a_lost_field_key_does_not_fall_back_on_another(keys: Keys) -> None:
    keys.begin()
    stored = keys.seal_field("secret", "seller:1")
    keys.make("field-2")
    keys.destroy("field-1")
    with pytest.raises(MissingKey):
        keys.open_field(stored, "seller:1")


def test_the_index_finds_by_equality_and_tells_nothing(keys: Keys, tmp_path: Path) -> None:
    others = Keys(tmp_path / "others")
    keys.begin()
    others.begin()
    one = keys.index("jeanne@example.org")
    assert len(one) == 32
    assert keys.index("jeanne@example.org") == one
    assert keys.index("jeanne@example.com") != one
    assert others.index("jeanne@example.org") != one


def test_what_begins_stays(keys: Keys) -> None:
    for needs in (lambda: keys.index("x"), lambda: keys.seal_field("x", "y")):
        with pytest.raises(MissingKey):
            needs()
    keys.begin()
    keys.make("field-2")
    keys.destroy("field-1")
    before = {path.name: path.read_bytes() for path in keys.folder.iterdir()}
    keys.begin()
    assert {path.name: path.read_bytes() for path in keys.folder.iterdir()} == before
    assert set(before) == {"index", "field-2"}


def test_a_key_is_told_from_another_without_being_told(keys: Keys) -> None:
    keys.make("field-1")
    keys.make("field-2")
    one, two = keys.check("field-1"), keys.check("field-2")
    assert one == keys.check("field-1")
    assert one != two
    assert len(one) == 16
    assert bytes.fromhex(one) not in (keys.folder / "field-1").read_bytes()


def test_the_folder_is_the_operators_choice() -> None:
    assert Keys.of({}).folder == Path("var/keys")
    assert Keys.of({"REPRISE_DATA": "/srv/shop"}).folder == Path("/srv/shop/keys")
    both = {"REPRISE_DATA": "/srv/shop", "REPRISE_KEYS": "/mnt/keys"}
    assert Keys.of(both).folder == Path("/mnt/keys")
