"""Records what a version says on the line and writes to disk, as fixtures that later versions must keep working with.

    git worktree add --detach ../at-0.2.0 v0.2.0
    PYTHONPATH=../at-0.2.0 python tests/compat/record.py

It plays its stories with the hub and the terminal of the checkout on PYTHONPATH, real ones over real HTTP, and writes
``fixtures/VERSION``:

    STORY.jsonl      the exchanges of a story (`exchange`)
    replies.json     the JSON schemas of the answers: what that version's terminals need of a hub
    folders.zip      the data folders of a hub and a terminal as that version wrote them, with work half done

Run it once for each release, when the wire or the stores have their final form, and commit what it wrote; a version
that was released is not recorded again. Keys and people in it are made up for the recording.
"""

from __future__ import annotations

import http.client
import importlib
import importlib.util
import json
import shutil
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Run as a program, this file's own folder comes first: the program under record is the one on PYTHONPATH, which may
# have no tests/compat of its own.
sys.path = [entry for entry in sys.path if Path(entry or ".").resolve() != HERE]


def _beside(name: str) -> Any:
    """A module of this folder, under the name that it has in this checkout."""
    spec = importlib.util.spec_from_file_location(f"compat_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


exchange = _beside("exchange")
hubside = _beside("hubside")
listening = _beside("listening")

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402
from pydantic.json_schema import models_json_schema  # noqa: E402

from sync import __version__, wire  # noqa: E402
from sync.chain import Encoded  # noqa: E402
from sync.facts import parse  # noqa: E402
from sync.signing import Message, content_digest, sign  # noqa: E402
from sync.terminal import enrol as enrolment  # noqa: E402
from sync.terminal.folder import Folder, open_folder  # noqa: E402
from tests.support.pair import LossyLine, Machine  # noqa: E402
from tests.support.served import HandClock, ServedHub  # noqa: E402

KEPT = ("accept", "accept-encoding", "content-type", "range", "if-range")
TOLD = ("content-type", "content-encoding", "retry-after", "etag")
NOT_PASSED = ("transfer-encoding", "connection", "server", "date", "content-length")
ODD = b'{"id":"%s","kind":"%s","v":%d,"at":"2026-11-24T14:20:00Z","mono":1,"boot":"b","offset":null,"body":{}}'
"""A fact that no version of the program writes."""
REPLIES = ("Problem", "EnrolReply", "HelloReply", "PushReply", "PullReply", "SeatsReply")


class Recorder:
    """A hub, a terminal and the line between them, which takes everything down."""

    def __init__(self, place: Path) -> None:
        self.place, self.clock = place, HandClock()
        self.starts = self.clock.now().isoformat()
        self.hub = ServedHub.made(place / "hub", self.clock)
        self.hub.start()
        self.side = hubside.HubSide(self.hub, self.clock, place)
        self.steps: list[Any] = []
        self.keys: dict[str, str] = {}
        self._lock = threading.Lock()
        self.folder: Folder = replace(open_folder(place / "terminal", "file", create=True), clock=self.clock)

    def act(self, do: str, **args: Any) -> None:
        """Has something done at the hub."""
        self.side.act(do, args)
        self.steps.append(exchange.Act(do, args))

    def enrol(self, address: str) -> None:
        """The terminal asks, asks again, is let in, and is told."""
        for approved in (False, False, True):
            if approved:
                self.act("approve")
            enrolment.enrol(self.folder, address, "zoia", show=lambda _waiting: None, wait=False)
        key = self.folder.private_key()
        for name in (key.public_key().public_bytes_raw().hex(), "zoia-1"):
            self.keys[name] = key.private_bytes_raw().hex()

    def machine(self, line: Any = None) -> Machine:
        """The terminal's program, begun."""
        return Machine(self.folder) if line is None else Machine(self.folder, line=line)

    def pass_on(self, request: BaseHTTPRequestHandler) -> tuple[int, list[tuple[str, str]], bytes]:
        """Takes a request to the hub, and notes it with its answer."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        line = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=90)
        headers = {name: value for name, value in request.headers.items() if name.lower() != "connection"}
        with self._lock:
            line.request(request.command, request.path, body, headers)
            answer = line.getresponse()
            content = answer.read()
            self.steps.append(self._exchange(request, body, answer, content))
        line.close()
        passed = [(name, value) for name, value in answer.getheaders() if name.lower() not in NOT_PASSED]
        return answer.status, passed, content

    def _exchange(self, request: BaseHTTPRequestHandler, body: bytes, answer: Any, content: bytes) -> Any:
        kept = {name: value for name in KEPT if (value := request.headers.get(name))}
        signed = request.headers.get("Signature-Input")
        if signed:
            kept |= {name: signed.partition(f'{name}="')[2].partition('"')[0] for name in ("keyid", "nonce")}
            created = int(signed.partition("created=")[2].partition(";")[0])
        encoding = request.headers.get("Content-Encoding", "")
        plain = exchange.unpacked(content, answer.getheader("Content-Encoding") or "")
        return exchange.Exchange(
            request.command, request.path, kept, body=exchange.unpacked(body, encoding).decode(),
            ahead=created - int(self.clock.now().timestamp()) if signed else 0,
            altered=bool(signed) and request.headers.get("Content-Digest") != content_digest(body),
            packed=encoding, status=answer.status, answer=exchange.readable(plain),
            told={name: value for name in TOLD if (value := answer.getheader(name))},
        )  # fmt: skip

    def story(self) -> Any:
        """What was taken down."""
        return exchange.Story(__version__, self.starts, "zoia-1", self.keys, self.steps)


@contextmanager
def line(recorder: Recorder) -> Iterator[str]:
    """An address that takes requests to the recorder's hub."""

    class Handler(listening.Silent):
        def do_GET(self) -> None:
            status, headers, content = recorder.pass_on(self)
            self.send_response_only(status)
            for name, value in (*headers, ("Content-Length", str(len(content)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the base class's name

    with listening.listening(Handler) as address:
        yield address


# -- the stories


def first_day(recorder: Recorder, address: str) -> None:
    """Enrolment, the first state in several pages, facts, seats, bookings, what changes, and nothing new."""
    recorder.act("programme")
    recorder.enrol(address)
    machine = recorder.machine()
    cucito, yoga = (hubside.occurrence(recorder.hub.hub, name) for name in ("cucito", "yoga"))
    machine.syncer.introduce()
    machine.sync()
    first = machine.dropin()
    machine.dropin(people=3)
    machine.terminal.amend_dropin(first, {"people": 2})
    machine.sync()
    booked = machine.terminal.sign_up(cucito, name="Amina Diallo", contact="amina@example.org", people=2)
    machine.terminal.sign_up(yoga, name="Piero Rossi", people=3)
    machine.terminal.offer_ticket(cucito)
    machine.sync()
    recorder.act("move", seconds=60)
    machine.terminal.check_in(booking=booked.booking)
    machine.terminal.sign_up(yoga, name="Wei Chen", waiting=True)
    machine.sync()
    machine.terminal.cancel_booking(booked.booking)
    machine.sync()
    recorder.act("notice", number=900)
    machine.syncer.pull(0.2)
    machine.syncer.pull(0.2)
    recorder.act("withdraw", number=900)
    machine.sync()
    machine.close()


def trouble(recorder: Recorder, address: str) -> None:
    """Facts that the hub cannot use, a lost answer, a hub put back, a terminal put back."""
    recorder.act("programme")
    recorder.enrol(address)
    machine = recorder.machine(LossyLine)
    machine.syncer.introduce()
    machine.dropin()
    machine.sync()
    _odd_facts(machine)
    machine.transport.lose = lambda answer: answer == "PushReply"  # type: ignore[attr-defined]
    _fails(machine.syncer.push)
    machine.transport.lose = lambda _answer: False  # type: ignore[attr-defined]
    machine.sync()
    # The hub goes back; the terminal has had more acknowledged than it holds.
    recorder.act("backup")
    for _ in range(3):
        machine.dropin()
    machine.sync()
    recorder.act("notice", number=901)
    machine.sync()
    recorder.act("restore")
    machine.dropin()
    machine.sync()
    machine.sync()
    # The terminal goes back; the hub holds more of it than it knows of.
    machine.close()
    copy = shutil.copytree(recorder.folder.path, recorder.place / "image")
    machine = recorder.machine()
    machine.dropin()
    machine.dropin()
    machine.sync()
    machine.close()
    shutil.rmtree(recorder.folder.path)
    shutil.copytree(copy, recorder.folder.path)
    machine = recorder.machine()
    machine.dropin()
    machine.sync()
    machine.dropin()
    machine.sync()
    machine.close()


def _odd_facts(machine: Machine) -> None:
    from sync.ids import uuid7

    machine.terminal.record(parse("booking_cancel", {"booking": "0" * 32}))
    machine.terminal.record(parse("booking", {"occurrence": "nobody@2026-11-24T20:00:00Z", "name": "Ada Bianchi"}))
    for kind, version in ((b"telepathy", 1), (b"dropin", 99), (b"dropin", -1)):
        name = uuid7(machine.folder.clock.now())
        with machine.journal.append() as journal:
            journal.add(Encoded(name, kind.decode(), ODD % (name.encode(), kind, version)))
    machine.dropin()


def _fails(work: Callable[[], object]) -> None:
    from sync.errors import HubUnreachable

    try:
        work()
    except HubUnreachable:
        return
    raise AssertionError("the answer was not lost")


def refusals(recorder: Recorder, address: str) -> None:
    """What the hub refuses, and how it says so."""
    recorder.act("programme")
    recorder.enrol(address)
    machine = recorder.machine()
    machine.syncer.introduce()
    machine.dropin()
    machine.sync()
    machine.close()
    caller = Caller(recorder, address)
    seats = json.dumps({"incarnation": 1, "lines": []}).encode()
    caller.send("POST", "/v1/seats", seats, ahead=-3600)
    twice = caller.send("POST", "/v1/seats", seats)
    caller.send("POST", "/v1/seats", seats, nonce=twice)
    caller.send("POST", "/v1/seats", seats, altered=b" ")
    caller.send("POST", "/v1/seats", seats, signed=False)
    caller.send("POST", "/v1/seats", seats, keyid="nobody-9")
    caller.send("POST", "/v1/seats", b'{"incarnation":1,"lines":"none"}')
    caller.send("POST", "/v1/seats", b'{"incarnation":7,"lines":[]}')
    clock = {"at": "2026-11-24T14:20:00Z", "mono": 1, "boot": "b"}
    hello = {"protocols": [99], "incarnation": 1, "clock": clock}
    caller.send("POST", "/v1/hello", json.dumps(hello).encode())
    gap = {"incarnation": 1, "first": 90, "previous": "00" * 32, "facts": [{"raw": "{}"}]}
    caller.send("POST", "/v1/push", json.dumps(gap).encode())
    caller.send("GET", "/v1/pull?cursor=made-up&wait=0&have=-1")
    caller.send("GET", "/v1/pull?cursor=&wait=soon&have=-1")
    recorder.act("revoke", terminal="zoia-1")
    caller.send("GET", "/v1/pull?cursor=&wait=0&have=-1")


class Caller:
    """Requests that no program of ours would send."""

    def __init__(self, recorder: Recorder, address: str) -> None:
        self._recorder, self._address = recorder, address
        self._other = Ed25519PrivateKey.generate()
        recorder.keys["nobody-9"] = self._other.private_bytes_raw().hex()
        self._nonces = iter(f"refusal-{number:016d}" for number in range(100))

    def send(
        self, method: str, target: str, body: bytes = b"", *, ahead: int = 0, nonce: str = "", signed: bool = True,
        keyid: str = "zoia-1", altered: bytes = b"",
    ) -> str:  # fmt: skip
        """Sends one; returns its nonce."""
        headers = {"Accept": wire.MEDIA_TYPE, **({"Content-Type": wire.MEDIA_TYPE} if body else {})}
        message = Message(method, self._address + target, headers, body)
        nonce = nonce or next(self._nonces)
        if signed:
            key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self._recorder.keys[keyid]))
            created = int(self._recorder.clock.now().timestamp()) + ahead
            sign(message, key=key, keyid=keyid, created=created, nonce=nonce)
        connection = http.client.HTTPConnection(self._address.removeprefix("http://"), timeout=90)
        connection.request(method, target, body + altered, headers)
        connection.getresponse().read()
        connection.close()
        return nonce


STORIES = (first_day, trouble, refusals)


# -- what is written


def replies() -> dict[str, Any]:
    """The JSON schemas of the answers."""
    schemas: dict[str, Any] = models_json_schema([(getattr(wire, name), "validation") for name in REPLIES])[1]["$defs"]
    return {name: _bare(schema) for name, schema in schemas.items()}


def _bare(schema: Any) -> Any:
    """A schema without the words for people: a title or a description is a text, a property of that name is not."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    words = ("title", "description")
    return {key: _bare(value) for key, value in schema.items() if key not in words or not isinstance(value, str)}


def folders(recorder: Recorder, address: str) -> None:
    """A terminal and its hub in the middle of their work: facts that were sent and facts that were not, rights held and
    spent, a replica with a page that waits for the next.
    """
    first_day(recorder, address)
    for number in range(910, 910 + 3 * hubside.SMALL_PAGE):
        recorder.act("notice", number=number)
    machine = recorder.machine(LossyLine)
    pages = iter((False, True))
    machine.transport.lose = lambda answer: answer == "PullReply" and next(pages)  # type: ignore[attr-defined]
    _fails(machine.syncer.pull)
    machine.dropin()
    machine.terminal.sign_up(hubside.occurrence(recorder.hub.hub, "cucito"), name="Luca Verdi")
    machine.close()


def zipped(recorder: Recorder, path: Path) -> None:
    """The folders of the hub and the terminal, closed, without what any program makes anew."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for side in ("hub", "terminal"):
            for file in sorted((recorder.place / side).rglob("*")):
                if file.is_file() and file.suffix != ".lock" and file.name != "ballast":
                    archive.write(file, file.relative_to(recorder.place))


def main() -> None:
    """Records everything."""
    importlib.import_module("sync.hub.pull")
    hubside.small_pages()
    place = exchange.FIXTURES / __version__
    if place.exists():
        sys.exit(f"{__version__} was recorded before. What was released does not change; remove {place} if it was not.")
    place.mkdir(parents=True)
    (place / "replies.json").write_text(json.dumps(replies(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for play in (*STORIES, folders):
        with tempfile.TemporaryDirectory() as folder:
            recorder = Recorder(Path(folder))
            try:
                with line(recorder) as address:
                    play(recorder, address)
            finally:
                recorder.hub.close()
            if play is folders:
                zipped(recorder, place / "folders.zip")
            else:
                exchange.write(recorder.story(), place / f"{play.__name__}.jsonl")
        sys.stdout.write(f"{__version__} {play.__name__}: {len(recorder.steps)} steps\n")


if __name__ == "__main__":
    main()
