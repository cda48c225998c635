"""CSV: a header row, then a row for each activity.

Commas, semicolons (as an Italian spreadsheet writes) or tabs; the header tells. The columns are
`sync.hub.importing.table`'s, in any order; others are named in a note. A row with a column more or less than it should
have is named and skipped: a comma that nobody quoted would shift everything behind it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sync.errors import ImportProblem
from sync.hub.importing.entry import MAX_ENTRIES, Item, Skipped, Unusable
from sync.hub.importing.table import FIELDS, entry_of

DELIMITERS = ",;\t"
NEEDED = ("title", "start")


def parse(text: str, notes: list[str]) -> Iterator[Item]:
    """The entries of a CSV text.

    Raises:
        ImportProblem: the header has no title or start, or there are more rows than are taken in.
    """
    header_line = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    header = _header(reader, notes)
    for count, row in enumerate(_rows(reader), start=1):
        if count > MAX_ENTRIES:
            raise ImportProblem(
                f"The file has more than {MAX_ENTRIES} rows. Import a shorter period; nothing was changed."
            )
        yield row if isinstance(row, Skipped) else _item(header, row, f"line {reader.line_num}")


def _header(reader: Iterator[list[str]], notes: list[str]) -> list[str]:
    try:
        names = [name.strip().casefold() for name in next((row for row in reader if any(row)), [])]
    except csv.Error:
        names = []
    missing = [name for name in NEEDED if name not in names]
    if missing:
        columns = " and no column ".join(missing)
        raise ImportProblem(
            f"This is no CSV of activities: its first row has no column {columns}. Nothing was changed."
        )
    unknown = [name for name in names if name and name not in FIELDS]
    notes += [f"the column {name[:40]!r} is not known and was left out" for name in unknown]
    return names


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str] | Skipped]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = getattr(reader, "line_num", 0)
            if "unexpected end" in str(error):
                yield Skipped(f"line {line}", "the file ends inside a quoted text: the copy was cut off here")
                return
            yield Skipped(f"line {line}", f"it cannot be read: {error}")
        else:
            if any(cell.strip() for cell in row):
                yield row


def _item(header: list[str], row: list[str], where: str) -> Item:
    if len(row) != len(header):
        why = f"it has {len(row)} columns and the header {len(header)}: a comma without quotes, or a cut copy"
        return Skipped(where, why)
    try:
        return entry_of(dict(zip(header, row, strict=True)), where)
    except Unusable as error:
        return Skipped(where, str(error))
