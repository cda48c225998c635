"""The model of a disk that forgets: what was synced stays, what was not may be there in any part."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.proof.writelog import Event, everything, first, nothing, read, some, state_at

FILE, FOLDER = Path("/d/a.db"), Path("/d")
A, B = b"a" * 4096, b"b" * 4096


def _write(data: bytes, offset: int = 0) -> Event:
    return Event(1.0, "write", FILE, offset, data)


def test_what_was_synced_stays_and_what_was_not_may_be_lost() -> None:
    events = [_write(A), Event(1.0, "sync", FILE), _write(B)]
    assert state_at({}, events, nothing) == {FILE: A}
    assert state_at({}, events, everything) == {FILE: B}


def test_a_file_that_was_never_synced_may_be_missing() -> None:
    assert state_at({}, [Event(1.0, "create", FILE), _write(A)], nothing) == {}


def test_a_removal_is_safe_only_when_the_folder_was_synced() -> None:
    gone = [Event(1.0, "remove", FILE)]
    assert state_at({FILE: A}, gone, nothing) == {FILE: A}
    assert state_at({FILE: A}, [*gone, Event(1.0, "sync", FOLDER)], nothing) == {}


def test_a_truncation_may_be_lost_and_later_writes_leave_holes() -> None:
    events = [Event(1.0, "truncate", FILE, 2), _write(b"zz", 4)]
    assert state_at({FILE: b"123456"}, events, everything) == {FILE: b"12\0\0zz"}
    assert state_at({FILE: b"123456"}, events, nothing) == {FILE: b"123456"}


def test_writes_tear_at_sectors_and_nowhere_else() -> None:
    seen = set()
    for seed in range(200):
        for keep in (some(Random(seed)), first(Random(seed))):
            data = state_at({FILE: A}, [_write(B)], keep)[FILE]
            assert len(data) == len(A)
            sectors = [data[start : start + 512] for start in range(0, len(data), 512)]
            assert set(sectors) <= {A[:512], B[:512]}
            seen.add(data)
    assert {A, B} < seen


def test_a_log_is_read_with_its_bytes_also_where_threads_interrupt_each_other(tmp_path: Path) -> None:
    name = "".join(f"\\x{byte:02x}" for byte in str(FILE).encode())
    log = tmp_path / "log"
    log.write_text(
        f'7 1.000001 openat(AT_FDCWD<\\x2f>, "{name}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 5<{name}>\n'
        f'7 1.000002 pwrite64(5<{name}>, "\\x61\\x62", 2, 10 <unfinished ...>\n'
        f"8 1.000003 fsync(5<{name}>) = -1 EIO (Input/output error)\n"
        f"7 1.000004 <... pwrite64 resumed>) = 2\n"
        f"8 1.000005 fsync(5<{name}>)       = 0\n"
        f'8 1.000006 write(1<{name}>, "\\x68\\x69\\x0a", 3) = 3\n'
        f"7 1.000007 ftruncate(5<{name}>, 2) = 0\n"
        f'7 1.000008 unlink("{name}") = 0\n'
        "7 1.000009 +++ exited with 0 +++\n"
    )
    assert [(event.what, event.offset, event.data) for event in read(log)] == [
        ("create", 0, b""), ("write", 10, b"ab"), ("sync", 0, b""), ("say", 0, b"hi\n"), ("truncate", 2, b""),
        ("remove", 0, b""),
    ]  # fmt: skip
    assert {event.path for event in read(log)} == {FILE}
