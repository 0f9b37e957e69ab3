"""From recognised figures to claims: which metric, subject, period and bound each figure belongs to.

Belongs here: words and sentences, cue matching, scoring of metrics, choice of subject and period, rejection.
Does not belong here: reading numbers, money, units and periods (their rooms stand beside this one), words of a language
(``language/<code>``), facts about the world (``sources/reference``), Dagster, DataFrames, files of the user.
"""
