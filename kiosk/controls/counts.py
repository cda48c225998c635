"""Things that are counted, in words.

They stand together, as methods of a QObject, because lupdate finds plurals in Python only in ``self.tr`` (6.11).
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """Numbers with the right form of their word. The context of the texts is this class's name."""

    def activities(self, n: int) -> str:
        """``18 attività``."""
        return self.tr("%n attività", "", n)

    def show_activities(self, n: int) -> str:
        """``Mostra 12 attività``."""
        return self.tr("Mostra %n attività", "", n)

    def activities_today(self, n: int) -> str:
        """``7 attività oggi``."""
        return self.tr("%n attività oggi", "", n)

    def notices(self, n: int) -> str:
        """``3 avvisi``."""
        return self.tr("%n avvisi", "", n)

    def announcements(self, n: int) -> str:
        """``3 annunci``."""
        return self.tr("%n annunci", "", n)

    def cards(self, n: int) -> str:
        """``12 tessere``."""
        return self.tr("%n tessere", "", n)

    def seats(self, n: int) -> str:
        """``12 posti``."""
        return self.tr("%n posti", "", n)

    def people(self, n: int) -> str:
        """``2 persone``."""
        return self.tr("%n persone", "", n)

    def expected(self, n: int) -> str:
        """``2 persone attese``."""
        return self.tr("%n persone attese", "", n)

    def signed_up(self, n: int) -> str:
        """``2 persone iscritte``."""
        return self.tr("%n persone iscritte", "", n)

    def requests(self, n: int) -> str:
        """``2 aperte``."""
        return self.tr("%n aperte", "", n)

    def parcels(self, n: int) -> str:
        """``3 pacchi``."""
        return self.tr("%n pacchi", "", n)

    def parcel_days(self, n: int) -> str:
        """``Qui da 16 giorni``, and what to do about it."""
        return self.tr("Qui da %n giorni: avvisa chi lo aspetta.", "", n)

    def unread(self, n: int) -> str:
        """``2 da leggere``."""
        return self.tr("%n da leggere", "", n)

    def visits(self, n: int) -> str:
        """``19 passaggi``."""
        return self.tr("%n passaggi", "", n)

    def to_send(self, n: int) -> str:
        """``3 registrazioni da inviare``."""
        return self.tr("%n registrazioni da inviare", "", n)

    def tries(self, n: int) -> str:
        """What is left after a wrong PIN."""
        return self.tr("PIN sbagliato. Puoi provare ancora %n volte.", "", n)

    def ticket_minutes(self, n: int) -> str:
        """How long a phone's ticket is good for."""
        return self.tr("Il codice vale ancora %n minuti.", "", n)


counted = Counts()
