"""Codes of every kind as examples, and everything that may happen to one on its way: for tests and proofs of the codec.

A mutation changes the text, the bytes or the structure of a good code; `mutants` gives as many as one likes, by a seed.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from itertools import islice

import cbor2
from base45 import b45decode, b45encode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.card import (
    CERTIFICATE_SECONDS,
    KINDS,
    TICKET_SECONDS,
    Badge,
    Booking,
    Card,
    Certificate,
    Payload,
    RevocationList,
    Signer,
    Ticket,
    VerifyKey,
    encode,
    verify_key,
)
from sync.number import with_check_digit

NOW = 1_795_460_760
DAY = 24 * 3600
EVERY_KIND = frozenset(KINDS.values())

HUB = Signer.of(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
TERMINAL = Signer.of(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
HUB_KEY = VerifyKey(HUB.kid, HUB.private.public_key(), 0, NOW + 1000 * DAY, None, EVERY_KIND)

CARD = Card(with_check_digit("48213907756"), "erlembaldo", NOW, NOW + 365 * DAY, "ar", ("large_text", "speech"))
BADGE = Badge("staff-0192f0c0", "omero", NOW, NOW + 365 * DAY, "00112233445566ff")
TICKET = Ticket(
    "t-7k2m", 3, "abcdefghijklmnop@20261009T080000Z", "0123456789abcdef", 2, NOW, NOW + TICKET_SECONDS, True
)
BOOKING = Booking("0192f0c0a1b27abc8def0123456789ab", "abcdefghijklmnop@20261009T080000Z", 2, "t-7k2m", NOW, NOW + DAY)
CERTIFICATE = Certificate(
    TERMINAL.kid,
    "t-7k2m",
    "erlembaldo",
    TERMINAL.private.public_key().public_bytes_raw(),
    NOW,
    NOW + CERTIFICATE_SECONDS,
)
REVOCATIONS = RevocationList(7, NOW, frozenset({"482139077564", "00112233445566ff"}), frozenset({TERMINAL.kid}))
EXAMPLES: tuple[Payload, ...] = (CARD, BADGE, TICKET, BOOKING, CERTIFICATE, REVOCATIONS)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def mutate_text(rng: random.Random, text: str) -> str:
    """A code with characters changed, added, lost or moved."""
    place, other = rng.randrange(len(text)), rng.randrange(len(text))
    char = rng.choice(ALPHABET + BASE64 + "\n\x00é=")
    return rng.choice(
        (
            text[:place] + char + text[place + 1 :],
            text[:place] + char + text[place:],
            text[:place] + text[place + 1 :],
            text[:place],
            text + char,
            text[:place] + text[other : other + 9] + text[place:],
            text[:place] + text[place:].swapcase(),
            "".join(reversed(text[:place])) + text[place:],
        )
    )


def mutate_bytes(rng: random.Random, raw: bytes, donor: bytes) -> bytes:
    """The bytes of a code with bits flipped, parts lost, added or of another code."""
    place, size = rng.randrange(len(raw)), rng.randrange(1, 9)
    return rng.choice(
        (
            raw[:place] + bytes([raw[place] ^ (1 << rng.randrange(8))]) + raw[place + 1 :],
            raw[:place] + rng.randbytes(size) + raw[place + size :],
            raw[:place] + rng.randbytes(size) + raw[place:],
            raw[:place] + raw[place + size :],
            raw[:place],
            raw + rng.randbytes(size),
            raw[:place] + donor[place:],
            raw[:5] + bytes([rng.randrange(256)]) + raw[6:],  # around the algorithm
            raw[:7] + rng.randbytes(8) + raw[15:],  # the key id
            raw[:-64] + bytes(64),
        )
    )


def mutate_structure(rng: random.Random, raw: bytes, donor: bytes) -> bytes:
    """A code whose parts are put together in another way: other claims, headers, tags, lengths, nesting."""
    protected, unprotected, body, signature = cbor2.loads(raw)
    claims = cbor2.loads(body)
    key = rng.choice(list(claims))
    number = rng.choice((-1, 0, 1, 23, 24, 255, 2**32, 2**64 - 1, 2**70))
    nested: object = 1
    for _ in range(rng.randrange(1, 60)):
        nested = [nested] if rng.random() < 0.5 else {1: nested}
    choices: tuple[Callable[[], bytes], ...] = (
        lambda: cbor2.dumps([protected, unprotected, canonical(claims | {key: number}), signature]),
        lambda: cbor2.dumps([protected, unprotected, canonical(claims | {number: 0}), signature]),
        lambda: cbor2.dumps([protected, unprotected, canonical(claims | {key: nested}), signature]),
        lambda: cbor2.dumps([protected, {number: nested}, body, signature]),
        lambda: cbor2.dumps([cbor2.dumps({1: number, 4: protected[-8:]}), {}, body, signature]),
        lambda: cbor2.dumps([b"", {1: -8, 4: protected[-8:]}, body, signature]),
        lambda: cbor2.dumps([b"\xa3\x01\x27" + protected[1:], {}, body, signature]),
        lambda: cbor2.dumps([protected, {}, bytes([body[0] + 1]) + body[1:] + body[1:3], signature]),
        lambda: cbor2.dumps(cbor2.CBORTag(rng.choice((18, 61, 17, 998)), [protected, {}, body, signature])),
        lambda: cbor2.dumps([protected, {}, body, signature], indefinite_containers=True),
        lambda: cbor2.dumps([protected, {}, cbor2.loads(donor)[2], signature]),
        lambda: cbor2.dumps([protected, {}, body, cbor2.loads(donor)[3]]),
        lambda: cbor2.dumps([protected, {}, nested, signature]),
        lambda: b"\x9a" + len([1] * 4).to_bytes(4) + raw[1:],
    )
    return rng.choice(choices)()


def unarmoured(text: str) -> bytes:
    """The bytes of a code."""
    coded = text[5:]
    return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)) if text[2] == "R" else bytes(b45decode(coded))


def rearmoured(text: str, raw: bytes) -> str:
    """Bytes, with the prefix of a code."""
    if text[2] == "R":
        return text[:5] + base64.urlsafe_b64encode(raw).decode().rstrip("=")
    return armoured(text[:5], raw)


def armoured(prefix: str, raw: bytes) -> str:
    """Bytes as a code of some kind."""
    return prefix + str(b45encode(raw), "ascii")


def canonical(claims: object) -> bytes:
    """Claims as deterministic CBOR."""
    return cbor2.dumps(claims, canonical=True)


ACCEPTED = {HUB.kid: HUB_KEY, TERMINAL.kid: verify_key(CERTIFICATE)}
"""The keys under which the examples are good."""


def good_codes() -> list[str]:
    """The examples, signed by the hub, and by a terminal those that it may sign."""
    return [encode(payload, HUB) for payload in EXAMPLES] + [encode(one, TERMINAL) for one in (CARD, TICKET, BOOKING)]


def mutants(seed: int, count: int) -> Iterator[str]:
    """So many texts that are each a good code with something done to it, and none of them a good code."""
    return islice(_mutants(random.Random(f"mutants {seed}")), count)


def _mutants(rng: random.Random) -> Iterator[str]:
    texts = good_codes()
    good = set(texts)
    while True:
        text, donor = rng.choice(texts), rng.choice(texts)
        raw, other = unarmoured(text), unarmoured(donor)
        way = rng.randrange(4)
        if way == 0:
            mutant = mutate_text(rng, text)
        elif way == 1:
            mutant = rearmoured(text, mutate_bytes(rng, raw, other))
        elif way == 2:
            mutant = rearmoured(text, mutate_structure(rng, raw, other))
        else:
            mutant = rearmoured(rng.choice(texts), raw)
        if mutant not in good:
            yield mutant
