"""The grammar between families of cues and the closed list of metrics."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Frame:
    """What a family's figures measure.

    Attributes:
        family: Name that cue entries refer to.
        mart: The mart, or None for figures that are read in order to be set aside.
        level: Metric by figure kind.
        growth: Metric of a change, or None.
        share: Metric of a share, or None.
    """

    family: str
    mart: str | None
    level: Mapping[str, str]
    growth: str | None
    share: str | None

    def metric(self, aspect: str, kind: str) -> str | None:
        """The metric of a figure, or None where such a figure makes no claim."""
        if aspect == "growth":
            return self.growth
        if aspect == "share":
            return self.share
        return self.level.get(kind)


@cache
def _nothing(family: str) -> Frame:
    """The frame of a family that measures nothing."""
    return Frame(family, None, {}, None, None)


@cache
def frames() -> Mapping[str, Frame]:
    """All frames by family."""
    with Path(__file__).with_name("frames.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        family: Frame(family, table.get("mart"), table.get("level", {}), table.get("growth"), table.get("share"))
        for family, table in tables.items()
    }


def frame(family: str) -> Frame:
    """The frame of a family; a family that the file does not have measures nothing."""
    return frames().get(family) or _nothing(family)
