"""Units: what a number measures or counts, brought to the base unit.

Here belong unit words, symbols and the counted noun behind a number. Money has a room of its own; factors and codes are
facts in ``sources/reference/units.csv``, words are data under ``assets/claims/language``.
"""

from assets.claims.units.lexicon import Unit, load_unit_table
from assets.claims.units.model import Quantity
from assets.claims.units.recogniser import recognise_quantities

__all__ = ["Quantity", "Unit", "load_unit_table", "recognise_quantities"]
