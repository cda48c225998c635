"""What both command lines share: JSON on standard output, words for people on standard error, exit statuses.

Exit status: 0 done; 1 the work failed, with a sentence that says why and what to do; 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

from sync.errors import SyncError

P = ParamSpec("P")


class Exit(Exception):
    """Ends a command with a status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def say(text: str) -> None:
    """Words for people."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def put(values: object, *, as_json: bool, text: str | None = None) -> None:
    """One result: a JSON object on standard output, or its words."""
    if as_json:
        sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write((text if text is not None else _plain(values)) + "\n")
    sys.stdout.flush()


def _plain(values: object) -> str:
    if isinstance(values, dict):
        return "  ".join(f"{key}: {value}" for key, value in values.items())
    return str(values)


def answers(command: Callable[P, None]) -> Callable[P, None]:
    """Turns an error that was raised on purpose into a sentence and exit status 1 (2 for wrong usage of an option)."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except Exit as end:
            raise SystemExit(end.status) from None
        except SyncError as error:
            say(str(error))
            raise SystemExit(1) from None
        except BrokenPipeError:
            raise SystemExit(1) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None

    return run


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress line on standard error, where it is a terminal; called with (done, of)."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(
        TextColumn(label), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of or None)
