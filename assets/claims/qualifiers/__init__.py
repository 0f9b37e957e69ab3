"""Qualifiers: the words around a figure that say how far it holds.

Here belong bounds, direction of change, negation, plan or fact, rates per time, and who says so. Each is a function of
the text and a span. What the figure measures is decided elsewhere; the cue words are data under
``assets/claims/language``.
"""

from assets.claims.qualifiers.attribution import attribution_of, dateline_of
from assets.claims.qualifiers.bounds import bound_of
from assets.claims.qualifiers.growth_bases import growth_base_of
from assets.claims.qualifiers.model import Qualifier, Span, Speaker
from assets.claims.qualifiers.rates import rate_of
from assets.claims.qualifiers.signs import sign_of
from assets.claims.qualifiers.status import status_of

__all__ = [
    "Qualifier",
    "Span",
    "Speaker",
    "attribution_of",
    "bound_of",
    "dateline_of",
    "growth_base_of",
    "rate_of",
    "sign_of",
    "status_of",
]
