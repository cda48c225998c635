"""What holds for the repository as a whole, whichever part is being worked on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("kiosk", "sync")
# Fixed by the product's owner; beside them only what every good repository has.
TOP_LEVEL = {
    "assets", "config", "kiosk", "sync", "tests", "pyproject.toml", "kiosk.spec",
    ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile",
    "README.md", "publiccode.yml", "requirements.lock",
}  # fmt: skip


def tracked_files() -> list[Path]:
    """What git has of the working tree, without what was deleted and not committed yet."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]


# -- layout, versions, licence


def test_the_top_level_is_as_the_products_owner_fixed_it() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert found == TOP_LEVEL


def test_the_version_is_the_changelogs_latest() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[?(\d+\.\d+\.\d+)", changelog, flags=re.MULTILINE)
    assert released[0] == project()["version"]


def test_the_readme_promises_only_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    promised = re.findall(r"`make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert {"run", "test"} <= set(promised)
    assert set(promised) <= targets


def test_publiccode_yml_follows_the_rules_of_version_0_7() -> None:
    about = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert about["publiccodeYmlVersion"] == "0.7"
    assert about["name"]
    assert about["url"].startswith("https://")
    assert about["platforms"]
    assert about["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert about["softwareType"] in {"standalone/iot", "standalone/desktop", "standalone/web", "standalone/other"}
    assert about["softwareVersion"] == project()["version"]
    assert about["legal"]["license"] == project()["license"] == "EUPL-1.2"
    assert about["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in about["maintenance"]["contacts"])
    assert about["localisation"]["localisationReady"] is True
    assert set(about["description"]) == {"it", "en"} <= set(about["localisation"]["availableLanguages"])
    for words in about["description"].values():
        assert 0 < len(words["shortDescription"].strip()) <= 150
        assert 150 <= len(words["longDescription"].strip()) <= 10_000
        assert words["features"]


# -- the lock


def requirements() -> list[str]:
    """The lock's requirements, each with its continuation lines."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def test_every_locked_package_has_one_version_and_its_hashes() -> None:
    assert len(requirements()) > 50
    for requirement in requirements():
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+ ", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_the_lock_names_no_host_and_no_folder() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.findall(r"\S*(?:://|--index|--extra|--find-links|--trusted|file:|\s@\s)\S*", lock)
    assert not re.findall(r"(?<=\s)\.{0,2}/\S+", lock)


def test_everything_that_the_project_names_is_locked() -> None:
    names = {re.split(r"[^a-z0-9-]", requirement)[0] for requirement in requirements()}
    groups = [project()["dependencies"], *project()["optional-dependencies"].values()]
    wanted_names = {re.split(r"[^a-z0-9-]", wanted.lower())[0] for group in groups for wanted in group}
    assert wanted_names <= names


# -- nothing of one machine


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    pattern = re.compile(rb"(?<![\w.~$})*-])/(?:home|root|Users|work|workspace|builds|tmp/[a-z0-9]{1,3})/[\w.]")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]!r}"
        for path in tracked_files()
        for match in pattern.finditer(path.read_bytes())
        if b"\0" not in path.read_bytes()[:8192]
    ]
    assert found == []


def test_no_secret_key_is_in_the_tree() -> None:
    marker = b"-----BEGIN " + rb"(?:[A-Z]+ )*PRIVATE KEY-----"
    assert [path for path in tracked_files() if re.search(marker, path.read_bytes())] == []


# -- who may know whom, where import-linter does not look


def modules(*packages: str) -> Iterator[tuple[str, ast.Module]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level names of what a module imports, wherever in it that stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_one_module_alone_knows_the_http_client() -> None:
    assert [name for name, tree in modules(*PACKAGES) if "requests" in imported(tree)] == ["sync/terminal/transport.py"]


# -- what a screen may show

QML = sorted((ROOT / "kiosk").rglob("*.qml"))
OWN_ELEMENTS = {path.stem for path in QML}
# Qt's elements that show a text, and what makes each take it for nothing but text. Left alone, all of them guess: text
# that looks like markup is markup, in the labels inside Qt's own controls too (measured in 6.11.3).
PLAIN = r"\btextFormat\s*:\s*Text\.PlainText\b"
OWN_LABEL = r"\bcontentItem\s*:"
SAFE_WITH = {
    **dict.fromkeys(("Text", "Label"), PLAIN),
    **dict.fromkeys(
        (
            "Button", "CheckBox", "CheckDelegate", "DelayButton", "Dialog", "GroupBox", "ItemDelegate", "MenuItem",
            "RadioButton", "RadioDelegate", "RoundButton", "SwipeDelegate", "Switch", "SwitchDelegate", "TabButton",
            "ToolButton", "ToolTip",
        ),
        OWN_LABEL,
    ),
}  # fmt: skip


def without_comments(qml: str) -> str:
    """The source with its comments blanked and its strings kept."""
    string_or_comment = r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|//[^\n]*|/\*.*?\*/"""
    return re.sub(string_or_comment, lambda found: found[1] or re.sub(r"[^\n]", " ", found[0]), qml, flags=re.DOTALL)


def own_properties(qml: str, start: int) -> str:
    """What stands directly between an element's braces, without the elements inside it; ``start`` is after ``{``."""
    depth, own = 1, []
    for character in qml[start:]:
        depth += (character == "{") - (character == "}")
        if depth == 0:
            break
        if depth == 1:
            own.append(character)
    return "".join(own)


def unsafe_texts(qml: str, own_elements: set[str]) -> list[int]:
    """The lines of Qt's text elements and labelled controls that could take a text for markup."""
    source = without_comments(qml)
    return [
        source.count("\n", 0, match.start()) + 1
        for match in re.finditer(r"(?<![\w.])(?:[a-zA-Z]\w*\.)?([A-Z]\w*)\s*\{", source)
        if match[1] in SAFE_WITH.keys() - own_elements
        and not re.search(SAFE_WITH[match[1]], own_properties(source, match.end()))
    ]


@pytest.mark.parametrize(
    ("qml", "lines"),
    [
        ("Item {\n  Text { text: x }\n}", [2]),
        ("Label {\n  Text { textFormat: Text.PlainText }\n}", [1]),
        ("T.Label { text: a; // textFormat: Text.PlainText\n}", [1]),
        ('Text { text: "a // b"; textFormat: Text.PlainText }', []),
        ("Item {\n\n  Button { text: x }\n}", [3]),
        ("Button { text: x; contentItem: Mine { text: x } }", []),
        ("Mine { text: Text.AlignLeft }", []),
    ],
)
def test_the_search_for_unsafe_texts_finds_them(qml: str, lines: list[int]) -> None:
    assert unsafe_texts(qml, {"Mine"}) == lines


def test_no_text_on_a_screen_can_be_taken_for_markup() -> None:
    """Markup fetches pictures from the network when the data says so."""
    assert QML
    found = {
        str(path.relative_to(ROOT)): lines
        for path in QML
        if (lines := unsafe_texts(path.read_text(encoding="utf-8"), OWN_ELEMENTS))
    }
    assert found == {}


@pytest.mark.parametrize(
    "way_out",
    [
        r"\b(?:RichText|StyledText|MarkdownText|AutoText)\b",
        r"\bopenUrlExternally\b",
        r"\b(?:WebEngine|WebView|FileDialog|FolderDialog)",
        r"\bplaceholderText\s*:\s*(?!qsTr\()",  # shown as markup, so never from data
    ],
)
def test_no_screen_opens_a_way_out(way_out: str) -> None:
    found = [path for path in QML if re.search(way_out, without_comments(path.read_text(encoding="utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in found] == []


# -- the platform

EMIT = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell = Bell()
bell.rung.connect(lambda loud: None)
for _ in range(2):  # the first round settles what each call keeps
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(2_000):
        bell.rung.emit(True)
    after = sys.getrefcount(True), sys.getrefcount(None)
print(max(abs(a - b) for a, b in zip(before, after)))
"""


def test_emitting_signals_leaves_pythons_reference_counts_alone() -> None:
    """PySide6 6.12.0 loses a reference at each emit on Python 3.10 and 3.11, until the program aborts."""
    command = [sys.executable, "-c", EMIT]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) < 100
