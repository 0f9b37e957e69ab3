"""The checks of claims that show in the UI."""

import tomllib
from collections.abc import Iterator

import dagster as dg

from assets.claims.quality import ALL_MARTS, Figures, GoldSet
from assets.claims.refresh import ClaimsReport
from warehouse.store import SCHEMA, Warehouse

CLAIMS_SCHEMA = dg.AssetCheckSpec(
    name="schema",
    asset="claims",
    blocking=True,
    description="Pandera schema of the table, checked before anything is written; rows that break it are set aside.",
)
CLAIMS_AT_OFFSETS = dg.AssetCheckSpec(
    name="mention_at_its_offsets",
    asset="claims",
    blocking=True,
    description="Every claim's mention and sentence stand verbatim at their offsets in the stored clean text.",
)

# DuckDB counts characters from 1, claims count code points from 0.
_ASTRAY = f"""
SELECT c.claim_id, c.mention, c.article FROM {SCHEMA}.claims c LEFT JOIN {SCHEMA}.articles a USING (article_id)
WHERE a.text IS NULL
   OR substring(a.text, c.mention_start + 1, c.mention_end - c.mention_start) IS DISTINCT FROM c.mention
   OR substring(a.text, c.sentence_start + 1, length(c.sentence)) IS DISTINCT FROM c.sentence
ORDER BY 1
"""  # noqa: S608


def claim_checks(report: ClaimsReport, warehouse: Warehouse) -> Iterator[dg.AssetCheckResult]:
    """Results of the checks. Rejected rows warn; a claim whose words are not in its article stops the marts."""
    yield dg.AssetCheckResult(
        asset_key="claims",
        check_name="schema",
        passed=not report.failures,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "set_aside": report.rejected_by_schema,
            "failure_cases": dg.MetadataValue.md("\n".join(f"- {line}" for line in report.failures[:50]) or "none"),
        },
    )
    with warehouse.read() as connection:
        astray = connection.execute(_ASTRAY).fetchall()
    lines = [f"- {mention!r} in {article} ({claim_id})" for claim_id, mention, article in astray[:50]]
    yield dg.AssetCheckResult(
        asset_key="claims",
        check_name="mention_at_its_offsets",
        passed=not astray,
        metadata={"astray": len(astray), "failure_cases": dg.MetadataValue.md("\n".join(lines) or "none")},
    )


QUALITY_FLOORS = dg.AssetCheckSpec(
    name="floors",
    asset="extraction_quality",
    description="No figure of extraction on the gold articles falls below its floor; floors only rise.",
)


def quality_check(figures: Figures, gold: GoldSet) -> dg.AssetCheckResult:
    """Hold the figures against ``floors.toml`` beside the gold set; one without floors passes and says so."""
    path = gold.folder.parent / "floors.toml"
    pinned = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    fallen = []
    for mart, named in figures.items():
        section = pinned.get("claims" if mart == ALL_MARTS else f"claims_{mart}", {})
        for name, floor in section.items():
            figure = named.get(name.replace("_", " ").replace(" f1", " F1"))
            if figure is not None and figure.value < floor:
                fallen.append(f"- {mart}: {name} is {figure.value:.4f}, its floor {floor}")
    return dg.AssetCheckResult(
        asset_key="extraction_quality",
        check_name="floors",
        passed=not fallen,
        metadata={"fallen": dg.MetadataValue.md("\n".join(fallen) or "none"), "floors": len(pinned)},
    )


def quality_table(figures: Figures) -> str:
    """Figures by mart as a Markdown table."""
    marts = list(figures)
    names = list(figures[ALL_MARTS])
    lines = ["| figure | " + " | ".join(marts) + " |", "|---" * (len(marts) + 1) + "|"]
    for name in names:
        cells = (f"{f.value:.3f} ({f.low:.2f}–{f.high:.2f}, n {f.cases})" for f in (figures[m][name] for m in marts))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
