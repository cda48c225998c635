"""The contact sheet: one page with every picture, by state."""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Screens</title>
<style>
  body {{ font: 16px/1.4 "Noto Sans", sans-serif; margin: 2rem; background: #eee; color: #17324d; }}
  section {{ margin-bottom: 2.5rem; }}
  div {{ display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }}
  figure {{ margin: 0; }}
  img {{ display: block; height: 22rem; border: 1px solid #999; }}
  figcaption {{ font-size: .8rem; }}
</style>
<h1>Screens</h1>
{sections}
</html>
"""


def write_sheet(path: Path, pictures: Iterable[tuple[str, str]]) -> None:
    """Writes the page.

    Args:
        path: of the page; the pictures lie beside it.
        pictures: the state and the file's name of each, those of one state together.
    """
    sections = []
    for state, group in groupby(pictures, key=lambda one: one[0]):
        figures = "".join(_figure(file) for _, file in group)
        sections.append(f"<section><h2>{html.escape(state)}</h2><div>{figures}</div></section>")
    path.write_text(PAGE.format(sections="\n".join(sections)), encoding="utf-8")


def _figure(file: str) -> str:
    name = html.escape(file, quote=True)
    caption = html.escape(" ".join(file.removesuffix(".png").split(".")[1:]))
    image = f'<a href="{name}"><img src="{name}" loading="lazy" alt="{name}"></a>'
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
