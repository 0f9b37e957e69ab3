"""The table of figures that were read and are not published, each with its reason."""

from warehouse.schemas.columns import HEX_32, in_order, table, text, whole

REJECTED_CLAIMS = table(
    "rejected_claims",
    "Figures seen and not published. Grain: one row per figure set aside. Key: rejected_id.",
    {
        "rejected_id": text("Key: hash of article, offsets and reason.", pattern=HEX_32),
        "article_id": text("Article that has the figure.", pattern=HEX_32),
        "article": text("File name of that article."),
        "mention": text("The figure exactly as the clean text has it."),
        "mention_start": whole("Offset of the mention's first character in the clean text."),
        "mention_end": whole("Offset just past the mention's last character."),
        "sentence": text("The sentence around the mention, verbatim."),
        "sentence_start": whole("Offset of the sentence's first character in the clean text."),
        "reason": text("Why it is not published, a short stable code."),
        "candidates": text("Readings that were weighed.", nullable=True, may_be_empty=True),
        "extractor_version": text("Version of the extractor that set it aside."),
    },
    key=["rejected_id"],
    checks=[in_order("mention_start", "mention_end", strictly=True)],
)
