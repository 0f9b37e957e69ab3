"""The grammar of a spelled number below a million: which word may follow which."""

from dataclasses import dataclass

from assets.claims.numbers.lexicon import Word

_EIGHTY = 80
_OPEN_FOR_TEENS = (60, 80)
_ELEVEN = 11
_AFTER_DIX = (7, 8, 9)


@dataclass(slots=True)
class Spelled:
    """A number in the course of being read, word by word.

    ``low`` is what stands below a hundred and ``state`` what may still be added to it: ``empty``, ``unit`` (four may
    become eighty), ``ten`` (a unit may follow), ``dix`` (seven to nine may follow), ``zero`` or ``closed``.
    ``loose_and`` tells a language that says "and" after every hundred from French, which says it before one and eleven.
    """

    loose_and: bool = False
    thousands: int = 0
    hundreds: int = 0
    low: int = 0
    state: str = "empty"
    started: bool = False

    @property
    def value(self) -> int:
        """The number read so far."""
        return self.thousands + self.hundreds + self.low

    def accept(self, word: Word, *, after_and: bool) -> bool:
        """Take the word if the number may go on with it.

        Args:
            word: The next number word.
            after_and: A word for "and" stands before it.
        """
        if after_and and not self._allows_and(word):
            return False
        value = int(word.value)
        match word.place:
            case "unit":
                taken = self._unit(value)
            case "ten_up" | "teen":
                taken = self._teen(value, "dix" if word.place == "ten_up" else "closed")
            case "ten":
                taken = self._ten(value)
            case "hundred":
                taken = self._hundred(value, after_one=word.after_one)
            case "thousand":
                taken = self._thousand(value, after_one=word.after_one)
            case _:
                taken = False
        self.started = self.started or taken
        return taken

    def _allows_and(self, word: Word) -> bool:
        if self.loose_and and self.state == "empty" and self.started:
            return word.place in ("unit", "teen", "ten_up", "ten")
        if word.place == "unit" and word.value == 1:
            return self.state == "ten" or (self.state == "empty" and self.started)
        return word.place == "teen" and word.value == _ELEVEN and self.state == "ten"

    def _unit(self, value: int) -> bool:
        if self.state == "empty" and (value or not self.started):
            self.low, self.state = value, "unit" if value else "zero"
        elif (self.state == "ten" and value) or (self.state == "dix" and value in _AFTER_DIX):
            self.low, self.state = self.low + value, "closed"
        else:
            return False
        return True

    def _teen(self, value: int, state: str) -> bool:
        if self.state != "empty" and not (self.state == "ten" and self.low in _OPEN_FOR_TEENS):
            return False
        self.low, self.state = self.low + value, state
        return True

    def _ten(self, value: int) -> bool:
        if self.state == "empty":
            self.low = value
        elif self.state == "unit" and self.low * value == _EIGHTY:
            self.low = _EIGHTY
        else:
            return False
        self.state = "ten"
        return True

    def _hundred(self, value: int, *, after_one: bool) -> bool:
        if self.hundreds or self.state == "zero" or self.low >= value or (self.low == 1 and not after_one):
            return False
        if self.low and self.low % 10 == 0:  # dix cents are money
            return False
        self.hundreds, self.low, self.state = value * (self.low or 1), 0, "empty"
        return True

    def _thousand(self, value: int, *, after_one: bool) -> bool:
        below = self.hundreds + self.low
        if self.thousands or self.state == "zero" or (self.started and below == 1 and not after_one):
            return False
        self.thousands, self.hundreds, self.low, self.state = value * (below or 1), 0, 0, "empty"
        return True
