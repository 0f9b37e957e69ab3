"""Number words that stand together, read as one number (``vingt et un``, ``deux mille vingt-cinq``)."""

from assets.claims.periods.items import Item


def spelled_number(items: list[Item], index: int) -> tuple[int, int]:
    """Reads the spelled number that begins at ``index``: index just past it, and its value."""
    total, current = 0, 0
    stop = index
    position = index
    while position < len(items):
        item = items[position]
        word = item.values.get("spelled")
        if word is None:
            if position > index and _is_joint(items, position, current):
                position += 1
                continue
            break
        step = _added(total, current, word[0], int(word[1]), first=position == index)
        if step is None:
            break
        total, current = step
        position += 1
        stop = position
    return stop, total + current


def _is_joint(items: list[Item], position: int, current: int) -> bool:
    """Whether a hyphen or « et » joins the number words beside it (vingt-deux, vingt et un, soixante et onze)."""
    following = items[position + 1].values.get("spelled") if position + 1 < len(items) else None
    if following is None:
        return False
    values = items[position].values
    if "hyphen" in values:
        return True
    return "and" in values and following[1] in {1, 11} and current % 10 == 0 and 20 <= current % 100 <= 70


def _added(total: int, current: int, kind: str, value: int, *, first: bool) -> tuple[int, int] | None:
    """Sums after one more number word, or None where the word begins another number."""
    rest = current % 100
    if first:
        return (1000, 0) if value == 1000 else (0, value)
    if value == 1000:
        return (max(current, 1) * 1000, 0) if total == 0 and current < 1000 else None
    if value == 100:
        return (total, max(current, 1) * 100) if current < 20 else None
    if value == 20 and rest == 4 and kind != "unit":
        return total, current + 76
    if value > 16 or kind not in {"unit", "teen"}:
        fits = rest == 0 or (rest in {60, 80} and 10 <= value < 17)
        return (total, current + value) if fits and value < 100 else None
    if value >= 10:
        return (total, current + value) if rest in {0, 60, 80} else None
    if rest in {10, 70, 90}:
        return (total, current + value) if value >= 7 or rest != 10 else None
    fits = rest == 0 or (rest % 10 == 0 and rest >= 20)
    return (total, current + value) if fits and value else None
