"""Numbers: every way in which a text writes how many, and what is only written like a number.

Here belong the grammar of digits and number words, fractions, dozens, percentages, multiples, ordinals and ranges.
Units and currencies do not (see the rooms beside), nor the words themselves: those are data under
``assets/claims/language``.
"""

from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.recogniser import recognise_numbers

__all__ = ["NumberMention", "recognise_numbers"]
