"""The line to the hub: the one module that knows `requests`. Signs, compresses, bounds, and turns every way in which
a line can fail into an error of `sync.errors`.
"""

from __future__ import annotations

import gzip
import json
import math
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ValidationError

from sync import __version__
from sync.clock import Clock, instant
from sync.errors import HubNotOurs, HubRefused, HubUnreachable, HubVersion, UsageError
from sync.signing import sign
from sync.wire import MAX_REPLY_BYTES, MEDIA_TYPE, PROTOCOL

CONNECT_SECONDS = 10.0
READ_SECONDS = 60.0
COMPRESS_FROM = 400
"""Bodies from this size on are compressed."""
CHUNK = 64 * 1024
SERVICE = "quartieri-connessi-hub"
LOOPBACK = ("localhost", "127.0.0.1", "::1")

M = TypeVar("M", bound=BaseModel)


class Transport:
    """Signed requests to one hub, over one kept-alive connection.

    Attributes:
        offset: how far the hub's clock was ahead of ours when a refusal last told; requests are signed in the hub's
        time. bytes_up, bytes_down: bodies as they crossed the line.
    """

    def __init__(self, hub: str, keyid: str, key: Ed25519PrivateKey, clock: Clock) -> None:
        self._base = checked_address(hub)
        self._keyid, self._key, self._clock = keyid, key, clock
        self._session = requests.Session()
        self._session.trust_env = False  # no proxies or credentials from the environment of a public terminal
        self._session.headers.update({"User-Agent": f"quartieri-connessi/{__version__}", "Accept": MEDIA_TYPE})
        self.offset = timedelta()
        self.bytes_up = self.bytes_down = 0

    def close(self) -> None:
        """Closes the connection."""
        self._session.close()

    def about(self) -> None:
        """Makes sure that a hub of our version is at the address.

        Raises:
            HubUnreachable, HubNotOurs, HubVersion: with a sentence.
        """
        values = self._json(self._request("GET", "/v1", signed=False))
        if values.get("service") != SERVICE:
            raise self._not_ours()
        if PROTOCOL not in values.get("protocols", []):
            raise HubVersion(
                f"The hub at {self._base} speaks versions {values.get('protocols')}, this terminal {PROTOCOL}. "
                "Update the one that is older."
            )

    def post(self, path: str, message: BaseModel, reply: type[M]) -> M:
        """Sends a message and reads the answer; see `get`."""
        body = message.model_dump_json(exclude_none=True).encode()
        return self._message(self._request("POST", path, body), reply)

    def get(self, path: str, query: Mapping[str, str], reply: type[M], *, wait: float = 0.0) -> M:
        """Asks for something.

        Raises:
            HubError: one of its kinds.
        """
        return self._message(self._request("GET", f"{path}?{urlencode(query)}", wait=wait), reply)

    def _request(
        self, method: str, target: str, body: bytes = b"", *, signed: bool = True, wait: float = 0.0
    ) -> tuple[int, Mapping[str, str], bytes]:
        status, headers, content = self._once(method, target, body, signed=signed, wait=wait)
        if status == 401 and signed and self._told_time(content):
            status, headers, content = self._once(method, target, body, signed=signed, wait=wait)
        if status >= 400:
            raise self._refused(status, headers, content)
        return status, headers, content

    def _told_time(self, content: bytes) -> bool:
        """Whether a refusal told the hub's time, which requests are signed in from now on."""
        problem = self._problem(content)
        if problem.get("code") != "stale":
            return False
        try:
            self.offset = instant(str(problem.get("time"))) - self._clock.now()
        except (ValueError, OverflowError):
            return False
        return True

    def _once(
        self, method: str, target: str, body: bytes, *, signed: bool, wait: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        request = requests.Request(method, self._base + target)
        prepared = self._session.prepare_request(request)
        if body:
            prepared.headers["Content-Type"] = MEDIA_TYPE
            if len(body) >= COMPRESS_FROM:
                body = gzip.compress(body, compresslevel=6, mtime=0)
                prepared.headers["Content-Encoding"] = "gzip"
            prepared.body = body
            prepared.headers["Content-Length"] = str(len(body))
        if signed:
            created = int((self._clock.now() + self.offset).timestamp())
            sign(prepared, key=self._key, keyid=self._keyid, created=created, nonce=secrets.token_hex(16))
        self.bytes_up += len(body)
        try:
            response = self._session.send(
                prepared, stream=True, timeout=(CONNECT_SECONDS, READ_SECONDS + wait), allow_redirects=False
            )
            with response:
                return response.status_code, response.headers, self._read(response)
        except requests.exceptions.SSLError:
            raise HubNotOurs(
                f"{self._base} does not prove that it is the hub (certificate). Check the address and the date."
            ) from None
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema):
            raise UsageError(f"{self._base} is no address of a hub. Write it like https://hub.example.org.") from None
        except requests.exceptions.RequestException as error:
            raise HubUnreachable(
                f"The hub at {self._base} does not answer ({_why(error)}). Check the address and the network; what is "
                "recorded is kept and sent later."
            ) from None

    def _read(self, response: requests.Response) -> bytes:
        """The body, decompressed, bounded."""
        content = bytearray()
        for chunk in response.iter_content(CHUNK):
            content += chunk
            if len(content) > MAX_REPLY_BYTES:
                raise HubNotOurs(f"The answer of {self._base} is larger than any of a hub. Check the address.")
        self.bytes_down += int(response.headers.get("Content-Length") or len(content))
        return bytes(content)

    def _message(self, answer: tuple[int, Mapping[str, str], bytes], reply: type[M]) -> M:
        _, headers, content = answer
        if MEDIA_TYPE not in headers.get("Content-Type", ""):
            raise self._not_ours()
        try:
            return reply.model_validate_json(content)
        except ValidationError:
            raise self._not_ours() from None

    def _json(self, answer: tuple[int, Mapping[str, str], bytes]) -> dict[str, Any]:
        _, headers, content = answer
        values = self._problem(content) if MEDIA_TYPE in headers.get("Content-Type", "") else {}
        if not values:
            raise self._not_ours()
        return values

    def _problem(self, content: bytes) -> dict[str, Any]:
        try:
            values = json.loads(content)
        except (ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    def _refused(self, status: int, headers: Mapping[str, str], content: bytes) -> Exception:
        problem = self._problem(content)
        if "code" not in problem:
            if status == 429 or status >= 500:  # a proxy in front of a hub that is away, or a hub that stumbled
                return HubRefused(
                    f"The hub at {self._base} is not there at the moment (status {status}). Trying again later.",
                    status=status, code="busy", retry_after=_seconds(headers.get("Retry-After")),
                )  # fmt: skip
            return self._not_ours()
        if problem["code"] == "version":
            return HubVersion(str(problem.get("message")))
        return HubRefused(
            str(problem.get("message", "")), status=status, code=str(problem["code"]), details=problem,
            retry_after=_seconds(headers.get("Retry-After")),
        )  # fmt: skip

    def _not_ours(self) -> HubNotOurs:
        return HubNotOurs(
            f"What answers at {self._base} is no hub of Quartieri Connessi. Check the address; in some places the "
            "network itself answers until somebody signs in to it."
        )


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


def _why(error: Exception) -> str:
    text = str(error)
    if "Name or service not known" in text or "resolve" in text:
        return "no such host"
    if "refused" in text:
        return "connection refused"
    if "timed out" in text or isinstance(error, requests.exceptions.Timeout):
        return "no answer in time"
    return "the line broke"


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text) if text else math.nan
    except ValueError:
        return None
    return None if math.isnan(seconds) else min(max(seconds, 0.0), 3600.0)
