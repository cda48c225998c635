"""That the line of the benchmarks counts rightly and is as long as it says."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.bench import line as lines
from tests.bench.proxy import Answers, DelayLine

BODY = b"0123456789" * 50


class HandTimer:
    """An event loop's clock, turned by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self._calls: list[tuple[float, Callable[[], None]]] = []

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Callable[[], None], /) -> None:
        self._calls.append((when, callback))

    def turn(self, to: float) -> None:
        """Goes on to an instant; calls what is due on the way, each at its own."""
        while due := sorted((one for one in self._calls if one[0] <= to), key=lambda one: one[0]):
            self._calls.remove(due[0])
            self.now = max(self.now, due[0][0])
            due[0][1]()
        self.now = to


@pytest.fixture
def timer() -> HandTimer:
    return HandTimer()


@pytest.fixture
def arrived(timer: HandTimer) -> list[tuple[float, bytes | None]]:
    return []


@pytest.fixture
def delayed(timer: HandTimer, arrived: list[tuple[float, bytes | None]]) -> DelayLine:
    return DelayLine(timer, lambda chunk: arrived.append((timer.now, chunk)))


def test_chunks_travel_side_by_side_not_one_after_the_other(
    timer: HandTimer, delayed: DelayLine, arrived: list[tuple[float, bytes | None]]
) -> None:
    delayed.put(b"a", 0.025)
    delayed.put(b"b", 0.025)
    timer.turn(0.010)
    delayed.put(b"c", 0.025)
    timer.turn(1.0)
    assert arrived == [(0.025, b"a"), (0.025, b"b"), (0.035, b"c")]


def test_a_line_of_no_length_gives_on_at_once(
    delayed: DelayLine, arrived: list[tuple[float, bytes | None]]
) -> None:  # fmt: skip
    delayed.put(b"a", 0.0)
    assert arrived == [(0.0, b"a")]


def test_nothing_overtakes_on_a_line_that_became_shorter(
    timer: HandTimer, delayed: DelayLine, arrived: list[tuple[float, bytes | None]]
) -> None:
    delayed.put(b"a", 0.5)
    delayed.put(b"b", 0.0)
    delayed.put(None, 0.1)
    timer.turn(1.0)
    assert arrived == [(0.5, b"a"), (0.5, b"b"), (0.5, None)]


def test_answers_are_counted_however_their_bytes_come_apart() -> None:
    counted: list[int] = []
    answers = Answers(lambda: counted.append(1))
    text = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 204 No Content\r\n\r\n"
    for byte in text + text:
        answers.feed(bytes([byte]))
    assert len(counted) == 4


def test_what_is_no_http_counts_as_no_turn() -> None:
    counted: list[int] = []
    answers = Answers(lambda: counted.append(1))
    answers.feed(b"\x16\x03\x01 not http")
    answers.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    assert counted == []


class Handler(BaseHTTPRequestHandler):
    """Answers with a body, and counts what it received and sent, heads included."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[int]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made.server_address[1]
    made.shutdown()
    made.server_close()


@pytest.mark.parametrize("round_trip_ms", [0, 20])
def test_the_line_counts_turns_connections_and_every_byte(server: int, round_trip_ms: int) -> None:
    with lines.between() as line:
        line.lengthen(round_trip_ms)
        port = line.to(server)
        assert line.to(server) == port
        for connection in (HTTPConnection("127.0.0.1", port), HTTPConnection("127.0.0.1", port)):
            for _ in range(2):
                connection.request("POST", "/", body=b"x" * 100_000)
                assert connection.getresponse().read() == BODY
            connection.close()
        crossed = line.take(server)
        assert (crossed.turns, crossed.connections) == (4, 2)
        assert 4 * 100_000 < crossed.up < 4 * 101_000
        assert 4 * len(BODY) < crossed.down < 4 * (len(BODY) + 500)
        assert line.take(server).turns == 0


def test_the_end_of_a_connection_travels_too(server: int) -> None:
    with lines.between() as line, socket.create_connection(("127.0.0.1", line.to(server))) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        answer = b""
        while chunk := connection.recv(4096):  # ends because the server closed its end
            answer += chunk
        assert b"400" in answer
        assert line.take(server).down == len(answer)


def test_a_connection_to_nowhere_ends() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        nowhere = unused.getsockname()[1]
    with lines.between() as line, socket.create_connection(("127.0.0.1", line.to(nowhere))) as connection:
        assert connection.recv(100) == b""
