"""HTTP message signatures between a terminal and the hub (RFC 9421, with the digest of RFC 9530), both ends. Pure.

One profile: exactly one signature, Ed25519, with the tag ``qc-terminal``, over method, path, query and the digest of
the body, over the content encoding where there is one, and with created, nonce, keyid and alg. The digest is of the
bytes as they are sent: after compression, and of no bytes where there is no body.

Verification goes from form to key, signature, body and time. So a sender is told "stale" only for what its key did
sign, and nobody makes the hub hash a body without a key. Not judged here, because it needs a store that all processes
of a hub share: a nonce that was used before. Whoever calls `verify` must refuse it (`Verified.nonce`), and keep nonces
for twice the window.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from cryptography.exceptions import InvalidSignature as WrongSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
)
from http_message_signatures.algorithms import ED25519

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

_COVERED = ("@method", "@path", "@query", "content-digest")
_PARAMETERS = {"created", "nonce", "keyid", "alg", "tag"}
_SIGNED_PARAMETERS = '"@signature-params"'
_KEYID = re.compile(r"[A-Za-z0-9_.:\-]{1,64}")
_NONCE = re.compile(r"[A-Za-z0-9_\-]{16,64}")
_SIGNATURE = re.compile(rf"{LABEL}=:[A-Za-z0-9+/]{{85}}[AQgw]==:")  # the one base64 of 64 bytes


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
    names = [name for name, _ in message.headers.items()]
    for name in names:
        if name.lower() == "content-digest":
            del message.headers[name]
    message.headers["Content-Digest"] = content_digest(body)
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_Private(key))
    try:
        signer.sign(
            message,
            key_id=keyid,
            created=datetime.fromtimestamp(created, UTC),
            nonce=nonce,
            label=LABEL,
            tag=TAG,
            covered_component_ids=_covered(any(name.lower() == "content-encoding" for name in names)),
            use_existing_digest=True,
        )
    except (HTTPMessageSignaturesException, ValueError, OverflowError, OSError) as error:
        raise SignatureError(SignatureReason.UNSIGNABLE) from error


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
    view = Message(message.method, message.url, fields, b"")
    public = _Public(resolve)
    verifier = _Verifier(public, _covered("content-encoding" in fields))
    try:
        [result] = verifier.verify(view, max_age=None)
    except SignatureError:
        raise
    except Exception as error:  # what the library makes of hostile headers is the headers' fault
        if public.failure is not None:
            raise public.failure from None
        raise SignatureError(_reason(error, public)) from error
    if fields["signature-input"] != f"{LABEL}={result.covered_components[_SIGNED_PARAMETERS]}":
        raise SignatureError(SignatureReason.MALFORMED)  # another spelling of what was signed
    if fields["content-digest"] != content_digest(message.body):
        raise SignatureError(SignatureReason.ALTERED)
    signed = result.parameters
    verified = Verified(str(signed["keyid"]), str(signed["nonce"]), int(signed["created"]))
    if abs(now - verified.created) > window:
        raise SignatureError(SignatureReason.STALE)
    return verified


def content_digest(body: bytes) -> str:
    """The Content-Digest of a body as it is sent (RFC 9530): ``sha-256=:…:``."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _covered(encoded: bool) -> tuple[str, ...]:
    return (*_COVERED, "content-encoding") if encoded else _COVERED


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


def _reason(error: Exception, public: _Public) -> SignatureReason:
    if public.unknown:
        return SignatureReason.UNKNOWN_KEY
    return SignatureReason.ALTERED if isinstance(error.__cause__, WrongSignature) else SignatureReason.MALFORMED


class _Private(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return self._key


class _Public(HTTPSignatureKeyResolver):
    """Remembers why a key was not found: the library makes every exception into an invalid signature."""

    def __init__(self, resolve: Callable[[str], Ed25519PublicKey]) -> None:
        self._resolve = resolve
        self.unknown = False
        self.failure: Exception | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        try:
            return self._resolve(key_id)
        except LookupError:
            self.unknown = True
            return None
        except Exception as error:
            self.failure = error
            raise


class _Verifier(HTTPMessageVerifier):
    """The library's verifier with our profile in the place where it would look at the machine's clock."""

    def __init__(self, public: _Public, covered: tuple[str, ...]) -> None:
        super().__init__(signature_algorithm=ED25519, key_resolver=public)
        self._required: list[tuple[str, dict[str, object]]] = [(name, {}) for name in covered]

    def validate_created_and_expires(self, sig_input: Any, max_age: timedelta | None = None) -> None:
        """Judges form and coverage before the key is looked up; `verify` judges the time after it."""
        params = sig_input.params
        if set(params) != _PARAMETERS:
            raise SignatureError(SignatureReason.WRONG_COMPONENTS)
        if params["tag"] != TAG or [(item.value, dict(item.params)) for item in sig_input] != self._required:
            raise SignatureError(SignatureReason.WRONG_COMPONENTS)
        if not _KEYID.fullmatch(params["keyid"]) or not _NONCE.fullmatch(params["nonce"]):
            raise SignatureError(SignatureReason.MALFORMED)
