"""The table of what became of every document that was seen."""

import pandas as pd

from warehouse.schemas.columns import HEX_32, HEX_64, row_check, table, text

STATUSES = ("published", "duplicate", "not_extracted", "quarantined", "withdrawn")


def _refusals_say_why(frame: pd.DataFrame) -> pd.Series:
    return (frame["status"] != "quarantined") | frame["reason"].notna()


def _published_has_article(frame: pd.DataFrame) -> pd.Series:
    return (frame["status"] != "published") | frame["article_id"].notna()


ARTICLE_LOG = table(
    "article_log",
    "What became of every document. Grain: one row per document of a source. Key: document_id.",
    {
        "document_id": text("Key: document in the ledger."),
        "source_id": text("Source in the catalogue that delivered it."),
        "article": text("File name."),
        "location": text("Where the document was found: a path or an address."),
        "content_sha256": text("Hash of the raw bytes in the archive.", nullable=True, pattern=HEX_64),
        "article_id": text("Clean article made of it, if any.", nullable=True, pattern=HEX_32),
        "status": text("What became of it.", among=STATUSES),
        "reason": text("Short stable code of the reason.", nullable=True),
        "detail": text("What was found and where.", nullable=True),
        "cure": text("What can be done about it.", nullable=True),
    },
    key=["document_id"],
    checks=[
        row_check(_refusals_say_why, "a quarantined document has a reason"),
        row_check(_published_has_article, "a published document has an article"),
    ],
)
