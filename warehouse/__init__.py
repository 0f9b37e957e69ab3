"""The tables: Pandera schemas, DuckDB access, publishing, the report page.

Belongs here: what a table must look like, writing it whole, swapping a finished snapshot into place.
Does not belong here: business logic in SQL (``dbt_project``), text processing (``assets``).
"""
