"""Members of staff: what they are handed (a one-time link, a PIN, a badge), and their password for the office.

An id is random and says nothing about its person, because facts carry it in bytes that are never deleted. What is
secret is shown once and stored as a digest: the link as SHA-256 (it has 192 random bits), PIN and password as Argon2id.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from sync import card as codec
from sync import pin as pins
from sync.clock import instant, stamp
from sync.errors import SyncError, UsageError
from sync.hub import audit, members
from sync.hub.hub import Hub, setting
from sync.hub.store.models import Space, Staff

LOCAL_ROLES = ("operator", "portiere")
"""Roles of people who work in one space: they open its desk with a PIN."""
ROLES = (*LOCAL_ROLES, "comune", "technician")
LINK_LIFE = timedelta(days=7)
BADGE_LIFE = timedelta(days=2 * 365)
MAX_NAME_CHARS = 120
MIN_PASSWORD_CHARS, MAX_PASSWORD_CHARS = 10, 200
PUBLIC_ADDRESS = "public-address"
"""Setting: where the hub is found, such as ``https://quartieri.example``."""
MAX_HASHING = 2
"""Passwords checked at a time: each takes 64 MiB and most of a second of a processor."""
HASHING_WAIT_SECONDS = 3.0
"""How long one more waits for its turn: the threads that wait here are those that answer everybody else."""

_ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_ID_CHARS = 8
_HASHER = PasswordHasher(time_cost=pins.TIME_COST, memory_cost=pins.MEMORY_KIB, parallelism=pins.PARALLELISM)
_HASHING = threading.BoundedSemaphore(MAX_HASHING)
_COMMON = (
    "password", "passwort", "quartieri", "connessi", "portineria", "portiere", "comunemilano", "milano", "benvenuto",
    "qwertyuiop", "asdfghjkl", "1234567890", "0123456789", "0987654321", "abcdefghij", "iloveyou", "ciaociao",
)  # fmt: skip
"""What people choose first."""
MIN_OTHER_CHARS = 4
"""Different characters that a password has beside those words."""


class LinkError(SyncError):
    """A one-time link that is unknown, used or too old."""


class PasswordError(SyncError):
    """A password that is not taken. `reason`: short, long or common."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class BusyError(SyncError):
    """Too many passwords are being checked at this moment."""


@dataclass(frozen=True, slots=True)
class NewStaff:
    """What a member of staff is handed, once.

    Attributes:
        staff: the id, with which they come into the office.
        link: address of the page where they choose a password, good for `LINK_LIFE`, once.
        pin: six digits for the desk; None for those who have no desk.
        badge: text of the badge's QR code (``QCS1:``); None likewise.
    """

    staff: str
    link: str
    pin: str | None
    badge: str | None


def add(hub: Hub, role: str, name: str, space: str | None, *, by: str = audit.COMMAND_LINE) -> NewStaff:
    """Takes on a member of staff.

    Raises:
        UsageError: unknown role or space, a local role without a space, or no name.
    """
    name = " ".join(name.split())
    if role not in ROLES:
        raise UsageError(f"There is no role {role!r}. The roles are: {', '.join(ROLES)}.")
    if not 0 < len(name) <= MAX_NAME_CHARS:
        raise UsageError(f"A name has 1 to {MAX_NAME_CHARS} characters.")
    if role in LOCAL_ROLES and space is None:
        raise UsageError(f"A person with the role {role} works in one space: name it with --space.")
    if role not in LOCAL_ROLES and space is not None:
        raise UsageError(f"A person with the role {role} works for all spaces: leave --space out.")
    fresh = _Fresh.make(hub, space)
    with hub.database.write() as session:
        if space is not None and session.get(Space, space) is None:
            known = ", ".join(session.scalars(sa.select(Space.id).order_by(Space.id)))
            raise UsageError(f"There is no space {space!r}. The spaces are: {known}.")
        person = Staff(id=_unused_id(session), name=name, role=role, space_id=space, epoch=0, active=True)
        session.add(person)
        handed = _equip(session, hub, person, fresh)
        audit.record(session, hub, by, "staff.add", person.id)
    return handed


def reset(hub: Hub, staff_id: str, *, by: str = audit.COMMAND_LINE) -> NewStaff:
    """New link, PIN and badge; the old badge is revoked, the old password and its sessions end, failures are forgotten.

    Raises:
        UsageError: there is no such member of staff.
    """
    staff_id = clean_id(staff_id)
    with hub.database.read() as session:
        found = session.get(Staff, staff_id)
        space = found.space_id if found else None
    fresh = _Fresh.make(hub, space)
    with hub.database.write() as session:
        person = session.get(Staff, staff_id, with_for_update=True)
        if person is None:
            raise UsageError(f"There is no member of staff {staff_id!r}.")
        if person.badge is not None:
            members.revoke(session, hub, person.badge, "badge", "reset")
        person.epoch += 1
        person.password = None
        handed = _equip(session, hub, person, fresh)
        audit.record(session, hub, by, "staff.reset", person.id)
    return handed


@dataclass(frozen=True, slots=True)
class _Fresh:
    """New secrets. Made before the transaction: no other writer shall wait for Argon2id."""

    token: str
    pin: str | None
    verifier: str | None
    serial: str | None

    @classmethod
    def make(cls, hub: Hub, space: str | None) -> _Fresh:
        token = secrets.token_urlsafe(24)
        if space is None:
            return cls(token, None, None, None)
        pin = pins.new_pin()
        return cls(token, pin, pins.make_verifier(hub.pepper(space), pin), secrets.token_hex(8))


def _equip(session: Session, hub: Hub, person: Staff, fresh: _Fresh) -> NewStaff:
    now = hub.clock.now()
    person.link, person.link_expires = digest(fresh.token), stamp(now + LINK_LIFE)
    person.verifier, person.badge = fresh.verifier, fresh.serial
    session.flush()
    badge = _badge_text(hub, person, now) if person.badge is not None else None
    address = setting(session, PUBLIC_ADDRESS).rstrip("/")
    return NewStaff(person.id, f"{address}/office/welcome/{fresh.token}", fresh.pin, badge)


def _badge_text(hub: Hub, person: Staff, now: datetime) -> str:
    issued = int(now.timestamp())
    expires = issued + int(BADGE_LIFE.total_seconds())
    badge = codec.Badge(person.id, person.space_id or "", issued, expires, person.badge or "")
    return codec.encode(badge, hub.signer())


def welcome(session: Session, hub: Hub, token: str, *, lock: bool = False) -> Staff:
    """Whose one-time link this is.

    Raises:
        LinkError: unknown, used or too old; the three look alike.
    """
    query = sa.select(Staff).where(Staff.link == digest(token))
    person = session.scalar(query.with_for_update() if lock else query)
    late = person is None or person.link_expires is None or instant(person.link_expires) <= hub.clock.now()
    if person is None or late or not person.active:
        raise LinkError("This link has been used or is too old. Ask for a new one.")
    return person


def set_password(hub: Hub, token: str, password: str) -> Staff:
    """Stores the password that somebody chose on the page of the one-time link; the link is used up.

    Raises:
        LinkError: unknown, used or too old.
        PasswordError: the password is too short, too long or among the first that anybody would try.
        BusyError: too many passwords are being checked.
    """
    with hub.database.read() as session:
        person = welcome(session, hub, token)
        check_password(password, person.id, person.name)
    with _turn():
        hashed = _HASHER.hash(_normal(password))
    with hub.database.write() as session:
        person = welcome(session, hub, token, lock=True)
        person.password, person.link, person.link_expires = hashed, None, None
        audit.record(session, hub, person.id, "staff.password", person.id)
    return person


def check_password(password: str, *own: str) -> None:
    """Refuses a password that is too short, too long or common; asks for no special signs (NIST SP 800-63B-4, 3.1.1.2).

    Args:
        password: as it was typed.
        own: words that others know of the person, such as the name.

    Raises:
        PasswordError: with the reason.
    """
    plain = _normal(password)
    if len(plain) < MIN_PASSWORD_CHARS:
        raise PasswordError("short", f"A password has at least {MIN_PASSWORD_CHARS} characters. Three words are fine.")
    if len(plain) > MAX_PASSWORD_CHARS:
        raise PasswordError("long", f"A password has at most {MAX_PASSWORD_CHARS} characters.")
    rest = plain.casefold()
    for word in (*_COMMON, *(part for name in own for part in name.casefold().split() if len(part) > 2)):
        rest = rest.replace(word, "")
    if len(set(rest)) < MIN_OTHER_CHARS:
        raise PasswordError("common", "This password is among the first that somebody would try. Choose another one.")


def login(hub: Hub, staff_id: str, password: str) -> Staff | None:
    """The member of staff whose password this is, or None: unknown, inactive or wrong look and last alike.

    Takes most of a second. How often somebody may try is for the caller to say (`sync.hub.office.login`).

    Raises:
        BusyError: too many passwords are being checked.
    """
    nobody = _nobodys_password()
    with hub.database.read() as session:
        person = session.get(Staff, clean_id(staff_id))
        if person is not None:
            session.expunge(person)
    known = person is not None and person.active and person.password is not None
    stored = person.password if person is not None and known and person.password else nobody
    with _turn():
        right = _verify(stored, password)
    return person if known and right else None


def session_key(person: Staff) -> str:
    """Names the present password without telling anything of it: a session under another one has ended."""
    return digest(f"session\x1f{person.password}\x1f{person.active}")[:24]


def clean_id(text: str) -> str:
    """An id as somebody typed it, in the form in which it is stored."""
    return "".join(text.split()).lower()[:64]


def digest(secret: str) -> str:
    """What the database keeps of the secret in a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


@contextmanager
def _turn() -> Iterator[None]:
    if not _HASHING.acquire(timeout=HASHING_WAIT_SECONDS):
        raise BusyError("Too many people are signing in at this moment. Try again in a minute.")
    try:
        yield
    finally:
        _HASHING.release()


def _verify(stored: str, password: str) -> bool:
    try:
        return _HASHER.verify(stored, _normal(password[: MAX_PASSWORD_CHARS + 1]))
    except (VerificationError, InvalidHashError):
        return False


@functools.cache
def _nobodys_password() -> str:
    return _HASHER.hash(secrets.token_hex(16))


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _unused_id(session: Session) -> str:
    while True:
        candidate = "".join(secrets.choice(_ID_ALPHABET) for _ in range(_ID_CHARS))
        if session.get(Staff, candidate) is None:
            return candidate
