"""The line to the hub: the one module that knows `requests`. Signs, compresses, bounds, and turns every way in which
a line can fail into an error of `sync.errors`.

Every call may be made again: the hub tells a repeated one by what it carries. So a request that met a connection which
the hub had closed meanwhile is signed anew and sent once more.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urlencode, urlsplit

import requests
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel
from requests.structures import CaseInsensitiveDict

from sync import lines, pictures
from sync.clock import Clock
from sync.errors import HubError, HubNotOurs, HubUnreachable, HubVersion, UsageError
from sync.signing import sign
from sync.terminal.answers import EARLIEST, LATEST, Answer, Answers, M, problem_in, range_start, told_time
from sync.terminal.packing import TAKES, BadEncoding, pack, unpack
from sync.wire import MAX_REPLY_BYTES, MEDIA_TYPE, PROTOCOL

CONNECT_SECONDS = 10.0
READ_SECONDS = 60.0
"""How long the hub may be silent, beyond what it was asked to wait."""
SLOWEST_BYTES_PER_SECOND = 512
"""An answer may take READ_SECONDS and what its bytes need at this pace: nobody holds a terminal by dripping."""
CHUNK = 64 * 1024
NONCE_BYTES = 12
"""16 characters of base64url."""
SERVICE = "quartieri-connessi-hub"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Packed:
    """A message as it will be sent: JSON, compressed where that helps."""

    content: bytes
    encoding: str


@dataclass(frozen=True, slots=True)
class Download:
    """A snapshot on its way down.

    Attributes:
        etag, encoding: name this very sequence of bytes.
        offset: of the first byte that `chunks` gives.
        chunks: the bytes as they come; raises `HubUnreachable` where the line breaks.
    """

    etag: str
    encoding: str
    offset: int
    chunks: Iterator[bytes]


class Transport:
    """Signed requests to one hub, over one kept-alive connection.

    Attributes:
        offset: how far the hub's clock is ahead of ours, as far as is known: requests are signed in the hub's time.
        encodings: in which the hub takes a request's body (`sync.wire.Limits`).
        bytes_up, bytes_down: of HTTP as they crossed the line, heads included.
    """

    def __init__(self, hub: str, keyid: str, key: Ed25519PrivateKey, clock: Clock) -> None:
        self._base = checked_address(hub)
        self._answers = Answers(self._base)
        self._host = urlsplit(self._base).netloc
        self._keyid, self._key, self._clock = keyid, key, clock
        self._session = requests.Session()
        self._session.trust_env = False  # no proxies or credentials from the environment of a public terminal
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self._warm = False
        self.offset = timedelta()
        self.encodings: Sequence[str] = ("gzip",)
        self.bytes_up = self.bytes_down = 0

    def close(self) -> None:
        """Closes the connection."""
        self._session.close()

    def shift(self, offset_ms: int) -> None:
        """Has requests signed in the time of a hub whose clock is so far ahead of ours."""
        self.offset = timedelta(milliseconds=offset_ms)

    def about(self) -> None:
        """Makes sure that a hub of our version is at the address.

        Raises:
            HubUnreachable, HubNotOurs, HubVersion: with a sentence.
        """
        values = self._answers.values(self._request("GET", "/v1", signed=False))
        if values.get("service") != SERVICE:
            raise self._answers.not_ours()
        protocols = values.get("protocols")
        if not isinstance(protocols, list) or PROTOCOL not in protocols:
            raise HubVersion(
                f"The hub at {self._base} speaks versions {str(protocols)[:80]}, this terminal {PROTOCOL}. "
                "Update the one that is older."
            )

    def pack(self, message: BaseModel) -> Packed:
        """A message ready to be sent; so one can be made while another is on its way."""
        return Packed(*pack(message.model_dump_json(exclude_none=True).encode(), self.encodings))

    def post(self, path: str, message: BaseModel | Packed, reply: type[M]) -> M:
        """Sends a message and reads the answer; see `get`."""
        packed = message if isinstance(message, Packed) else self.pack(message)
        return self._answers.message(self._request("POST", path, packed), reply)

    def get(self, path: str, query: Mapping[str, str], reply: type[M], *, wait: float = 0.0) -> M:
        """Asks for something.

        Raises:
            HubError: one of its kinds.
        """
        return self._answers.message(self._request("GET", f"{path}?{urlencode(query)}", wait=wait), reply)

    def picture(self, name: str) -> bytes:
        """A picture of an activity, by its SHA-256; whoever keeps it checks that it is the one.

        Raises:
            HubError: one of its kinds.
        """
        with self._opened("GET", f"/v1/pictures/{name}") as response:
            if response.status_code >= 400:
                raise self._answers.refused((response.status_code, response.headers, self._read(response)))
            if pictures.MEDIA_TYPE not in response.headers.get("Content-Type", ""):
                raise self._answers.not_ours()
            return b"".join(self._chunks(response, pictures.MAX_BYTES))

    @contextmanager
    def snapshot(self, query: Mapping[str, str], etag: str = "", offset: int = 0) -> Iterator[Download | None]:
        """Everything that this terminal may see, as `sync.lines` says, from an offset on where it is still the same.

        Gives None where the hub has no snapshot in that form.

        Raises:
            HubError: one of its kinds.
        """
        headers = {"Accept": lines.MEDIA_TYPE}
        if etag and offset:
            headers |= {"Range": f"bytes={offset}-", "If-Range": etag}
        with self._opened("GET", f"/v1/snapshot?{urlencode(query)}", extra=headers) as response:
            if response.status_code == 416:  # nothing follows the offset: it is not the same any more
                yield Download("", "", 0, iter(()))
                return
            if response.status_code >= 400:
                raise self._answers.refused((response.status_code, response.headers, self._read(response)))
            if lines.MEDIA_TYPE not in response.headers.get("Content-Type", ""):
                self._session.close()  # what is on its way is of no use: leave it there
                self._warm = False
                yield None
                return
            begins = range_start(response.headers) if response.status_code == 206 else 0
            yield Download(
                response.headers.get("ETag", "")[:200], response.headers.get("Content-Encoding", ""), begins,
                self._chunks(response, lines.MAX_SNAPSHOT_BYTES),
            )  # fmt: skip

    def _request(
        self, method: str, target: str, body: Packed | None = None, *, signed: bool = True, wait: float = 0.0
    ) -> Answer:
        with self._opened(method, target, body, signed=signed, wait=wait) as response:
            status, headers, content = response.status_code, response.headers, self._read(response, wait)
        if status >= 400:
            raise self._answers.refused((status, headers, content))
        return status, headers, content

    @contextmanager
    def _opened(
        self, method: str, target: str, body: Packed | None = None, *, signed: bool = True, wait: float = 0.0,
        extra: Mapping[str, str] | None = None,
    ) -> Iterator[requests.Response]:  # fmt: skip
        """An answer whose head has come; signed again in the hub's time where that was the trouble."""
        response = self._sent(method, target, body, signed, wait, extra or {})
        if response.status_code == 401 and signed:
            with response:
                content = self._read(response)
            if not self._told_time(content):
                raise self._answers.refused((response.status_code, response.headers, content))
            response = self._sent(method, target, body, signed, wait, extra or {})
        with response:
            yield response

    def _told_time(self, content: bytes) -> bool:
        """Whether a refusal told the hub's time, which requests are signed in from now on."""
        problem = problem_in(content)
        if problem.get("code") != "stale":
            return False
        told = told_time(str(problem.get("time")))
        if told is not None:
            self.offset = told - self._clock.now()
        return told is not None

    def _sent(
        self, method: str, target: str, body: Packed | None, signed: bool, wait: float, extra: Mapping[str, str]
    ) -> requests.Response:
        for attempt in (1, 2):
            request = self._prepared(method, target, body, signed, extra)
            self.bytes_up += _head(f"{method} {request.path_url} HTTP/1.1", request.headers)
            self.bytes_up += len(f"Host: {self._host}\r\n") + len(body.content if body else b"")
            try:
                # The adapter itself: a session would follow a redirection's body to its end, however long it is.
                adapter = self._session.get_adapter(url=self._base)
                response = adapter.send(
                    request,
                    stream=True,
                    timeout=(CONNECT_SECONDS, READ_SECONDS + wait),
                    verify=self._session.verify or True,
                )
            except requests.exceptions.RequestException as error:
                if attempt == 1 and self._warm and _was_closed(error):
                    self._warm = False
                    continue
                self._warm = False
                raise self._failed(error) from None
            self._warm = True
            self.bytes_down += _head(f"HTTP/1.1 {response.status_code} {response.reason or ''}", response.headers)
            return response
        raise AssertionError("a request is sent or fails")

    def _prepared(
        self, method: str, target: str, body: Packed | None, signed: bool, extra: Mapping[str, str]
    ) -> requests.PreparedRequest:
        request = requests.PreparedRequest()
        request.method, request.url, request.body = method, self._base + target, None
        request.headers = CaseInsensitiveDict({"Accept-Encoding": TAKES, **extra})
        if body is not None:
            request.body = body.content
            request.headers["Content-Type"] = MEDIA_TYPE
            request.headers["Content-Length"] = str(len(body.content))
            if body.encoding:
                request.headers["Content-Encoding"] = body.encoding
        if signed:
            nonce = secrets.token_urlsafe(NONCE_BYTES)
            sign(request, key=self._key, keyid=self._keyid, created=self._created(), nonce=nonce)
        request.headers["User-Agent"] = urllib3.util.SKIP_HEADER  # hello says which program this is
        return request

    def _created(self) -> int:
        """The hub's time, as far as is known; whatever a clock without a battery says, it can be signed."""
        try:
            found = self._clock.now() + self.offset
        except OverflowError:
            found = EARLIEST
        return int(min(max(found, EARLIEST), LATEST).timestamp())

    def _failed(self, error: Exception) -> HubError | UsageError:
        if isinstance(error, requests.exceptions.SSLError):
            return HubNotOurs(
                f"{self._base} does not prove that it is the hub (certificate). Check the address and the date."
            )
        if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
            return UsageError(f"{self._base} is no address of a hub. Write it like https://hub.example.org.")
        return HubUnreachable(
            f"The hub at {self._base} does not answer ({_why(error)}). Check the address and the network; what is "
            "recorded is kept and sent later."
        )

    def _chunks(self, response: requests.Response, limit: int, wait: float = 0.0) -> Iterator[bytes]:
        """The body as it crosses the line, bounded in size and in time."""
        began, size = time.monotonic(), 0
        try:
            while chunk := response.raw.read1(CHUNK, decode_content=False):
                size += len(chunk)
                self.bytes_down += len(chunk)
                if size > limit:
                    raise HubNotOurs(f"The answer of {self._base} is larger than any of a hub. Check the address.")
                if time.monotonic() - began > READ_SECONDS + wait + size / SLOWEST_BYTES_PER_SECOND:
                    raise self._failed(requests.exceptions.Timeout("timed out"))
                yield chunk
        except (urllib3.exceptions.HTTPError, OSError) as error:
            self._warm = False
            raise self._failed(error) from None

    def _read(self, response: requests.Response, wait: float = 0.0) -> bytes:
        """A message's body, decompressed, bounded."""
        content = b"".join(self._chunks(response, MAX_REPLY_BYTES, wait))
        try:
            return unpack(content, response.headers.get("Content-Encoding", ""), MAX_REPLY_BYTES)
        except BadEncoding as error:
            if "larger" in str(error):
                raise HubNotOurs(
                    f"The answer of {self._base} is larger than any of a hub. Check the address."
                ) from None
            raise self._failed(error) from None


def checked_address(hub: str) -> str:
    """The hub's address without a trailing slash.

    Raises:
        UsageError: it is no address, or plain http beyond this machine.
    """
    address = hub.rstrip("/")
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment or parts.username:
        raise UsageError(f"{hub!r} is no address of a hub. Write it like https://hub.example.org.")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise UsageError(f"{hub} is not protected: outside this machine the hub is reached by https:// only.")
    return address


def _was_closed(error: Exception) -> bool:
    """Whether a connection was gone before the hub read anything of the request, or may have been."""
    cause = error.args[0] if error.args else None
    reason = cause.args[1] if isinstance(cause, urllib3.exceptions.ProtocolError) and len(cause.args) > 1 else None
    return isinstance(reason, ConnectionError)  # RemoteDisconnected, reset, broken pipe


def _why(error: Exception) -> str:
    text = str(error)
    if "Name or service not known" in text or "resolve" in text:
        return "no such host"
    if "refused" in text:
        return "connection refused"
    if "timed out" in text or isinstance(error, requests.exceptions.Timeout):
        return "no answer in time"
    return "the line broke"


def _head(first: str, fields: Mapping[str, str]) -> int:
    """The size of a message's head on the line."""
    sent = ((name, value) for name, value in fields.items() if value != urllib3.util.SKIP_HEADER)
    return len(first) + 4 + sum(len(name) + len(value) + 4 for name, value in sent)
