"""The grammar of a spelled number below a million: which word may follow which."""

from dataclasses import dataclass

from assets.claims.numbers.lexicon import Word

_EIGHTY = 80
_OPEN_FOR_TEENS = (60, 80)


@dataclass(slots=True)
class Spelled:
    """A number in the course of being read, word by word.

    ``low`` is what stands below a hundred and ``state`` what may still be added to it: ``empty``, ``unit`` (four may
    become eighty), ``ten`` (a unit may follow), ``dix`` (seven to nine may follow) or ``closed``.
    """

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
            after_and: ``et`` stands before it, which only ``un`` and ``onze`` (and ``une``) allow.
        """
        if after_and and not self._allows_and(word):
            return False
        taken = bool(getattr(self, f"_{word.place}", self._refuse)(int(word.value)))
        self.started = self.started or taken
        return taken

    def _allows_and(self, word: Word) -> bool:
        if word.value == 1 and word.place == "unit":
            return self.state == "ten" or (self.state == "empty" and self.started)
        return word.place == "teen" and word.value == 11 and self.state == "ten"  # noqa: PLR2004

    def _refuse(self, _value: int) -> bool:
        return False

    def _unit(self, value: int) -> bool:
        if self.state == "empty" and (value or not self.started):
            self.low, self.state = value, "unit" if value else "zero"
        elif (self.state == "ten" and value) or (self.state == "dix" and value in (7, 8, 9)):
            self.low, self.state = self.low + value, "closed"
        else:
            return False
        return True

    def _ten_up(self, value: int) -> bool:
        if self.state == "empty":
            self.low = value
        elif self.state == "ten" and self.low in _OPEN_FOR_TEENS:
            self.low += value
        else:
            return False
        self.state = "dix"
        return True

    def _teen(self, value: int) -> bool:
        if self.state == "empty":
            self.low = value
        elif self.state == "ten" and self.low in _OPEN_FOR_TEENS:
            self.low += value
        else:
            return False
        self.state = "closed"
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

    def _hundred(self, value: int) -> bool:
        if self.hundreds or self.state == "zero" or self.low == 1 or self.low >= value:
            return False
        self.hundreds, self.low, self.state = value * (self.low or 1), 0, "empty"
        return True

    def _thousand(self, value: int) -> bool:
        below = self.hundreds + self.low
        if self.thousands or self.state == "zero" or (self.started and below == 1):
            return False
        self.thousands, self.hundreds, self.low, self.state = value * (below or 1), 0, 0, "empty"
        return True
