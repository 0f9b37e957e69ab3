"""The reference files keep their contract: unique ids, parents that exist, valid codes, no form with two owners."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest

from sources import reference
from sources.reference.gazetteer import form_key

LEVELS = {
    "world",
    "region",
    "country",
    "province",
    "municipality",
    "autonomous_region",
    "special_administrative_region",
    "city",
    "district",
    "county",
    "town",
}
PROVINCE_LEVELS = {"province", "municipality", "autonomous_region", "special_administrative_region"}
UNITS = {
    "ratio", "CNY", "USD", "EUR", "item", "person", "tonne", "kilowatt_hour", "watt", "square_metre", "cubic_metre",
    "parameter", "token", "multiple", "rank",
}  # fmt: skip


def owners_of_shared_forms(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for code, forms in rows:
        for form in forms:
            if form:
                owners[form_key(form)].add(code)
    return {form: codes for form, codes in owners.items() if len(codes) > 1}


@pytest.mark.parametrize(
    "ids",
    [
        [row.place_id for row in reference.places()],
        [row.model_id for row in reference.models()],
        [row.organisation_id for row in reference.organisations()],
        [row.product_id for row in reference.products()],
        [row.metric for row in reference.metrics()],
        [(row.currency, row.year) for row in reference.exchange_rates()],
    ],
    ids=["places", "models", "organisations", "products", "metrics", "exchange_rates"],
)
def test_no_id_is_given_twice(ids: list[object]) -> None:
    assert [name for name, times in Counter(ids).items() if times > 1] == []


def test_every_place_has_a_known_level_and_a_parent_that_stands_before_it_or_is_wider() -> None:
    index = reference.place_by_id()
    for place in reference.places():
        assert place.place_level in LEVELS, place
        assert place.place_id == "world" or not place.parent_place_id or place.parent_place_id in index, place


def test_following_the_parents_always_ends_at_the_world() -> None:
    index = reference.place_by_id()
    for place in reference.places():
        seen = [place.place_id]
        while index[seen[-1]].parent_place_id:
            seen.append(index[seen[-1]].parent_place_id)
            assert len(seen) < 8, seen
        assert seen[-1] == "world", seen


def test_all_34_province_level_places_have_their_iso_code_and_three_names() -> None:
    provinces = [place for place in reference.places() if place.place_level in PROVINCE_LEVELS]
    assert len(provinces) == 34
    for place in provinces:
        assert place.iso3166_2 == place.place_id
        assert place.place_id.startswith("CN-")
        assert len(place.place_id) == 5
        assert all((place.name_en, place.name_fr, place.name_zh))


def test_taiwan_hong_kong_and_macao_stay_out_of_national_sums() -> None:
    index = reference.place_by_id()
    outside = {code for code in ("CN-TW", "CN-HK", "CN-MO", "CN-TW-hsinchu") if not index[code].is_in_national_total}
    assert outside == {"CN-TW", "CN-HK", "CN-MO", "CN-TW-hsinchu"}
    assert index["CN-GD-shenzhen"].is_in_national_total


def test_a_city_lies_in_the_province_that_its_id_names() -> None:
    for place in reference.places():
        if place.place_level in {"city", "district", "county", "town"}:
            assert place.iso3166_2 == place.place_id[:5], place
            assert reference.region_of(place.parent_place_id) == place.iso3166_2, place


def test_every_province_has_a_city_of_its_own_for_a_capital() -> None:
    index = reference.place_by_id()
    provinces = {
        place.place_id for place in reference.places() if place.place_level in {"province", "autonomous_region"}
    }
    assert reference.capitals().keys() == provinces
    for province, capital in reference.capitals().items():
        assert index[capital].parent_place_id == province
        assert index[capital].place_level == "city"


@pytest.mark.parametrize(
    ("place_id", "region"),
    [("CN-GD-longgang", "CN-GD"), ("CN", "CN"), ("CN-pearl-river-delta", "CN"), ("FR", None), ("world", None)],
)
def test_the_region_of_a_place_is_its_province_or_country(place_id: str, region: str | None) -> None:
    assert reference.region_of(place_id) == region


def test_no_form_has_two_owners_of_one_kind() -> None:
    places = owners_of_shared_forms(
        (row.place_id, (row.name_en, row.name_fr, row.name_zh, *row.aliases, *row.adjectives))
        for row in reference.places()
    )
    models = owners_of_shared_forms((row.model_id, (row.name, *row.aliases)) for row in reference.models())
    firms = owners_of_shared_forms((row.organisation_id, (row.name, *row.aliases)) for row in reference.organisations())
    products = owners_of_shared_forms((row.product_id, row.forms_fr) for row in reference.products())
    assert [places, models, firms, products] == [{}, {}, {}, {}]


def test_every_developer_is_an_organisation() -> None:
    names = {row.name for row in reference.organisations()}
    assert {row.developer for row in reference.models()} - names == set()


def test_every_home_is_a_place() -> None:
    homes = {row.home_place_id for row in reference.organisations() if row.home_place_id}
    assert homes - set(reference.place_by_id()) == set()


def test_products_have_parents_that_exist_and_a_base_unit() -> None:
    ids = {row.product_id for row in reference.products()}
    for row in reference.products():
        assert not row.parent_product_id or row.parent_product_id in ids, row
        assert row.unit in UNITS, row
        assert row.forms_fr, row


def test_metrics_belong_to_a_mart_and_have_known_units_unless_they_are_events() -> None:
    marts = {"industrial_output", "ai_model_adoption", "provincial_subsidies"}
    for row in reference.metrics():
        assert row.mart in marts
        assert set(row.units) <= UNITS | {"currency"}
        assert bool(row.units) != (row.metric in {"release", "deployment"})
        assert row.accumulation in {"flow", "stock", "rate", "share", "event", "price"}


def test_rates_are_positive_and_say_where_they_come_from() -> None:
    assert all(row.per_eur > 0 and row.source for row in reference.exchange_rates())


def test_a_faulty_line_is_named_with_its_file(tmp_path, monkeypatch) -> None:
    (tmp_path / "exchange_rates.csv").write_text("currency,year,per_eur,source\nCNY,soon,7.8,bank\n", encoding="utf-8")
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    reference.exchange_rates.cache_clear()
    with pytest.raises(reference.ReferenceDataError, match=r"exchange_rates\.csv:2"):
        reference.exchange_rates()
    monkeypatch.undo()
    reference.exchange_rates.cache_clear()
