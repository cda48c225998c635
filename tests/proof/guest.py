"""What runs in the virtual machine of `tests.proof.powercut`, as its first process: it records until the lights go out.

Each fact that the terminal says is saved is told at once, past the file system, in a place of its own behind it on the
same disk: so the log of that disk shows what had been said before each cut.

    python -m tests.proof.guest FOLDER TOLD SYNCHRONOUS FACTS [DISK MODULE ...]

With DISK it first loads these modules of the kernel, mounts the disk on FOLDER's parent, and switches the machine off
at its end.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
from pathlib import Path

BLOCK = 4096
TOLD_AT = 64 * 1024 * 1024
"""Where on the disk the file system ends and what was told begins: a block for each fact, with its id."""
LINUX_REBOOT_CMD_POWER_OFF = 0x4321FEDC
SYS_FINIT_MODULE = 313
"""On x86-64, which the emulated machine is."""


def main() -> None:
    """The program."""
    folder, told, synchronous, facts, *machine = sys.argv[1:]
    disk, modules = machine[:1], machine[1:]
    for module in modules:
        _load(module)
    if disk:
        _mount("devtmpfs", "/dev", "devtmpfs")
        _mount("proc", "/proc", "proc")
        _mount(disk[0], str(Path(folder).parent), "ext4")
    try:
        record(Path(folder), Path(told), int(facts), careless=synchronous == "NORMAL")
    finally:
        if disk:
            ctypes.CDLL(None).reboot(LINUX_REBOOT_CMD_POWER_OFF)


def record(folder: Path, told: Path, facts: int, *, careless: bool) -> None:
    """Records, and tells of each fact that was saved."""
    if careless:
        from tests.proof.careless.__main__ import careless as make_careless

        make_careless()
    from sync.terminal.terminal import Terminal

    block = mmap.mmap(-1, BLOCK)  # aligned, as writing past the file system wants it
    handle = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_DIRECT)
    terminal = Terminal.open(folder, vault="file")
    for number in range(facts):
        saved = terminal.log_dropin(["chiavi"], people=number % 9 + 1)
        block[:] = saved.encode().ljust(BLOCK, b"\0")
        os.pwritev(handle, [block], TOLD_AT + number * BLOCK)
    sys.stdout.write(f"recorded {facts}\n")
    sys.stdout.flush()


def _load(module: str) -> None:
    handle = os.open(module, os.O_RDONLY)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(SYS_FINIT_MODULE, handle, b"", 0) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), module)
    os.close(handle)


def _mount(source: str, place: str, kind: str) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(source.encode(), place.encode(), kind.encode(), 0, None) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), place)


if __name__ == "__main__":
    main()
