"""Texts as search sees them: folded, and cut into tokens. Pure, total, and the same at indexing and at asking.

What people type on a terminal is rarely what an organiser wrote: without accents, without the hamza on an alef, in
capitals. Folding takes such differences away in both. Words are kept whole, so that a search for their beginnings finds
them; Chinese and Japanese, which part no words, are cut into pairs of characters that overlap.
"""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 20_000
"""Characters of one text that are looked at."""
MAX_TOKEN = 40
"""Characters of a token; a longer word is known by its beginning."""
MAX_QUERY = 80
"""Characters of a question that are looked at."""
MAX_WORDS = 8
"""Words of a question that are looked for."""

# Marks that people leave out. Those of other scripts (a vowel sign of Bengali or Sinhala, a voiced mark of kana) make
# another word, and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff"  # of Latin, Greek and Cyrillic letters
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic marks
    "\u0640"  # tatweel
    "\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\u00ad]"  # joiners and the like, which nobody sees
)
_ALIKE = str.maketrans(
    {
        "\u0671": "\u0627", "\u0672": "\u0627", "\u0673": "\u0627", "\u0675": "\u0627",  # alef's other forms
        "\u0629": "\u0647", "\u06c3": "\u0647",  # teh marbuta: heh
        "\u0649": "\u064a", "\u06cc": "\u064a", "\u06d2": "\u064a",  # alef maksura, Farsi yeh: yeh
        "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647",  # keheh: kaf; heh goal, doachashmee: heh
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n",
        "ŧ": "t", "\u02b9": "", "\u02bb": "", "\u02bc": "", "\u02be": "", "\u02bf": "",  # apostrophes
    }
)  # fmt: skip
_ARTICLE = "\u0627\u0644"
_DIGITS = {code: str(unicodedata.decimal(chr(code))) for base in (0x660, 0x6F0, 0x966, 0x9E6, 0xDE6)
           for code in range(base, base + 10)}  # fmt: skip
"""Arabic, Farsi, Devanagari, Bengali and Sinhala digits: on a poster they stand for the same hour."""

# Scripts that part no words: Han, hiragana, katakana, and the marks that repeat or lengthen in them.
_UNPARTED = re.compile(
    "[\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]+"
)


def fold(text: str) -> str:
    """A text without what people leave out when they type: case, accents, forms of a letter. ``fold(fold(t)) ==
    fold(t)``.
    """
    if text.isascii():
        return text.lower()
    folded = _fold_once(text)
    # A letter that folds to several may leave something to fold again; a second time settles it.
    return folded if folded.isascii() else _fold_once(folded)


def _fold_once(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", bare)).translate(_ALIKE).translate(_DIGITS)
    return unicodedata.normalize("NFC", bare)


def tokens(text: str) -> list[str]:
    """The tokens that a text is found by, in its order; each is folded and has at most `MAX_TOKEN` characters.

    A run of Chinese or Japanese gives each pair of neighbours and, for a question of one character, its last one. An
    Arabic word is found without its article too.
    """
    found: list[str] = []
    for word in _words(fold(text[:MAX_TEXT])):
        at = 0
        for run in _UNPARTED.finditer(word):
            if run.start() > at:
                found.append(word[at : run.start()][:MAX_TOKEN])
            found += _pairs(run.group())
            at = run.end()
        if at < len(word):
            found.append(word[at:][:MAX_TOKEN])
        if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2:
            found.append(word[len(_ARTICLE) :][:MAX_TOKEN])
    return found


def asked(text: str) -> list[str]:
    """The beginnings of tokens that a question asks for; all of them must be found. At most `MAX_WORDS`.

    A run of Chinese or Japanese asks for its pairs, and for the character itself where there is but one.
    """
    found: dict[str, None] = {}
    for word in _words(fold(text[:MAX_QUERY])):
        at = 0
        for run in _UNPARTED.finditer(word):
            if run.start() > at:
                found[word[at : run.start()][:MAX_TOKEN]] = None
            pairs = _pairs(run.group())
            found.update(dict.fromkeys(pairs[:-1] or pairs))
            at = run.end()
        if at < len(word):
            found[word[at:][:MAX_TOKEN]] = None
    return list(found)[:MAX_WORDS]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run))]


_ASCII_WORDS = re.compile("[0-9a-z]+")


def _words(folded: str) -> list[str]:
    """The runs of letters, digits and the marks that belong to them."""
    if folded.isascii():
        return _ASCII_WORDS.findall(folded)
    return "".join(sign if _is_of_word(sign) else " " for sign in folded).split()


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"
