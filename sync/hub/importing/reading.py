"""A file as text, and which of the three formats it is.

Nothing is believed but the content: a web page that was saved as ``calendar.ics`` is refused in so many words.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from sync.errors import ImportProblem, UsageError
from sync.hub.importing.entry import MAX_FILE_BYTES

FORMATS = {"ics": "iCalendar", "csv": "CSV", "json": "JSON"}
SUFFIXES = {".ics": "ics", ".ical": "ics", ".ifb": "ics", ".csv": "csv", ".tsv": "csv", ".txt": "", ".json": "json"}
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CALENDAR = re.compile(r"^BEGIN:VCALENDAR\s*$", re.IGNORECASE | re.MULTILINE)
PAGE = re.compile(r"\s*<(!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
MEGABYTE = 1024 * 1024


def read(path: Path, wanted: str | None) -> tuple[str, str]:
    """The format ("ics", "csv" or "json") and the text of a file.

    Args:
        path: of the file.
        wanted: the format that somebody said it has; otherwise its name and content tell.

    Raises:
        UsageError: there is no such file, or no such format.
        ImportProblem: it is empty, too large, no text, or not of that format.
    """
    if wanted is not None and wanted not in FORMATS:
        raise UsageError(f"{wanted!r} is no format. Choose one of {', '.join(FORMATS)}.")
    text = _decoded(_bytes(path), path.name)
    kind = wanted or SUFFIXES.get(path.suffix.lower()) or _looks_like(text)
    if PAGE.match(text):
        raise ImportProblem(
            f"{path.name} is a web page, no calendar. Download the calendar itself; nothing was changed."
        )
    if kind == "ics" and not CALENDAR.search(text):
        raise ImportProblem(f"{path.name} is no iCalendar file: it has no BEGIN:VCALENDAR. Nothing was changed.")
    if kind == "json" and not text.lstrip().startswith("["):
        raise ImportProblem(f"{path.name} is no JSON array of activities. It must start with [; nothing was changed.")
    return kind, text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder. Name the file in it.") from None
    except OSError as error:
        raise ImportProblem(f"{path} cannot be read: {error.strerror}. Nothing was changed.") from None
    if len(data) > MAX_FILE_BYTES:
        raise ImportProblem(
            f"{path.name} is larger than {MAX_FILE_BYTES // MEGABYTE} MB. Import a shorter period; nothing was changed."
        )
    if not data.strip():
        raise ImportProblem(f"{path.name} is empty. Nothing was changed.")
    return data


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 with its mark, or what Windows writes here. A character that is cut at the end is left out."""
    if data.startswith(b"PK\x03\x04"):
        raise ImportProblem(f"{name} is a spreadsheet or an archive. Save it as CSV first; nothing was changed.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        text = codecs.getincrementaldecoder("utf-8-sig")(errors="replace").decode(data)
        broken = text.count("\ufffd")
        if broken > sum(one > "\x7f" for one in text) - broken:
            text = data.decode("cp1252", errors="replace")
    if NOT_TEXT.search(text) or text.count("\ufffd") > len(text) // 100:
        raise ImportProblem(f"{name} is no calendar: it is not even text. Nothing was changed.")
    return text


def _looks_like(text: str) -> str:
    if CALENDAR.search(text):
        return "ics"
    return "json" if text.lstrip().startswith(("[", "{")) else "csv"
