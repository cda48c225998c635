"""Keeps assets/translations in step with the texts in the code: ``update`` writes them, ``check`` only complains.

Qt Linguist's own tools do the work. A text that is new in the code is unfinished in each language until somebody has
translated it; a text that left the code leaves the translations too.
"""

from __future__ import annotations

import re
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
ENDS = {"。": ".", "\uff1f": "?", "؟": "?", "\uff01": "!", "\uff1a": ":"}
"""Signs at the end of a text, by what they are in the Latin script."""
LATIN_SENTENCE = re.compile(r"[A-Za-zÀ-ÿ]+(?: [A-Za-zÀ-ÿ]+){2,}")
"""Three Latin words in a row: in Arabic or Chinese, somebody forgot them."""
OTHER_SCRIPT = ("ar", "zh")
ISOLATED = re.compile(r"\u2068%\d\u2069")
"""A placeholder in Arabic: what comes there may be of either direction, and keeps its own (UAX #9)."""


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
        doubts = flaws(fresh)
    name = file.relative_to(ROOT)
    complaints = [f"{name} is not what the code says: type `make translations`."] if stale else []
    if untranslated:
        complaints.append(f"{name} lacks {len(untranslated)} translations: {_some(untranslated)}")
    if doubts:
        complaints.append(f"{name} has {len(doubts)} that are not like their source: {_some(doubts)}")
    return complaints


def _some(texts: list[str]) -> str:
    return ", ".join(repr(text) for text in texts[:MOST_NAMED]) + " ..." * (len(texts) > MOST_NAMED)


def unfinished(file: Path) -> list[str]:
    """The source texts that have no finished translation."""
    messages = ET.parse(file).getroot().iter("message")  # noqa: S314 - a file of this checkout
    return [
        message.findtext("source", "")
        for message in messages
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def flaws(file: Path) -> list[str]:
    """The finished translations whose placeholders, edges or last sign are not their source's."""
    root = ET.parse(file).getroot()  # noqa: S314 - a file of this checkout
    language = root.get("language", "")[:2]
    return [
        said
        for message in root.iter("message")
        if (translation := message.find("translation")) is not None and translation.get("type") != "unfinished"
        for said in _forms(translation)
        if said and not is_alike(message.findtext("source", ""), said, language, plural=bool(message.get("numerus")))
    ]


def _forms(translation: ET.Element) -> list[str]:
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def is_alike(source: str, said: str, language: str, *, plural: bool = False) -> bool:
    """Whether a translation has its source's placeholders, white edges, line breaks and last sign.

    Args:
        source: the Italian text.
        said: the translation.
        language: its two-letter code. In Arabic placeholders are isolated, and no Latin sentence is left over.
        plural: a form that stands for one number, which may be a word then.
    """
    placeholders = sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", said))
    counted = said.count("%n") == source.count("%n") or (plural and language == "ar" and "%n" not in said)
    edges = (source[:1].isspace(), source[-1:].isspace()) == (said[:1].isspace(), said[-1:].isspace())
    lines = source.count("\n") == said.count("\n")
    script = language not in OTHER_SCRIPT or not LATIN_SENTENCE.search(said)
    isolated = language != "ar" or len(ISOLATED.findall(said)) == len(re.findall(r"%\d", said))
    return placeholders and counted and edges and lines and script and isolated and _end(source) == _end(said)


def _end(text: str) -> str:
    last = text.rstrip("\u2069»\u201d").rstrip()[-1:]
    last = ENDS.get(last, last)
    return last if last in ".?!:…" else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
