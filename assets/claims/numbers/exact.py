"""Products as a text means them."""

_DIGITS = 15  # that a binary fraction of 64 bits holds whatever the number (IEEE 754)


def scaled(value: float, factor: float) -> float:
    """A printed number times the scale or unit behind it.

    Binary fractions alone would make 4,099,999,999.9999995 of « 4,1 milliards ».

    >>> scaled(4.1, 1e9), scaled(1.005, 1e9)
    (4100000000.0, 1005000000.0)
    """
    return float(f"{value * factor:.{_DIGITS}g}")
