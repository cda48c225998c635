"""`make screens`: a picture of every screen in every state, at the three sizes, in ``build/screens``.

    python -m tests.screens [--state WORD ...] [--size NAME ...] [--language CODE ...] [--mode NAME ...] [--out DIR]

``index.html`` there is the contact sheet. Only pictures that were asked for are made anew.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.app import build  # the platform is chosen before Qt starts
from kiosk.windows import make_application
from tests.kiosk.hand import Hand, compile_translations
from tests.kiosk.states import LANGUAGES, MODES, SIZES, STATES, world_of
from tests.kiosk.world import HandClock, World, open_terminal
from tests.screens.sheet import write_sheet

OUT = Path("build/screens")


class Picture(NamedTuple):
    """What one picture shows."""

    state: str
    size: str
    language: str
    mode: str

    @property
    def file(self) -> str:
        """The name of its file."""
        words = self.state.replace(",", "").replace(" ", "-")
        return f"{words}.{self.size}.{self.language}{'' if self.mode == 'plain' else '.' + self.mode}.png"


def main(arguments: list[str] | None = None) -> int:
    """Makes the pictures that are asked for; returns the exit status."""
    options = _options(arguments)
    wanted = list(_wanted(options))
    options.out.mkdir(parents=True, exist_ok=True)
    compile_translations()
    make_application()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with tempfile.TemporaryDirectory(prefix="screens-") as folder, Progress(*columns) as progress:
        task = progress.add_task("screens", total=len(wanted))
        studio = Studio(Path(folder))
        for picture in wanted:
            progress.update(task, description=f"{picture.state}, {picture.size}")
            studio.take(picture, options.out / picture.file)
            progress.advance(task)
    shown = [one for one in _everything() if (options.out / one.file).exists()]
    write_sheet(options.out / "index.html", [(one.state, one.file) for one in shown])
    progress.console.print(f"{len(wanted)} pictures are in {options.out}; open {options.out / 'index.html'}")
    return 0


class Model(Hand):
    """Somebody who sits for a picture: whoever is slow under load is no slow scanner."""

    def scan(self, text: str) -> None:
        """Reads a code, without a keyboard's speed."""
        self.app.scan(text)


class Studio:
    """Takes pictures, each of a window of its own on a data folder of its own.

    Args:
        folder: where the data folders are kept meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[Callable[[], World], Path] = {}

    def take(self, picture: Picture, file: Path) -> None:
        """Goes to a state as a person does, and saves what is on screen."""
        data = Path(shutil.copytree(self._world(picture.state), self._folder / "one"))
        clock = HandClock()
        app = build(open_terminal(data, clock), window=SIZES[picture.size], language=picture.language)
        try:
            app.show()
            app.context.session.chose = picture.language != "it"  # a card does not speak its own language then
            hand = Model(app, clock)
            STATES[picture.state](hand)
            app.context.adapt(MODES[picture.mode])
            app.settle()
            app.settle()
            app.grab().save(str(file))
        finally:
            app.close()
            app.terminal.close()
            shutil.rmtree(data)

    def _world(self, state: str) -> Path:
        world = world_of(state)
        if world not in self._written:
            self._written[world] = self._folder / f"world{len(self._written)}"
            world().write(self._written[world])
        return self._written[world]


def _everything() -> Iterator[Picture]:
    for state in STATES:
        for size in SIZES:
            yield from (Picture(state, size, language, "plain") for language in LANGUAGES)
            yield from (Picture(state, size, LANGUAGES[0], mode) for mode in MODES if mode != "plain")


def _wanted(options: argparse.Namespace) -> Iterator[Picture]:
    for one in _everything():
        named = not options.state or any(word in one.state for word in options.state)
        if named and one.size in options.size and one.language in options.language and one.mode in options.mode:
            yield one


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("--state", nargs="*", help="words of the states' names; all by default")
    parser.add_argument("--size", nargs="*", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--language", nargs="*", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--mode", nargs="*", default=list(MODES), choices=list(MODES))
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
