"""The system packages that each make target needs, on Debian 12 and 13 and Ubuntu 24.04 and later.

A need is one package, or several names of the same thing in the order of preference: libraries that changed their
name for 64-bit time are called one thing in Debian 12 and another ever after.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from commands import SetupError, retry, run, say

Need = tuple[str, ...]

_WINDOWLESS: tuple[Need, ...] = (
    ("libegl1",),
    ("libgl1",),
    ("libxkbcommon0",),
    ("libglib2.0-0t64", "libglib2.0-0"),
    ("libfontconfig1",),
    ("libdbus-1-3",),
    ("libpulse0",),
    ("fonts-noto-core",),
    ("fonts-noto-cjk",),
)
_X11: tuple[Need, ...] = (
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxcb-xkb1",),
    ("libxkbcommon-x11-0",),
    ("xvfb",),
    ("x11-xkb-utils",),
)
_WAYLAND: tuple[Need, ...] = (("libwayland-cursor0",), ("libwayland-egl1",))
_POSTGRESQL: tuple[Need, ...] = (("postgresql",),)
_TRACER: tuple[Need, ...] = (("strace",),)
_READER: tuple[Need, ...] = (("libzbar0t64", "libzbar0"),)
_BROWSER: tuple[Need, ...] = (("chromium",), ("chromium-driver", "chromium-chromedriver"))
_BUNDLER: tuple[Need, ...] = (("binutils",),)

PROFILES: dict[str, tuple[Need, ...]] = {
    "python": (),
    "check": _WINDOWLESS,
    "run": _WINDOWLESS + _X11 + _WAYLAND,
    "demo": _WINDOWLESS + _X11,
    "test": _WINDOWLESS + _X11 + _POSTGRESQL + _TRACER + _READER + _BROWSER + _BUNDLER,
    "bench": _WINDOWLESS + _X11 + _POSTGRESQL + _BROWSER,
    "bundle": _WINDOWLESS + _X11 + _BUNDLER,
}

APT = ("apt-get", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300")
# Installing PostgreSQL would create and start a server of its own; the tests bring up theirs and want no other.
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.d/quartieri-connessi.conf")


def here() -> bool:
    """Whether this is a system whose packages these are."""
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def missing(needs: Iterable[Need]) -> list[Need]:
    """The needs of which no package is installed."""
    names = [name for need in needs for name in need]
    if not names:
        return []
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,  # 1 when it does not know one of them
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [need for need in needs if installed.isdisjoint(need)]


def install(needs: Sequence[Need]) -> None:
    """Installs one package of each need.

    Raises:
        SetupError: this user may not; the message is the line to type.
        CommandError: apt failed.
    """
    rights = _rights()
    if rights is None:
        line = f"sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(_names(needs))}"
        raise SetupError(f"System packages are missing. Type this, then try again: {line}")
    as_root = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *APT]
    say("Installing system packages with apt ...")
    retry("The list of system packages", lambda: run([*as_root, "update"]))
    names = _names(needs)
    say(f"  {' '.join(names)}")
    server = "postgresql" in names and not NO_CLUSTER.exists()
    if server:
        run([*rights, "mkdir", "-p", str(NO_CLUSTER.parent)])
        run([*rights, "sh", "-c", f"echo 'create_main_cluster = false' >{NO_CLUSTER}"])
    try:
        command = [*as_root, "install", "--yes", "--quiet", "--no-install-recommends", *names]
        retry("The system packages", lambda: run(command))
    finally:
        if server:
            run([*rights, "rm", "-f", str(NO_CLUSTER)])


def _rights() -> list[str] | None:
    """What to put before a command so that it runs as root; None when this user cannot without a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0:
        return sudo
    return None


def _names(needs: Sequence[Need]) -> list[str]:
    return [next((name for name in need if _offered(name)), need[-1]) for need in needs]


def _offered(name: str) -> bool:
    answer = subprocess.run(["apt-cache", "show", "--no-all-versions", name], capture_output=True, check=False)
    return answer.returncode == 0
