"""The report page: hostile words stay words, nothing is summed, its size is bounded, same marts give the same page."""

import json
import re
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.warehouse.published_marts import ARTICLE, Row, build_marts, multiply
from warehouse.report.build import Report, build_report, write_report
from warehouse.report.charts import specifications
from warehouse.report.limits import Limits
from warehouse.report.page import safe_json, safe_script
from warehouse.report.stamp import is_current

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>\u2028\u202e{{bundle}}"


def page_of(tmp_path: Path, *facts: Row, limits: Limits | None = None, **articles: Any) -> tuple[str, Report]:
    database = build_marts(tmp_path / "marts.duckdb", *facts, **articles)
    built = build_report(database, tmp_path / "report.html", stamp="test", limits=limits or Limits())
    return built.path.read_text(encoding="utf-8"), built


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, flags=re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def objects(table: dict[str, Any]) -> list[Row]:
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def test_a_fact_comes_with_value_period_support_and_its_sentence_in_three_parts(tmp_path: Path):
    page, _ = page_of(tmp_path, {"bound": "ge", "source_count": 2})
    (fact,) = objects(data_of(page)["facts"])
    assert (fact["shown"], fact["period"], fact["sources"], fact["independent"]) == ("at least 30 %", "2024", 2, 1)
    assert (fact["before"], fact["mention"]) == ("Chongqing a fabriqué ", "30 %")
    assert data_of(page)["articles"] == [
        ["Chongqing, capitale du portable", "https://presse.example/portables", "La Gazette", "2025-05-02", "fr"]
    ]


def test_words_of_an_article_never_become_markup_or_script(tmp_path: Path):
    article = ARTICLE | {"title": HOSTILE, "publisher": HOSTILE, "language": '"><b', "url": "javascript:alert(1)"}
    fact = {
        "subject": HOSTILE,
        "object": HOSTILE,
        "attributed_to": HOSTILE,
        "period_label": HOSTILE,
        "evidence_sentence": f"{HOSTILE} 30 % {HOSTILE}",
    }
    page, _ = page_of(tmp_path, fact, articles=(article,))
    assert page.count("<script") == page.count("</script") == 3
    assert "alert(1)</" not in page
    assert "<img src=x" not in page
    data = data_of(page)
    assert data["articles"][0][1] is None
    assert data["articles"][0][4] == ""
    # What is shown is what the article says, without the marks that turn or break lines.
    assert data["facts"]["rows"][0].count("30 %") == 2
    assert "\u202e" not in page
    # A place of the template in the words is left as it is.
    assert r"{{bundle}}" in page


@pytest.mark.parametrize("text", ["</script>", "<!--", "a & b", "line\u2028end\u2029", "«\u00a0été\u00a0»", "重庆"])
def test_json_in_the_page_is_free_of_markup_and_reads_back(text: str):
    escaped = safe_json({text: text})
    assert not re.search("[<>&\u2028\u2029]", escaped)
    assert json.loads(escaped) == {text: text}


def test_a_script_cannot_be_ended_by_a_string_of_its_own():
    assert "</script" not in safe_script("'</SCRIPT>' + '</script>'").lower()
    assert "<!--" not in safe_script("'<!--'")


def test_the_policy_allows_the_scripts_and_the_style_of_the_page_alone(tmp_path: Path):
    page, _ = page_of(tmp_path, {})
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = found[1]
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == 3
    assert not re.search(r'<(link|img|iframe)\b|\b(src|href)="(?!#)', page.split("<script")[0])


def test_nothing_is_added_up_but_counts_of_facts(tmp_path: Path):
    """Two ceilings, a city's and its province's, stay two values; no chart aggregates, stacks or bins."""
    ceiling = {"mart": "provincial_subsidies", "metric": "subsidy_ceiling", "unit": "CNY", "bound": "le"}
    ceiling |= {"statement_type": "ceiling", "accumulation": "price"}
    city = ceiling | {"subject": "Wanzhou", "place_level": "city", "value": 3e6}
    page, _ = page_of(tmp_path, ceiling | {"value": 5e6}, city)
    data = data_of(page)
    for name in ("series", "latest"):
        assert sorted(row["value"] for row in objects(data[name])) == [3e6, 5e6]
    assert [row["region"] for row in objects(data["latest"]) if row["subject"] == "Wanzhou"] == [None]
    assert objects(data["provinces"])[0]["facts"] == 2
    text = json.dumps(specifications())
    assert not re.search(r'"(aggregate|stack|bin|joinaggregate|window)"', text)


def test_measures_of_different_unit_or_time_base_never_share_an_axis(tmp_path: Path):
    volume = {"metric": "output_volume", "accumulation": "period_flow"}
    page, _ = page_of(
        tmp_path,
        volume | {"unit": "item", "value": 10.0},
        volume | {"unit": "item", "per": "year", "value": 20.0},
        volume | {"unit": "tonne", "value": 30.0},
    )
    data = data_of(page)
    assert len(data["measures"]["rows"]) == 3
    assert len({row["measure"] for row in objects(data["series"])}) == 3


def test_a_month_and_a_year_or_a_plan_and_an_outcome_are_different_lines(tmp_path: Path):
    volume = {"metric": "output_volume", "unit": "item", "accumulation": "period_flow", "value": 5.0}
    month = volume | {"period_granularity": "month", "reference_date": date(2025, 1, 31)}
    plan = volume | {"statement_type": "planned", "reference_date": date(2026, 12, 31)}
    page, _ = page_of(tmp_path, volume, month, plan)
    assert len({row["line"] for row in objects(data_of(page)["series"])}) == 3


def test_the_latest_value_is_an_observed_one_where_there_is_one(tmp_path: Path):
    plan = {"statement_type": "planned", "value": 0.5, "reference_date": date(2030, 12, 31)}
    newer = {"value": 0.35, "reference_date": date(2025, 12, 31)}
    page, _ = page_of(tmp_path, {}, plan, newer)
    assert [row["value"] for row in objects(data_of(page)["latest"])] == [0.35]


def test_conflicts_events_and_undated_facts_say_so(tmp_path: Path):
    conflict = {"has_conflict": True, "value_low": 0.3, "value_high": 0.4, "conflict_scope": "between_sources"}
    event = {"mart": "ai_model_adoption", "metric": "release", "value": None, "unit": None, "accumulation": "event"}
    undated = {"is_dated": False, "reference_date": None, "reference_year": None, "period_start": None}
    undated |= {"period_end": None, "period_label": "undated", "period_basis": "publication"}
    page, _ = page_of(tmp_path, conflict, event, undated)
    facts = {fact["metric"] + fact["period"]: fact for fact in objects(data_of(page)["facts"])}
    assert facts["output_share2024"]["conflict"] == "Sources disagree: 30 % to 40 %"
    assert facts["release2024"]["shown"] == ""
    assert facts["output_shareundated"]["year"] is None
    assert len(data_of(page)["series"]["rows"]) == 1


def test_values_that_are_no_numbers_are_shown_as_none(tmp_path: Path):
    page, _ = page_of(tmp_path, {"value": float("inf")}, {"value": float("nan")})
    assert {fact["shown"] for fact in objects(data_of(page)["facts"])} == {""}


def test_empty_marts_give_a_page_that_says_so(tmp_path: Path):
    page, built = page_of(tmp_path, articles=())
    assert "The marts are empty" in page
    assert page.count("No article that was read says anything about this yet") == 3
    assert built.counts["facts"] == 0


def test_the_newest_and_best_supported_facts_of_each_mart_are_kept(tmp_path: Path):
    old = {"last_published_on": date(2020, 1, 1)}
    page, _ = page_of(
        tmp_path,
        old | {"subject": "Old"},
        {"subject": "Weak"},
        {"subject": "Strong", "independent_source_count": 2, "source_count": 2},
        old | {"subject": "Other mart", "mart": "provincial_subsidies"},
        limits=Limits(facts=3),
    )
    assert {fact["subject"] for fact in objects(data_of(page)["facts"])} == {"Strong", "Weak", "Other mart"}
    assert "3 of 4 facts are on this page" in page
    assert "the rest is in <code>marts.duckdb</code>" in page


def test_the_same_marts_give_the_same_bytes(tmp_path: Path):
    facts = [{"subject": f"Subject {number}"} for number in range(30)]
    first, _ = page_of(tmp_path / "one", *facts)
    second, _ = page_of(tmp_path / "two", *facts)
    assert first == second


def test_a_hundred_thousand_facts_give_a_small_page_in_bounded_time(tmp_path: Path):
    database = build_marts(tmp_path / "marts.duckdb", {})
    multiply(database, 100_000)
    started = time.perf_counter()
    built = build_report(database, tmp_path / "report.html", stamp="test")
    assert time.perf_counter() - started < 60
    assert built.counts["facts"] == 100_000
    assert built.counts["shown"] == 2_000
    assert built.counts["bytes"] < 6_000_000


def test_a_reader_finds_a_whole_page_and_no_leftovers_of_a_killed_build(tmp_path: Path):
    (tmp_path / ".report.html.1").write_text("half")
    page, _ = page_of(tmp_path, {})
    assert page.rstrip().endswith("</html>")
    assert [path.name for path in tmp_path.glob(".report*")] == []


def test_a_page_of_other_marts_other_limits_or_none_at_all_is_not_current(tmp_path: Path):
    """A run that is killed between the marts and their page leaves the page of the marts before."""
    folder = tmp_path / "published"
    build_marts(folder / "marts.duckdb", {})
    (folder / "releases" / "one" / "parquet").mkdir(parents=True)
    link = folder / "parquet"
    link.symlink_to(Path("releases") / "one" / "parquet")
    assert not is_current(folder)
    write_report(folder)
    assert is_current(folder)
    assert not is_current(folder, Limits(facts=7))
    link.unlink()
    link.symlink_to(Path("releases") / "two" / "parquet")
    assert not is_current(folder)
