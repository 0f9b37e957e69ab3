"""Rankers: of the readings that the rules propose for a slot, the one that labelled articles speak for.

Belongs here: features of proposed metrics, subjects, periods and events, linear weights learned from the project's own
labelled articles (``weights``), the script that learns them. Does not belong here: what is proposed at all, which is
the rules' matter (``assembly``), words of a language, Dagster, DataFrames.
Scoring is plain arithmetic on the weights: the same bytes give the same choice on every machine.
"""
