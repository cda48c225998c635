"""`kiosk`: the terminal's program.

The window does not wait for the library of the command line (`kiosk.commandline`): `kiosk run` is read here, with the
standard library, and everything else there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.start import show
from sync.commandline import Exit, answers


def main() -> None:
    """The entry point."""
    if sys.argv[1:2] == ["run"] and "--help" not in sys.argv:
        _run(sys.argv[2:])
    else:
        from kiosk.commandline import app

        app()


@answers
def _run(arguments: list[str]) -> None:
    import argparse

    parser = argparse.ArgumentParser(prog="kiosk run", add_help=False, allow_abbrev=False)
    for name in ("--window", "--lang", "--data", "--vault"):
        parser.add_argument(name)
    given = parser.parse_args(arguments)
    raise Exit(show(given.window, given.lang, Path(given.data) if given.data else None, given.vault))


if __name__ == "__main__":
    main()
