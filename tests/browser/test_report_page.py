"""The report page as a reader opens it: from the file system, light and dark, on a phone, by keyboard alone."""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import finished_home

SCREENSHOTS = Path(os.environ["JALONS_SCREENSHOTS"]) if os.environ.get("JALONS_SCREENSHOTS") else None
LOCAL = ("file:", "data:", "blob:")
DESKTOP, PHONE = (1280, 1000), (390, 844)
DRAWN = "document.querySelectorAll('.drawing svg').length"


@dataclass
class Opened:
    """The page in a browser, with everything that it asked for and complained of."""

    page: Page
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished_home(request, tmp_path_factory) / "published" / "report.html"


@pytest.fixture
def open_report(browser: Browser, report: Path) -> Iterator[Any]:
    contexts = []

    def open_page(
        size: tuple[int, int] = DESKTOP, scheme: Any = "light", address: str = "", page_of: Path = report
    ) -> Opened:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        contexts.append(context)
        opened = Opened(context.new_page())
        page, faults = opened.page, opened.faults
        page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(LOCAL) else faults.append(asked.url))
        page.goto(page_of.as_uri() + address)
        wait(page, "document.querySelectorAll('#table tbody tr').length > 0")
        wait(page, f"{DRAWN} >= document.querySelectorAll('figure').length")
        opened_pages.append(opened)
        return opened

    opened_pages: list[Opened] = []
    yield open_page
    for context in contexts:
        context.close()
    assert [fault for opened in opened_pages for fault in opened.faults] == []


def shoot(page: Page, name: str) -> None:
    """Keep a picture of the whole page where a person asked for it."""
    if SCREENSHOTS:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png")
        page.locator("#facts").scroll_into_view_if_needed()
        page.evaluate("document.getElementById('facts').scrollIntoView()")
        page.screenshot(path=SCREENSHOTS / f"{name}_facts.png")


def found(page: Page) -> int:
    """How many facts the page says are left."""
    return int(page.locator("#count").inner_text().split(" of ")[0].replace(",", ""))


def wait(page: Page, expression: str) -> None:
    """Playwright's own waiting evaluates strings in the page, which the page's policy forbids."""
    end = time.monotonic() + 20
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        time.sleep(0.05)


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"#filters [name={name}]").select_option(value)
    wait(page, f"location.hash.includes('{name}={value}')")


def violations(page: Page, *rules: str) -> list[str]:
    options: dict[str, Any] = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    results = Axe().run(page, options=options).response["violations"]
    return [
        f"{found['id']}: {node['html'][:120]}"
        for found in results
        if found["impact"] in {"serious", "critical"}
        for node in found["nodes"]
    ]


def test_every_row_shows_its_figure_marked_in_a_sentence_with_its_article(open_report: Any):
    page = open_report().page
    rows = page.locator("#table tbody tr")
    assert rows.count() == 40
    for row in rows.all()[:10]:
        expect(row.locator("mark")).to_have_count(1)
        expect(row.locator("blockquote")).to_have_attribute("lang", "fr")
        expect(row.locator(".source")).not_to_be_empty()
    links = page.locator("main a[href]:not([href^='#'])")
    assert links.count() > 0
    for link in links.all():
        assert (link.get_attribute("href") or "").startswith(("http://", "https://"))
        assert link.get_attribute("rel") == "noopener noreferrer"
    shoot(page, "report_light")
    assert violations(page) == []


def test_filters_narrow_the_table_say_how_many_are_left_and_stand_in_the_address(open_report: Any):
    page = open_report().page
    everything = found(page)
    choose(page, "mart", "provincial_subsidies")
    subsidies = found(page)
    assert 0 < subsidies < everything
    choose(page, "statement", "ceiling")
    assert 0 < found(page) < subsidies
    expect(page.locator("#table tbody .badge.ceiling")).to_have_count(found(page))
    # The same rows from the address alone.
    again = open_report(address=page.evaluate("location.hash")).page
    assert found(again) == found(page)
    expect(again.locator("#filters [name=statement]")).to_have_value("ceiling")
    page.get_by_role("button", name="Clear filters").click()
    assert found(page) == everything
    assert page.evaluate("location.hash") == ""
    page.get_by_label("Search").fill("zzzz")
    expect(page.locator("#count")).to_contain_text("No fact fits")


def test_conflicts_confidence_and_words_without_accents_filter_too(open_report: Any):
    page = open_report().page
    everything = found(page)
    page.get_by_label("Only conflicts").check()
    wait(page, "location.hash.includes('conflict=1')")
    assert found(page) < everything
    expect(page.locator("#table tbody .badge.conflict")).to_have_count(found(page))
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_label("Confidence at least").fill("80")
    wait(page, "location.hash.includes('confidence=80')")
    assert 0 < found(page) < everything
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_label("Search").fill("telechargements")
    wait(page, "location.hash.includes('q=')")
    assert 0 < found(page) < everything


def test_the_keyboard_alone_reaches_the_table_chooses_and_goes_on(open_report: Any):
    page = open_report().page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#facts")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search")).to_be_focused()
    page.keyboard.type("chine")
    wait(page, "location.hash.includes('q=chine')")
    page.keyboard.press("Tab")
    expect(page.locator("#filters [name=mart]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    wait(page, "location.hash.includes('mart=industrial_output')")
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show 40 more").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#table tbody tr")).to_have_count(80)
    expect(page.locator("#table tbody tr").nth(40)).to_be_focused()


def test_a_chart_follows_its_choices_and_its_rows_can_be_read(open_report: Any):
    page = open_report().page
    section = page.locator("#industrial_output")
    measure = section.locator("[data-choose=measure]")
    other = measure.locator("option").nth(1)
    label = other.inner_text().rsplit(" (", 1)[0]
    measure.select_option(index=1)
    expect(section.locator("[data-chart=series] figcaption")).to_have_text(f"{label}: over time")
    expect(section.locator("[data-chart=bars] svg")).to_be_visible()
    section.locator("[data-chart=bars] svg .mark-rect path").first.hover()
    expect(page.locator("#tip")).to_contain_text("article")
    section.locator("[data-chart=bars] summary").click()
    assert section.locator("[data-chart=bars] tbody tr").count() > 0
    section.get_by_label("Shade by").select_option("measure")
    expect(section.locator("[data-chart=tiles] figcaption")).to_have_text(f"{label}: facts by province")
    section.get_by_role("button", name="Show these in the table").click()
    wait(page, "location.hash.includes('metric=')")
    expect(page.locator("#facts")).to_be_focused()


def test_dark_follows_the_system_and_the_button_and_the_charts_follow_both(open_report: Any):
    page = open_report(scheme="dark").page
    background = "getComputedStyle(document.body).backgroundColor"
    label = "getComputedStyle(document.querySelector('.drawing svg text')).fill"
    dark, dark_label = page.evaluate(background), page.evaluate(label)
    shoot(page, "report_dark")
    assert violations(page, "color-contrast") == []
    page.get_by_role("button", name="Switch to light colours").click()
    wait(page, f"{background} !== '{dark}'")
    wait(page, f"document.querySelector('.drawing svg text') && {label} !== '{dark_label}'")


def test_a_phone_shows_cards_and_never_scrolls_sideways(open_report: Any):
    page = open_report(size=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    row = page.locator("#table tbody tr").first
    assert (row.bounding_box() or {})["width"] <= PHONE[0]
    expect(page.locator("#table thead")).not_to_be_in_viewport()
    shoot(page, "report_phone")


def test_hostile_words_of_an_article_are_shown_as_words(open_report: Any, report: Path, tmp_path: Path):
    hostile = "</script><img src=x onerror=alert(1)><b>gras</b>"
    before, rest = report.read_text(encoding="utf-8").split('id="data">', 1)
    written, after = rest.split("</script>", 1)
    data = json.loads(written)
    columns, row = data["facts"]["columns"], data["facts"]["rows"][0]
    for name in ("subject", "object", "before", "after", "said"):
        row[columns.index(name)] = hostile
    row[columns.index("article")] = len(data["articles"])
    data["articles"].append([hostile, "javascript:alert(1)", hostile, "", "fr"])
    data["facts"]["rows"] = [row]
    changed = tmp_path / "report.html"
    words = json.dumps(data).replace("<", "\\u003c")
    changed.write_text(f'{before}id="data">{words}</script>{after}', encoding="utf-8")
    page = open_report(page_of=changed).page
    expect(page.locator("#table .subject")).to_have_text(hostile)
    expect(page.locator("#table blockquote")).to_contain_text(hostile)
    expect(page.locator("#table .source")).to_contain_text(hostile)
    assert page.locator("img, main b, #table a").count() == 0
