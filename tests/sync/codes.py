"""Codes and keys for the tests of the codec."""

from __future__ import annotations

from typing import Any

import pytest

from sync.card import (
    CodeError,
    Payload,
    Reason,
    VerifyKey,
    decode,
)
from tests.support.codes import (
    HUB_KEY,
    NOW,
)


def read(text: str, *keys: VerifyKey, now: int | None = NOW, **options: Any) -> Payload:
    known = {key.kid: key for key in keys or (HUB_KEY,)}
    return decode(text, known, now=now, **options).payload


def refusal(text: str, *keys: VerifyKey, now: int | None = NOW, **options: Any) -> Reason:
    with pytest.raises(CodeError) as caught:
        read(text, *keys, now=now, **options)
    return caught.value.reason
