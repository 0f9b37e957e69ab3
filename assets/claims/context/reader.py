"""Reads an article's figures in their surroundings: for the options of a slot, how well each fits.

Windows are read when a figure in them is first asked about, and kept until the article is done.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from assets.claims.assembly.discourse import Subject
from assets.claims.assembly.model import Figure, Name, Scene, Time
from assets.claims.context import heads
from assets.claims.context.encoder import Floats, encode
from assets.claims.context.heads import Dating, Mention, Span, gap
from assets.claims.context.windows import Window, Windows
from assets.claims.ranking.field import class_of

# From which probability a ranker's choice stands without its surroundings: what reads articles held back as well as
# always reading them would.
_SURE = 0.9

_KEPT = 5  # mentions of a subject that count, the last ones
# Numbers of standings: of the title, of sentences before, of the figure's own sentence before and behind it.
_TITLE, _BEFORE, _HERE, _BEHIND = 0, 1, 12, 10


class ContextReader:
    """Reads one article, whose sentences are noted in their order."""

    def __init__(self, text: str, title: str, named: Iterable[tuple[str, int, int]], scenes: Sequence[Scene]) -> None:
        """Open an article.

        Args:
            text: The text of the article.
            title: Its title, or an empty string.
            named: Who is named in its title: subject, first offset in the title, and the one just past the name.
            scenes: All its sentences.
        """
        self._text, self._title, self._scenes = text, title, scenes
        self._in_title: dict[str, Span] = {}
        for subject, start, end in named:
            self._in_title.setdefault(subject, (start, end))
        self._mentions: dict[str, list[tuple[Name, int]]] = {}
        self._sentence = -1
        self._read: dict[Window, Floats] = {}

    @cached_property
    def _windows(self) -> Windows:
        return Windows(self._text, self._title, (scene.sentence.start for scene in self._scenes))

    def note(self, scene: Scene) -> None:
        """Take note of the next sentence and of who is named in it; sentences made of table cells name nobody anew."""
        self._sentence += 1
        if scene.cell is None:
            for name in (*scene.names, *scene.strangers):
                self._mentions.setdefault(Subject.of(name).name, []).append((name, self._sentence))

    def is_doubtful(self, probability: float) -> bool:
        """Whether a ranker's best answer is so unsure that the surroundings are to be read."""
        return probability < _SURE

    def metric_scores(self, scene: Scene, figure: Figure, metrics: Sequence[str]) -> list[float]:
        """How well metrics fit a figure of the sentence noted last; an empty name is that of no claim."""
        window, span, _ = self._place(scene, figure)
        return [float(score) for score in heads.metric_scores(self._vectors(window), span, metrics)]

    def subject_scores(self, scene: Scene, figure: Figure, subjects: Sequence[Subject]) -> list[float]:
        """How well subjects fit a figure of the sentence noted last."""
        window, span, _ = self._place(scene, figure)
        options = self._subject_options(scene, figure, subjects)
        return [float(score) for score in heads.subject_scores(self._vectors(window), span, options)]

    def period_scores(
        self, scene: Scene, figure: Figure, periods: Sequence[tuple[Time | None, Sequence[str]]]
    ) -> list[float]:
        """How well periods, each with what is known of it, fit a figure of the sentence noted last."""
        window, span, _ = self._place(scene, figure)
        options = self._period_options(scene, figure, periods)
        return [float(score) for score in heads.period_scores(self._vectors(window), span, options)]

    def _period_options(
        self, scene: Scene, figure: Figure, periods: Sequence[tuple[Time | None, Sequence[str]]]
    ) -> list[Dating]:
        window, _, ends = self._place(scene, figure)
        return [self._dating(time, kinds, window, ends) for time, kinds in periods]

    def _dating(self, time: Time | None, kinds: Sequence[str], window: Window, figure: Span) -> Dating:
        if time is not None and 0 <= time.start < time.end <= len(self._text):
            first, last = self._windows.pieces.span(time.start, time.end)
            if window.holds(first, last):
                return Dating(kinds, (first + window.shift, last + window.shift), gap((figure[0] - first) // 2))
        return Dating(kinds, None, 0)

    def _subject_options(
        self, scene: Scene, figure: Figure, subjects: Sequence[Subject]
    ) -> list[tuple[str, list[Mention]]]:
        window, _, ends = self._place(scene, figure)
        return [(class_of(subject), self._named(subject.name, window, ends)) for subject in subjects]

    def _vectors(self, window: Window) -> Floats:
        known = self._read.get(window)
        if known is None:
            known = self._read[window] = encode(self._windows.ids(window))
        return known

    def _place(self, scene: Scene, figure: Figure) -> tuple[Window, Span, Span]:
        """The window of a figure, its places there, and its first and last piece in the text."""
        start, end = figure.start, figure.end
        if scene.cell is not None:  # its sentence is made up: back to the place in the table
            shift = scene.row_start + scene.cell.offset - scene.cell.start
            start, end = start + shift, min(end, scene.cell.start + scene.cell.length) + shift
        first, last = self._windows.pieces.span(start, end)
        window = self._windows.around(first)
        last = min(last, window.last - 1)
        return window, (first + window.shift, last + window.shift), (first, last)

    def _named(self, subject: str, window: Window, figure: Span) -> list[Mention]:
        found: list[Mention] = []
        in_title = self._in_title.get(subject)
        title = self._windows.title
        if in_title is not None and len(title) and in_title[0] < title.ends[-1]:
            first, last = title.span(*in_title)
            found.append(Mention((first + 1, last + 1), True, _TITLE, False))
        for name, sentence in self._mentions.get(subject, [])[-_KEPT:]:
            first, last = self._windows.pieces.span(name.start, name.end)
            if sentence == self._sentence:
                is_before = last < figure[0]
                distance = figure[0] - last if is_before else first - figure[1]
                standing = _HERE + (0 if is_before else _BEHIND) + gap(distance // 2)
            else:
                standing = _BEFORE + gap(self._sentence - sentence)
            if window.holds(first, last):
                span = (first + window.shift, last + window.shift)
                found.append(Mention(span, True, standing, name.is_adjective))
            else:
                ids = self._windows.pieces.ids
                found.append(Mention((int(ids[first]), int(ids[last])), False, standing, name.is_adjective))
        return found
