"""Makes this checkout ready to run: system packages, then ``.venv`` with exactly what requirements.lock names.

``python3 config/setup/bootstrap.py PROFILE`` is what every make target calls first. It needs nothing but Python: no pip
and no venv module, which Debian packages apart. When all is in place it says nothing and takes a blink.

What it relies on:

1. the stamp in ``.venv`` is written last: an environment without one was interrupted, and is made again;
2. the stamp names the lock, the interpreter and the folder: when one of them changed, the environment is made again;
3. one set-up at a time in a checkout: who comes second waits, and finds the work done.

``QC_SETUP_SYSTEM=skip`` in the environment leaves the system packages to you.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import debian_packages
from commands import ROOT, SetupError, retry, run, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "setup.json"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
PIP_INSTALL = (str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check")

OLDEST_PYTHON = (3, 11)
TELL_FROM_MEGABYTES = 10


def main(arguments: list[str]) -> int:
    """Sets up for the one profile in ``arguments``; returns the exit status."""
    if len(arguments) != 1 or arguments[0] not in debian_packages.PROFILES:
        print(f"usage: bootstrap.py {' | '.join(debian_packages.PROFILES)}", file=sys.stderr)
        return 2
    profile = arguments[0]
    try:
        use_a_recent_python()
        if not ready(profile):
            with alone():
                if not ready(profile):  # whoever was first did it
                    set_up(profile)
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"The set-up needs to write in {ROOT} and could not: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted. The next run makes it whole.")
        return 130
    return 0


def use_a_recent_python() -> None:
    """Goes on in a later Python of this machine when the one that runs is too old.

    Raises:
        SetupError: there is none.
    """
    if sys.version_info >= OLDEST_PYTHON:
        return
    for name in ("python3.13", "python3.12", "python3.11"):
        later = shutil.which(name)
        if later:
            os.execv(later, [later, *sys.argv])  # noqa: S606 - a shell is the last thing wanted here
    raise SetupError(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}. Install one, then try again.")


def ready(profile: str) -> bool:
    """Whether nothing is to do."""
    return not lacking(profile) and environment_is_whole() and project_is_installed()


def set_up(profile: str) -> None:
    """Does what is still to do, in order."""
    started = time.monotonic()
    packages = lacking(profile)
    if packages:
        debian_packages.install(packages)
    if not environment_is_whole():
        make_environment()
    if not project_is_installed():
        install_project()
    say(f"Set up in {time.monotonic() - started:.0f} s.")


def lacking(profile: str) -> list[debian_packages.Need]:
    """The system packages that are still to install; none where they are not ours to judge."""
    if os.environ.get("QC_SETUP_SYSTEM") == "skip" or not debian_packages.here():
        return []
    needs = list(debian_packages.PROFILES[profile])
    if sys.executable.startswith("/usr/bin/"):  # Debian's own Python comes in parts
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        if importlib.util.find_spec("ensurepip") is None and not environment_is_whole():
            needs.append((f"python{version}-venv",))
        if profile in ("bundle", "test"):
            needs.append((f"libpython{version}t64", f"libpython{version}"))
    return debian_packages.missing(needs)


def environment_is_whole() -> bool:
    """Whether ``.venv`` was finished, for this lock and in this folder, and its Python still starts."""
    stamp = read_stamp()
    if stamp.get("lock") != digest(LOCK) or stamp.get("root") != str(ROOT):
        return False
    return stamp.get("python") == version_of(PYTHON)


def make_environment() -> None:
    """Makes ``.venv`` from nothing, with what the lock names and nothing else."""
    if VENV.exists():
        why = "belongs to an earlier state of this checkout" if read_stamp() else "was never finished"
        say(f"The Python environment in .venv {why}. Making it again ...")
        shutil.rmtree(VENV)
    say(f"Making .venv with Python {sys.version.split()[0]} ...")
    run([sys.executable, "-m", "venv", str(VENV)])
    say("Fetching the Python packages, some 350 MB the first time ...")
    command = [*PIP_INSTALL, "--retries", "5", "--timeout", "60", "--progress-bar", "off"]
    command += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(LOCK)]
    retry("The Python packages", lambda: run(command, tell_of_pip), hopeless=("DO NOT MATCH THE HASHES",))
    write_stamp({"lock": digest(LOCK), "python": version_of(PYTHON), "root": str(ROOT)})


def tell_of_pip(line: str) -> None:
    """Passes on the few of pip's lines that explain a wait."""
    found = re.search(r"Downloading (?:\S*/)?([^\s/]+?)-\d\S* \((\d+)[.\d]* MB\)", line)
    if found and int(found[2]) >= TELL_FROM_MEGABYTES:
        say(f"  {found[1]}, {found[2]} MB")
    elif line.startswith("Installing collected packages"):
        say("  all fetched; unpacking")


def project_is_installed() -> bool:
    """Whether the commands ``kiosk`` and ``hub`` in ``.venv`` are those of today's pyproject.toml."""
    return read_stamp().get("project") == digest(PROJECT)


def install_project() -> None:
    """Installs the checkout itself, editable. All that this needs is in the environment: no network."""
    run([*PIP_INSTALL, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    # An installation takes assets/ and config/ along; a checkout must have no second, ageing copy of them.
    shutil.rmtree(VENV / "share" / "quartieri-connessi", ignore_errors=True)
    write_stamp({**read_stamp(), "project": digest(PROJECT)})


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Holds this checkout's set-up lock, after waiting for whoever has it."""
    with (ROOT / ".venv.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up of this checkout is under way. Waiting for it ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def read_stamp() -> dict[str, str]:
    """What the last finished set-up wrote; empty when there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Replaces the stamp in one step, so that it is never half there."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    fresh.replace(STAMP)


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def version_of(python: Path) -> str:
    """The version that an interpreter says it has; empty when it does not start."""
    try:
        answer = subprocess.run(
            [python, "-IS", "-c", "import sys; print(sys.version.split()[0])"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return answer.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
