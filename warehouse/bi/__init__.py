"""Front ends over the published marts: Superset, set up and registered by scripts; Metabase, as a recipe.

Belongs here: how a BI tool is connected to the published files, and what it is shown first.
Does not belong here: what a figure means or may be added up to (``dbt_project``), anything the pipeline imports.
"""
