"""HTML forms as a phone's browser would fill them, for tests that need no browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin


@dataclass
class Form:
    """The first form of a page: where it goes and what its fields hold."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)

    def filled(self, **values: str) -> bytes:
        """The form's body with these values; every one must be a field of it."""
        unknown = set(values) - set(self.fields)
        assert not unknown, f"the form has no field {unknown}; it has {sorted(self.fields)}"
        return urlencode({**{k: v for k, v in self.fields.items() if v}, **values}).encode()


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url, self.forms = url, list[Form]()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form" and known.get("method", "").lower() == "post":
            self.forms.append(Form(urljoin(self._url, known.get("action") or self._url)))
        elif self.forms and tag in ("input", "textarea", "select") and "name" in known:
            box = known.get("type") in ("checkbox", "radio")
            value = "" if box and "checked" not in known else known.get("value", "")
            if not box or known["name"] not in self.forms[-1].fields or value:
                self.forms[-1].fields[known["name"]] = value
            self._select = known["name"] if tag == "select" else ""
        elif tag == "option" and self._select and "selected" in known:
            self.forms[-1].fields[self._select] = known.get("value", "")


def read_form(page: str, url: str) -> Form:
    """The first form of a page that is posted."""
    reader = _Reader(url)
    reader.feed(page)
    assert reader.forms, f"there is no form on {url}: {page[:300]}"
    return reader.forms[0]
