"""Home as a static page: what stands on the terminal's window, each text and each surface at its place.

    python -m tests.bench.home_page --data DIR --out FILE

The page has no script but one line, which says when it was painted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtQuick import QQuickItem

from kiosk.app import build
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal

SIZE = (1080, 1920)
PAINTED = "/painted"
PAGE = """<!doctype html><html lang="it"><meta charset="utf-8"><title>Quartieri Connessi</title>
<style>body{{margin:0;background:#FBF8F3;font-family:"Noto Sans",sans-serif;overflow:hidden}}
div{{position:absolute;box-sizing:border-box}}</style>
{body}
<script>requestAnimationFrame(()=>requestAnimationFrame(()=>fetch("{painted}")))</script></html>
"""


def page(window: QQuickItem) -> str:
    """The page of what is below a window's content."""
    return PAGE.format(body="\n".join(_divisions(window)), painted=PAINTED)


def _divisions(item: QQuickItem) -> Iterator[str]:
    if not item.isVisible():
        return
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    place = f"left:{rect.x():.0f}px;top:{rect.y():.0f}px;width:{rect.width():.0f}px;height:{rect.height():.0f}px"
    colour, text = item.property("color"), item.property("text")
    if item.property("truncated") is not None and text:
        font = item.property("font")
        assert isinstance(font, QFont)
        weight = "bold" if font.bold() else "normal"
        style = f"{place};font:{weight} {font.pixelSize()}px/1.3 'Noto Sans';color:{QColor(colour).name()}"
        yield f'<div style="{style}">{escape(str(text))}</div>'
    elif item.property("radius") is not None and QColor(colour).alpha():
        style = f"{place};background:{QColor(colour).name()};border-radius:{item.property('radius')}px"
        yield f'<div style="{style}"></div>'
    for child in item.childItems():
        yield from _divisions(child)


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    terminal = Terminal(open_folder(options.data, "file"))
    app = build(terminal, window=SIZE)
    app.show()
    app.settle()
    options.out.write_text(page(app.window.contentItem()), encoding="utf-8")
    app.close()
    terminal.close()
    print("{}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
