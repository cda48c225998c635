"""What SQLite itself refuses, and a journal of 0.1.0 that goes on in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from sync.chain import chain, genesis
from sync.errors import StoreError
from sync.seats import Counters
from sync.terminal.journal import Identity, Journal
from tests.terminal.test_journal import KEY, ME, append, fact

# As 0.1.0 made it.
RELEASED = """
CREATE TABLE state (key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key));
CREATE TABLE fact (incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
    raw BLOB NOT NULL, hash BLOB NOT NULL, salt BLOB, personal BLOB, PRIMARY KEY (incarnation, seq));
CREATE INDEX fact_id ON fact (id);
CREATE TABLE outcome (seq INTEGER NOT NULL, state TEXT NOT NULL, outcome TEXT, why TEXT, PRIMARY KEY (seq));
CREATE TABLE counter (incarnation INTEGER NOT NULL, occurrence TEXT NOT NULL, granted INTEGER NOT NULL,
    returned INTEGER NOT NULL, spent INTEGER NOT NULL, told INTEGER DEFAULT '-1' NOT NULL,
    asked INTEGER DEFAULT '-1' NOT NULL, PRIMARY KEY (incarnation, occurrence));
CREATE TABLE pin_failure (staff TEXT NOT NULL, epoch INTEGER NOT NULL, failures INTEGER NOT NULL, PRIMARY KEY (staff));
INSERT INTO state VALUES ('terminal', 'zoia-1'), ('space', 'zoia'), ('hub', 'http://127.0.0.1:1'), ('hub_key', '00'),
    ('incarnation', '2'), ('have', '1'), ('durable', '0'), ('epoch', 'e1'), ('note.hello', '0.1.0');
INSERT INTO outcome VALUES (1, 'accepted', 'final', '');
INSERT INTO counter VALUES (2, 'o1', 3, 0, 1, 1, 20);
INSERT INTO pin_failure VALUES ('ada', 0, 4);
"""


def raw_connection(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    return connection


def released(path: Path, facts: int) -> None:
    """A file as 0.1.0 left it: one fact of a first incarnation, which was durable, and some of the second."""
    connection = raw_connection(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(RELEASED)
    for incarnation, numbers in ((1, range(100, 101)), (2, range(1, facts + 1))):
        running = genesis("zoia-1", incarnation)
        for seq, number in enumerate(numbers, start=1):
            one = fact(number)
            running = chain(running, one.raw)
            connection.execute(
                "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (incarnation, seq, one.id, one.kind, one.raw, running, None, None),
            )
    connection.close()


def test_a_journal_of_0_1_0_goes_on_in_place(tmp_path: Path) -> None:
    released(tmp_path / "journal.db", 3)
    journal = Journal(tmp_path / "journal.db", KEY)
    assert journal.identity() == Identity("zoia-1", "zoia", "http://127.0.0.1:1", "00")
    position = journal.position()
    assert (position.incarnation, position.floor, position.last, position.have) == (2, 1, 3, 1)
    assert [one.id for one in journal.after(0, facts=9, size=10**6)] == [fact(number).id for number in (1, 2, 3)]
    assert journal.counters() == {"o1": Counters(granted=3, spent=1)}
    assert journal.asked() == {"o1": (1, 0, 20)}
    assert journal.pin_failures("ada", 0) == 4
    assert append(journal, 4) == [4]
    assert list(journal.verify()) == []
    assert journal.begin_incarnation(3) == 4
    journal.close()
    again = Journal(tmp_path / "journal.db", KEY)
    assert again.position().last == 4
    assert list(again.verify()) == []
    again.close()


def test_a_journal_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    Journal(tmp_path / "journal.db", KEY, create=True).close()
    connection = raw_connection(tmp_path / "journal.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / "journal.db").read_bytes()
    with pytest.raises(StoreError, match="newer program"):
        Journal(tmp_path / "journal.db", KEY)
    assert (tmp_path / "journal.db").read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE fact SET raw = x'00' WHERE seq = 1", "never changed"),
        ("UPDATE fact SET hash = x'00' WHERE seq = 1", "never changed"),
        ("UPDATE fact SET seq = 9 WHERE seq = 1", "never changed"),
        ("UPDATE fact SET personal = x'00' WHERE seq = 1", "erased or stays"),
        ("DELETE FROM fact WHERE seq = 2", "never deleted"),
        ("DELETE FROM fact", "never deleted"),
        ("INSERT INTO base VALUES (1, 2, x'00')", "only what is durable"),
        ("UPDATE base SET seq = 3", "only what is durable"),
    ],
)
def test_sqlite_refuses_what_a_journal_never_does(tmp_path: Path, statement: str, why: str) -> None:
    journal = Journal(tmp_path / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    append(journal, 1, 2, 3)
    journal.acknowledge(3, 1)
    journal.close()
    connection = raw_connection(tmp_path / "journal.db")
    connection.execute("INSERT INTO base VALUES (1, 1, x'00')")
    with pytest.raises(dbapi2.DatabaseError, match=why):
        connection.execute(statement)
    connection.close()


def test_a_fact_that_was_changed_behind_our_backs_is_found_by_the_walk(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    append(journal, *range(1, 8))
    journal.close()
    connection = raw_connection(tmp_path / "journal.db")
    connection.execute("DROP TRIGGER fact_stays")
    connection.execute("DROP TRIGGER fact_kept")
    connection.execute("UPDATE fact SET raw = x'7b7d' WHERE seq = 2")
    connection.execute("DELETE FROM fact WHERE seq BETWEEN 4 AND 5")
    connection.close()
    journal = Journal(tmp_path / "journal.db", KEY)
    assert list(journal.verify()) == [
        "incarnation 1: fact 2 does not continue the chain",
        "incarnation 1: facts 4 to 5 are missing",
    ]
    journal.close()
