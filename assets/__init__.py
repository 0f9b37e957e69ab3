"""What the pipeline makes, by feature: articles, claims, marts.

Belongs here: in each feature ``assets.py`` and ``checks.py``, which know Dagster; ``table.py``, which alone knows
DataFrames; and beside them the logic, which knows neither.
Does not belong here: connections, paths, clocks (they are handed in by ``pipelines``), business logic in SQL
(that is ``dbt_project``'s).
"""
