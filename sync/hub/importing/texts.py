"""Texts as they stand in files, made fit for a screen that anybody reads.

Stray spaces collapse; control characters, half surrogates and HTML go; what is too long is cut with an ellipsis and
a note.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from sync.hub.importing.entry import MAX_CAPACITY, MAX_COST_CHARS, MAX_UID_CHARS, MAX_URL_CHARS
from sync.ids import derived

TAGS = "a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|script|span|strong|style|table|td|tr|u|ul"
HTML = re.compile(rf"</?({TAGS})\b[^<>]*>", re.IGNORECASE)
BLOCKS = frozenset({"br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "tr"})
UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and half surrogates: no screen shows them, and PostgreSQL does not store them."""
UNSEEN = frozenset({"script", "style"})
FREE = re.compile(
    r"(ingresso |evento |partecipazione |accesso )?(gratis|gratuit[oaie]|liber[oa]|free|nessun costo|0 ?(€|euro)?)[.!]?"
)
PRICE = re.compile(r"\d\s*(€|euro\b|eur\b)|(€|\beuro\b|\beur\b)\s*\d", re.IGNORECASE)


def line(value: object, limit: int, what: str, notes: list[str]) -> str:
    """A text of one line."""
    return _clipped(" ".join(_plain(value).split()), limit, what, notes)


def prose(value: object, limit: int, what: str, notes: list[str]) -> str:
    """A text of several lines: paragraphs stay, with one empty line between them at most."""
    lines = "\n".join(" ".join(one.split()) for one in _plain(value).split("\n"))
    return _clipped(re.sub(r"\n{3,}", "\n\n", lines).strip(), limit, what, notes)


def identifier(value: object) -> str:
    """What a file calls an entry; of what is too long to be stored, a digest."""
    name = " ".join(_plain(value).split())
    return name if len(name) <= MAX_UID_CHARS else derived(name)


def cost(value: object, notes: list[str]) -> tuple[str, bool | None]:
    """The words about the cost, and whether it is free: True for "Gratis" and the like, False where there is a price.

    Free text that says neither ("some events are free, others are not") stays text; nothing is guessed from it.
    """
    words = line(value, MAX_COST_CHARS, "cost", notes)
    if FREE.fullmatch(words.casefold()):
        return words, True
    return words, False if PRICE.search(words) else None


def web_address(value: object, notes: list[str]) -> str | None:
    """An absolute web address; a relative one leads nowhere without its site and is left out."""
    text = line(value, 10 * MAX_URL_CHARS, "web address", notes)
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and parts.netloc and len(text) <= MAX_URL_CHARS:
        return text
    notes.append("its web address is relative or cannot be used, and was left out")
    return None


def seats(value: object, notes: list[str]) -> int | None:
    """A capacity: a whole number from 1 to `MAX_CAPACITY`; anything else says nothing about seats."""
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_CAPACITY)) and 1 <= int(text) <= MAX_CAPACITY:
        return int(text)
    if value not in (None, ""):
        notes.append(f"its capacity is no number from 1 to {MAX_CAPACITY} and was left out")
    return None


def scalar(value: object) -> str:
    """A value of JSON or iCalendar as text; nothing, objects and lists are no text."""
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return str(value)


def _plain(value: object) -> str:
    text = scalar(value).replace("\r\n", "\n").replace("\r", "\n")
    if HTML.search(text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    return UNSHOWN.sub("", text)


def _clipped(text: str, limit: int, what: str, notes: list[str]) -> str:
    if len(text) <= limit:
        return text
    notes.append(f"its {what} was cut to {limit} characters")
    return text[: limit - 1].rstrip() + "…"


class _Words(HTMLParser):
    """Collects what HTML shows as words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        if tag == "p":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)
