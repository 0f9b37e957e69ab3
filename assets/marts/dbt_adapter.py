"""Closes what dbt's DuckDB adapter leaves open in this process."""

import gc
from typing import Any

from dbt.adapters.duckdb.connections import DuckDBConnectionManager


def release_duckdb(adapter: Any) -> None:  # noqa: ANN401  dbt's adapters share no public type
    """Close every connection of the adapter and its database, so that other processes may open the file.

    ``close_all_connections`` alone forgets the database but leaves the threads' cursors, which keep it open.
    """
    if adapter is None:
        return
    for connection in tuple(adapter.connections.thread_connections.values()):
        if connection.handle is not None:
            connection.handle.close()
    adapter.cleanup_connections()
    environment = DuckDBConnectionManager._ENV
    if environment is not None:
        environment.close()
    DuckDBConnectionManager.close_all_connections()
    gc.collect()
