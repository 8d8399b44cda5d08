"""Offices that write: central bodies, provincial units, districts, local governments, school areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ita_docs.corpus.data_files import Province, bodies, lines, vocabulary
from ita_docs.corpus.dice import Dice

__all__ = ["Office", "central_office", "district_office", "local_office", "provincial_office"]


@dataclass(frozen=True, slots=True)
class Office:
    """Who speaks (`name`), what the letterhead prints, where it sits, its number and its people."""

    name: str
    letterhead: str
    address: tuple[str, ...]
    agency: str
    unit: str
    head: str
    deputies: tuple[str, ...]
    owner: tuple[str, ...]
    area: str
    province: Province | None = None
    committee: str | None = None
    also_named: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()

    @property
    def series(self) -> str:
        """The name of its row of numbers."""
        return (
            f"{self.agency} ({self.committee}) {self.unit}"
            if self.committee
            else f"{self.agency} {self.unit}"
        )


def central_office(key: str, dice: Dice) -> Office:
    """A department or independent body of `bodies.toml`, writing through one of its units."""
    body = bodies()[key]
    unit, *owner = dice.pick(body["units"])
    tagged = body.get("committee") if unit.startswith("0405") else None
    address = tuple(body["address"])
    return Office(
        name=body["name"],
        letterhead=body["letterhead"],
        address=address,
        agency=body["agency"],
        unit=unit,
        head=body["head"],
        deputies=tuple(body["deputies"]),
        owner=tuple(owner),
        area="02",
        committee=tagged,
        also_named=tuple(dict.fromkeys((body.get("full", body["name"]), body["letterhead"]))),
        also_in=_seat(body, address),
    )


def _seat(body: dict[str, Any], address: tuple[str, ...]) -> tuple[str, ...]:
    """The province that a reader may take from the address of a central body."""
    named = [body["province"]] if "province" in body else []
    if any("นนทบุรี" in row for row in address):
        named.append("นนทบุรี")
    if any(word in row for row in address for word in ("กทม.", "กรุงเทพ")):
        named.append("กรุงเทพมหานคร")
    return tuple(named)


def provincial_office(line: str, province: Province, dice: Dice) -> Office:
    """The unit of a province through which a line of command writes."""
    if line == "school":
        return _school_area(province, dice)
    entry = lines()[line]
    owner = (entry["owner"], dice.pick(entry["groups"])) if dice.chance(0.85) else (entry["owner"],)
    whole = f"จังหวัด{province.name}"
    deputies: tuple[str, ...] = ("รองผู้ว่าราชการจังหวัด", "ปลัดจังหวัด", f"รองผู้ว่าราชการ{whole}")
    if line == "district":
        deputies = ("ปลัดจังหวัด", f"ปลัด{whole}", "รองผู้ว่าราชการจังหวัด")
    if line == "local":
        deputies = ("ท้องถิ่นจังหวัด", f"ท้องถิ่น{whole}", "รองผู้ว่าราชการจังหวัด")
    if line == "health":
        deputies = (f"นายแพทย์สาธารณสุข{whole}",)
    return Office(
        name=whole,
        letterhead=f"สำนักงานสาธารณสุข{whole}" if line == "health" else f"ศาลากลาง{whole}",
        address=(f"{_road(province, dice)} {province.code} {province.postcode}000",),
        agency=province.code,
        unit=entry["unit"] + dice.pick(entry["subs"]),
        head=f"ผู้ว่าราชการ{whole}",
        deputies=deputies,
        owner=owner,
        area=province.area,
        province=province,
        also_named=(f"สำนักงานสาธารณสุข{whole}",) if line == "health" else (),
    )


def _road(province: Province, dice: Dice) -> str:
    """The same road for every letter of a province's hall."""
    roads: list[str] = vocabulary()["roads"]
    return Dice(f"road {province.code}").pick(roads)


def _school_area(province: Province, dice: Dice) -> Office:
    name = lines()["school"]["owner"].format(p=province.name)
    place = Dice(f"school {province.code}")
    return Office(
        name=name,
        letterhead=name,
        address=(
            f"{place.pick(vocabulary()['roads'])} อำเภอเมือง{province.name}",
            f"{province.code} {province.postcode}000",
        ),
        agency="ศธ",
        unit="04" + place.digits(3),
        head=f"ผู้อำนวยการ{name}",
        deputies=(f"รองผู้อำนวยการ{name}",),
        owner=(dice.pick(lines()["school"]["groups"]),),
        area=province.area,
        province=province,
    )


def district_office(province: Province, dice: Dice) -> Office:
    """A district (อำเภอ), numbered DD18 under its province."""
    district = dice.pick(province.districts)
    place = province.districts.index(district) + 2
    return Office(
        name=f"อำเภอ{district}",
        letterhead=f"ที่ว่าการอำเภอ{district}",
        address=(f"ตำบล{district} {province.code} {province.postcode}1{place}0",),
        agency=province.code,
        unit=f"{place:02d}18" + dice.pick(("", ".1", ".2")),
        head=f"นายอำเภอ{district}",
        deputies=("ปลัดอำเภอ", "ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการพิเศษ)"),
        owner=("ที่ทำการปกครองอำเภอ", dice.pick(("กลุ่มงานบริหารงานปกครอง", "ฝ่ายความมั่นคง"))),
        area=province.area,
        province=province,
        also_named=(f"ที่ว่าการอำเภอ{district}",),
    )


def local_office(province: Province, dice: Dice) -> Office:
    """A subdistrict organisation or municipality, numbered with five digits under its province."""
    place, district = dice.pick(vocabulary()["local_places"]), dice.pick(province.districts)
    town = dice.chance(0.35)
    name = f"เทศบาลตำบล{place}" if town else f"องค์การบริหารส่วนตำบล{place}"
    head = f"นายกเทศมนตรีตำบล{place}" if town else f"นายกองค์การบริหารส่วนตำบล{place}"
    return Office(
        name=name,
        letterhead=f"สำนักงาน{name}" if town else f"ที่ทำการ{name}",
        address=(
            f"หมู่ที่ {dice.number(1, 12)} ตำบล{place} อำเภอ{district}",
            f"จังหวัด{province.name} {province.postcode}1{dice.number(1, 9)}0",
        ),
        agency=province.code,
        unit=f"{dice.number(52, 57) if town else dice.number(71, 88)}{dice.number(1, 9)}0{dice.number(1, 4)}",
        head=head,
        deputies=("ปลัดเทศบาล", "รองนายกเทศมนตรี")
        if town
        else ("ปลัดองค์การบริหารส่วนตำบล", "รองนายกองค์การบริหารส่วนตำบล"),
        owner=("สำนักปลัด",) if dice.chance(0.5) else ("สำนักปลัด", "งานบริหารทั่วไป"),
        area=province.area,
        province=province,
        also_named=(f"ที่ทำการ{name}",),
    )
