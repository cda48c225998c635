"""Identifiers: new ones sort by time and never meet; derived ones are always the same."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sync.card import Booking, Signer, VerifyKey, decode, encode
from sync.ids import derived, occurrence_id, uuid7

NOW = datetime(2026, 11, 24, 14, 20, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them naive


@given(INSTANTS)
def test_a_new_id_is_a_uuid_of_version_7_that_tells_its_time(now: datetime) -> None:
    made = uuid7(now)
    assert re.fullmatch(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}", made)
    parsed = uuid.UUID(made)
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert int(made[:12], 16) == int(now.timestamp() * 1000)


@given(INSTANTS, st.integers(1, 10**9))
def test_ids_sort_by_the_millisecond_in_which_they_were_made(now: datetime, later: int) -> None:
    assert uuid7(now) < uuid7(now + timedelta(milliseconds=later))


def test_ids_of_the_same_instant_never_meet() -> None:
    assert len({uuid7(NOW) for _ in range(10_000)}) == 10_000


def test_a_clock_before_1970_still_makes_ids() -> None:
    assert len(uuid7(datetime(1969, 12, 31, tzinfo=UTC))) == 32


def test_a_new_id_fits_into_a_code() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signer = Signer.of(Ed25519PrivateKey.generate())
    booking = Booking(uuid7(NOW), "cucito@x", 1, "zoia-1", 0, 10)
    key = VerifyKey(signer.kid, signer.private.public_key(), 0, 10, None, frozenset({Booking}))
    assert decode(encode(booking, signer), {signer.kid: key}, now=None).payload == booking


@given(st.lists(st.text(max_size=20).filter(lambda text: "\x1f" not in text), min_size=1, max_size=4))
def test_a_derived_id_is_short_printable_and_always_the_same(parts: list[str]) -> None:
    made = derived(*parts)
    assert re.fullmatch(r"[a-z2-7]{16}", made)
    assert derived(*parts) == made
    assert derived(*parts, "more") != made


def test_parts_of_a_derived_id_do_not_run_together() -> None:
    assert derived("ab", "c") != derived("a", "bc") != derived("abc")
    assert derived("a", "") != derived("a")


def test_an_occurrence_is_named_after_its_activity_and_its_original_start() -> None:
    assert occurrence_id("cucito", "2026-11-24T17:30:00Z") == "cucito@20261124T173000Z"


@given(st.from_regex(r"[a-z0-9_\-]{1,64}", fullmatch=True), INSTANTS)
def test_an_occurrences_id_may_stand_in_a_fact_and_in_a_code(activity: str, start: datetime) -> None:
    made = occurrence_id(activity, start.strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert re.fullmatch(r"[A-Za-z0-9_.@:\-]{1,120}", made)
    assert made.partition("@")[0] == activity
