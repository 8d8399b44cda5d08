"""The data files keep their own rules, and say where each row is known from."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from babel import Locale

from parsers import knowledge
from parsers.knowledge import KnowledgeError, load_table
from parsers.knowledge.tables import DATA
from parsers.numbers import find_numbers

LOADERS = {
    "agency_codes.csv": knowledge.agency_codes,
    "confusions.csv": knowledge.confusions,
    "holidays.csv": knowledge.holidays,
    "laws.csv": knowledge.laws,
    "months.csv": knowledge.months,
    "provinces.csv": knowledge.provinces,
    "time_cues.csv": knowledge.time_cues,
    "units.csv": knowledge.units,
    "weekdays.csv": knowledge.weekdays,
}


@pytest.mark.parametrize("name", sorted(LOADERS))
def test_table_loads(name: str) -> None:
    assert len(LOADERS[name]()) >= (DATA / name).read_text(encoding="utf-8").count("\n") - 1


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_every_row_has_a_source(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "source" in lines[0].split(",")


def test_names_of_months_and_weekdays_are_those_of_cldr() -> None:
    thai = Locale("th")
    for form, width in (("full", "wide"), ("abbreviated", "abbreviated")):
        ours = {row.month: row.text for row in knowledge.months() if row.form == form}
        assert ours == dict(thai.months["format"][width])
        days = {row.weekday: row.text for row in knowledge.weekdays() if row.form == form}
        assert days == {day: name.removeprefix("วัน") for day, name in thai.days["format"][width].items()}


def test_words_stand_for_one_thing_only() -> None:
    for rows, key in ((knowledge.months(), "month"), (knowledge.weekdays(), "weekday")):
        meaning: dict[str, int] = {}
        for row in rows:
            assert meaning.setdefault(row.text, getattr(row, key)) == getattr(row, key), row.text
    cues = [cue.text for cue in knowledge.time_cues()]
    assert len(cues) == len(set(cues))


def test_77_provinces_whose_codes_no_ministry_has() -> None:
    provinces = knowledge.provinces()
    assert len({province.code for province in provinces}) == len(provinces) == 77
    ministries = {row.code for row in knowledge.agency_codes() if row.kind.startswith("ministry")}
    assert not ministries & {province.code for province in provinces}


@pytest.mark.parametrize(
    ("postcode", "names"),
    [
        ("47000", ["สกลนคร"]),
        ("90110", ["สงขลา"]),
        ("10110", ["กรุงเทพมหานคร", "สมุทรปราการ"]),
        ("59000", []),
        ("13240", ["ลพบุรี", "พระนครศรีอยุธยา"]),
    ],
)
def test_provinces_of_a_postcode(postcode: str, names: list[str]) -> None:
    assert [province.name_th for province in knowledge.province_of_postcode(postcode)] == names


def test_agency_names() -> None:
    assert knowledge.agency_name("มท") == "กระทรวงมหาดไทย"
    assert knowledge.agency_name("มท", "0808.2") == "กรมส่งเสริมการปกครองท้องถิ่น"
    assert knowledge.agency_name("สน", "0018.1") == "จังหวัดสกลนคร"
    assert knowledge.agency_name("ฌญ") is None
    assert knowledge.known_agency("ธปท.")
    assert not knowledge.known_agency("มหา")


def test_holidays_are_those_of_government_offices() -> None:
    names = {holiday.name for holiday in knowledge.holidays().values()}
    assert not any("แรงงาน" in name or "เด็ก" in name for name in names)
    assert any("พืชมงคล" in name for name in names)
    years = {day.year + 543 for day in knowledge.holidays()}
    assert set(range(2540, 2571)) <= years
    assert knowledge.holidays()[dt.date(2025, 6, 2)].kind == "cabinet"


def test_days_still_to_be_checked_say_so() -> None:
    unchecked = {
        day.year for day, holiday in knowledge.holidays().items() if holiday.confidence == "computed"
    }
    assert unchecked == {2026, 2027}


def test_no_source_quotes_a_letter() -> None:
    for row in knowledge.agency_codes():
        assert not find_numbers(row.source), row


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("month,text,form,source\n13,ก,full,x\n", "line 2: month must be 1 to 12"),
        ("month,text,form,source\n1,ก,odd,x\n", "form must be one of"),
        ("month,text,form,source\n1,ก,full,\n", "line 2: say in the column source"),
        ("month,text,form,source\n1,ก,full,x\n1,ก,full,x\n", "line 3: the same row stands above"),
        ("month,text,form,source\n1,ก,full\n", "not as many cells"),
        ("month,text,form\n1,ก,full\n", "no column source"),
        ("moon,text,form,source\n1,ก,full,x\n", "unexpected keyword argument"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    from parsers.knowledge.calendar_words import _month

    (tmp_path / "months.csv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="months.csv.*" + re.escape(complaint)):
        load_table("months.csv", _month, tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="none"):
        load_table("none.csv", dict, tmp_path)
