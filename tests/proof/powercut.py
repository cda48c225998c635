"""Power cuts in a virtual machine: a real kernel, a real ext4, a disk whose cache is lost.

A terminal records in a machine of QEMU's (emulated, so that no rights are needed but those to mount its disk here),
whose disk keeps a log of its own. Each seed cuts the power at a request of that log, rebuilds the disk without what was
in its cache, mounts it, and opens the journal with the real code. The control does the same with a journal that is
synchronous=NORMAL, and must lose facts.

Needs, on Debian: qemu-system-x86, linux-image-cloud-amd64, e2fsprogs, strace.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proof import disklog, guest, strace
from tests.proof.account import chained
from tests.proof.disklog import Entry, after_cut
from tests.proof.proof import REPOSITORY, Check, NotHereError, Proof
from tests.proof.world import template

FACTS = 60
DISK_BYTES = guest.TOLD_AT + 16 * 1024 * 1024
GUEST_SECONDS = 900.0
CONTROL_EACH = 4
OPENED = re.compile(r'^\d+ +(?:openat|execve|readlink|newfstatat|stat|access)\((?:AT_FDCWD, )?"([^"]+)".*\) = \d')
MODULES = (
    "virtio/virtio_ring.ko", "virtio/virtio.ko", "virtio/virtio_pci_legacy_dev.ko", "virtio/virtio_pci_modern_dev.ko",
    "virtio/virtio_pci.ko", "block/virtio_blk.ko",
)  # fmt: skip
"""Of the kernel's drivers, in the order of loading, for the disk that is cut. QEMU's NVMe disk, which the kernel knows
by itself, does not honour a write that asks to be safe (FUA): there, ext4 itself would lose what it promised.
"""
NEEDED = ("qemu-system-x86_64", "mke2fs", "mount")


@dataclass(frozen=True)
class Recording:
    """A disk, and all that was asked of it."""

    before: bytes
    entries: list[Entry]

    def cut(self, rng: random.Random) -> tuple[list[str], bytearray]:
        """What had been told before a cut, and the disk after it."""
        first = next(number for number, entry in enumerate(self.entries) if entry.offset >= guest.TOLD_AT)
        done = self.entries[: rng.randint(first, len(self.entries))]
        told = [entry.data[:32].decode() for entry in done if entry.offset >= guest.TOLD_AT]
        return told, after_cut(self.before, done, rng)


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """Lets the machine record once as it should, and once as it should not."""
    kernel = _needed()
    with template(place) as made, made.copy(place / "world") as world:
        folder = world.terminal.folder
        (folder / "ballast").unlink(missing_ok=True)
        modules = _modules(kernel)
        root = _root(folder, place, modules)
        good, careless = (_recorded(kernel, modules, root, folder, place / kind, kind) for kind in ("FULL", "NORMAL"))

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"powercut {seed}")
            control = seed % CONTROL_EACH == CONTROL_EACH - 1
            told, disk = (careless if control else good).cut(rng)
            held, checked = _mounted(disk, place)
            lost = len(set(told) - set(held))
            found = Counter(disks_checked_before_they_were_mounted=int(checked))
            if control:
                found.update(cuts_of_the_control=1, cuts_where_the_control_lost=int(lost > 0), facts_it_lost=lost)
                return found
            assert not lost, f"{lost} of {len(told)} acknowledged facts are lost"
            found.update(cuts=1, facts_acknowledged=len(told))
            return found

        yield check


def _needed() -> Path:
    strace.needed()
    missing = [name for name in NEEDED if shutil.which(name) is None]
    kernels = sorted(Path("/boot").glob("vmlinuz-*-cloud-amd64"))
    if missing or not kernels:
        raise NotHereError(
            "there is no virtual machine. Type: sudo apt-get install --no-install-recommends qemu-system-x86 "
            "linux-image-cloud-amd64 e2fsprogs strace"
        )
    if os.geteuid() != 0:
        raise NotHereError("mounting the machine's disk needs root")
    return kernels[-1]


def _command(folder: Path, told: str, kind: str, *disk: str) -> list[str]:
    return [sys.executable, "-m", "tests.proof.guest", str(folder), told, kind, str(FACTS), *disk]


def _modules(kernel: Path) -> list[str]:
    drivers = Path("/lib/modules") / kernel.name.removeprefix("vmlinuz-") / "kernel/drivers"
    return [str(drivers / name) for name in MODULES]


def _root(folder: Path, place: Path, modules: list[str]) -> Path:
    """An image of all files that the guest's program opens, found by running it here once."""
    trial, log = place / "trial", place / "opened"
    shutil.copytree(folder, trial)
    watch = ["strace", "-f", "-o", str(log), "-e", "trace=openat,execve,readlink,newfstatat,stat,access"]
    for kind in ("FULL", "NORMAL"):
        command = [*watch, "-A", *_command(trial, str(place / "told"), kind)]
        subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    tree = place / "root"
    for name in ("dev", "proc", "tmp", "data"):
        (tree / name).mkdir(parents=True)
    opened = {found[1] for line in log.read_text().splitlines() if (found := OPENED.match(line))}
    loaders = {str(loader) for loader in Path("/lib64").glob("ld-linux*")}  # which the kernel opens itself
    for name in opened | loaders | set(modules):
        _take(Path(os.path.normpath(REPOSITORY / name)), tree, place)
    image = place / "root.img"
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", str(tree), str(image), "512M"], check=True, capture_output=True)
    return image


def _take(path: Path, tree: Path, place: Path) -> None:
    """Copies a file into the image with the links that lead to it."""
    for step in (*reversed(path.parents), path):
        where = step.parent.resolve() / step.name  # a link is copied where it stands, never followed into this machine
        target = tree / where.relative_to("/")
        if where.is_relative_to(place) or where.parts[1:2] in (("proc",), ("dev",), ("sys",)):
            return
        if os.path.lexists(target) or not os.path.lexists(where):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if where.is_symlink():
            target.symlink_to(where.readlink())
            _take(where.parent / where.readlink(), tree, place)
        elif where.is_dir():
            target.mkdir()
        elif where.is_file():
            shutil.copy2(where, target)


def _recorded(kernel: Path, modules: list[str], root: Path, folder: Path, place: Path, kind: str) -> Recording:
    """Runs the machine until it has recorded everything."""
    shutil.copytree(folder, place / "data" / "terminal")
    disk, log = place / "disk.img", place / "log.img"
    subprocess.run(
        ["mke2fs", "-q", "-t", "ext4", "-d", str(place / "data"), str(disk), "64M"], check=True, capture_output=True
    )
    os.truncate(disk, DISK_BYTES)
    log.touch()
    before = disk.read_bytes()
    program = _command(Path("/data/terminal"), "/dev/vda", kind, "/dev/vda", *modules)
    command = [
        "qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-m", "512",
        "-nographic", "-nodefaults", "-serial", "stdio",
        "-no-reboot", "-kernel", str(kernel),
        "-append", "console=ttyS0 quiet panic=-1 random.trust_cpu=on root=/dev/nvme0n1 ro "
        f"PYTHONPATH={REPOSITORY} PYTHONHASHSEED=0 init={program[0]} -- {' '.join(program[1:])}",
        "-blockdev", f"driver=file,filename={root},node-name=root,read-only=on",
        "-device", "nvme,drive=root,serial=root",
        "-blockdev", f"driver=file,filename={disk},node-name=file",
        "-blockdev", f"driver=file,filename={log},node-name=log",
        "-blockdev", "driver=blklogwrites,node-name=disk,file=file,log=log,log-sector-size=512",
        "-device", "virtio-blk-pci,drive=disk",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=GUEST_SECONDS, check=False)
    assert f"recorded {FACTS}" in done.stdout, f"the machine did not record: {_words(done.stdout)}{done.stderr[-500:]}"
    return Recording(before, disklog.read(log))


def _words(console: str) -> str:
    """What the machine said before its kernel gave up."""
    return console.partition("Kernel panic")[0][-2000:]


def _mounted(disk: bytearray, place: Path) -> tuple[list[str], bool]:
    """The facts of the journal on a disk, as the kernel mounts it, opened with the real code; and whether the file
    system had to be checked first, as every machine does at its start where the kernel refuses it: a cut within the
    superblock, of which a disk promises to write 512 bytes at a time, leaves a sum that does not match.
    """
    image, point = place / "cut.img", place / "mounted"
    image.write_bytes(disk)
    point.mkdir(exist_ok=True)
    refused = _mount(image, point)
    if refused:
        check = subprocess.run(["e2fsck", "-f", "-y", str(image)], capture_output=True, text=True, check=False)
        again = _mount(image, point)
        assert not again, f"the disk cannot be mounted: {refused}; checked: {check.stdout[-1000:]}; then: {again}"
    try:
        return chained(point / "terminal"), bool(refused)
    finally:
        subprocess.run(["umount", str(point)], check=True)


def _mount(image: Path, point: Path) -> str:
    """Mounts an image; returns why not, "" where it is mounted.

    Raises:
        NotHereError: this machine has no loop device for it, which says nothing of the disk.
    """
    done = subprocess.run(
        ["mount", "-o", "loop", str(image), str(point)], capture_output=True, text=True, check=False
    )  # fmt: skip
    words = " ".join(done.stderr.split())
    if "loop device" in words:
        raise NotHereError(f"no loop device is free: {words}")
    return words or (f"status {done.returncode}" if done.returncode else "")


PROOF = Proof(
    "powercut",
    "A power cut in a virtual machine whose disk forgets its cache loses no fact that was said to be saved.",
    prepare,
    seeds=400,
    sample=8,
    manual=True,
)
