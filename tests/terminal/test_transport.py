"""The line to the hub: what goes out is signed and bounded, and every way in which it can fail is a sentence."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import wire
from sync.errors import HubError, HubNotOurs, HubRefused, HubUnreachable, HubVersion, UsageError
from sync.hub.store.models import Nonce
from sync.terminal.engine import reason_of
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
