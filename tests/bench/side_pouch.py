"""PouchDB with express-pouchdb as the peer that most would pick: packages of exact versions, from npm at bench time."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import worker
from tests.bench.line import Line
from tests.bench.sides import Done, Fact, Row

PACKAGES = {"pouchdb": "9.0.0", "express-pouchdb": "4.2.0", "express": "4.21.2"}
PLACE = Path("build/bench/npm")
SCRIPT = Path(__file__).with_name("pouch.cjs")
INSTALL_SECONDS = 180


class NoPouchError(Exception):
    """PouchDB cannot be had here; the message says why."""


def install(place: Path = PLACE) -> Path:
    """Makes sure that the packages are there; returns their folder.

    Raises:
        NoPouchError: there is no node or no npm, or npm could not get them.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise NoPouchError("node and npm are not installed")
    if place in _cannot:
        raise NoPouchError(_cannot[place])
    try:
        return _install(place)
    except NoPouchError as error:
        _cannot[place] = str(error)
        raise


_cannot: dict[Path, str] = {}
"""Where npm was tried in vain: not again in this run."""


def _install(place: Path) -> Path:
    modules = place / "node_modules"
    if all(_installed(modules, name) == version for name, version in PACKAGES.items()):
        return modules
    place.mkdir(parents=True, exist_ok=True)
    (place / "package.json").write_text(json.dumps({"private": True, "dependencies": PACKAGES}), encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--fetch-retries", "1", "--loglevel", "error"]
    try:
        done = subprocess.run(
            command, cwd=place, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NoPouchError(f"npm did not end in {INSTALL_SECONDS} s") from None
    if done.returncode != 0:
        raise NoPouchError(f"npm could not get the packages: {done.stderr.strip().splitlines()[-1:]}")
    return modules


def _installed(modules: Path, name: str) -> str:
    try:
        return str(json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"])
    except OSError:
        return ""


class PouchSide:
    """A client of express-pouchdb."""

    name = "PouchDB"
    what = "PouchDB 9 replicating with express-pouchdb, batches of 1,000, LevelDB at both ends (no fsync)"

    def __init__(self, folder: Path, modules: Path, server: worker.Worker, port: int, line: Line) -> None:
        self._folder, self._modules, self._server, self._port, self._line = folder, modules, server, port, line
        self._url = f"http://127.0.0.1:{line.to(port)}"
        self._number = 0

    def offer(self, rows: Sequence[Row]) -> None:
        """The server has them as documents."""
        self._number += 1
        self._server.ask(do="fill", name=self._rows, file=str(self._write(_documents(rows))))

    @property
    def _rows(self) -> str:
        return f"rows-{self._number}"

    def first(self) -> Done:
        """Replicates everything."""
        with self._client() as client:
            return self.replicate(client, "from", self._rows)

    def own(self, facts: Sequence[Fact]) -> None:
        """A client's files with them, to be copied."""
        template = self._folder / "own"
        shutil.rmtree(template, ignore_errors=True)
        template.mkdir()
        documents = [{"_id": fact_id, "seq": seq, "kind": kind, "raw": raw} for seq, fact_id, kind, raw in facts]
        with self._process(template) as client:
            client.ask(do="fill", name="got", file=str(self._write(documents)))

    def up(self) -> Done:
        """Replicates to a database that is new."""
        self._number += 1
        with self._client(self._folder / "own") as client:
            return self.replicate(client, "to", f"facts-{self._number}")

    @contextlib.contextmanager
    def following(self) -> Iterator[PouchFollower]:
        """A client that took everything in."""
        with self._client() as client:
            self.replicate(client, "from", self._rows)
            yield PouchFollower(self, client)

    def change(self, rows: Sequence[Row]) -> None:
        """Some documents are others now."""
        self._server.ask(do="change", name=self._rows, file=str(self._write(_documents(rows))))

    def news(self, client: worker.Worker) -> Done:
        """Replicates what changed."""
        return self.replicate(client, "from", self._rows)

    def replicate(self, client: worker.Worker, direction: str, name: str) -> Done:
        """One replication, not a live one."""
        self._line.take(self._port)
        said = client.ask(do="replicate", direction=direction, name="got", url=f"{self._url}/{name}")
        return Done(said["seconds"], self._line.take(self._port), said["done"])

    @contextlib.contextmanager
    def _client(self, template: Path | None = None) -> Iterator[worker.Worker]:
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        if template is not None:
            shutil.copytree(template, folder, dirs_exist_ok=True)
        with self._process(folder) as client:
            yield client
        shutil.rmtree(folder)

    @contextlib.contextmanager
    def _process(self, folder: Path) -> Iterator[worker.Worker]:
        with worker.Worker(["node", SCRIPT, "client", folder], _environment(self._modules)) as client:
            client.hear()
            yield client

    def _write(self, documents: Sequence[object]) -> Path:
        path = self._folder / "documents.json"
        path.write_text(json.dumps(documents), encoding="utf-8")
        return path


class PouchFollower:
    """A client whose process stays."""

    def __init__(self, side: PouchSide, client: worker.Worker) -> None:
        self._side, self._client = side, client

    def change(self, rows: Sequence[Row]) -> None:
        """Some documents are others now."""
        self._side.change(rows)

    def cycle(self) -> Done:
        """Replicates what changed."""
        return self._side.news(self._client)


def _documents(rows: Sequence[Row]) -> list[dict[str, object]]:
    return [{"_id": f"{entity}:{row}:{scope}", "body": json.loads(body)} for entity, row, scope, body in rows]


def _environment(modules: Path) -> dict[str, str]:
    return {"NODE_PATH": str(modules.resolve()), "NODE_ENV": "production"}


@contextlib.contextmanager
def side(place: Path, line: Line) -> Iterator[PouchSide]:
    """PouchDB with its server, until the block is left.

    Raises:
        NoPouchError: it cannot be had here.
    """
    modules = install()
    folder = Path(tempfile.mkdtemp(dir=place, prefix="pouch-"))
    (folder / "server").mkdir()
    with worker.Worker(["node", SCRIPT, "server", folder / "server"], _environment(modules)) as server:
        yield PouchSide(folder, modules, server, server.hear()["port"], line)
    shutil.rmtree(folder, ignore_errors=True)
