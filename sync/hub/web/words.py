"""The words of the pages: Italian sentences in templates and code, as gettext message ids; English in dictionaries.

Templates use Jinja's i18n extension, code marks sentences with `N_`, so that Babel can extract them into catalogues for
further languages later. The dictionaries are `sync.hub.site.words` and `sync.hub.office.words`.
"""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("it", "en")
"""Languages of the pages; the first one is written in the templates."""
MEMBER_LANGUAGES: Mapping[str, str] = {
    "it": "Italiano", "en": "English", "ar": "العربية", "zh-Hans": "简体中文", "es": "Español", "fil": "Filipino",
    "ro": "Română", "uk": "Українська", "si": "සිංහල", "bn": "বাংলা", "sq": "Shqip", "fr": "Français",
}  # fmt: skip
"""Languages in which a person may want to be written to, by their own names."""


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Marks a sentence that is translated where it is shown."""
    return text


class Words:
    """The sentences in one language.

    Args:
        language: one of `LANGUAGES`.
        english: Italian sentence → English sentence.
    """

    def __init__(self, language: str, english: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = english if language == "en" else {}

    def gettext(self, message: str) -> str:
        """The sentence in this language; in Italian where it has no translation yet."""
        return self._sentences.get(message, message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """One or many."""
        return self.gettext(singular if count == 1 else plural)
