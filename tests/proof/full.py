"""Full disks: a terminal's or a hub's folder, or a mirror, on a small file system of its own, filled during work.

Each seed leaves some room, works until the disk takes no more, and goes on against it for a while: nothing that was
not stored is called stored, and every refusal is a sentence. Then there is room again, and all is well at once.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from sync.terminal.mirror import MIRROR
from tests.proof.account import Told, record, settle
from tests.proof.proof import Check, NotHereError, Proof
from tests.proof.world import World, database_key, printed, template

ROOMY = "size=64m"
WORDS = ("disk", "full", "store")
LARGE = ("notice", {"title": "Avviso", "text": "parola " * 550})
AT_ONCE = 40
ROUNDS = 40
"""Rounds of `AT_ONCE` facts of 4 KB are more than any disk here holds."""


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A hub and a terminal to copy, and the right to mount."""
    with template(place) as made:

        def check(seed: int) -> Counter[str]:
            rng, told = random.Random(f"full {seed}"), Told()
            with made.copy(place / str(seed)) as world:
                mirror = place / str(seed) / "mirror"
                mirror.mkdir()
                folder, fill = (
                    (world.terminal.folder, _fill_terminal), (world.hub.folder, _fill_hub), (mirror, _fill_mirror),
                )[seed % 3]  # fmt: skip
                with small(folder) as disk:
                    fill(world, disk, rng, told)
                    remount(disk, ROOMY)
                    settle(world, rng, told)
            return told.figures

        yield check


@contextmanager
def small(folder: Path) -> Iterator[Path]:
    """Puts a folder on a file system of its own.

    Raises:
        NotHereError: mounting is not permitted.
    """
    aside = folder.with_name(f"{folder.name}-before")
    folder.rename(aside)
    folder.mkdir(mode=0o700)
    command = ["mount", "-t", "tmpfs", "-o", f"{ROOMY},mode=700", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotHereError(f"no right to mount a small file system as uid {os.getuid()}: {done.stderr.strip()}")
    try:
        shutil.copytree(aside, folder, dirs_exist_ok=True)
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path, size: str) -> None:
    """Gives the file system another size."""
    subprocess.run(["mount", "-o", f"remount,{size}", str(folder)], check=True)


def _tighten(disk: Path, rng: random.Random) -> None:
    """Leaves little room: tmpfs counts pages, so that many sizes are many moments."""
    used = sum(path.stat().st_blocks * 512 for path in disk.iterdir())
    remount(disk, f"size={used + rng.randrange(8, 400) * 4096}")


def _fill_terminal(world: World, disk: Path, rng: random.Random, told: Told) -> None:
    """Records until there is no room, then against it, and synchronises."""
    _tighten(disk, rng)
    refused = 0
    for _ in range(ROUNDS):
        with world.begin("record", "--json", facts=[LARGE] * AT_ONCE) as recording:
            status = recording.wait()
            told.heard(recording)
            assert "Traceback" not in recording.errors, recording.errors
            lines = printed(recording.output)
        if status == 0:
            assert len(lines) == AT_ONCE
            continue
        assert any(word in str(lines[-1].get("error")) for word in WORDS), f"no sentence: {lines[-1:]}"
        assert "id" not in lines[-1]
        refused += 1
        if refused == 3:  # the first gave the ballast free
            break
    assert refused == 3, "the disk never was full"
    with world.serving(), world.begin("sync", "--once", "--json") as sync:
        status = sync.wait()
        assert status in (0, 1)
        assert "Traceback" not in sync.errors, sync.errors
    told.figures["full_terminals"] += 1
    told.figures["synchronised_though_full"] += status == 0


def _fill_hub(world: World, disk: Path, rng: random.Random, told: Told) -> None:
    """Pushes until the hub has no room: the terminal keeps what it has."""
    refused = 0
    with world.serving():
        _tighten(disk, rng)
        for _ in range(ROUNDS):
            record(world, [LARGE] * AT_ONCE, told)
            with world.begin("sync", "--once", "--json") as sync:
                status = sync.wait()
                assert status in (0, 1)
                assert "Traceback" not in sync.errors, sync.errors
            refused += status
            if refused == 2:
                break
    assert refused == 2, "the hub's disk never was full"
    told.figures["full_hubs"] += 1
    told.figures["facts_kept_for_a_full_hub"] += world.terminal.run("status").value["pending"]


def _fill_mirror(world: World, disk: Path, rng: random.Random, told: Told) -> None:
    """Records until the mirror takes no more, and beyond: recording goes on, and the mirror catches up later."""
    mirrored = world.at(world.terminal.folder, KIOSK_MIRROR=str(disk))
    record(mirrored, [LARGE], told)
    _tighten(disk, rng)
    for _ in range(ROUNDS):
        record(mirrored, [LARGE] * AT_ONCE, told)
        if _copied(world, disk) < len(told.saved) - AT_ONCE:
            break
    assert _copied(world, disk) < len(told.saved), "the mirror's disk never was full"
    remount(disk, ROOMY)
    for _ in range(ROUNDS):
        if _copied(world, disk) == len(told.saved):
            break
        record(mirrored, [LARGE], told)
    assert _copied(world, disk) == len(told.saved), "the mirror did not catch up"
    told.figures["full_mirrors"] += 1


def _copied(world: World, disk: Path) -> int:
    """How many facts the mirror holds."""
    connection = dbapi2.connect(str(disk / MIRROR))
    try:
        connection.execute(f"PRAGMA key = \"x'{database_key(world.terminal.folder).hex()}'\"")
        return int(connection.execute("SELECT count(*) FROM fact").fetchone()[0])
    finally:
        connection.close()


PROOF = Proof(
    "full",
    "On a full disk nothing is called stored that is not, and all goes on when there is room again.",
    prepare,
    seeds=100,
    sample=3,
    jobs=2,
)
