"""`kiosk run` with one addition: it says when Home's first rows stand on the screen, and ends.

    python -m tests.bench.start_kiosk run --data DIR --vault file --window 1080x1920

Everything that `python -m kiosk` imports and does before the first frame is imported and done here, in the same order.
Prints one JSON object: the monotonic clock at that frame in nanoseconds, and how many rows were on it.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from kiosk import __main__ as entry


def hook() -> None:
    """Watches the window that `kiosk.app.build` makes."""
    import kiosk.app as kiosk_app

    build = kiosk_app.build

    def watched(*given: Any, **options: Any) -> kiosk_app.App:
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


def _shown(item: Any) -> Any:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _shown(child)


if __name__ == "__main__":
    hook()
    entry.main()
