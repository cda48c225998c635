"""Rules of recurrence (RFC 5545, section 3.3.10): which are taken, and in which form they are stored.

icalendar reads them; what is refused here would take for ever, fill the programme, or never happen.
"""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar.prop import vRecur

from sync.errors import UsageError

MAX_RULE_CHARS = 500
MAX_TIMES_A_DAY = 24
MAX_INTERVAL = 1_000
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Years in which something may start or end; beyond them is a typing error, and zones say nothing."""

FREQUENCIES = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
LONGEST_MONTH = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}

Local = date | datetime
"""A local time, or a day of something that counts in days."""


class RuleError(UsageError):
    """A recurrence or a time that cannot be used; the message says what is wrong with it."""


def zone_of(name: str) -> ZoneInfo:
    """A time zone by its name in the IANA database.

    Raises:
        RuleError: there is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise RuleError(f"there is no time zone {name!r}") from None


def normalised(rule: str, start: Local, zone: str) -> str:
    """A recurrence rule as it is stored: checked, in the order of RFC 5545, its UNTIL in UTC or a date.

    An UNTIL that is a mere date includes that day; one without a zone is local.

    Args:
        rule: as it stood behind ``RRULE:``.
        start: local start of the first occurrence.
        zone: name of its zone.

    Raises:
        RuleError: it cannot be read, contradicts itself, never happens, or happens absurdly often.
    """
    if len(rule) > MAX_RULE_CHARS:
        raise RuleError(f"its recurrence is longer than {MAX_RULE_CHARS} characters")
    recur = _read(rule)
    _check(recur)
    until = recur.get("UNTIL", [None])[0]
    if isinstance(until, date):
        recur["UNTIL"] = [_until(until, start, zone_of(zone))]
    return bytes(recur.to_ical()).decode()  # type: ignore[no-untyped-call]


@functools.lru_cache(maxsize=4_096)
def naive(rule: str, zone: ZoneInfo) -> vRecur:
    """The rule with an UNTIL in local time, as the rest of the expansion is."""
    recur = _read(rule)
    until = recur.get("UNTIL", [None])[0]
    if isinstance(until, datetime) and until.tzinfo is not None:
        recur["UNTIL"] = [until.astimezone(zone).replace(tzinfo=None)]
    elif isinstance(until, date) and not isinstance(until, datetime):
        recur["UNTIL"] = [datetime.combine(until, time(23, 59, 59))]
    return recur


def _read(rule: str) -> vRecur:
    try:
        recur: vRecur = vRecur.from_ical(rule)
    except ValueError:
        raise RuleError(f"its recurrence {rule[:80]!r} cannot be read") from None
    if not recur.get("FREQ"):
        raise RuleError(f"its recurrence {rule[:80]!r} does not say how often")
    return recur


def _check(recur: vRecur) -> None:
    """Refuses what would take for ever or fill the programme; what the library refuses, it refuses itself."""
    frequency = str(recur["FREQ"][0]).upper()
    if frequency not in FREQUENCIES:
        raise RuleError(f"it repeats {frequency}: nothing here happens more often than every hour")
    if "UNTIL" in recur and "COUNT" in recur:
        raise RuleError("its recurrence has both an end (UNTIL) and a number of times (COUNT)")
    if recur.get("COUNT", [1])[0] < 1 or not 1 <= recur.get("INTERVAL", [1])[0] <= MAX_INTERVAL:
        raise RuleError("its recurrence has a COUNT or an INTERVAL that makes no sense")
    hours = len(recur.get("BYHOUR", [])) or (24 if frequency == "HOURLY" else 1)
    if hours * max(1, len(recur.get("BYMINUTE", []))) * max(1, len(recur.get("BYSECOND", []))) > MAX_TIMES_A_DAY:
        raise RuleError(f"it repeats more than {MAX_TIMES_A_DAY} times a day")
    often = frequency in ("HOURLY", "DAILY")
    if "RSCALE" in recur or (often and any(part in recur for part in ("BYSETPOS", "BYWEEKNO", "BYYEARDAY"))):
        raise RuleError("its recurrence mixes parts that RFC 5545 does not combine")
    months = [int(month) for month in recur.get("BYMONTH", range(1, 13))]
    days = [abs(int(day)) for day in recur.get("BYMONTHDAY", [1])]
    if not any(1 <= day <= LONGEST_MONTH.get(month, 31) for month in months for day in days if 1 <= month <= 12):
        raise RuleError("its recurrence never happens: no such day in such a month")


def _until(until: date, start: Local, zone: ZoneInfo) -> date:
    moment = until if isinstance(until, datetime) else datetime.combine(until, time(23, 59, 59))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return moment.astimezone(UTC) if isinstance(start, datetime) else moment.astimezone(zone).date()
