"""The vectors that others published: Base45, Ed25519 and COSE as the rest of the world writes them.

Each file in ``vectors`` names its source. What agrees is printed, as how many of how many.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import cbor2
import pytest
from base45 import b45decode, b45encode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.card import CodeError, Reason, decode, verify_ed25519, verify_sign1
from tests.support.codes import HUB_KEY, NOW, armoured

VECTORS = Path(__file__).parent / "vectors"


def vectors(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def say(capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{sentence}\n")


@pytest.mark.parametrize("vector", vectors("rfc9285.json")["examples"], ids=lambda vector: vector["base45"])
def test_base45_is_the_one_of_rfc_9285(vector: dict[str, str]) -> None:
    assert b45encode(vector["text"].encode()).decode() == vector["base45"]
    assert b45decode(vector["base45"]) == vector["text"].encode()


@pytest.mark.parametrize("vector", vectors("rfc8032.json")["tests"], ids=["1", "2", "3"])
def test_signatures_are_those_of_rfc_8032(vector: dict[str, str]) -> None:
    secret, public, message, signature = (
        bytes.fromhex(vector[part]) for part in ("secret", "public", "message", "signature")
    )
    key = Ed25519PrivateKey.from_private_bytes(secret)
    assert key.public_key().public_bytes_raw() == public
    assert key.sign(message) == signature
    assert verify_ed25519(key.public_key(), signature, message)
    assert not verify_ed25519(key.public_key(), signature, message + b"\x00")


def test_ed25519_agrees_with_every_wycheproof_vector(capsys: pytest.CaptureFixture[str]) -> None:
    tests = vectors("wycheproof_ed25519.json")["tests"]
    wrong = [
        test["id"]
        for test in tests
        if verify_ed25519(
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(test["public"])),
            bytes.fromhex(test["signature"]), bytes.fromhex(test["message"]),
        )
        is not test["valid"]
    ]  # fmt: skip
    say(capsys, f"Wycheproof Ed25519: {len(tests) - len(wrong)} of {len(tests)} vectors as expected.")
    assert wrong == []
    assert len(tests) == 151
    assert {test["valid"] for test in tests} == {True, False}


def test_the_cose_examples_verify_where_they_are_ed25519_and_none_passes_for_a_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tests = vectors("cose_sign1.json")["tests"]
    verified = [test["name"] for test in tests if good_ed25519(bytes.fromhex(test["cbor"]), test)]
    refused = [test["name"] for test in tests if is_no_code(bytes.fromhex(test["cbor"]))]
    say(
        capsys,
        f"COSE_Sign1 examples: {len(verified)} with Ed25519 verified ({', '.join(verified)}); "
        f"{len(refused)} of {len(tests)} refused as codes, being of other algorithms or profiles.",
    )
    assert verified == ["eddsa-sig-01"]
    assert refused == [test["name"] for test in tests]
    assert len(tests) == 11


def is_no_code(raw: bytes) -> bool:
    """Whether a message is refused as damaged, whatever kind of code it says that it is."""
    reasons = set()
    for letter in "TPBSC":
        with pytest.raises(CodeError) as caught:
            decode(armoured(f"QC{letter}1:", raw), {HUB_KEY.kid: HUB_KEY}, now=NOW)
        reasons.add(caught.value.reason)
    return reasons == {Reason.DAMAGED}


def good_ed25519(raw: bytes, key: dict[str, str]) -> bool:
    """Whether a tagged COSE_Sign1 of any header carries a good Ed25519 signature of that key."""
    message = cbor2.loads(raw)
    if key["curve"] != "Ed25519" or message.tag != 18:
        return False
    protected, _, body, signature = message.value
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key["x"]))
    spoilt = bytes([signature[0] ^ 1]) + signature[1:]
    assert not verify_sign1(public, protected, b"", body, spoilt)
    return cbor2.loads(protected)[1] == -8 and verify_sign1(public, protected, b"", body, signature)
