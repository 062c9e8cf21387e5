"""The demo catalogue is large enough, consistent and true where we can say so by hand."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from reprise.demo.catalogue import (
    FOLDER,
    LANGUAGES,
    CaseMaterial,
    Catalogue,
    Connectivity,
    Keyboard,
    Product,
    Sim,
    VariantSpec,
    load,
)

DEPARTMENTS = {
    "smartphones",
    "laptops",
    "tablets",
    "desktops",
    "consoles",
    "watches",
    "audio",
    "home-appliances",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def storages(product: Product) -> set[int | None]:
    return {v.storage_gb for v in product.variants()}


def colours(product: Product) -> set[str]:
    return {v.colour.names.en for v in product.variants() if v.colour}


def configurations(product: Product) -> set[tuple[int | None, int | None]]:
    return {(v.memory_gb, v.storage_gb) for v in product.variants()}


def test_it_is_large_enough(catalogue: Catalogue) -> None:
    assert len(catalogue.products) >= 400
    assert len(catalogue.variants()) >= 3000
    assert {c.slug for c in catalogue.departments()} == DEPARTMENTS


def test_every_shelf_of_every_department_has_products(catalogue: Catalogue) -> None:
    stocked = {p.category for p in catalogue.products}
    assert stocked == {c.slug for c in catalogue.categories if c.parent}
    assert {c.parent for c in catalogue.categories if c.parent} == DEPARTMENTS


def test_slugs_are_unique_and_plain(catalogue: Catalogue) -> None:
    slugs = [p.slug for p in catalogue.products] + [v.slug for v in catalogue.variants()]
    repeated = [s for s, n in Counter(v.slug for v in catalogue.variants()).items() if n > 1]
    assert repeated == []
    assert len({p.slug for p in catalogue.products}) == len(catalogue.products)
    assert [s for s in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", s)] == []


def test_no_two_variants_share_every_attribute(catalogue: Catalogue) -> None:
    def attributes(v: VariantSpec) -> tuple[object, ...]:
        colour = v.colour.key if v.colour else None
        size = (v.case_mm, v.case_material, v.connectivity)
        return (v.product, v.processor, v.memory_gb, v.storage_gb, *size, colour, v.keyboard, v.sim)

    assert len({attributes(v) for v in catalogue.variants()}) == len(catalogue.variants())


@pytest.mark.parametrize("language", LANGUAGES)
def test_categories_and_colours_have_a_name_in(language: str, catalogue: Catalogue) -> None:
    names = [c.names for c in catalogue.categories] + [c.names for c in catalogue.colours]
    assert all(name.in_language(language).strip() for name in names)


def test_forms_and_palettes_are_exactly_what_products_use(catalogue: Catalogue) -> None:
    listed = re.findall(r"^\| `([^`]+)`", (FOLDER / "FORMS.md").read_text("utf-8"), re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert set(listed) == {p.form for p in catalogue.products}
    worn = {v.colour.key for v in catalogue.variants() if v.colour}
    assert worn == {c.key for c in catalogue.colours}


def test_loading_twice_gives_the_same_variants_in_the_same_order(catalogue: Catalogue) -> None:
    assert load().variants() == catalogue.variants()


def test_figures_are_plausible(catalogue: Catalogue) -> None:
    for product in catalogue.products:
        assert 2010 <= int(product.released[:4]) <= 2026, product.slug
        assert 50 <= product.launch_price_eur <= 3500, product.slug
        assert product.weight_g is None or 20 <= product.weight_g <= 12_000, product.slug
        assert product.screen_in is None or 4 <= product.screen_in <= 28, product.slug


def test_files_stay_short_enough_to_read() -> None:
    long = [p.name for p in FOLDER.glob("*.toml") if len(p.read_text("utf-8").splitlines()) > 400]
    assert long == []


class TestFactsKnownByHand:
    def test_iphone_13(self, catalogue: Catalogue) -> None:
        product = catalogue.product("iphone-13")
        assert storages(product) == {128, 256, 512}
        names = {"Midnight", "Starlight", "Blue", "Pink", "Green", "(PRODUCT)RED"}
        assert colours(product) == names
        assert len(product.variants()) == 18
        assert product.variants()[0].slug == "iphone-13-128-midnight"
        assert (product.weight_g, str(product.screen_in)) == (174, "6.1")
        assert (product.launch_price_eur, product.launch_price_estimated) == (909, False)

    def test_iphone_12_mini(self, catalogue: Catalogue) -> None:
        assert storages(catalogue.product("iphone-12-mini")) == {64, 128, 256}

    def test_iphone_7_in_jet_black_began_at_128_gb(self, catalogue: Catalogue) -> None:
        variants = catalogue.product("iphone-7").variants()
        jet_black = {
            v.storage_gb for v in variants if v.colour and v.colour.names.en == "Jet Black"
        }
        assert jet_black == {128, 256}
        assert {v.storage_gb for v in variants} == {32, 128, 256}

    def test_iphone_15_pro_max_began_at_256_gb(self, catalogue: Catalogue) -> None:
        assert storages(catalogue.product("iphone-15-pro-max")) == {256, 512, 1024}
        slugs = {v.slug for v in catalogue.product("iphone-15-pro-max").variants()}
        assert "iphone-15-pro-max-1tb-natural-titanium" in slugs

    def test_the_esim_came_with_the_iphone_xs(self, catalogue: Catalogue) -> None:
        assert {v.sim for v in catalogue.product("iphone-x").variants()} == {Sim.NANO}
        assert {v.sim for v in catalogue.product("iphone-xs").variants()} == {Sim.NANO_ESIM}

    def test_galaxy_s22(self, catalogue: Catalogue) -> None:
        assert configurations(catalogue.product("galaxy-s22")) == {(8, 128), (8, 256)}

    def test_galaxy_s22_ultra_pairs_memory_with_storage(self, catalogue: Catalogue) -> None:
        pairs = configurations(catalogue.product("galaxy-s22-ultra"))
        assert pairs == {(8, 128), (12, 256), (12, 512)}

    def test_fairphone_4_with_six_gigabytes_was_grey(self, catalogue: Catalogue) -> None:
        variants = catalogue.product("fairphone-4").variants()
        small = {v.colour.names.en for v in variants if v.memory_gb == 6 and v.colour}
        assert small == {"Grey"}

    def test_ipad_of_2021_with_and_without_a_mobile_line(self, catalogue: Catalogue) -> None:
        product = catalogue.product("ipad-9th-generation")
        assert {v.connectivity for v in product.variants()} == set(Connectivity)
        assert len(product.variants()) == 2 * 2 * 2

    def test_a_steel_apple_watch_is_always_cellular(self, catalogue: Catalogue) -> None:
        steel = [
            v
            for v in catalogue.variants()
            if v.product.startswith("apple-watch") and v.case_material is CaseMaterial.STEEL
        ]
        assert steel
        assert {v.connectivity for v in steel} == {Connectivity.WIFI_CELLULAR}

    def test_keyboards_belong_to_laptops_and_the_imac(self, catalogue: Catalogue) -> None:
        parent = {c.slug: c.parent for c in catalogue.categories}
        for product in catalogue.products:
            keyed = {v.keyboard is not None for v in product.variants()}
            typed = parent[product.category] == "laptops" or product.slug.startswith("imac")
            assert keyed == {typed}, product.slug

    def test_a_thinkpad_came_in_four_layouts(self, catalogue: Catalogue) -> None:
        layouts = {v.keyboard for v in catalogue.product("thinkpad-t480").variants()}
        assert layouts == set(Keyboard) - {Keyboard.QWERTY_INT}

    def test_consoles(self, catalogue: Catalogue) -> None:
        assert storages(catalogue.product("playstation-5")) == {825}
        assert len(colours(catalogue.product("nintendo-switch-lite"))) == 5


class TestABrokenFileIsRefused:
    """Each case plants one fault in a copy; the message names the file and the entry."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))

    FAIRPHONES = "smartphones-fairphone.toml"

    @pytest.mark.parametrize(
        ("name", "old", "new", "entry", "fault"),
        [
            (FAIRPHONES, '["grey"]', '["mauve"]', "fairphone-4", "unknown colour 'mauve'"),
            (FAIRPHONES, '["black"]', '["black", "black"]', "fairphone-3", "repeats a value"),
            (FAIRPHONES, '"fairphone-3-plus"', '"fairphone-3"', "fairphone-3", "duplicate product"),
            (FAIRPHONES, '"fairphone"\np', '"toasters"\np', "fairphone-3", "unknown category"),
            (FAIRPHONES, '"fairphone"\np', '"smartphones"\np', "fairphone-3", "unknown category"),
            (FAIRPHONES, '"fairphone-triangle"', '"banana"', "fairphone-4", "not in FORMS.md"),
            (FAIRPHONES, '"dual-nano"', '"micro"', "fairphone-3", "unknown sim 'micro'"),
            (FAIRPHONES, "memory_gb = 4", 'memory_gb = "4"', "fairphone-3", "memory_gb"),
            (FAIRPHONES, "memory_gb = 4", "memory_gb = []", "fairphone-3", "memory_gb is empty"),
            (FAIRPHONES, "configs = [", "configs = [ 5,", "fairphone-4", "list of tables"),
            (FAIRPHONES, "weight_g = 187", "weight_g = -1", "fairphone-3", "weight_g"),
            (FAIRPHONES, "screen_in = 5.65", 'screen_in = "big"', "fairphone-3", "screen_in"),
            (FAIRPHONES, "screen_in", "screen", "fairphone-3", "unknown key screen"),
            (FAIRPHONES, '"2019-09"', '"2019"', "fairphone-3", "YYYY-MM"),
            (FAIRPHONES, "launch_price_eur = 449\n", "", "fairphone-3", "one launch price"),
            (FAIRPHONES, 'name = "Fairphone 3"\n', "", "fairphone-3", "name is missing"),
            (FAIRPHONES, 'slug = "fairphone-3"', 'slug = "Fairphone"', "Fairphone", "not a slug"),
            (FAIRPHONES, "[[product]]", "[product", "Expected", "not valid TOML"),
            (FAIRPHONES, "storage_gb = 128, memory_gb = 6", "storage_gb = 256, memory_gb = 8",
             "fairphone-4", "duplicate variant slug 'fairphone-4-256-8gb-grey'"),
            ("colours-fairphone.toml", '"#5a5d61"', '"grey"', "fairphone-grey", "not #rrggbb"),
            ("colours-fairphone.toml", '"#5a5d61"', '"#5a5d6"', "fairphone-grey", "not #rrggbb"),
            ("colours-fairphone.toml", ', nl = "Grijs"', "", "fairphone-grey", "fr, nl, de, en"),
            ("colours-fairphone.toml", '"Grijs"', '" "', "fairphone-grey", "nl is missing"),
            ("categories.toml", ', de = "iPhones"', "", "iphone", "fr, nl, de, en"),
            ("categories.toml", 'parent = "smartphones"', 'parent = "phones"', "iphone", "parent"),
            ("categories.toml", 'slug = "laptops"', 'slug = "smartphones"', "smartphones",
             "duplicate category"),
        ],
    )  # fmt: skip
    def test_with(
        self, folder: Path, name: str, old: str, new: str, entry: str, fault: str
    ) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(ValueError, match=re.escape(fault)) as refusal:
            load(folder)
        assert name in str(refusal.value)
        assert entry in str(refusal.value)

    def test_a_sound_copy_loads(self, folder: Path, catalogue: Catalogue) -> None:
        assert load(folder) == catalogue
