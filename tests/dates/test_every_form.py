"""Any day from 2475 to 2600 B.E. is read back from every written form."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.dates import find_times
from parsers.knowledge import months, weekdays

FIRST, LAST = dt.date(2475 - 543, 1, 1), dt.date(2600 - 543, 12, 31)
DAYS = st.dates(FIRST, LAST)
MODERN = st.dates(dt.date(2500 - 543, 1, 1), dt.date(2599 - 543, 12, 31))
FULL = {row.month: row.text for row in months() if row.form == "full"}
SHORT = {row.month: row.text for row in months() if row.form == "abbreviated"}
WEEKDAY = {row.weekday: row.text for row in weekdays() if row.form == "full"}
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
digits = st.sampled_from([str, lambda text: text.translate(THAI)])


def forms(day: dt.date) -> list[str]:
    """The day in each form that letters use, with Arabic digits."""
    year, month, number = day.year + 543, day.month, day.day
    full, short, weekday = FULL[month], SHORT[month], WEEKDAY[day.weekday()]
    bare = short.replace(".", "")
    return [
        f"{number} {full} {year}",
        f"{number:02d} {full} {year}",
        f"วันที่ {number} {full} {year}",
        f"{number} {full} พ.ศ. {year}",
        f"วันที่ {number} เดือน {full} พ.ศ. {year}",
        f"ที่ {number} เดือน{full} พุทธศักราช {year}",
        f"วัน{weekday}ที่ {number} {full} {year}",
        f"วัน{weekday} ที่ {number} {full} พ.ศ. {year}",
        f"เมื่อวันที่{weekday}ที่ {number} {full} {year}",
        f"{number} {full} {year} (วัน{weekday})",
        f"{number} {short} {year}",
        f"{number} {bare} {year}",
        f"{number}{short}{year}",
        f"{number}/{month}/{year}",
        f"{number:02d}/{month:02d}/{year}",
        f"{number:02d}-{month:02d}-{year}",
        f"วันที่ {number}.{month}.{year}",
        f"{year}-{month:02d}-{number:02d}",
        f"{number}-{short}-{year}",
        f"{number} {full} {day.year}",
        f"{number} {full} ค.ศ. {day.year}",
        f"วันที่ {number} เดือน {month} ปี {year}",
        f"ลงวันที่ {number} {full} {year}",
        " ".join(f"{number:02d}") + f" {full} " + " ".join(str(year)),
        f"{number}\u00a0{full}\n{year}",
    ]


@settings(max_examples=300, deadline=None)
@given(DAYS, st.data())
def test_whole_year(day: dt.date, data: st.DataObject) -> None:
    text = data.draw(digits)(data.draw(st.sampled_from(forms(day))))
    assert [time.value for time in find_times(text)] == [day.isoformat()], text


@pytest.mark.parametrize("form", range(25))
@pytest.mark.parametrize(
    "day", [FIRST, LAST, dt.date(2024, 2, 29), dt.date(1999, 12, 31), dt.date(2025, 5, 4)]
)
def test_each_form(day: dt.date, form: int) -> None:
    (time,) = find_times(forms(day)[form])
    assert (time.value, time.date, time.kind) == (day.isoformat(), day, "date")
    assert not [issue for issue in time.issues if issue.code != "era_mismatch"]


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_weekday_is_read_and_checked(day: dt.date) -> None:
    right, wrong = WEEKDAY[day.weekday()], WEEKDAY[(day.weekday() + 1) % 7]
    (time,) = find_times(f"วัน{right}ที่ {day.day} {FULL[day.month]} {day.year + 543}")
    assert (time.weekday, time.issues) == (day.weekday(), ())
    (time,) = find_times(f"วัน{wrong}ที่ {day.day} {FULL[day.month]} {day.year + 543}")
    assert (time.value, [issue.code for issue in time.issues]) == (day.isoformat(), ["weekday_mismatch"])


@settings(max_examples=200, deadline=None)
@given(MODERN, st.data())
def test_two_digits_are_buddhist(day: dt.date, data: st.DataObject) -> None:
    short = f"{(day.year + 543) % 100:02d}"
    form = data.draw(
        st.sampled_from(
            [
                f"{day.day} {SHORT[day.month]} {short}",
                f"{day.day} {FULL[day.month]} {short}",
                f"{day.day} {SHORT[day.month].replace('.', '')} {short}",
                f"วันที่ {day.day}/{day.month}/{short}",
                f"{day.day:02d}/{day.month:02d}/{short}",
                f"ลว. {day.day} {SHORT[day.month]} {short}",
            ]
        )
    )
    assert [time.value for time in find_times(data.draw(digits)(form))] == [day.isoformat()], form


@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(1, 400), st.data())
def test_ranges(day: dt.date, length: int, data: st.DataObject) -> None:
    last = min(day + dt.timedelta(days=length), LAST)
    if last == day:
        return
    joint = data.draw(st.sampled_from([" - ", "-", " – ", " ถึง ", " ถึงวันที่ ", " จนถึงวันที่ "]))
    head = data.draw(st.sampled_from(["", "วันที่ ", "ระหว่างวันที่ ", "ตั้งแต่วันที่ "]))
    begin = f"{day.day} {FULL[day.month]} {day.year + 543}"
    if (day.year, day.month) == (last.year, last.month):
        begin = data.draw(st.sampled_from([f"{day.day}", f"{day.day} {FULL[day.month]}"]))
    elif day.year == last.year:
        begin = f"{day.day} {FULL[day.month]}"
    text = data.draw(digits)(f"{head}{begin}{joint}{last.day} {FULL[last.month]} {last.year + 543}")
    assert [time.value for time in find_times(text)] == [f"{day.isoformat()}/{last.isoformat()}"], text


@settings(max_examples=200, deadline=None)
@given(DAYS, st.times(), st.data())
def test_hours(day: dt.date, time: dt.time, data: st.DataObject) -> None:
    clock = data.draw(
        st.sampled_from(
            [
                f"เวลา {time:%H.%M} น.",
                f"เวลา {time:%H:%M} น.",
                f"เวลา {time:%H.%M} นาฬิกา",
                f"เวลา {time:%H%M} น.",
                f"{time:%H:%M}",
            ]
        )
    )
    text = data.draw(digits)(f"{day.day} {FULL[day.month]} {day.year + 543} {clock}")
    assert [found.value for found in find_times(text)] == [f"{day.isoformat()}T{time:%H:%M}"], text


@settings(max_examples=200, deadline=None)
@given(MODERN, st.times(), digits)
def test_military_date_time_group(day: dt.date, time: dt.time, write: object) -> None:
    text = f"{day.day:02d}{time:%H%M} {SHORT[day.month]} {(day.year + 543) % 100:02d}"
    assert [found.value for found in find_times(write(text))] == [f"{day.isoformat()}T{time:%H:%M}"]  # type: ignore[operator]


@settings(max_examples=300, deadline=None)
@given(DAYS, st.data())
def test_a_letter_of_the_month_lost_or_changed(day: dt.date, data: st.DataObject) -> None:
    """The day comes back, or none at all; never another one."""
    name = FULL[day.month]
    at = data.draw(st.integers(1, len(name) - 1))
    other = data.draw(st.sampled_from(["", "ก", "น", "ม", "า", "ิ"]))
    bruised = name[:at] + other + name[at + 1 :]
    found = find_times(f"{day.day} {bruised} {day.year + 543}")
    assert [time.value for time in found if time.kind == "date"] in ([day.isoformat()], [])
