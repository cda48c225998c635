"""Whatever a hub sends, a terminal keeps its facts, its memory and its files, and goes on."""

from __future__ import annotations

import contextlib
import json
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import lines, wire
from sync.envelope import Moment, encode
from sync.errors import HubError, SyncError
from sync.facts import parse
from sync.terminal.engine import Parts
from sync.terminal.journal import Identity
from tests.support import alone
from tests.support.served import HandClock

JSON = {"Content-Type": "application/json"}
SNAPSHOT = {"Content-Type": lines.MEDIA_TYPE, "ETag": '"s"', "Content-Encoding": "zstd"}
Answer = tuple[int, bytes, dict[str, str]]
HEAD = {"have": 0, "durable": 0, "applied": 0, "incarnation": 1, "epoch": "e1", "time": "2026-11-24T14:20:00Z"}
PAGE = {**HEAD, "cursor": "c"}


@contextmanager
def hub(answer: Callable[[str], Answer]) -> Iterator[str]:
    """Something that answers each path as it likes."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content, headers = answer(self.path)
            with contextlib.suppress(OSError):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def terminal(path: Path, clock: HandClock, address: str, *, snapshot: bool = False) -> Iterator[Parts]:
    """A terminal with one fact to send, at an address."""
    folder = alone.alone(path, clock)
    parts = Parts(folder)
    parts.journal.relocate(Identity("zoia-1", "zoia", address, "00" * 32))
    parts.journal.note("limits", wire.Limits(snapshot=snapshot).model_dump_json())
    parts.close()
    parts = Parts(folder)
    with parts.journal.append() as tx:
        tx.add(encode(parse("dropin", {"reasons": ["chiavi"]}), f"{1:032x}", Moment("2026-11-24T14:20:00Z", 1, "b")))
    try:
        yield parts
    finally:
        parts.close()


def attempt(parts: Parts) -> list[SyncError]:
    """A turn of each kind; what went wrong, all of it said as it should be."""
    failures: list[SyncError] = []
    for work in (parts.syncer.push, parts.syncer.pull, parts.syncer.seats, parts.syncer.hello):
        try:
            work()
        except HubError as error:
            failures.append(error)
    return failures


def is_well(parts: Parts) -> None:
    """The fact is there, and every file can be read and written."""
    assert len(parts.journal.after(0, facts=10, size=10**6)) == 1
    parts.replica.check()
    parts.replica.confirm("later")
    parts.projection.touch()
    parts.projection.refresh()
    parts.projection.notices()


def answers(value: Any, headers: dict[str, str] | None = None) -> Callable[[str], Answer]:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return lambda _path: (200, content, headers or JSON)


@pytest.mark.parametrize(
    "value",
    [
        {**PAGE, "cursor": "c" * 10_000_000},
        {**PAGE, "cursor": "c" * 5_000},
        {**PAGE, "cursor": ""},
        {**PAGE, "more": True},
        {**PAGE, "epoch": "e" * 100_000},
        {**PAGE, "have": -1},
        {**PAGE, "have": 2**63},
        {**PAGE, "have": 2**62},
        {**PAGE, "incarnation": 2**62},
        {**PAGE, "applied": 2**62, "durable": 2**62},
        {**PAGE, "time": "9999-12-31T23:59:59Z"},
        {**PAGE, "time": "0001-01-01T00:00:00Z"},
        {**PAGE, "time": "x" * 1_000_000},
        {**PAGE, "resync": True},
        {**PAGE, "resync": True, "cursor": ""},
        {**PAGE, "digest": "d" * 100_000},
        {**PAGE, "items": [["notice", "n", "public", {"deep": json.loads("[" * 400 + "]" * 400)}]]},
        {**PAGE, "items": [["notice", "n" * 300_000, "public", {}]]},
        {**PAGE, "items": [["notice", "n", "public", None]] * 50_000},
        {**PAGE, "items": [["hologram", "h", "terminal:zoia-1", {"x": 1}]]},
        {**PAGE, "items": [["notice", "n", "public"]]},
        {**PAGE, "items": [["notice", 7, "public", {}]]},
        {**PAGE, "items": "many"},
        {
            **PAGE,
            "results": [{"seq": 10**6, "state": "accepted", "outcome": {"state": "x" * 10**6, "why": "y" * 10**6}}],
        },
        {**PAGE, "grants": [{"occurrence": "o" * 1_000_000, "granted": 2**62}]},
        {**PAGE, "limits": {"push_facts": -5, "push_bytes": 0, "wait_seconds": 1e300, "encodings": ["x"] * 1000}},
        {**PAGE, "limits": {"push_facts": 10**12, "push_bytes": 10**15}},
    ],
    ids=lambda value: str(value)[-40:].encode("ascii", "replace").decode(),
)
def test_strange_members_change_nothing_that_matters(tmp_path: Path, clock: HandClock, value: Any) -> None:
    with hub(answers(value)) as address, terminal(tmp_path, clock, address) as parts:
        attempt(parts)
        is_well(parts)
        assert parts.syncer._greeting.limits.push_facts >= 1


@pytest.mark.parametrize(
    "text",
    [
        b'{"items": [["notice", "n", "public", {"x": NaN}]], "cursor": "c", "have": 0, "durable": 0, "applied": 0, '
        b'"incarnation": 1, "epoch": "e1"}',
        b'{"items": [["notice", "n", "public", {"x": 1e999}]], "cursor": "c", "have": 0, "durable": 0, "applied": 0, '
        b'"incarnation": 1, "epoch": "e1"}',
        b'{"items": [["notice", "n", "public", {"x": "\\ud800"}]], "cursor": "c", "have": 0, "durable": 0, '
        b'"applied": 0, "incarnation": 1, "epoch": "e1"}',
        b"[" * 2_000_000,
        b'{"a":' * 100_000,
        b"\x00" * 1000,
        b'"' + b"x" * 8_000_000 + b'"',
        b"9" * 5_000_000,
    ],
    ids=range(8),
)
def test_text_that_is_hardly_json_is_said_to_come_from_no_hub(tmp_path: Path, clock: HandClock, text: bytes) -> None:
    with hub(answers(text)) as address, terminal(tmp_path, clock, address) as parts:
        assert len(attempt(parts)) >= 2
        is_well(parts)


def test_pages_without_end_are_given_up_and_fill_neither_memory_nor_disk(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.terminal.staging.MAX_STATE_BYTES", 3_000_000)
    count = iter(range(10**9))

    def endless(_path: str) -> Answer:
        number = next(count)
        items = [["notice", f"{number}-{one}", "public", {"text": "x" * 1000}] for one in range(500)]
        return 200, json.dumps({**PAGE, "cursor": str(number), "more": True, "items": items}).encode(), JSON

    with hub(endless) as address, terminal(tmp_path, clock, address) as parts:
        with pytest.raises(HubError, match="more than any programme"):
            parts.syncer.pull()
        is_well(parts)
        assert parts.replica.rows() == 0
    assert sum(path.stat().st_size for path in tmp_path.glob("replica.db*")) < 30_000_000


def test_a_hub_that_never_stops_taking_is_left(tmp_path: Path, clock: HandClock) -> None:
    with hub(answers({**PAGE, "have": 0})) as address, terminal(tmp_path, clock, address) as parts:
        with pytest.raises(HubError, match="took no fact"):
            parts.syncer.push()
        assert parts.journal.position().pending == 1


@pytest.mark.parametrize("code", ["fork", "gap", "too_large", "resync", "x" * 100_000])
@pytest.mark.parametrize("number", [-1, 0, 2, 2**64, "many", None])
def test_refusals_that_send_a_terminal_in_circles_end(
    tmp_path: Path, clock: HandClock, code: str, number: object
) -> None:
    refusal = json.dumps({"code": code, "message": "m" * 100_000, "have": number, "incarnation": number}).encode()
    with hub(lambda _path: (409, refusal, JSON)) as address, terminal(tmp_path, clock, address) as parts:
        for error in attempt(parts):
            assert len(str(error)) < 1_000
        is_well(parts)


def frame(text: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(text)


HEAD_FRAME = frame(json.dumps({**PAGE, "cursor": "after"}).encode() + b"\n")


def bomb() -> bytes:
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return packer.compress(bytes(500_000_000)) + packer.flush()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rubbish" * 100,
        HEAD_FRAME,
        HEAD_FRAME[:-3],
        HEAD_FRAME + b"rubbish" * 100,
        HEAD_FRAME + frame(b"notice\tn\tpublic\n"),
        HEAD_FRAME + frame(b'notice\tn\tpublic\t{"x":\n'),
        HEAD_FRAME + frame(b'{"end": 5}\n'),
        frame(b"{}\n"),
        frame(b"notice\tn\tpublic\t{}\n"),
        frame(json.dumps({**PAGE, "cursor": "c" * 100_000}).encode()),
    ],
    ids=range(11),
)
def test_snapshots_that_are_none_leave_screens_what_they_have(tmp_path: Path, clock: HandClock, content: bytes) -> None:
    with hub(answers(content, SNAPSHOT)) as address, terminal(tmp_path, clock, address, snapshot=True) as parts:
        alone.tell(parts.replica, alone.item(alone.space()))
        parts.replica.forget()
        for _ in range(3):
            with pytest.raises(HubError):
                parts.syncer.pull()
        assert parts.replica.rows() == 1
        is_well(parts)


def test_a_compression_bomb_is_not_unpacked(tmp_path: Path, clock: HandClock) -> None:
    content = HEAD_FRAME + bomb()
    with hub(answers(content, SNAPSHOT)) as address, terminal(tmp_path, clock, address, snapshot=True) as parts:
        tracemalloc.start()
        with pytest.raises(HubError):
            parts.syncer.pull()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 30_000_000
        is_well(parts)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    junk=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*PAGE, "items", "more"]), inner),
    )
)
def test_any_json_at_all_ends_in_a_sentence_or_in_nothing(
    tmp_path_factory: pytest.TempPathFactory, clock: HandClock, junk: Any
) -> None:
    value = {**PAGE, **junk} if isinstance(junk, dict) else junk
    with (
        hub(answers(value)) as address,
        terminal(tmp_path_factory.mktemp("hostile"), clock, address) as parts,
    ):
        attempt(parts)
        is_well(parts)
