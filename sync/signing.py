"""HTTP message signatures between a terminal and the hub (RFC 9421, with the digest of RFC 9530), both ends. Pure.

One profile: exactly one signature, Ed25519, with the tag ``qc-terminal``, over method, path, query and the digest of
the body, over the content encoding where there is one, and with created, nonce, keyid and alg. The digest is of the
bytes as they are sent: after compression, and of no bytes where there is no body.

As there is one profile, there is one spelling of it: whoever signs writes it and whoever verifies accepts it byte for
byte and nothing else, so neither needs a parser of structured fields. (The tests hold both against a library of the
RFC. With it a hub spent four fifths of a verification on reading headers.)

Verification goes from form to key, signature, body and time. So a sender is told "stale" only for what its key did
sign, and nobody makes the hub hash a body without a key. Not judged here, because it needs a store that all processes
of a hub share: a nonce that was used before. Whoever calls `verify` must refuse it (`Verified.nonce`), and keep nonces
for twice the window.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from cryptography.exceptions import InvalidSignature as WrongSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.errors import SyncError

TAG = "qc-terminal"
LABEL = "qc"
WINDOW_SECONDS = 300
"""By how much a request's `created` may differ from the hub's time, either way."""
MAX_URL_CHARS = 8192
MAX_HEADERS = 256
"""Header fields that a request may have."""
MAX_FIELD_CHARS = {"signature-input": 512, "signature": 128, "content-digest": 64, "content-encoding": 64}
"""Characters of each header field that matters here, after joining repeated lines."""

_KEYID = re.compile(r"[A-Za-z0-9_.:\-]{1,64}")
_NONCE = re.compile(r"[A-Za-z0-9_\-]{16,64}")
_METHOD = re.compile(r"[A-Z]{1,16}")
_URL = re.compile(r"https?://[!-.0-~]+(?P<path>/[!-~]*)?", re.ASCII)
"""Absolute, without user, fragment or anything that is not printable ASCII; up to its query."""
_ENCODING = re.compile(r"[!-~](?:[ -~]{0,62}[!-~])?")
"""As it stands in its header: printable ASCII."""
_DIGEST = re.compile(r"sha-256=:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=:")
_SIGNATURE = re.compile(rf"{LABEL}=:[A-Za-z0-9+/]{{85}}[AQgw]==:")  # the one base64 of 64 bytes
_MAX_CREATED = 10**15
"""Integers of structured fields have fifteen digits."""

_COVERED = '("@method" "@path" "@query" "content-digest")'
_COVERED_ENCODED = '("@method" "@path" "@query" "content-digest" "content-encoding")'
_INPUT = re.compile(
    rf"{LABEL}=(?P<params>(?P<covered>{re.escape(_COVERED)}|{re.escape(_COVERED_ENCODED)})"
    rf';created=(?P<created>0|-?[1-9][0-9]{{0,14}});keyid="(?P<keyid>[ !#-\[\]-~]*)";alg="ed25519"'
    rf';nonce="(?P<nonce>[ !#-\[\]-~]*)";tag="{TAG}")'
)
"""The one spelling of Signature-Input."""
_PARAMETERS = r'(?:;[a-z*][a-z0-9_.*\-]*(?:=(?:"[ !#-\[\]-~]*"|-?[0-9.]+|[A-Za-z*:][!#-+\--:<-~]*))?)*'
_OTHER_INPUT = re.compile(
    rf'{LABEL}=\((?:"[ !#-\[\]-~]*"{_PARAMETERS}(?: "[ !#-\[\]-~]*"{_PARAMETERS})*)?\){_PARAMETERS}'
)
"""A signature of another profile: well formed, and not ours."""


class SignatureReason(StrEnum):
    """Why a request is refused, or cannot be signed."""

    MISSING = "missing"
    MALFORMED = "malformed"
    WRONG_COMPONENTS = "wrong_components"
    UNKNOWN_KEY = "unknown_key"
    ALTERED = "altered"
    STALE = "stale"
    UNSIGNABLE = "unsignable"


_SENTENCES = {
    SignatureReason.MISSING: "The request is not signed. Only enrolled terminals may ask here.",
    SignatureReason.MALFORMED: "The request's signature cannot be read. Check that nothing on the way changes headers.",
    SignatureReason.WRONG_COMPONENTS: "The signature does not cover what it must. Update the terminal.",
    SignatureReason.UNKNOWN_KEY: "Nobody here knows the key that signed the request. Enrol the terminal.",
    SignatureReason.ALTERED: "The request was altered on its way, or signed with another key.",
    SignatureReason.STALE: "The request's time is too far from the hub's. Sign again with the hub's time.",
    SignatureReason.UNSIGNABLE: "The request cannot be signed: its address, body, key id or nonce is not usable.",
}


class SignatureError(SyncError):
    """A request that is not to be believed, or cannot be signed.

    Attributes:
        reason: why, for programs.
    """

    def __init__(self, reason: SignatureReason) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason


class FieldLines(Protocol):
    """Header fields as they came: any container that lists names and values, repeated lines included."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Names and values in the order of the wire."""


class Signable(Protocol):
    """What `sign` needs of a request; `requests.PreparedRequest` is one, and so is `Message`."""

    @property
    def method(self) -> str | None:
        """In capitals."""

    @property
    def url(self) -> str | None:
        """Absolute, percent-encoded as it will be sent."""

    @property
    def headers(self) -> MutableMapping[str, str]:
        """Where the signature goes."""

    @property
    def body(self) -> object:
        """Bytes, or None where there is none; nothing else can be signed."""


Lines_co = TypeVar("Lines_co", bound=FieldLines, covariant=True)


@dataclass(frozen=True, slots=True)
class Message(Generic[Lines_co]):
    """A request.

    Attributes:
        url: absolute; to verify, with path and query exactly as they were received. Its host is not covered.
        headers: to sign, a mutable mapping; to verify, whatever lists every line.
    """

    method: str
    url: str
    headers: Lines_co
    body: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """A request whose signature, body and time are good. That `nonce` is new is still to be checked."""

    keyid: str
    nonce: str
    created: int


def sign(message: Signable, *, key: Ed25519PrivateKey, keyid: str, created: int, nonce: str) -> None:
    """Signs a request in place: sets Content-Digest, Signature-Input and Signature, replacing what was there.

    Call it last, when body and content encoding are as they will be sent.

    Args:
        message: the request, with bytes or None as its body.
        key: the terminal's private key.
        keyid: by which the hub knows the public key; at most 64 characters.
        created: epoch seconds, as the terminal estimates the hub's time.
        nonce: 16 to 64 characters of base64url, never used before with this key.

    Raises:
        SignatureError: the request cannot be signed (`SignatureReason.UNSIGNABLE`).
    """
    body = b"" if message.body is None else message.body
    if not isinstance(body, bytes) or not _KEYID.fullmatch(keyid) or not _NONCE.fullmatch(nonce):
        raise SignatureError(SignatureReason.UNSIGNABLE)
    names = {name.lower(): name for name, _ in message.headers.items()}
    encoding = message.headers[names["content-encoding"]] if "content-encoding" in names else None
    covered = _COVERED if encoding is None else _COVERED_ENCODED
    digest = content_digest(body)
    params = f'{covered};created={created};keyid="{keyid}";alg="ed25519";nonce="{nonce}";tag="{TAG}"'
    base = _base(message.method, message.url, digest, encoding, params)
    if base is None or not 0 <= created < _MAX_CREATED:
        raise SignatureError(SignatureReason.UNSIGNABLE)
    for name in ("content-digest", "signature-input", "signature"):
        if name in names:
            del message.headers[names[name]]
    message.headers["Content-Digest"] = digest
    message.headers["Signature-Input"] = f"{LABEL}={params}"
    message.headers["Signature"] = f"{LABEL}=:{base64.b64encode(key.sign(base)).decode()}:"


def verify(
    message: Message[FieldLines],
    *,
    resolve: Callable[[str], Ed25519PublicKey],
    now: int,
    window: int = WINDOW_SECONDS,
) -> Verified:
    """Verifies a request; what it returns is who asked, and the nonce that the caller must not have seen before.

    Args:
        message: the request as it was received.
        resolve: the public key of a key id; raises LookupError where there is none. Any other exception of it (a
            database that is away) passes through.
        now: the hub's time, epoch seconds.
        window: seconds by which `created` may differ from it.

    Raises:
        SignatureError: the request is refused. No other exception leaves here for any header or body.
    """
    fields = _fields(message.headers)
    if "signature" not in fields or "signature-input" not in fields:
        raise SignatureError(SignatureReason.MISSING)
    if len(message.url) > MAX_URL_CHARS or not _SIGNATURE.fullmatch(fields["signature"]):
        raise SignatureError(SignatureReason.MALFORMED)
    params = _params(fields)
    digest = fields.get("content-digest", "")
    if not _DIGEST.fullmatch(digest):
        raise SignatureError(SignatureReason.MALFORMED)
    base = _base(message.method, message.url, digest, fields.get("content-encoding"), params["params"])
    if base is None:
        raise SignatureError(SignatureReason.MALFORMED)
    try:
        public = resolve(params["keyid"])
    except LookupError:
        raise SignatureError(SignatureReason.UNKNOWN_KEY) from None
    try:
        public.verify(base64.b64decode(fields["signature"][len(LABEL) + 2 : -1]), base)
    except WrongSignature:
        raise SignatureError(SignatureReason.ALTERED) from None
    if digest != content_digest(message.body):
        raise SignatureError(SignatureReason.ALTERED)
    verified = Verified(params["keyid"], params["nonce"], int(params["created"]))
    if abs(now - verified.created) > window:
        raise SignatureError(SignatureReason.STALE)
    return verified


def _params(fields: Mapping[str, str]) -> Mapping[str, str]:
    """What Signature-Input says, where it is in our profile.

    Raises:
        SignatureError: it is not.
    """
    found = _INPUT.fullmatch(fields["signature-input"])
    if found is None:
        other = _OTHER_INPUT.fullmatch(fields["signature-input"])
        raise SignatureError(SignatureReason.WRONG_COMPONENTS if other else SignatureReason.MALFORMED)
    if found["covered"] != (_COVERED_ENCODED if "content-encoding" in fields else _COVERED):
        raise SignatureError(SignatureReason.WRONG_COMPONENTS)
    if not _KEYID.fullmatch(found["keyid"]) or not _NONCE.fullmatch(found["nonce"]):
        raise SignatureError(SignatureReason.MALFORMED)
    return found.groupdict()


def _base(method: str | None, url: str | None, digest: str, encoding: str | None, params: str) -> bytes | None:
    """What is signed (RFC 9421, 2.5), or None where the request is none. No value holds a line's end."""
    if method is None or url is None or not _METHOD.fullmatch(method):
        return None
    address, _, query = url.partition("?")
    found = _URL.fullmatch(address)
    if found is None or not (query.isascii() and query.isprintable() and " " not in query and "#" not in url):
        return None
    if encoding is not None and not _ENCODING.fullmatch(encoding):
        return None
    lines = [
        f'"@method": {method}',
        f'"@path": {found["path"] or "/"}',
        f'"@query": ?{query}',
        f'"content-digest": {digest}',
        *([] if encoding is None else [f'"content-encoding": {encoding}']),
        f'"@signature-params": {params}',
    ]
    return "\n".join(lines).encode("ascii")


def content_digest(body: bytes) -> str:
    """The Content-Digest of a body as it is sent (RFC 9530): ``sha-256=:…:``."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _fields(headers: FieldLines) -> dict[str, str]:
    """The fields that matter, by lower-case name, each on one line and within its bound."""
    fields: dict[str, str] = {}
    for count, (name, value) in enumerate(headers.items()):
        lower = name.lower()
        limit = MAX_FIELD_CHARS.get(lower)
        if count >= MAX_HEADERS or (limit is not None and (len(value) > limit or lower in fields)):
            raise SignatureError(SignatureReason.MALFORMED)
        if limit is not None:
            fields[lower] = value
    return fields
