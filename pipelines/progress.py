"""Progress of a run for a person at a terminal: what started, what finished, what failed."""

import logging
from collections.abc import Callable

import dagster as dg

Listener = Callable[[dg.DagsterEvent], None]
_listeners: list[Listener] = []


class _EventHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        meta = getattr(record, "dagster_meta", None) or {}
        event = meta.get("dagster_event")
        if event is not None:
            for listener in tuple(_listeners):
                listener(event)


def _make_logger(_context: dg.InitLoggerContext) -> logging.Logger:
    """A logger that prints nothing itself."""
    logger = logging.Logger("jalons.progress", level=logging.DEBUG)
    logger.addHandler(_EventHandler())
    return logger


progress_logger = dg.LoggerDefinition(
    logger_fn=_make_logger, description="Hands every event of a run to the command line that drives it."
)


class listening:  # noqa: N801  reads as a verb in a with statement
    """While the block runs, every event of runs in this process goes to the listener."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def __enter__(self) -> None:
        _listeners.append(self._listener)

    def __exit__(self, *_: object) -> None:
        _listeners.remove(self._listener)
