"""Bringing in programmes that exist already: iCalendar, CSV and JSON files become activities of a space."""

from sync.hub.importing.entry import Skipped
from sync.hub.importing.importer import ImportResult, Note, import_file

__all__ = ["ImportResult", "Note", "Skipped", "import_file"]
