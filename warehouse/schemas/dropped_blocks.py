"""The table of text blocks that a source had and the article's body has not."""

from warehouse.schemas.columns import HEX_32, table, text, whole

DROPPED_BLOCKS = table(
    "dropped_blocks",
    "Blocks left out of article bodies. Grain: one row per block. Key: article_id and position.",
    {
        "article_id": text("Article whose source had the block.", pattern=HEX_32),
        "position": whole("Place among the article's dropped blocks, from 0."),
        "text": text("The block's text.", may_be_empty=True),
        "reason": text("Why it is no body, a short stable code."),
    },
    key=["article_id", "position"],
)
