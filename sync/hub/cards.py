"""What the desks' facts about cards do: one is issued, one replaces another, one goes out of use.

Whoever reads a card elsewhere trusts it because the terminal that signed it had a certificate, or because its number is
on the public list that is written here, for facts that came before their terminal was shut out.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.errors import UsageError
from sync.hub import members
from sync.hub.apply import NotApplicable, Received, handles
from sync.hub.hub import Hub
from sync.hub.store.models import SHUT_OUT, Confirmed, Member, Revoked
from sync.membership import CARD_LIFE


@handles("card_issue")
def _card_issue(session: Session, hub: Hub, got: Received) -> None:
    body = got.fact.body
    member = Member(
        number=_new_number(session, got), space_id=got.space, name=got.personal.get("name") or "",
        contact=got.personal.get("contact"), language=body["language"], access=sorted(set(body["access"])), active=True,
        issued=_issued(hub, got), expires=stamp(hub.clock.now() + CARD_LIFE),
    )  # fmt: skip
    member.link, member.seen = members.link_of(hub, member), member.issued
    session.add(member)
    _confirm(session, got, member)
    if not member.name:  # it was erased before it came
        members.take_out(session, hub, member, "erased")


@handles("card_replace")
def _card_replace(session: Session, hub: Hub, got: Received) -> None:
    number = _new_number(session, got)
    try:
        made = members.replace(session, hub, members.holder(session, _own(session, got)), number, _issued(hub, got))
    except UsageError as error:
        raise NotApplicable(str(error)) from None
    _confirm(session, got, made)


@handles("card_revoke")
def _card_revoke(session: Session, hub: Hub, got: Received) -> None:
    members.take_out(session, hub, _own(session, got), "desk")


@handles("member_seen")
def _member_seen(session: Session, _hub: Hub, got: Received) -> None:
    member = members.holder(session, _own(session, got))
    member.seen = member.seen or got.at


def _own(session: Session, got: Received) -> Member:
    number = got.fact.body["card"]
    found = session.get(Member, number, with_for_update=True, populate_existing=True)
    if found is None or found.space_id != got.space:
        raise NotApplicable(f"no card {number} in this space")
    return found


def _new_number(session: Session, got: Received) -> str:
    number: str | None = got.fact.body.get("number")
    if number is None:
        raise NotApplicable("a card needs the number that the terminal printed")
    if session.get(Member, number) is not None or session.get(Revoked, number) is not None:
        raise NotApplicable(f"card number {number} exists")
    return number


def _issued(hub: Hub, got: Received) -> str:
    """When it was issued; a terminal whose clock is ahead issued it now."""
    return stamp(min(instant(got.at), hub.clock.now()))


def _confirm(session: Session, got: Received, member: Member) -> None:
    if got.terminal.state not in SHUT_OUT:
        session.add(Confirmed(number=member.number, terminal=got.terminal.id, expires=member.expires))
