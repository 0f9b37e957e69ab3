"""Article to dated claims: recognise, resolve, assemble, tabulate.

Belongs here: recognisers of numbers, money, periods, names and qualifiers; the rules that make claims of them.
Does not belong here: words of a language (``language/<code>/*.toml``), facts about the world (``sources/reference``).
"""
