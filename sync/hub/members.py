"""Members and their cards, and the signed list of what is no longer accepted.

A card is not stored: it follows from its member's row, because Ed25519 signs the same claims with the same bytes. So a
card can be printed again, and the database holds nothing that would let a thief make one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import card as codec
from sync.clock import instant, stamp
from sync.errors import UsageError
from sync.hub import audit
from sync.hub.hub import Hub
from sync.hub.store.models import (
    Booking,
    CheckIn,
    Confirmed,
    Key,
    Member,
    Offer,
    Parcel,
    RevocationList,
    Revoked,
    ServiceRequest,
    Space,
)
from sync.membership import CARD_LIFE, link_digest, link_secret
from sync.number import NumberError, check, new_number

MAX_NAME_CHARS = 120
MIN_CONTACT_CHARS, MAX_CONTACT_CHARS = 3, 200
MAX_ACCESS = 10
HUB_SIGNS = ("card", "booking", "badge", "certificate", "ticket")
"""Kinds of codes that are accepted when the hub signed them."""
LIST_ID = "all"
MOST_AT_ONCE = 1_000
"""Members that one run of a chore works on."""
MAX_FOLLOWING = 100
"""Cards in a row of which each replaced the one before, as far as anybody looks."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")
_ACCESS = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """A new card: the text of its QR code, the number that is printed on it, and the member (the number again)."""

    card_text: str
    number: str
    member: str


def issue_card(
    hub: Hub, space: str, name: str, language: str, contact: str | None = None, access: Collection[str] = (),
    *, by: str = audit.COMMAND_LINE,
) -> IssuedCard:  # fmt: skip
    """Makes a member of a space and the card, which lasts `CARD_LIFE`.

    Args:
        hub: where.
        space: id of the space that the person belongs to.
        name: as the person wants to be called.
        language: code such as ``it`` or ``zh-Hans``.
        contact: e-mail address or telephone number, where the person wants to leave one.
        access: preferences such as ``large_text``.
        by: id of the member of staff who does this, for the audit log.

    Raises:
        UsageError: no such space, or a value out of its bounds.
    """
    with hub.database.write() as session:
        member = make(session, hub, space, name, language, contact, access)
        member.seen = member.issued
        text = card_text(hub, member)
        audit.record(session, hub, by, "card.issue", member.number)
    return IssuedCard(text, member.number, member.number)


def make(
    session: Session, hub: Hub, space: str, name: str, language: str, contact: str | None = None,
    access: Collection[str] = (),
) -> Member:  # fmt: skip
    """Makes a member in the caller's transaction, of whom nobody has seen a document yet; see `issue_card`.

    Raises:
        UsageError: no such space, or a value out of its bounds.
    """
    name, contact = " ".join(name.split()), (contact or "").strip() or None
    _check(name, language, contact, access)
    _space(session, space)
    now = hub.clock.now()
    member = Member(
        number=_unused_number(session), space_id=space, name=name, contact=contact, language=language,
        access=sorted(set(access)), active=True, issued=stamp(now), expires=stamp(now + CARD_LIFE),
    )  # fmt: skip
    member.link = link_of(hub, member)
    session.add(member)
    return member


def card_text(hub: Hub, member: Member) -> str:
    """The text of a member's card, the same each time.

    Raises:
        UsageError: the member's preferences do not fit on a card.
    """
    card = codec.Card(
        number=member.number, space=member.space_id, issued=int(instant(member.issued).timestamp()),
        expires=int(instant(member.expires).timestamp()), language=member.language, access=tuple(sorted(member.access)),
    )  # fmt: skip
    try:
        return codec.encode(card, hub.signer())
    except codec.CodeError as error:
        raise UsageError(f"The card cannot be made: {error} Use fewer or shorter access preferences.") from None


def link_of(hub: Hub, member: Member) -> str:
    """What the database keeps of the address of a member's own page."""
    return link_digest(link_secret(hub.pepper(member.space_id), member.number))


def give_pages(hub: Hub) -> int:
    """The chore: members of a time before there were pages get theirs; returns how many, `MOST_AT_ONCE` at most."""
    lacking = sa.select(Member).where(Member.link.is_(None), Member.active.is_(True), Member.name != "")
    with hub.database.write() as session:
        found = session.scalars(lacking.order_by(Member.number).limit(MOST_AT_ONCE).with_for_update()).all()
        for member in found:
            member.link = link_of(hub, member)
    return len(found)


def reissue_card(hub: Hub, number: str, *, by: str = audit.COMMAND_LINE) -> IssuedCard:
    """A new card for a member who lost theirs: the old one goes out of use, and the sign-ups go over to the new one.

    Args:
        hub: where.
        number: of the card that is lost, as people type it.
        by: id of the member of staff who does this, for the audit log.

    Raises:
        UsageError: there is no such card, or its member was forgotten.
    """
    with hub.database.write() as session:
        old = holder(session, _known(session, number))
        made = replace(session, hub, old, _unused_number(session), stamp(hub.clock.now()))
        audit.record(session, hub, by, "card.reissue", made.number)
        text = card_text(hub, made)
        return IssuedCard(text, made.number, made.number)


def replace(session: Session, hub: Hub, old: Member, number: str, at: str) -> Member:
    """Gives a member another card in the caller's transaction; all that is personal goes over to it.

    Args:
        session: of a write transaction.
        hub: for its keys and its clock.
        old: the member as the old card names them.
        number: of the new card.
        at: when it was issued.

    Raises:
        UsageError: the member was forgotten.
    """
    if not old.name:
        raise UsageError("This member was forgotten. Issue a new card.")
    made = Member(
        number=number, space_id=old.space_id, name=old.name, contact=old.contact, language=old.language,
        access=list(old.access), active=True, issued=at, expires=stamp(hub.clock.now() + CARD_LIFE), seen=old.seen,
    )  # fmt: skip
    made.link = link_of(hub, made)
    session.add(made)
    old.name, old.contact, old.link, old.followed_by = "", None, None, number
    take_out(session, hub, old, "replaced")
    _hand_over(session, old.number, number)
    return made


def _hand_over(session: Session, old: str, new: str) -> None:
    """What a card made is the new card's."""
    held: list[Booking | ServiceRequest | Offer | Parcel | CheckIn] = []
    held += session.scalars(sa.select(Booking).where(Booking.card == old))
    held += session.scalars(sa.select(ServiceRequest).where(ServiceRequest.card == old))
    held += session.scalars(sa.select(Offer).where(Offer.card == old))
    held += session.scalars(sa.select(Parcel).where(Parcel.card == old))
    held += session.scalars(sa.select(CheckIn).where(CheckIn.card == old))
    for one in held:
        one.card = new


def holder(session: Session, member: Member) -> Member:
    """The member by the card that they have now."""
    for _ in range(MAX_FOLLOWING):
        following = session.get(Member, member.followed_by) if member.followed_by else None
        if following is None:
            break
        member = following
    return member


def card_now(session: Session, number: str | None) -> str | None:
    """The number of the card that a person has now, by one that a terminal may have read before it was replaced."""
    member = session.get(Member, number) if number else None
    return holder(session, member).number if member is not None else number


def earlier(session: Session, number: str) -> list[str]:
    """The numbers of the cards that this one replaced, the latest first."""
    found: list[str] = []
    while len(found) < MAX_FOLLOWING:
        before = session.scalar(sa.select(Member.number).where(Member.followed_by == (found or [number])[-1]).limit(1))
        if before is None:
            break
        found.append(before)
    return found


def take_out(session: Session, hub: Hub, member: Member, why: str = "") -> bool:
    """Takes a member's card out of use in the caller's transaction; False where it was."""
    member.active = False
    return revoke(session, hub, member.number, "card", why)


def printed(hub: Hub, number: str) -> bytes:
    """A member's card as a PDF.

    Raises:
        UsageError: there is no such card, or it is out of use.
    """
    from sync.hub.card_pdf import card_pdf

    with hub.database.read() as session:
        member = session.get(Member, number)
        if member is None or not member.active:
            raise UsageError(f"There is no card in use with the number {number}. Compare it with the card.")
        space = session.get_one(Space, member.space_id).name
        return card_pdf(card_text(hub, member), member.number, member.name, space)


def page_address(hub: Hub, member: Member, web: str) -> str:
    """The address of a member's own page; "" where the hub's public address is not known."""
    return f"{web.rstrip('/')}/p/{link_secret(hub.pepper(member.space_id), member.number)}" if web else ""


def revoke_card(hub: Hub, number: str, *, by: str = audit.COMMAND_LINE) -> None:
    """Takes a card out of use; terminals refuse it as soon as they have the new list. Doing so again changes nothing.

    Args:
        hub: where.
        number: the card's number, as people type it.
        by: id of the member of staff who does this, for the audit log.

    Raises:
        UsageError: there is no such card.
    """
    with hub.database.write() as session:
        member = _known(session, number)
        if take_out(session, hub, member):
            audit.record(session, hub, by, "card.revoke", member.number)


def _known(session: Session, number: str) -> Member:
    try:
        number = check(number)
    except NumberError as error:
        raise UsageError(str(error)) from None
    member = session.get(Member, number, with_for_update=True)
    if member is None:
        raise UsageError(f"There is no card with the number {number}. Compare it with the card.")
    return member


def revoke(session: Session, hub: Hub, identity: str, what: str, why: str = "") -> bool:
    """Puts an id on the list of what is no longer accepted and signs the list anew; False where it is there already.

    Args:
        session: of a write transaction.
        hub: for its key and its clock.
        identity: a card's number, a badge's serial or a key id.
        what: ``card``, ``badge`` or ``key``.
        why: for the office, without personal content.
    """
    if session.get(Revoked, identity) is not None:
        return False
    session.add(Revoked(id=identity, what=what, at=stamp(hub.clock.now()), why=why[:200]))
    if what == "card" and (confirmed := session.get(Confirmed, identity)) is not None:
        session.delete(confirmed)
    _renew_list(session, hub)
    return True


def ensure_keys(hub: Hub) -> None:
    """Publishes the hub's own public key, and a revocation list where there is none. Doing so again changes nothing."""
    signer = hub.signer()
    public = signer.private.public_key().public_bytes_raw().hex()
    with hub.database.write() as session:
        key = session.get(Key, signer.kid)
        if key is None:
            session.add(Key(id=signer.kid, public=public, kinds=list(HUB_SIGNS), spaces=None))
        elif list(key.kinds) != list(HUB_SIGNS):
            key.kinds = list(HUB_SIGNS)
        if session.get(RevocationList, LIST_ID) is None:
            _renew_list(session, hub)


def _renew_list(session: Session, hub: Hub) -> None:
    """Signs the list of all that is revoked, under the next number."""
    row = session.get(RevocationList, LIST_ID, with_for_update=True)
    if row is None:
        row = RevocationList(id=LIST_ID, number=0, signed="")
        session.add(row)
    session.flush()
    kids: set[str] = set()
    others: set[str] = set()
    for identity, what in session.execute(sa.select(Revoked.id, Revoked.what)):
        (kids if what == "key" else others).add(identity)
    number = row.number + 1 if row.signed else 0
    issued = int(hub.clock.now().timestamp())
    row.signed = codec.encode(codec.RevocationList(number, issued, frozenset(others), frozenset(kids)), hub.signer())
    row.number = number


def _check(name: str, language: str, contact: str | None, access: Collection[str]) -> None:
    if not 0 < len(name) <= MAX_NAME_CHARS:
        raise UsageError(f"A name has 1 to {MAX_NAME_CHARS} characters.")
    if not _LANGUAGE.fullmatch(language):
        raise UsageError(f"{language!r} is no language code. Write it like it, en or zh-Hans.")
    if contact is not None and not MIN_CONTACT_CHARS <= len(contact) <= MAX_CONTACT_CHARS:
        raise UsageError(f"A contact has {MIN_CONTACT_CHARS} to {MAX_CONTACT_CHARS} characters, or is left out.")
    if len(access) > MAX_ACCESS or not all(_ACCESS.fullmatch(code) for code in access):
        raise UsageError("Access preferences are up to ten codes such as large_text or low_reach.")


def _space(session: Session, space: str) -> Space:
    found = session.get(Space, space)
    if found is None:
        known = ", ".join(session.scalars(sa.select(Space.id).order_by(Space.id)))
        raise UsageError(f"There is no space {space!r}. The spaces are: {known}.")
    return found


def _unused_number(session: Session) -> str:
    while True:
        number = new_number()
        if session.get(Member, number) is None and session.get(Revoked, number) is None:
            return number
