"""Facts of options as arrays: tens of thousands of options with a hundred facts each do not fit as dictionaries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from assets.claims.ranking.linear import CROSS, Question

_PLAIN = ""


@dataclass(frozen=True, eq=False)
class Packed:
    """The facts of one option: numbers of their names, and their values, none of them zero."""

    names: np.ndarray
    values: np.ndarray


class Vocabulary:
    """Numbers names of facts as they come."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def pack(self, facts: Mapping[str, float]) -> Packed:
        """Pack facts by name."""
        return self._packed(((fact, _PLAIN), value) for fact, value in facts.items())

    def pack_option(self, question: Question, place: int) -> Packed:
        """Pack an option's own facts and those of the context that it is crossed with."""
        option = question.options[place]
        plain = (((fact, _PLAIN), value) for fact, value in option.features.items())
        crossed = (
            ((fact, key), value)
            for group, keys in option.keys.items()
            for fact, value in question.context.get(group, {}).items()
            for key in keys
        )
        return self._packed((*plain, *crossed))

    def _packed(
        self, facts: Iterator[tuple[tuple[str, str], float]] | tuple[tuple[tuple[str, str], float], ...]
    ) -> Packed:
        found = [(self._number(name), value) for name, value in facts if value]
        return Packed(
            np.array([name for name, _ in found], dtype=np.int32),
            np.array([value for _, value in found], dtype=np.float32),
        )

    def _number(self, name: tuple[str, str]) -> int:
        known = self._numbers.get(name)
        if known is None:
            known = self._numbers[name] = len(self.names)
            fact, key = name
            self.names.append(f"{fact}{CROSS}{key}" if key else fact)
        return known


VOCABULARY = Vocabulary()
"""Shared by all samples of a process; weights are told by name, so that the order of reading does not matter."""
