"""Any number that the grammar can write is read back, in any spelling."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.knowledge import agency_codes, provinces
from parsers.numbers import find_numbers, number_key

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
CODES = sorted({p.code for p in provinces()} | {a.code for a in agency_codes() if a.code != "*"} - {"ว"})

units = st.builds(
    lambda head, levels: ".".join([head, *levels]),
    st.from_regex(r"[0-9]{4,5}", fullmatch=True),
    st.lists(st.from_regex(r"[0-9]{1,3}", fullmatch=True), max_size=3),
)
serials = st.integers(1, 99_999).filter(lambda serial: not 2480 <= serial <= 2699).map(str)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(CODES), units, st.booleans(), serials, st.data())
def test_read_back(code: str, unit: str, circular: bool, serial: str, data: st.DataObject) -> None:
    canonical = f"{code} {unit}/{'ว ' if circular else ''}{serial}"
    space = data.draw(st.sampled_from(["", " "]))
    sign = data.draw(st.sampled_from(["ว", "ว ", "ว.", "ว. "])) if circular else ""
    written = f"{code}{space}{unit}{data.draw(st.sampled_from(['/', ' / ', '/ ']))}{sign}{serial}"
    text = f"ที่ {written} ลงวันที่ 1 มกราคม 2568"
    if data.draw(st.booleans()):
        text = text.translate(THAI)
    assert [match.number.canonical for match in find_numbers(text)] == [canonical], text
    assert number_key(written) == number_key(canonical)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 99_999), st.integers(2500, 2599), st.sampled_from(["คำสั่งที่ ", "คำสั่งจังหวัดตราด ที่ "]))
def test_orders(serial: int, year: int, head: str) -> None:
    (match,) = find_numbers(f"{head}{serial}/{year} เรื่อง แต่งตั้งคณะทำงาน".translate(THAI))
    assert (match.kind, match.number.canonical, match.number.serial) == (
        "order",
        f"{serial}/{year}",
        str(serial),
    )
