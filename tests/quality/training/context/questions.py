"""Questions on figures as the encoder sees them: windows, places, options, and which options the labels accept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.discourse import Subject
from assets.claims.assembly.model import Figure, Scene, Time
from assets.claims.context.heads import Span
from assets.claims.context.pieces import Ints
from assets.claims.context.reader import ContextReader
from assets.claims.context.windows import Window
from tests.quality.training.samples import Labelled, accepts, placed, tells

SLOTS = ("metric", "subject", "period")
# What a figure of a marked article counts beside one of a fully labelled article: marks are quickly written, and a
# figure without one may have been forgotten.
_MARKED, _UNMARKED = 0.8, 0.5


@dataclass(frozen=True)
class Question:
    """A question on a figure.

    Attributes:
        slot: ``metric``, ``subject`` or ``period``.
        window: Number of the figure's window among those of its article.
        figure: The figure's places in the window.
        options: Names of metrics, classes and mentions of subjects, or datings.
        accepted: Which options the label accepts.
        worth: How much it counts.
    """

    slot: str
    window: int
    figure: Span
    options: Sequence[Any]
    accepted: Sequence[bool]
    worth: float


@dataclass(frozen=True)
class Asked:
    """An article's questions, and its windows that hold any."""

    windows: Sequence[Ints]
    questions: Sequence[Question]


class Recorder(ContextReader):
    """Writes every question down instead of answering it: the rankers choose alone."""

    def __init__(self, *opened: Any) -> None:
        super().__init__(*opened)
        self.notes: dict[tuple[str, int, int], tuple[Window, Span, Sequence[Any]]] = {}

    def is_doubtful(self, probability: float) -> bool:  # noqa: ARG002 (every question counts)
        return True

    def metric_scores(self, scene: Scene, figure: Figure, metrics: Sequence[str]) -> list[float]:
        return self._note("metric", scene, figure, list(metrics))

    def subject_scores(self, scene: Scene, figure: Figure, subjects: Sequence[Subject]) -> list[float]:
        return self._note("subject", scene, figure, self._subject_options(scene, figure, subjects))

    def ids(self, window: Window) -> Ints:
        return self._windows.ids(window)

    def period_scores(
        self, scene: Scene, figure: Figure, periods: Sequence[tuple[Time | None, Sequence[str]]]
    ) -> list[float]:
        return self._note("period", scene, figure, self._period_options(scene, figure, periods))

    def _note(self, slot: str, scene: Scene, figure: Figure, options: Sequence[Any]) -> list[float]:
        window, span, _ = self._place(scene, figure)
        self.notes[slot, self._sentence, figure.first] = (window, span, options)
        return [0.0] * len(options)


def questions_of(articles: Iterable[Labelled]) -> Iterator[Asked]:
    """The questions on every article that has some with an answer."""
    for known in articles:
        windows: dict[Window, int] = {}
        questions: list[Question] = []
        readings = read_article(known.article, known.article.language or "fr", Recorder)
        recorder = readings[0].scene.context if readings else None
        if not isinstance(recorder, Recorder):
            continue
        figures = list(placed(known.article.text, (row for row in known.rows if row["value"] is not None)))
        for number, reading in enumerate(readings):
            for decision in reading.decisions:
                figure = decision.figure
                label = next((row for start, end, row in figures if start < figure.end and figure.start < end), None)
                if label is not None and label.get("optional"):
                    continue
                for slot, asked in decision.asked.items():
                    noted = recorder.notes.get((slot, number, figure.first))
                    if noted is None or not tells(label, slot):
                        continue
                    right = [accepts(label, slot, option, known.article.published_on) for option in asked.labels]
                    if any(right):
                        window, span, options = noted
                        place = windows.setdefault(window, len(windows))
                        worth = 1.0 if not known.is_partial else _MARKED if label is not None else _UNMARKED
                        questions.append(Question(slot, place, span, options, right, worth))
        if questions:
            yield Asked([recorder.ids(window) for window in windows], questions)
