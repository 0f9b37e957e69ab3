"""Every table that the pipeline writes, by name."""

from warehouse.schemas.article_log import ARTICLE_LOG
from warehouse.schemas.articles import ARTICLES
from warehouse.schemas.claims import CLAIMS
from warehouse.schemas.columns import Table
from warehouse.schemas.dropped_blocks import DROPPED_BLOCKS
from warehouse.schemas.reference import REFERENCE
from warehouse.schemas.rejected_claims import REJECTED_CLAIMS

REFERENCE_TABLES: dict[str, Table] = {table.name: table for table in REFERENCE}
"""Tables that are read from ``sources/reference``."""

TABLES: dict[str, Table] = {
    table.name: table for table in (ARTICLES, CLAIMS, REJECTED_CLAIMS, ARTICLE_LOG, DROPPED_BLOCKS, *REFERENCE)
}
"""All tables of schema ``ingested``."""
