"""The exception tree of the package.

    SyncError                      anything that this package raises on purpose
    ├── UsageError                 a person asked for something that cannot be; exit status 2
    ├── FactError                  a fact that cannot be stated or read (sync.facts)
    ├── StoreError                 a database or data folder that cannot be used
    │   ├── FolderInUse            another process runs on that data folder
    │   ├── NotEnrolled            no hub has let this terminal in yet
    │   ├── Erased                 the hub had this terminal erase what it held
    │   ├── DiskFull               nothing more can be stored; nothing was said to be stored
    │   └── Damaged                a file does not authenticate or does not open with its key
    ├── HubError                   the other end did not do its part (sync.terminal.transport)
    │   ├── HubUnreachable         no network, no such host, connection refused, time-out
    │   ├── HubNotOurs             something answered that is no hub (HTML, another program)
    │   ├── HubVersion             a hub that speaks no version of the protocol that we speak
    │   └── HubRefused             the hub said no: code and sentence
    ├── ImportProblem              a calendar that cannot be taken in at all (sync.hub)
    ├── numbers, cards, signatures, secrets: NumberError, CodeError, SignatureError, VaultError,
    │                              each in its own module

Every message is a sentence for the person who reads it: what happened, and what to do.
"""

from __future__ import annotations


class SyncError(Exception):
    """Anything that this package raises on purpose; its text is a sentence for people."""


class UsageError(SyncError):
    """A request that makes no sense as it was made: wrong option, unknown space, missing folder."""


class FactError(SyncError):
    """A fact that cannot be stated (bad field, too large) or read (bytes that are no fact)."""


class StoreError(SyncError):
    """A database or a data folder that cannot be used."""


class FolderInUse(StoreError):
    """Another process already runs on this data folder."""


class NotEnrolled(StoreError):
    """No hub has let this terminal in yet."""

    def __init__(self) -> None:
        super().__init__("This terminal is not enrolled. Enrol it: kiosk enrol --hub URL --space ID.")


class Erased(StoreError):
    """The hub had this terminal erase what it held, or it is about to."""


class DiskFull(StoreError):
    """The disk has no room. Nothing that was not stored has been called stored."""


class Damaged(StoreError):
    """A file does not authenticate, is no database, or does not open with the key at hand."""


class HubError(SyncError):
    """The hub did not do its part."""


class HubUnreachable(HubError):
    """No answer: no network, unknown host, refused connection, time-out."""


class HubNotOurs(HubError):
    """Something answered that is not a hub."""


class HubVersion(HubError):
    """The hub speaks no version of the protocol that this program speaks."""


class HubRefused(HubError):
    """The hub refused the request.

    Attributes:
        status: HTTP status code.
        code: the machine-readable reason of `sync.wire.Problem`.
        details: further members of the refusal (for example the hub's time).
        retry_after: seconds after which to try again, where the hub said so.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str,
        details: dict[str, object] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.details = details or {}
        self.retry_after = retry_after


class ImportProblem(SyncError):
    """A file that is no calendar, or is beyond the bounds; nothing was changed."""
