"""The line to the hub: what goes out is signed and bounded, and every way in which it can fail is a sentence."""

from __future__ import annotations

import contextlib
import gzip
import json
import select
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import wire
from sync.errors import HubError, HubNotOurs, HubRefused, HubUnreachable, HubVersion, UsageError
from sync.hub.store.models import Nonce
from sync.terminal.engine import reason_of
from sync.terminal.packing import pack
from sync.terminal.transport import Transport, checked_address
from tests.support.pair import Pair
from tests.support.served import HandClock, answering

JSON = {"Content-Type": "application/json"}
CLOCK = wire.Clock(at="2026-11-24T14:20:00Z", mono=1, boot="test")


def transport(address: str, clock: HandClock) -> Transport:
    return Transport(address, "zoia-1", Ed25519PrivateKey.generate(), clock)


@pytest.fixture
def real(pair: Pair) -> Transport:
    return pair.machine().transport


def hello(line: Transport) -> wire.HelloReply:
    return line.post("/v1/hello", wire.Hello(incarnation=1, clock=CLOCK), wire.HelloReply)


def failure(status: int, content: bytes, headers: dict[str, str], clock: HandClock) -> HubError:
    """How a request fails where something gives this answer."""
    with answering(status, content, headers) as address:
        line = transport(address, clock)
        with pytest.raises(HubError) as failed:
            hello(line)
        line.close()
    return failed.value


@pytest.mark.parametrize(
    "address", ["https://hub.example.org", "https://hub.example.org:8443/", "http://127.0.0.1:8080", "http://[::1]:80"]
)
def test_addresses_of_hubs_are_taken(address: str) -> None:
    assert checked_address(address) == address.rstrip("/")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("hub.example.org", "no address"),
        ("ftp://hub.example.org", "no address"),
        ("https://", "no address"),
        ("https://user:secret@hub.example.org", "no address"),
        ("https://hub.example.org/?q=1", "no address"),
        ("https://hub.example.org/#x", "no address"),
        ("https://hub:port", "no address"),
        ("https://[::1", "no address"),
        ("", "no address"),
        ("http://hub.example.org", "https:// only"),
        ("http://192.168.1.7:8080", "https:// only"),
    ],
)
def test_what_is_no_safe_address_is_refused_with_what_to_write(address: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        checked_address(address)


def test_a_hub_is_told_from_anything_else(real: Transport) -> None:
    real.about()


@pytest.mark.parametrize("protocols", [[], [2, 3]])
def test_a_hub_of_another_version_is_said_to_be_one(clock: HandClock, protocols: list[int]) -> None:
    about = json.dumps({"service": "quartieri-connessi-hub", "protocols": protocols}).encode()
    with answering(200, about, JSON) as address, pytest.raises(HubVersion, match="Update the one that is older"):
        transport(address, clock).about()


@pytest.mark.parametrize(
    ("status", "content", "headers"),
    [
        (200, b"<html>Sign in to the network</html>", {"Content-Type": "text/html"}),
        (200, b"{}", {"Content-Type": "text/html"}),
        (302, b"", {"Location": "http://127.0.0.1:1/"}),
        (200, b"\xff\xfe", JSON),
        (200, b"[1, 2]", JSON),
        (200, b'{"epoch": 7}', JSON),
        (200, b"", {}),
        (404, b"not here", {"Content-Type": "text/plain"}),
        (401, b'{"detail": "no"}', JSON),
        (401, b'{"code": "stale", "message": "m", "time": "yesterday"}', {}),
    ],
)
def test_what_is_no_hub_is_said_to_be_none(
    clock: HandClock, status: int, content: bytes, headers: dict[str, str]
) -> None:
    error = failure(status, content, headers, clock)
    if status == 401 and b"code" in content:
        assert isinstance(error, HubRefused)
    else:
        assert isinstance(error, HubNotOurs)
        assert reason_of(error) == "not_ours"
        assert "is no hub" in str(error)


def test_an_answer_without_end_is_cut_off(clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.terminal.transport.MAX_REPLY_BYTES", 1000)
    bomb = gzip.compress(b" " * 10_000_000)
    error = failure(200, bomb, {**JSON, "Content-Encoding": "gzip"}, clock)
    assert isinstance(error, HubNotOurs)
    assert "larger than any" in str(error)


def test_an_answer_that_breaks_off_is_a_broken_line(clock: HandClock) -> None:
    error = failure(200, gzip.compress(b"{}")[:-6] + b"xxxxxx", {**JSON, "Content-Encoding": "gzip"}, clock)
    assert isinstance(error, HubUnreachable)
    assert "the line broke" in str(error)
    assert reason_of(error) == "no_network"


def test_a_hub_that_is_away_is_said_to_be_so(clock: HandClock, free_port: int) -> None:
    with pytest.raises(HubUnreachable, match=r"does not answer \(connection refused\).*kept and sent later"):
        hello(transport(f"http://127.0.0.1:{free_port}", clock))


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_proxy_that_asks_for_patience_is_heard(clock: HandClock, status: int) -> None:
    error = failure(status, b"<html>", {"Content-Type": "text/html", "Retry-After": "17"}, clock)
    assert isinstance(error, HubRefused)
    assert (error.status, error.code, error.retry_after) == (status, "busy", 17.0)
    assert reason_of(error) == "no_network"
    assert f"(status {status})" in str(error)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("1.5", 1.5),
        ("-4", 0.0),
        ("1e9", 3600.0),
        ("nan", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
        ("", None),
    ],
)
def test_whatever_a_hub_writes_about_patience_is_bounded(clock: HandClock, header: str, seconds: float | None) -> None:
    problem = json.dumps({"code": "busy", "message": "Later."}).encode()
    error = failure(503, problem, {**JSON, "Retry-After": header}, clock)
    assert isinstance(error, HubRefused)
    assert error.retry_after == seconds
    assert str(error) == "Later."


def test_a_refusal_carries_what_the_hub_said(clock: HandClock) -> None:
    problem = json.dumps({"code": "gap", "message": "Send from 4.", "have": 3}).encode()
    error = failure(409, problem, JSON, clock)
    assert isinstance(error, HubRefused)
    assert (error.status, error.code, error.details["have"], str(error)) == (409, "gap", 3, "Send from 4.")
    assert reason_of(error) == "hub_refused"


def test_a_refusal_for_another_version_is_one(clock: HandClock) -> None:
    error = failure(426, b'{"code": "version", "message": "Update the terminal."}', JSON, clock)
    assert isinstance(error, HubVersion)
    assert reason_of(error) == "version"


@pytest.mark.parametrize("ahead", [timedelta(minutes=6), timedelta(days=-20_000), timedelta(days=20_000)])
def test_a_clock_that_is_wrong_signs_again_in_the_hubs_time_and_remembers_it(pair: Pair, ahead: timedelta) -> None:
    line = pair.machine(ahead=ahead).transport
    assert hello(line).have == 0
    assert line.offset == -ahead
    with pair.hub.hub.database.read() as session:
        before = session.scalar(sa.select(sa.func.count()).select_from(Nonce))
    hello(line)
    with pair.hub.hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Nonce)) == (before or 0) + 1


def test_proxies_and_passwords_in_the_environment_are_not_used(
    real: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "")
    assert hello(real).incarnation == 1


def test_bytes_are_counted_as_they_cross_the_line(real: Transport) -> None:
    long = wire.Hello(incarnation=1, clock=CLOCK, cursor="x" * 10_000)
    real.post("/v1/hello", long, wire.HelloReply)
    assert 0 < real.bytes_up < 1_000
    assert real.bytes_down > 100


# what a line does to connections


class Relay:
    """Stands between a terminal and its hub and counts the bytes of HTTP; can hang up on a connection at rest."""

    def __init__(self, port: int) -> None:
        self.up = self.down = self.connections = 0
        self.hang_up_after = -1
        self._to = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            with near, socket.create_connection(("127.0.0.1", self._to)) as far:
                self._carry(near, far)

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        requests, answered = 0, True
        while True:
            ready, _, _ = select.select([near, far], [], [])
            data = ready[0].recv(65536)
            if not data:
                return
            if ready[0] is near:
                requests, answered = requests + answered, False  # one request may come in several pieces
                if requests == self.hang_up_after + 1 > 0:
                    self.hang_up_after = -1
                    return  # the request was read, and nobody answers it
                self.up += len(data)
                far.sendall(data)
            else:
                self.down, answered = self.down + len(data), True
                near.sendall(data)

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()


@pytest.fixture
def relay(pair: Pair) -> Iterator[Relay]:
    made = Relay(pair.hub.port)
    yield made
    made.close()


@pytest.fixture
def through(pair: Pair, relay: Relay) -> Iterator[Transport]:
    """The terminal's line, through the relay."""
    folder = pair.folder()
    line = Transport(relay.address, "zoia-1", folder.private_key(), folder.clock)
    yield line
    line.close()


def test_every_byte_of_http_is_counted(relay: Relay, through: Transport) -> None:
    through.post("/v1/hello", wire.Hello(incarnation=1, clock=CLOCK, cursor="x" * 10_000), wire.HelloReply)
    through.get("/v1/pull", {"cursor": "", "wait": "0", "have": "0"}, wire.PullReply)
    hello(through)
    assert relay.connections == 1
    assert (through.bytes_up, through.bytes_down) == (relay.up, relay.down)


def test_a_connection_that_the_hub_closed_at_rest_is_opened_again(relay: Relay, through: Transport) -> None:
    relay.hang_up_after = 1
    assert hello(through).incarnation == 1
    assert hello(through).incarnation == 1
    assert relay.connections == 2


def test_a_first_request_that_nobody_answers_is_not_sent_again(relay: Relay, through: Transport) -> None:
    relay.hang_up_after = 0
    with pytest.raises(HubUnreachable, match="the line broke"):
        hello(through)
    assert relay.connections == 1
    assert hello(through).incarnation == 1


def test_a_request_says_no_more_than_it_must(pair: Pair, clock: HandClock) -> None:
    said = b""

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            nonlocal said
            fields = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
            said = self.raw_requestline + fields.encode()
            self.send_response(503)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Ear) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        line = transport(f"http://127.0.0.1:{server.server_address[1]}", clock)
        query = {"cursor": "c" * 80, "wait": "25", "have": "123456", "told": "123456", "inc": "1", "epoch": "e" * 16}
        with pytest.raises(HubRefused):
            line.get("/v1/pull", query, wire.PullReply)
        thread.join()
        line.close()
    names = {one.partition(b":")[0].lower() for one in said.splitlines()[1:] if one}
    assert names == {b"host", b"accept-encoding", b"content-digest", b"signature-input", b"signature"}
    assert len(said) < 700


def test_an_answer_that_drips_is_given_up(clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.terminal.transport.READ_SECONDS", 0.3)
    monkeypatch.setattr("sync.terminal.transport.SLOWEST_BYTES_PER_SECOND", 1000)
    over = threading.Event()

    class Drip(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "100000")
            self.end_headers()
            with contextlib.suppress(OSError):
                while not over.wait(0.05):
                    self.wfile.write(b" ")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Drip) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(HubUnreachable, match="no answer in time"):
            hello(transport(f"http://127.0.0.1:{server.server_address[1]}", clock))
        over.set()
        thread.join()


def test_a_redirection_is_not_followed_and_its_body_not_read_beyond_the_bounds(clock: HandClock) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    headers = {"Location": "http://127.0.0.1:1/", "Content-Encoding": "gzip"}
    assert isinstance(failure(302, bomb, headers, clock), HubNotOurs)


@pytest.mark.parametrize("encoding", ["zstd", "gzip", ""])
def test_answers_are_read_in_every_encoding_that_was_offered(clock: HandClock, encoding: str) -> None:
    text = json.dumps({"epoch": "e1", "have": 3, "durable": 0, "incarnation": 1, "time": "", "x": "y" * 1000}).encode()
    packed, said = pack(text, [encoding])
    assert said == encoding
    headers = {**JSON, "Content-Encoding": encoding} if encoding else JSON
    with answering(200, packed, headers) as address:
        line = transport(address, clock)
        assert hello(line).have == 3
        line.close()


@pytest.mark.parametrize("number", ["-1", "9223372036854775808", "1e400", "NaN", '"many"', "null", "[]"])
def test_numbers_that_no_database_holds_come_from_no_hub(clock: HandClock, number: str) -> None:
    text = f'{{"epoch": "e", "have": {number}, "durable": 0, "incarnation": 1, "time": ""}}'
    assert isinstance(failure(200, text.encode(), JSON, clock), HubNotOurs)
