"""Money: amounts with their ISO 4217 currency, by word, symbol and code.

Here belong what names a currency beside a number and what decides between currencies of one name. The number itself
is read by the room ``numbers``; the words are data under ``assets/claims/language``, the codes are in
``sources/reference``.
"""

from assets.claims.money.model import MoneyMention
from assets.claims.money.recogniser import recognise_money

__all__ = ["MoneyMention", "recognise_money"]
