"""Records: dataclasses that nobody may change, made in thousands for every article.

A frozen dataclass takes several times as long to make as a plain one. Of a record the type checker alone sees to it
that no field is assigned to; at run time it is a plain dataclass with slots, which compares and hashes by its fields.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record.

    >>> @record
    ... class Point:
    ...     x: int
    >>> Point(1) == Point(1), hash(Point(1)) == hash(Point(1))
    (True, True)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
