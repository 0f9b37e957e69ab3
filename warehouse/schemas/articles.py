"""The table of clean articles."""

from warehouse.schemas.columns import (
    HEX_32,
    HEX_64,
    both_or_neither,
    day,
    flag,
    in_order,
    number,
    row_check,
    table,
    text,
    whole,
)

PUBLISHED_BASES = ("manifest", "json_ld", "meta", "time_element", "labelled_line", "dateline", "url", "feed")
DERIVATION_KINDS = ("copy", "rewrite")

ARTICLES = table(
    "articles",
    "Clean articles. Grain: one row per distinct clean text of a document. Key: article_id.",
    {
        "article_id": text("Key: hash of the article's name and content.", pattern=HEX_32),
        "article": text("File name under which the article came in."),
        "source_id": text("Source in the catalogue that delivered the document."),
        "document_id": text("Document in the ledger; a corrected article keeps it."),
        "url": text("Address the article was fetched from.", nullable=True),
        "canonical_url": text("Address that the page itself gives as its own.", nullable=True),
        "title": text("Headline.", nullable=True),
        "author": text("Author or agency as signed.", nullable=True),
        "publisher": text("Newspaper, agency or site.", nullable=True),
        "language": text("ISO 639-1 code of the body.", nullable=True, pattern=r"[a-z]{2,3}"),
        "section": text("Section of the paper or site.", nullable=True),
        "published_on": day("Publication day; empty where nothing in the source tells it.", nullable=True),
        "published_basis": text("How the publication day is known.", nullable=True, among=PUBLISHED_BASES),
        "not_before": day("Earliest possible publication day that the text proves.", nullable=True),
        "not_after": day("Latest possible publication day that the text proves.", nullable=True),
        "modified_on": day("Day of the last correction that the source gives.", nullable=True),
        "text": text("Stored clean text: paragraphs joined by one newline. Offsets of claims refer to it."),
        "headings": text(
            "Positions of the intertitles among the paragraphs, from 0, joined by commas.",
            nullable=True,
            pattern=r"\d+(,\d+)*",
        ),
        "paragraph_count": whole("Paragraphs of the body.", at_least=1),
        "word_count": whole("Words of the body."),
        "is_extracted": flag("Whether claims were read: false for a language without resources."),
        "derived_from_article_id": text(
            "Article whose text this one copies or rewrites.", nullable=True, pattern=HEX_32
        ),
        "derivation_kind": text("How it derives: a plain copy or a rewrite.", nullable=True, among=DERIVATION_KINDS),
        "derivation_similarity": number("Share of the text held in common, 0 to 1.", nullable=True, low=0, high=1),
        "content_sha256": text("Hash of the raw bytes in the archive.", pattern=HEX_64),
        "cleaner_version": text("Version of the cleaner that made the text."),
    },
    key=["article_id"],
    checks=[
        both_or_neither("published_on", "published_basis"),
        both_or_neither("derived_from_article_id", "derivation_kind"),
        in_order("not_before", "not_after"),
        row_check(
            lambda frame: frame["article_id"] != frame["derived_from_article_id"], "derives from another article"
        ),
    ],
)
