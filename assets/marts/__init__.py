"""The marts: dbt models as assets, and the published snapshot.

Belongs here: the Dagster side of dbt and of publishing.
Does not belong here: SQL (``dbt_project``), writing files (``warehouse``).
"""
