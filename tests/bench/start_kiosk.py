"""`kiosk run` with one addition: it says when Home's first rows stand on the screen, and ends.

    python -m tests.bench.start_kiosk run --data DIR --vault file --window 1080x1920

Nothing is imported here that `python -m kiosk` would not import, nor earlier: the window is watched as soon as the
program itself has brought in `kiosk.app`. Prints one JSON object: the monotonic clock at that frame in nanoseconds, and
how many rows were on it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from kiosk import __main__ as entry


class AfterImport:
    """Has the window of `kiosk.app` watched as soon as that module has been imported."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Python's: where a module comes from."""
        if name != "kiosk.app":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec is not None
        assert spec.loader is not None
        execute = spec.loader.exec_module

        def then_watch(module: ModuleType) -> None:
            execute(module)
            watch(module)

        spec.loader.exec_module = then_watch  # type: ignore[method-assign]
        return spec


def watch(kiosk_app: Any) -> None:
    """Looks at each frame of the window that `kiosk.app.build` makes."""
    build = kiosk_app.build

    def watched(*given: Any, **options: Any) -> Any:
        app = build(*given, **options)
        app.window.frameSwapped.connect(lambda: _framed(app))
        return app

    kiosk_app.build = watched


def _framed(app: Any) -> None:
    from PySide6.QtCore import QCoreApplication

    seen = time.monotonic_ns()
    rows = sum(1 for item in _shown(app.window.contentItem()) if item.objectName().startswith("home.row."))
    if rows:
        sys.stdout.write(json.dumps({"ns": seen, "rows": rows}) + "\n")
        sys.stdout.flush()
        QCoreApplication.exit(0)  # before the event loop comes to what follows the first frame


def _shown(item: Any) -> Iterator[Any]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _shown(child)


if __name__ == "__main__":
    sys.meta_path.insert(0, AfterImport())
    entry.main()
