"""Which sentences the pages have, as Babel extracts them from templates and code."""

from __future__ import annotations

from pathlib import Path

from babel.messages.extract import extract_from_file

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "say": None}


def sentences(folder: Path) -> set[str]:
    """Every sentence of the templates and the code in a folder."""
    found: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".html"):
            method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
            for _, message, _, _ in extract_from_file(method, str(path), KEYWORDS):
                found.update([message] if isinstance(message, str) else message)
    return found
