"""Pandera models of every table that the pipeline writes; they validate before anything is written.

Belongs here: columns, types, closed lists, keys.
Does not belong here: repair of bad rows (they are set aside with a reason).
"""
