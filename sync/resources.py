"""Where the program's own files lie: a checkout, an installed wheel, or the bundle that PyInstaller made."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

SHARE = "share/quartieri-connessi"


def resource(relative: str) -> Path:
    """The path of one of the program's own files or folders, such as ``config/spaces.json``.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for root in _roots():
        path = root / relative
        if path.exists():
            return path
    raise FileNotFoundError(f"{relative} is missing from this installation: install the program again")


def _roots() -> list[Path]:
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [Path(bundle)] if bundle else []
    roots.append(Path(__file__).resolve().parent.parent)
    roots.append(Path(sysconfig.get_path("data")) / SHARE)
    return roots
