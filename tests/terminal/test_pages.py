"""Rows out of a damaged file: every page that authenticates is read, and no other."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from sync.terminal.pages import PAGE, Pages, Row

KEY = bytes(range(32))

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40),
    st.binary(max_size=9_000),
)


def opened(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def stored(path: Path, rows: list[Row], *, close: bool = True) -> dbapi2.Connection:
    connection = opened(path)
    connection.execute("CREATE TABLE t (a, b, c)")
    connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    if close:
        connection.close()
    return connection


def ours(path: Path) -> list[Row]:
    return [row for row in Pages(path, KEY).rows() if len(row) == 3]


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=40), in_log=st.booleans())
def test_what_is_read_page_by_page_is_what_sqlite_reads(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], in_log: bool
) -> None:
    path = tmp_path_factory.mktemp("p") / "x.db"
    connection = stored(path, rows, close=not in_log)
    found = ours(path)
    connection.close()
    # A float that is whole is stored as an integer, and SQLite turns it back: equal all the same.
    assert set(rows) == set(found)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_flipped_bit_costs_the_rows_of_its_page_and_no_other(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = tmp_path_factory.mktemp("p") / "x.db"
    rows: list[Row] = [(number, f"row {number}", bytes(200)) for number in range(400)]
    stored(path, rows)
    salt = path.read_bytes()[:16]
    rng = random.Random(seed)
    data = bytearray(path.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)
    pages = Pages(path, KEY, salt)
    found = [row for row in pages.rows() if len(row) == 3]
    assert pages.damaged <= 1
    assert set(found) <= set(rows)
    assert len(found) >= len(rows) - PAGE // 200


def test_a_file_of_another_key_or_none_at_all_gives_nothing(tmp_path: Path) -> None:
    stored(tmp_path / "x.db", [(1, 2, 3)])
    assert Pages(tmp_path / "x.db", bytes(32)).authentic == 0
    (tmp_path / "rubbish.db").write_bytes(random.Random(1).randbytes(10 * PAGE + 17))
    assert list(Pages(tmp_path / "rubbish.db", KEY).rows()) == []
    assert list(Pages(tmp_path / "missing.db", KEY).rows()) == []
    (tmp_path / "empty.db").touch()
    assert Pages(tmp_path / "empty.db", KEY).authentic == 0


def test_a_file_whose_salt_is_damaged_is_read_with_the_one_that_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    stored(path, [(1, "two", b"three")])
    data = bytearray(path.read_bytes())
    salt = bytes(data[:16])
    data[3] ^= 1
    path.write_bytes(data)
    assert Pages(path, KEY).authentic == 0
    assert (1, "two", b"three") in list(Pages(path, KEY, salt).rows())
