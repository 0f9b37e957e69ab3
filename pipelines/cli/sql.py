"""``sql``: one query to the published marts, as a table or as CSV for a pipe."""

import csv
import sys

import duckdb
from rich.markup import escape
from rich.table import Table

from pipelines.cli.terminal import complain, console
from pipelines.settings import Settings
from warehouse.publish import DATABASE_NAME

NOT_PUBLISHED, BAD_QUERY = 2, 1


def query_marts(query: str) -> int:
    """Print the rows of a query and return the exit code."""
    database = Settings().published / DATABASE_NAME
    if not database.is_file():
        complain(f"{database}: nothing is published yet; run: jalons run")
        return NOT_PUBLISHED
    try:
        # Nothing outside the file can be read: a query from a chat or a ticket is not trusted with the disk.
        with duckdb.connect(str(database), read_only=True, config={"enable_external_access": "false"}) as connection:
            cursor = connection.execute(query)
            columns = [column[0] for column in cursor.description or ()]
            rows = cursor.fetchall()
    except duckdb.Error as error:
        complain(escape(str(error)))
        return BAD_QUERY
    if sys.stdout.isatty():
        table = Table(*columns)
        for row in rows:
            table.add_row(*("" if value is None else escape(str(value)) for value in row))
        console.print(table)
    else:
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)
    return 0
