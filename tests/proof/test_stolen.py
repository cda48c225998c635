"""A stolen disk: nothing of a person, of a secret or of what was planned can be read in a terminal's folder."""

from __future__ import annotations

import json
import math
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.terminal.folder import open_folder
from tests.proof.world import World, template

PLANTED = {
    "name": "Zenobia Quaranta", "contact": "+39 345 6789012", "mail": "zenobia@posta.example", "note": "ha la tosse",
    "title": "Assemblea di via Zoia", "text": "Il citofono non suona", "parcel": "Famiglia Barbagelata",
}  # fmt: skip
ENTROPY = 7.9
"""Bits a byte; noise of this length has 7.99."""


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, dict[str, str]]]:
    """A terminal that has done a day's work, and all that must not be found, by what it is."""
    place = tmp_path_factory.mktemp("stolen")
    with template(place) as made, made.copy(place / "world") as world:
        staff = world.hub.run(
            "staff", "add", "--role", "portiere", "--name", "Ermenegildo Sacchi", "--space", "zoia"
        ).value
        card = world.hub.run("card", "issue", "--space", "zoia", "--name", PLANTED["name"]).value
        with world.serving():
            world.terminal.sync()
            done = world.terminal.record(
                [
                    (
                        "booking",
                        {"occurrence": world.occurrence, "name": PLANTED["name"], "contact": PLANTED["contact"]},
                    ),
                    ("booking", {"occurrence": world.occurrence, "card": card["number"]}),
                    ("card_issue", {"name": PLANTED["name"], "contact": PLANTED["mail"]}),
                    ("notice", {"title": PLANTED["title"], "text": PLANTED["text"]}),
                    ("parcel", {"for": PLANTED["parcel"], "code": "XYZZY17Q"}),
                    ("request", {"service": "prestito_oggetti", "name": PLANTED["name"], "text": PLANTED["note"]}),
                ]
            )
            assert done.status == 0, done.errors
            world.terminal.sync()
            world.terminal.record([("booking", {"occurrence": world.occurrence, "name": PLANTED["name"]})])
        planted = PLANTED | {
            "staff": "Ermenegildo", "pin": staff["pin"], "badge": staff["badge"], "card": card["card"],
            "number": card["number"], "parcel code": "XYZZY17Q", "activity": "Coro di cortile",
        }  # fmt: skip
        yield world, {what: text for what, text in planted.items() if text}


def _files(world: World) -> dict[str, bytes]:
    """What a thief reads. The vault's key lies beside the vault in a demonstration alone."""
    folder = world.terminal.folder
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "vault.key"}


def _spellings(text: str) -> set[bytes]:
    plain = {text, text.lower(), text.upper(), json.dumps(text)[1:-1], text.replace(" ", "")}
    return {one.encode(code) for one in plain for code in ("utf-8", "utf-16-le")}


def test_no_name_number_pin_or_text_is_readable(stolen: tuple[World, dict[str, str]]) -> None:
    world, planted = stolen
    files = _files(world)
    assert {"journal.db", "replica.db", "journal.db-wal"} <= set(files)
    long_enough = {what: text for what, text in planted.items() if len(text) >= 6}
    assert {"pin", "card", "staff", "number"} <= set(long_enough)
    found = {
        (what, name)
        for what, text in long_enough.items()
        for name, data in files.items()
        if any(spelling in data for spelling in _spellings(text))
    }
    assert not found


def test_no_key_is_readable(stolen: tuple[World, dict[str, str]]) -> None:
    world, _ = stolen
    vault = open_folder(world.terminal.folder, "file").vault
    keys = [key for name in ("database-key", "terminal-key", "pepper") if (key := vault.get(name))]
    assert len(keys) == 3
    for name, data in _files(world).items():
        for key in keys:
            assert key not in data, name
            assert key.hex().encode() not in data.lower(), name


def test_the_databases_look_like_noise(stolen: tuple[World, dict[str, str]]) -> None:
    world, _ = stolen
    for name, data in _files(world).items():
        if name.endswith(".db"):
            assert not data.startswith(b"SQLite format 3")
            assert _entropy(data) > ENTROPY, name


def test_the_search_finds_what_is_written_in_the_open(stolen: tuple[World, dict[str, str]], tmp_path: Path) -> None:
    """The control: the same search over the hub's own database, which is not encrypted."""
    world, planted = stolen
    shutil.copytree(world.hub.folder, tmp_path / "hub")
    data = b"".join(path.read_bytes() for path in (tmp_path / "hub").glob("hub.db*"))
    assert any(spelling in data for spelling in _spellings(planted["title"]))
    assert any(spelling in data for spelling in _spellings(planted["name"]))
    assert _entropy(data) < ENTROPY


def _entropy(data: bytes) -> float:
    """Bits a byte, by how often each byte occurs."""
    counts = Counter(data)
    return -sum(count / len(data) * math.log2(count / len(data)) for count in counts.values())
