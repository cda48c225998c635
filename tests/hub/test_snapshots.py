"""Snapshots: at every moment the whole of what a terminal may see, however much of it was kept from before; and the
rest of one after the line broke.
"""

from __future__ import annotations

import gzip
import json
import random
from typing import Any

import pytest
import zstandard

from sync import lines, wire
from sync.hub import frames, pull, snapshots
from sync.hub.hub import Hub
from sync.hub.store.models import Erased
from tests.hub.programme import Sender
from tests.hub.pulled import Copy, read, snapshot
from tests.hub.test_pull import add, all_of, notice, random_change
from tests.support.served import HandClock
from tests.support.signed import Caller, problem


@pytest.mark.parametrize("seed", range(3))
def test_kept_parts_and_what_changed_since_are_the_hubs_own_state(
    hub: Hub, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.hub.snapshots.MIN_DELTA_ROWS", 4)
    rng = random.Random(seed)
    terminals = [(Sender(hub, space).id, space) for space in ("zoia", "omero", "zoia")]
    for _ in range(25):
        for _ in range(rng.randint(0, 3)):
            random_change(hub, rng)
        terminal, space = rng.choice(terminals)
        head, rows = snapshot(hub, terminal)
        assert rows == all_of(hub, terminal, space)
        copy = Copy(hub, terminal)
        copy.rows, copy.cursor = rows, head.cursor
        random_change(hub, rng)
        copy.pull()
        assert copy.rows == all_of(hub, terminal, space)


def test_what_is_kept_is_made_once_until_too_much_has_changed(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = frames.of_rows

    def watched(rows: list[lines.Row], encoding: frames.Encoding, level: int) -> list[bytes]:
        if level == frames.OFTEN:
            made.append("base")
        return real(rows, encoding, level)

    monkeypatch.setattr("sync.hub.snapshots.of_rows", watched)
    monkeypatch.setattr("sync.hub.snapshots.MIN_DELTA_ROWS", 3)
    first, second = Sender(hub), Sender(hub)
    for sender in (first, second, first):
        snapshot(hub, sender.id)
    assert len(made) == 2  # what is public, and the space's
    add(hub, notice(1), notice(2))
    assert ("notice", "n00001", "space:zoia") in snapshot(hub, first.id)[1]
    assert len(made) == 2
    add(hub, notice(3), notice(4))
    snapshot(hub, first.id)
    assert len(made) == 3
    snapshots.discard(hub)
    snapshot(hub, first.id)
    assert len(made) == 5


def test_an_erasure_anywhere_discards_what_is_kept(hub: Hub) -> None:
    sender = Caller(hub)
    made = snapshots.of(hub).make(sender.id, pull.Ask(), "zstd")
    assert snapshots.of(hub).kept(sender.id, made.etag) is made
    with hub.database.write() as session:
        session.add(Erased(id="fact", terminal="omero-1", at="2026-11-24T14:20:00Z"))
    assert snapshots.of(hub).kept(sender.id, made.etag) is None
    again = snapshots.of(hub).make(sender.id, pull.Ask(), "zstd")
    assert not {id(base) for base in made.bases} & {id(base) for base in again.bases}


def test_frames_can_be_read_one_by_one_and_hold_at_most_so_much(hub: Hub) -> None:
    add(hub, *(notice(number, None, text="x" * 4000) for number in range(400)))
    sender = Sender(hub)
    content = snapshots.of(hub).make(sender.id, pull.Ask(), "zstd").content
    texts: list[bytes] = []
    while content:
        machine = zstandard.ZstdDecompressor().decompressobj()
        texts.append(machine.decompress(content))
        assert machine.eof
        content = machine.unused_data
    assert len(texts[0].splitlines()) == 1
    assert len(texts) > 3
    assert max(map(len, texts)) <= lines.MAX_FRAME_BYTES
    assert all(text.endswith(b"\n") for text in texts)
    base = [lines.read(line)[:3] for text in texts[1:3] for line in text.decode().splitlines()]
    assert base == sorted(base)
    assert read(b"".join(texts))[1] == all_of(hub, sender.id)


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "identity"])
def test_a_snapshot_comes_in_the_encoding_that_the_terminal_takes(hub: Hub, encoding: str) -> None:
    caller = Caller(hub)
    with caller.client.stream("GET", "/v1/snapshot", headers=signed(caller, {"Accept-Encoding": encoding})) as response:
        content = b"".join(response.iter_raw())
    assert response.headers.get("content-encoding", "identity") == encoding
    assert response.headers["content-type"] == lines.MEDIA_TYPE
    plain = {
        "zstd": lambda: zstandard.ZstdDecompressor().stream_reader(content, read_across_frames=True).read(),
        "gzip": lambda: gzip.decompress(content),
        "identity": lambda: content,
    }[encoding]()
    assert read(plain)[1] == all_of(hub, caller.id)


def signed(caller: Caller, headers: dict[str, str]) -> dict[str, str]:
    return dict(caller.prepared("GET", "/v1/snapshot", headers=headers).headers)


def ask(caller: Caller, **headers: str) -> Any:
    """A snapshot as it is, or a part of it."""
    names = {"accept_encoding": "Accept-Encoding", "range": "Range", "if_range": "If-Range"}
    return caller.get("/v1/snapshot", headers={names[name]: value for name, value in headers.items()})


def test_the_rest_of_a_snapshot_can_be_had_after_the_line_broke(hub: Hub) -> None:
    hub.clock = HandClock()
    caller, other = Caller(hub), Caller(hub)
    add(hub, *(notice(number) for number in range(50)))
    whole = ask(caller, accept_encoding="identity")
    etag, size = whole.headers["etag"], len(whole.content)
    assert whole.headers["accept-ranges"] == "bytes"
    add(hub, notice(99))
    for first in (1, 500, size - 1):
        part = ask(caller, accept_encoding="identity", range=f"bytes={first}-", if_range=etag)
        assert (part.status_code, part.content) == (206, whole.content[first:])
        assert part.headers["content-range"] == f"bytes {first}-{size - 1}/{size}"
        assert part.headers["etag"] == etag
    middle = ask(caller, range="bytes=10-19", if_range=etag)
    assert (middle.status_code, middle.content) == (206, whole.content[10:20])
    beyond = ask(caller, range=f"bytes={size}-", if_range=etag)
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    for one, wanted in (
        (caller, {"range": "bytes=10-", "if_range": '"another"'}), (caller, {"range": "bytes=10-"}),
        (caller, {"range": "bytes=-5", "if_range": etag}), (caller, {"range": "lines=1-", "if_range": etag}),
        (other, {"range": "bytes=10-", "if_range": etag}),
    ):  # fmt: skip
        fresh = ask(one, accept_encoding="identity", **wanted)
        assert fresh.status_code == 200
        assert read(fresh.content)[1] == all_of(hub, one.id)


def test_a_snapshot_is_kept_for_some_minutes_and_one_for_each_terminal(hub: Hub) -> None:
    clock = hub.clock = HandClock()
    sender = Sender(hub)
    kept = snapshots.of(hub)
    first = kept.make(sender.id, pull.Ask(), "zstd")
    clock.move(milliseconds=snapshots.KEPT_MS)
    assert kept.kept(sender.id, first.etag) is first
    clock.move(milliseconds=1)
    assert kept.kept(sender.id, first.etag) is None
    second = kept.make(sender.id, pull.Ask(), "zstd")
    third = kept.make(sender.id, pull.Ask(), "zstd")
    assert kept.kept(sender.id, second.etag) is None
    assert kept.kept(sender.id, third.etag) is third


def test_what_is_kept_is_bounded(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = snapshots.of(hub)
    monkeypatch.setattr("sync.hub.snapshots.MAX_KEPT_BYTES", 0)
    sender = Sender(hub)
    made = kept.make(sender.id, pull.Ask(), "zstd")
    assert kept._size() == 0
    assert kept.kept(sender.id, made.etag) is None


def test_a_terminal_that_is_ahead_is_found_out_by_its_snapshot_too(hub: Hub) -> None:
    caller = Caller(hub)
    epoch = caller.hello().epoch
    head = wire.PullReply.model_validate_json(
        caller.get(f"/v1/snapshot?told=9&inc=1&epoch={epoch}", headers={"Accept-Encoding": "identity"})
        .text.splitlines()[0]
    )  # fmt: skip
    assert head.epoch != epoch


def test_a_snapshot_is_for_terminals_that_are_admitted(hub: Hub) -> None:
    caller = Caller(hub)
    assert problem(caller.client.get("/v1/snapshot")).code == "unsigned"
    assert json.loads(caller.client.get("/v1/snapshot").content)["code"] == "unsigned"
