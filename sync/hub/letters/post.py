"""Handing a letter to a mail server (SMTP, RFC 5321). The one module that knows `smtplib`.

``HUB_SMTP`` names the server: ``smtp://user@host:587`` begins in the clear and demands STARTTLS before anything is
said, ``smtps://user@host:465`` is TLS from the first byte, and ``smtp://127.0.0.1:25``, a server on this machine, is
spoken to as it is. The password is in the hub's vault under `PASSWORD`. ``HUB_MAIL_FROM`` is the sender.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Protocol
from urllib.parse import unquote, urlsplit

from sync.errors import SyncError, UsageError
from sync.hub.hub import Hub
from sync.membership import is_address

PASSWORD = "smtp-password"  # noqa: S105 - the name of the secret, not the secret
TIMEOUT_SECONDS = 20.0
MAX_PASSWORD_CHARS = 500
LOOPBACK = ("127.0.0.1", "::1", "localhost")
PORTS = {"smtp": 587, "smtps": 465}


class NotSent(SyncError):
    """A mail server did not take a letter.

    Attributes:
        final: it never will: the address is none of its people's.
    """

    def __init__(self, why: str, *, final: bool) -> None:
        super().__init__(why)
        self.final = final


class Post(Protocol):
    """Something that takes letters."""

    def send(self, message: EmailMessage) -> None:
        """Hands one over.

        Raises:
            NotSent: it was not taken.
        """


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, as the settings name it."""

    host: str
    port: int
    tls: bool
    user: str
    sender: str


def configured() -> Server | None:
    """The mail server of the environment; None where there is none.

    Raises:
        UsageError: the settings are none.
    """
    url, sender = os.environ.get("HUB_SMTP", ""), os.environ.get("HUB_MAIL_FROM", "")
    if not url:
        return None
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = 0
    if parts.scheme not in PORTS or not parts.hostname or port == 0 or parts.password is not None:
        raise UsageError(
            "HUB_SMTP is no mail server. Write smtp://user@host:587 or smtps://user@host:465, without a password: "
            "that is kept with `hub mail password`."
        )
    if not is_address(parseaddr(sender)[1]) or "\n" in sender:
        raise UsageError("HUB_MAIL_FROM is no sender. Write an address such as Quartieri Connessi <a@example.org>.")
    return Server(
        parts.hostname, port or PORTS[parts.scheme], parts.scheme == "smtps", unquote(parts.username or ""), sender
    )


@contextmanager
def opened(hub: Hub, server: Server) -> Iterator[Post]:
    """A connection, kept for all letters that are sent in the block.

    Raises:
        NotSent: there is none now.
    """
    secret = hub.vault.get(PASSWORD) if server.user else None
    if server.user and secret is None:
        raise NotSent("The mail server's password is not known. Keep it: hub mail password.", final=False)
    try:
        client = _connect(server)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"The mail server {server.host} cannot be used: {_words(error)}.", final=False) from None
    try:
        if secret is not None:
            _log_in(client, server, secret)
        yield _Open(client)
    finally:
        _leave(client)


def _log_in(client: smtplib.SMTP, server: Server, secret: bytes) -> None:
    try:
        client.login(server.user, secret.decode())
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"The mail server {server.host} does not let us in: {_words(error)}.", final=False) from None


def _leave(client: smtplib.SMTP) -> None:
    with suppress(OSError, smtplib.SMTPException):
        client.quit()
    client.close()


def _connect(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.tls:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
    client = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    try:
        client.ehlo()
        if client.has_extn("starttls"):
            client.starttls(context=context)
            client.ehlo()
        elif server.host not in LOOPBACK:  # a name, a place and a time go to nobody in the clear
            raise smtplib.SMTPNotSupportedError("it offers no STARTTLS")
    except BaseException:
        client.close()
        raise
    return client


class _Open:
    """A server that is spoken to."""

    def __init__(self, client: smtplib.SMTP) -> None:
        self._client = client

    def send(self, message: EmailMessage) -> None:
        """Hands one over. After a refusal smtplib has begun anew, so that the connection is good for the next one."""
        try:
            self._client.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise NotSent(_said(code, words), final=500 <= code < 600) from None
        except smtplib.SMTPResponseException as error:
            raise NotSent(_said(error.smtp_code, error.smtp_error), final=False) from None
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(f"The line to the mail server broke: {_words(error)}.", final=False) from None


def _said(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"The mail server said {code}: {' '.join(text.split())[:160]}"


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error)
    return " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())[:160]
