"""Bytes to clean article: body paragraphs, title, author, publication date and how it is known.

Belongs here: decoding, boilerplate removal, article facts, language, near-duplicates.
Does not belong here: fetching (``sources``), reading figures (``assets.claims``).
"""
