"""Reads rows out of a SQLCipher file that SQLCipher itself will not read: page by page, whatever lies broken between.

A damaged page makes SQLite give up on everything beyond it, and a damaged first page on the whole file. But each page
is authenticated by itself, so every page that still authenticates is exactly as it was written, and the rows on it can
be read without the tree above them. Nothing here writes.

The format: SQLCipher 4 with a raw key (https://www.zetetic.net/sqlcipher/design/): pages of 4,096 bytes, AES-256-CBC,
each ending with a 16-byte IV and the HMAC-SHA512 of ciphertext, IV and page number; the HMAC's key is derived from the
key and the file's salt, its first 16 bytes. Inside: SQLite's leaf pages of tables, records and overflow pages, and its
write-ahead log (https://www.sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sync.terminal.store import SALT_BYTES as SALT

PAGE = 4096
_RESERVE, _IV, _MAC = 80, 16, 64
_USABLE = PAGE - _RESERVE
_LEAF = 0x0D
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_PIECE = 1024 * PAGE
MAX_VALUE_BYTES = 256 * 1024
"""Of a row: far beyond any fact; a length beyond it is none that we wrote."""

Row = tuple[int | float | str | bytes | None, ...]


class Pages:
    """The authentic pages of a file and of its write-ahead log.

    Attributes:
        authentic: how many there are, in both.
        damaged: how many of the file's own pages are not.
    """

    def __init__(self, path: Path, key: bytes, salt: bytes | None = None) -> None:
        """Authenticates every page.

        Args:
            path: the file; its log is looked for beside it. Either may be missing.
            key: the raw key.
            salt: the file's, where somebody remembers it: its first bytes may be what is damaged.

        Raises:
            OSError: the medium does not give the files back. Ranges that it does not give back count as damaged.
        """
        self._key = key
        self._file = _read(path)
        self._log = _read(path.with_name(path.name + "-wal"))
        self._mac_key = self._derive(self._file[:SALT])
        if salt is not None and not self._opens(0, self._file[:PAGE], 1):
            self._mac_key = self._derive(salt)
        self._newest: dict[int, tuple[bytes, int]] = {}
        self._older: list[tuple[bytes, int, int]] = []
        self.authentic = self.damaged = 0
        self._index()

    def _derive(self, salt: bytes) -> bytes:
        return hashlib.pbkdf2_hmac("sha512", self._key, bytes(byte ^ 0x3A for byte in salt), 2, 32)

    def _index(self) -> None:
        for number in range(1, len(self._file) // PAGE + 1):
            if self._opens((number - 1) * PAGE, self._file, number):
                self._newest[number] = (self._file, (number - 1) * PAGE)
                self.authentic += 1
            else:
                self.damaged += 1
        for number, place, live in _frames(self._log):
            if not self._opens(place, self._log, number):
                continue
            self.authentic += 1
            if live:
                if number in self._newest:
                    self._older.append((*self._newest[number], number))
                self._newest[number] = (self._log, place)
            else:
                self._older.append((self._log, place, number))

    def _opens(self, place: int, source: bytes, number: int) -> bool:
        page = source[place : place + PAGE]
        if len(page) < PAGE:
            return False
        content = page[SALT if number == 1 else 0 : PAGE - _MAC]
        found = hmac.new(self._mac_key, content + struct.pack("<I", number), "sha512").digest()
        return hmac.compare_digest(found, page[PAGE - _MAC :])

    def _plain(self, source: bytes, place: int, number: int) -> bytes:
        """A page as SQLite sees it; of the first one the place of its salt is filled up."""
        page = source[place : place + PAGE]
        start = SALT if number == 1 else 0
        opened = Cipher(algorithms.AES(self._key), modes.CBC(page[_USABLE : _USABLE + _IV])).decryptor()
        return bytes(start) + opened.update(page[start:_USABLE]) + opened.finalize()

    def rows(self) -> Iterator[Row]:
        """Every row on a leaf page of any table: those of the newest state first, then those of older pages."""
        for number, (source, place) in self._newest.items():
            yield from self._rows_of(self._plain(source, place, number), number)
        for source, place, number in reversed(self._older):
            yield from self._rows_of(self._plain(source, place, number), number)

    def _rows_of(self, page: bytes, number: int) -> Iterator[Row]:
        head = 100 if number == 1 else 0
        if page[head] != _LEAF:
            return
        (count,) = struct.unpack_from(">H", page, head + 3)
        for index in range(min(count, _USABLE // 4)):
            try:
                (cell,) = struct.unpack_from(">H", page, head + 8 + 2 * index)
                row = _record(self._payload(page, cell))
            except (IndexError, struct.error, ValueError):
                continue  # a page that merely looks like a leaf, or a row whose overflow is damaged
            yield row

    def _payload(self, page: bytes, cell: int) -> bytes:
        """A cell's payload, the part on overflow pages included.

        Raises:
            ValueError: an overflow page is damaged, or the length is none that we wrote.
        """
        size, cell = _varint(page, cell)
        _rowid, cell = _varint(page, cell)
        if size > MAX_VALUE_BYTES:
            raise ValueError("too long")
        local = _local(size)
        if cell + local > _USABLE:
            raise ValueError("beyond the page")
        found = page[cell : cell + local]
        (following,) = struct.unpack_from(">I", page, cell + local) if local < size else (0,)
        while len(found) < size:
            if following not in self._newest:
                raise ValueError("an overflow page is damaged")
            more = self._plain(*self._newest[following], following)
            (following,) = struct.unpack_from(">I", more, 0)
            found += more[4 : min(_USABLE, 4 + size - len(found))]
        return found


def _local(size: int) -> int:
    """How much of a payload lies on the leaf itself."""
    largest, least = _USABLE - 35, (_USABLE - 12) * 32 // 255 - 23
    if size <= largest:
        return size
    local = least + (size - least) % (_USABLE - 4)
    return local if local <= largest else least


def _frames(log: bytes) -> Iterator[tuple[int, int, bool]]:
    """The frames of a write-ahead log: page number, where the page lies, and whether it is of the log's present run."""
    if len(log) < _WAL_HEADER or struct.unpack_from(">I", log)[0] not in _WAL_MAGIC:
        return
    run = log[16:24]
    for place in range(_WAL_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        (number,) = struct.unpack_from(">I", log, place)
        yield number, place + _FRAME_HEADER, log[place + 8 : place + 16] == run


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """SQLite's variable-length integer, unsigned, and where it ends."""
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    return value << 8 | data[place + 8], place + 9


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _record(payload: bytes) -> Row:
    """The values of a record.

    Raises:
        ValueError: the bytes are none.
    """
    header, place = _varint(payload, 0)
    kinds: list[int] = []
    while place < header:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != header or len(kinds) > 100:
        raise ValueError("no record")
    values: list[int | float | str | bytes | None] = []
    for kind in kinds:
        size = _INTEGERS.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
        if place + size > len(payload):
            raise ValueError("no record")
        values.append(_value(kind, payload[place : place + size]))
        place += size
    return tuple(values)


def _value(kind: int, data: bytes) -> int | float | str | bytes | None:
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind >= 12:
        return data.decode() if kind % 2 else data
    return None


def _read(path: Path) -> bytes:
    """A file's content; zeros for the pages that the medium does not give back.

    Raises:
        OSError: it gives nothing at all.
    """
    if not path.exists():
        return b""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        size, place, parts = os.fstat(handle).st_size, 0, []
        while place < size:
            part = _piece(handle, min(_PIECE, size - place), place)
            if not part:
                break
            parts.append(part)
            place += len(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def _piece(handle: int, size: int, place: int) -> bytes:
    try:
        return os.pread(handle, size, place)
    except OSError:  # somewhere in this piece: page by page, then
        if size > PAGE:
            return _piece(handle, PAGE, place)
        return bytes(size)
