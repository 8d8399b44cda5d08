"""The form in which numbers are compared: one key for every way to write the same number."""

from __future__ import annotations

import re

from parsers.normalise import normalise

__all__ = ["number_key"]

_LEAD = re.compile(r"^(?:ที่|เลขที่|ด่วนที่สุด|ด่วนมาก|ด่วน|ลับที่สุด|ลับมาก|ลับ|[\s:]+)+")
_PREFIX = re.compile(r"^[ก-๎.\s]*(?:\([^)]*\))?[ก-๎.\s]*")
_CIRCULAR = re.compile(r"(?:(?<=[\d)])/?|/)ว\.?(?=\d|$)")
_SERIAL_ZEROS = re.compile(r"(?<=[/ว])0+(?=\d)")


def number_key(text: str) -> str:
    """Fold a number: Arabic digits, no spaces, no dots among the letters, no zeros before the serial.

    >>> number_key("ที่ มท๐๐๑๘.๑/ว.๐๐๕๕") == number_key("มท 0018.1/ว 55")
    True
    >>> number_key("ด่วนที่สุด ที่ กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙")
    'กค(กวจ)0405.2/ว119'
    """
    plain = _LEAD.sub("", normalise(text).text)
    lead = _PREFIX.match(plain)
    prefix = lead.group() if lead else ""
    rest = re.sub(r"/+", "/", re.sub(r"\s+", "", plain[len(prefix) :]).replace(",", "."))
    letters = re.sub(r"[\s.]+", "", prefix)
    folded = letters + rest
    return _SERIAL_ZEROS.sub("", _CIRCULAR.sub("/ว", folded, count=1))
