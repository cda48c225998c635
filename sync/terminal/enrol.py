"""Enrolment: a terminal shows a short code until somebody in the office lets it in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from sync import __version__, wire
from sync.errors import HubRefused, HubUnreachable, UsageError
from sync.terminal.erasing import begin_anew
from sync.terminal.folder import PEPPER, Folder
from sync.terminal.journal import Identity
from sync.terminal.opening import open_journal, remember
from sync.terminal.replica import Replica
from sync.terminal.store import keep_ballast
from sync.terminal.transport import Transport, checked_address


@dataclass(frozen=True, slots=True)
class Waiting:
    """What to show until somebody approves."""

    code: str
    url: str


def enrol(
    folder: Folder, hub: str, space: str, *, show: Callable[[Waiting], None], wait: bool = True
) -> Identity | None:
    """Asks the hub to let this terminal in. Asking again with the same folder goes on with the same key.

    Args:
        folder: where its keys and files are made.
        hub: address.
        space: id of the space where the terminal stands.
        show: called with the code whenever it is a new one.
        wait: until it is approved; otherwise one request is made.

    Returns:
        who the terminal is now; None while it waits.

    Raises:
        UsageError, HubError: with a sentence.
    """
    address = checked_address(hub)
    begin_anew(folder)
    folder.make_keys()
    key = folder.private_key()
    public = key.public_key().public_bytes_raw().hex()
    transport = Transport(address, public, key, folder.clock)
    transport.about()
    request = wire.EnrolRequest(public=public, space=space, version=__version__)
    shown = None
    while True:
        reply = _ask(transport, request, patient=shown is not None)
        if reply is not None and reply.state == "approved":
            transport.close()
            return _store(folder, address, space, reply)
        if reply is not None and reply.state == "refused":
            raise UsageError("The office has given this terminal up: it erases itself. Enrol it anew afterwards.")
        if reply is not None and reply.code != shown:
            shown = reply.code
            show(Waiting(reply.code, reply.url))
        if not wait:
            return None
        time.sleep(reply.interval if reply is not None else 5.0)


def _ask(transport: Transport, request: wire.EnrolRequest, *, patient: bool) -> wire.EnrolReply | None:
    try:
        return transport.post("/v1/enrol", request, wire.EnrolReply)
    except (HubRefused, HubUnreachable) as error:
        away = isinstance(error, HubUnreachable) or error.code == "busy"
        if away and patient:
            return None  # it answered before: the line will come back
        if away:
            raise
        raise UsageError(str(error)) from None


def _store(folder: Folder, hub: str, space: str, reply: wire.EnrolReply) -> Identity:
    if reply.terminal is None or reply.incarnation is None or reply.hub_key is None:
        raise UsageError("The hub approved this terminal without saying who it is. Update the hub.")
    if reply.pepper:
        folder.vault.put(PEPPER, bytes.fromhex(reply.pepper))
    key = folder.database_key()
    identity = Identity(reply.terminal, space, hub, reply.hub_key)
    journal, _words = open_journal(folder, create=True, told=identity)
    known = journal.identity()
    if known is None or known.terminal != identity.terminal:
        # What the hub holds of this terminal is not in this journal: only what was sent from it counts as sent.
        journal.identify(identity, reply.incarnation, 0, reply.epoch)
        journal.note("attested", reply.epoch or "")  # it has no seats: there is nothing to show
    else:
        journal.relocate(identity)
        journal.begin_incarnation(reply.incarnation)
    if reply.limits is not None:
        journal.note("limits", reply.limits.model_dump_json())
    remember(folder, journal)
    replica = Replica(folder.replica, key, create=True)
    if known is not None and known.space != space:
        replica.forget()
    replica.close()
    journal.close()
    keep_ballast(folder.path)
    return identity
