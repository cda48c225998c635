"""The vectors that others published: Base45, Ed25519 and COSE as the rest of the world writes them.

Each file in ``vectors`` names its source. What agrees is printed, as how many of how many.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import zlib
from pathlib import Path
from typing import Any, cast

import cbor2
import pytest
from base45 import b45decode, b45encode
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from sync.card import MAX_CODE_CHARS, CodeError, Reason, decode, verify_ed25519, verify_sign1
from tests.support.codes import HUB_KEY, NOW, armoured

VECTORS = Path(__file__).parent / "vectors"
NOT_OF_THE_SIGNATURE = {"CBO2", "CO22", "CO23"}
"""Certificates that are to fail although their bytes are signed: the key id they name, or the CWT, is not theirs."""


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
    """Whether a message is refused as damaged or too long, whatever kind of code it says that it is."""
    for letter in "TPBSC":
        text = armoured(f"QC{letter}1:", raw)
        with pytest.raises(CodeError) as caught:
            decode(text, {HUB_KEY.kid: HUB_KEY}, now=NOW)
        if caught.value.reason is not (Reason.TOO_LONG if len(text) > MAX_CODE_CHARS else Reason.DAMAGED):
            return False
    return True


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


class TheirKey:
    """A public key of the EU's test data, asked as ours are: it takes the bytes that were signed, and judges."""

    def __init__(self, der: str) -> None:
        self._public = load_der_public_key(base64.b64decode(der))

    def verify(self, signature: bytes, message: bytes) -> None:
        match self._public:
            case ec.EllipticCurvePublicKey():
                half = len(signature) // 2
                parts = (int.from_bytes(signature[:half]), int.from_bytes(signature[half:]))
                self._public.verify(encode_dss_signature(*parts), message, ec.ECDSA(SHA256()))
            case rsa.RSAPublicKey():
                self._public.verify(
                    signature, message, padding.PSS(padding.MGF1(SHA256()), SHA256.digest_size), SHA256()
                )
            case _:
                raise TypeError(type(self._public))


def unwrapped(test: dict[str, Any]) -> tuple[bytes, bytes] | str:
    """What Base45 and then zlib make of a certificate; or the name of the step that failed, as the EU names it."""
    try:
        raw = bytes(b45decode(test["text"].removeprefix("HC1:").removeprefix("HC2:").removeprefix("HL0:")))
    except ValueError:
        return "b45decode"
    try:
        return raw, zlib.decompress(raw)
    except zlib.error:
        return "compression"


def their_signature_is_good(message: bytes, test: dict[str, Any]) -> bool:
    """Whether a COSE_Sign1 of the EU's test data verifies over the Sig_structure that our own codes are signed over."""
    sign1 = cbor2.loads(message)
    while isinstance(sign1, cbor2.CBORTag):
        sign1 = sign1.value
    protected, _, body, signature = sign1
    return verify_sign1(cast("Ed25519PublicKey", TheirKey(test["key"])), protected, b"", body, signature)


def test_the_eu_certificates_unwrap_and_verify_as_published_and_none_passes_for_a_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tests = vectors("dgc_common.json")["tests"]
    unwraps, verifies = 0, 0
    for test in tests:
        expected = test["expected"]
        found = unwrapped(test)
        if isinstance(found, str):
            assert expected[found] is False, test["name"]
            assert is_foreign(test["text"]), test["name"]
            continue
        raw, message = found
        assert expected.get("b45decode", True), test["name"]
        assert expected.get("compression", True), test["name"]
        assert b45encode(raw).decode() in test["text"], test["name"]
        if test["cose_sha256"]:
            assert hashlib.sha256(message).hexdigest() == test["cose_sha256"], test["name"]
        unwraps += 1
        if "verify" in expected and test["name"] not in NOT_OF_THE_SIGNATURE:
            assert their_signature_is_good(message, test) is expected["verify"], test["name"]
            verifies += 1
        assert is_foreign(test["text"]), test["name"]
        assert is_no_code(message), test["name"]
        assert is_no_code(raw), test["name"]
    say(
        capsys,
        f"EU DGC test data: {len(tests)} codes, {unwraps} unwrap, {len(tests) - unwraps} fail where they are to fail; "
        f"{verifies} signatures judged as published; none passes for a code.",
    )
    assert (len(tests), unwraps, verifies) == (38, 35, 9)


def is_foreign(text: str) -> bool:
    """Whether a text is refused by its beginning alone, before anything of it is decoded."""
    with pytest.raises(CodeError) as caught:
        decode(text, {HUB_KEY.kid: HUB_KEY}, now=NOW)
    return caught.value.reason is Reason.FOREIGN
