"""The report page: one static HTML file over the published marts, every number with its sentence.

Belongs here: reading the published file for the page, its words and charts, the HTML, style and scripts in ``page/``.
Does not belong here: what is a fact or may be added up (``dbt_project``), when the page is built (``pipelines``).
"""
