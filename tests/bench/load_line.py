"""A virtual terminal: real keys, real signatures, real facts, and a kept-alive connection; no files, no screens.

Signatures are put together by hand, in the spelling of `sync.signing` and checked against it by the tests: with the
library's signer the generator, not the hub, would be what is measured.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import json
import secrets
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.chain import chain, genesis
from sync.clock import stamp
from sync.envelope import Moment, encode
from sync.facts import parse
from sync.ids import uuid7
from sync.signing import LABEL, TAG, content_digest
from sync.wire import MEDIA_TYPE

HOST = "127.0.0.1"
COMPRESS_FROM = 400
BOOT = "7c0f6f0e-6f0b-4a52-9d9c-5a2f6f0c1d11"
MAX_ANSWER_BYTES = 64 * 1024 * 1024
REASONS = ("chiavi", "informazioni", "pacchi_posta")


class RefusedError(Exception):
    """The hub answered something else than a terminal of good faith hears."""


def name_of(number: int, space: str) -> str:
    """The id of a virtual terminal."""
    return f"{space}-load-{number}"


def key_of(number: int) -> Ed25519PrivateKey:
    """Its key: the same in the generator and where the terminals are registered. It protects nothing."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"load-{number}".encode()).digest())


@dataclass
class Virtual:
    """A terminal, and where it stands."""

    name: str
    key: Ed25519PrivateKey
    incarnation: int = 1
    have: int = 0
    applied: int = 0
    hash: bytes = b""
    first_hash: bytes = b""
    cursor: str = ""
    epoch: str | None = None

    @classmethod
    def numbered(cls, number: int, space: str) -> Virtual:
        """The terminal of a number, as it was registered."""
        name = name_of(number, space)
        return cls(name, key_of(number), hash=genesis(name, 1))

    def signed(self, method: str, target: str, body: bytes, *, encoding: str = "") -> dict[str, str]:
        """The header fields of a signed request (`sync.signing`)."""
        digest = content_digest(body)
        path, _, query = target.partition("?")
        covered = [("@method", method), ("@path", path), ("@query", f"?{query}"), ("content-digest", digest)]
        if encoding:
            covered.append(("content-encoding", encoding))
        nonce = secrets.token_urlsafe(12)
        names = " ".join(f'"{name}"' for name, _ in covered)
        params = (
            f'({names});created={int(time.time())};keyid="{self.name}";alg="ed25519";nonce="{nonce}";tag="{TAG}"'
        )  # fmt: skip
        base = "\n".join([*(f'"{name}": {value}' for name, value in covered), f'"@signature-params": {params}'])
        signature = base64.b64encode(self.key.sign(base.encode())).decode()
        fields = {
            "Content-Digest": digest,
            "Signature-Input": f"{LABEL}={params}",
            "Signature": f"{LABEL}=:{signature}:",
        }
        return {**fields, "Content-Encoding": encoding} if encoding else fields

    def hello(self) -> dict[str, Any]:
        """What it says to introduce itself (`sync.wire.Hello`)."""
        return {
            "incarnation": self.incarnation, "epoch": self.epoch, "cursor": self.cursor or None,
            "floor": min(self.have, 1), "last": self.have, "floor_hash": self.first_hash.hex(),
            "last_hash": self.hash.hex() if self.have else "", "have": self.have, "have_hash": self.hash.hex(),
            "clock": _clock(), "version": "load",
        }  # fmt: skip

    def push(self, facts: int) -> tuple[dict[str, Any], bytes]:
        """Some drop-ins of now (`sync.wire.Push`), and the chain's hash after them."""
        raws, tip = [], self.hash
        for place in range(self.have, self.have + facts):
            body = parse("dropin", {"reasons": [REASONS[place % len(REASONS)]], "people": 1 + place % 3})
            at = datetime.now(UTC)
            fact = encode(body, uuid7(at), Moment(stamp(at), time.monotonic_ns() // 1_000_000, BOOT, 0), "3k7mzq9c")
            raws.append({"raw": fact.raw.decode()})
            tip = chain(tip, fact.raw)
            if place == 0:
                self.first_hash = tip
        message = {
            "incarnation": self.incarnation, "first": self.have + 1, "previous": self.hash.hex(), "facts": raws,
            "clock": _clock(), "epoch": self.epoch,
        }  # fmt: skip
        return message, tip

    def pull(self, wait: float) -> str:
        """The address of its next page."""
        query = f"cursor={self.cursor}&wait={wait:g}&have={self.applied}&told={self.have}&inc={self.incarnation}"
        return f"/v1/pull?{query}" + (f"&epoch={self.epoch}" if self.epoch else "")

    def take(self, page: Mapping[str, Any]) -> bool:
        """Takes a page in; whether it told anything."""
        self.cursor = page.get("cursor") or self.cursor
        self.epoch = page.get("epoch") or self.epoch
        self.applied = page["applied"]
        return bool(page.get("items"))


def _clock() -> dict[str, Any]:
    return {"at": stamp(datetime.now(UTC)), "mono": time.monotonic_ns() // 1_000_000, "boot": BOOT}


class Line:
    """A terminal's connection to the hub."""

    def __init__(self, virtual: Virtual, port: int) -> None:
        self.virtual, self._port = virtual, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, target: str) -> dict[str, Any]:
        """Asks; the answer."""
        return await self._request("GET", target, b"")

    async def post(self, path: str, message: Mapping[str, Any]) -> dict[str, Any]:
        """Sends; the answer."""
        body = json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode()
        return await self._request("POST", path, body)

    async def _request(self, method: str, target: str, body: bytes) -> dict[str, Any]:
        """One exchange.

        Raises:
            RefusedError: an answer that is no 200.
            OSError, asyncio.IncompleteReadError: the line broke.
        """
        encoding = "gzip" if len(body) >= COMPRESS_FROM else ""
        sent = gzip.compress(body, 6, mtime=0) if encoding else body
        fields = {"Host": f"{HOST}:{self._port}", "Accept": MEDIA_TYPE, "Accept-Encoding": "zstd, gzip"}
        if method == "POST":
            fields |= {"Content-Type": MEDIA_TYPE, "Content-Length": str(len(sent))}
        fields |= self.virtual.signed(method, target, sent, encoding=encoding)
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        if self._streams is None:
            self._streams = await asyncio.open_connection(HOST, self._port)
        reader, writer = self._streams
        writer.write(f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + sent)
        status, answer = await _answer(reader)
        if status != 200:
            raise RefusedError(f"{method} {target.partition('?')[0]}: {status} {answer[:300]!r}")
        found: dict[str, Any] = json.loads(answer)
        return found

    async def close(self) -> None:
        """Closes the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
    content = await reader.readexactly(min(int(fields["content-length"]), MAX_ANSWER_BYTES))
    encoding = fields.get("content-encoding", "")
    if encoding == "gzip":
        content = zlib.decompress(content, 16 + zlib.MAX_WBITS)
    elif encoding == "zstd":
        content = zstandard.ZstdDecompressor().decompress(content, max_output_size=MAX_ANSWER_BYTES)
    return int(lines[0].split()[1]), content
