"""Keeps assets/translations in step with the texts in the code: ``update`` writes them, ``check`` only complains.

Qt Linguist's own tools do the work. A text that is new in the code is unfinished in each language until somebody has
translated it; a text that left the code leaves the translations too.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TRANSLATIONS = ROOT / "assets" / "translations"
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"
MOST_NAMED = 5


def main(arguments: list[str]) -> int:
    """Runs ``update`` or ``check``; returns the exit status."""
    if arguments not in (["update"], ["check"]):
        print("usage: translations.py update | check", file=sys.stderr)
        return 2
    files = sorted(TRANSLATIONS.glob("*.ts"))
    if not files:
        return 0
    if arguments == ["update"]:
        for file in files:
            update(file)
        return 0
    complaints = [complaint for file in files for complaint in complaints_about(file)]
    print("\n".join(complaints) or "The translations are complete and up to date.")
    return 1 if complaints else 0


def update(file: Path) -> None:
    """Brings one translation file up to date with all texts of ``kiosk``, in place."""
    sources = sorted(path for pattern in ("*.qml", "*.py") for path in (ROOT / "kiosk").rglob(pattern))
    command = [str(LUPDATE), "-silent", "-no-obsolete", "-locations", "none"]
    if is_source_language(file):
        command.append("-pluralonly")
    command += [str(path.relative_to(ROOT)) for path in sources]
    subprocess.run([*command, "-ts", str(file)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def is_source_language(file: Path) -> bool:
    """Whether the texts in the code are already in this file's language, so that only plurals are left to say."""
    root = ET.parse(file).getroot()  # noqa: S314 - a file of this checkout
    return root.get("language", "")[:2] == root.get("sourcelanguage", "-")[:2]


def complaints_about(file: Path) -> list[str]:
    """What is wrong with one translation file, a sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(shutil.copy(file, folder))
        update(fresh)
        stale = fresh.read_bytes() != file.read_bytes()
        untranslated = unfinished(fresh)
    name = file.relative_to(ROOT)
    complaints = [f"{name} is not what the code says: type `make translations`."] if stale else []
    if untranslated:
        some = ", ".join(repr(text) for text in untranslated[:MOST_NAMED])
        complaints.append(
            f"{name} lacks {len(untranslated)} translations: {some}{' ...' * (len(untranslated) > MOST_NAMED)}"
        )
    return complaints


def unfinished(file: Path) -> list[str]:
    """The source texts that have no finished translation."""
    messages = ET.parse(file).getroot().iter("message")  # noqa: S314 - a file of this checkout
    return [
        message.findtext("source", "")
        for message in messages
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
