"""Further offices of a province: university, school, hospital, police station, provincial council."""

from __future__ import annotations

from collections.abc import Callable

from ita_docs.corpus.data_files import Province, vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.offices import Office

__all__ = ["other_office"]


def other_office(province: Province, dice: Dice) -> Office:
    """One of them."""
    return dice.pick(_KINDS)(province, dice)


def _address(province: Province, dice: Dice) -> tuple[str, ...]:
    road, number = dice.pick(vocabulary()["roads"]), dice.number(2, 480)
    town = f"อำเภอเมือง{province.name} จังหวัด{province.name} {province.postcode}000"
    return (f"{number} {road}", town) if dice.chance(0.6) else (f"{road} {town}",)


def _university(province: Province, dice: Dice) -> Office:
    name = f"มหาวิทยาลัยราชภัฏ{province.name}"
    faculty = dice.pick(("สำนักงานอธิการบดี", "คณะวิทยาการจัดการ", "คณะครุศาสตร์", "สถาบันวิจัยและพัฒนา"))
    unit = f"06{dice.number(12, 59)}"
    unit += dice.pick((f".{dice.number(1, 20)}", f"({dice.number(1, 15)})", ""))
    deputies = ("รองอธิการบดี", f"คณบดี{faculty}") if faculty.startswith("คณะ") else ("รองอธิการบดี",)
    return Office(
        name,
        name,
        _address(province, dice),
        "อว",
        unit,
        f"อธิการบดี{name}",
        deputies,
        (faculty,),
        province.area,
        province,
    )


def _school(province: Province, dice: Dice) -> Office:
    place = dice.pick(vocabulary()["local_places"])
    name = f"โรงเรียน{dice.pick(('บ้าน', 'ชุมชน', 'วัด'))}{place}"
    district = dice.pick(province.districts)
    address = (
        f"ตำบล{place} อำเภอ{district}",
        f"จังหวัด{province.name} {province.postcode}1{dice.number(1, 9)}0",
    )
    unit = f"04{dice.digits(3)}.{dice.number(10, 250)}"
    head = f"ผู้อำนวยการ{name}"
    return Office(
        name,
        name,
        address,
        "ศธ",
        unit,
        head,
        ("รองผู้อำนวยการโรงเรียน",),
        ("กลุ่มบริหารทั่วไป",),
        province.area,
        province,
    )


def _hospital(province: Province, dice: Dice) -> Office:
    district = dice.pick(province.districts)
    name = f"โรงพยาบาล{district}"
    address = (f"ตำบล{district} อำเภอ{district}", f"{province.code} {province.postcode}1{dice.number(1, 9)}0")
    unit = f"0033.3{dice.digits(2)}" + dice.pick(("", ".1", ".2"))
    owner = (
        dice.pick(("กลุ่มงานบริหารทั่วไป", "กลุ่มการพยาบาล", "กลุ่มงานประกันสุขภาพ ยุทธศาสตร์และสารสนเทศทางการแพทย์")),
    )
    deputies = ("นายแพทย์ชำนาญการพิเศษ", "ทันตแพทย์เชี่ยวชาญ")
    head = f"ผู้อำนวยการ{name}"
    return Office(name, name, address, province.code, unit, head, deputies, owner, province.area, province)


def _police(province: Province, dice: Dice) -> Office:
    district = dice.pick(province.districts)
    name = f"สถานีตำรวจภูธร{district}"
    address = (f"อำเภอ{district} จังหวัด{province.name}", f"{province.postcode}1{dice.number(1, 9)}0")
    unit = f"00{dice.number(14, 24)}({province.code}).{dice.number(2, 40)}"
    head = f"ผู้กำกับการ{name}"
    return Office(
        name, name, address, "ตช", unit, head, ("รองผู้กำกับการ",), ("งานอำนวยการ",), province.area, province
    )


def _council(province: Province, dice: Dice) -> Office:
    name = f"องค์การบริหารส่วนจังหวัด{province.name}"
    divisions = ("กองยุทธศาสตร์และงบประมาณ", "สำนักปลัดองค์การบริหารส่วนจังหวัด", "กองช่าง")
    owner = (dice.pick(divisions), "ฝ่ายบริหารงานทั่วไป")
    unit = f"5100{dice.number(1, 9)}" + dice.pick(("", ".1", ".3"))
    head, deputies = f"นายก{name}", ("รองนายกองค์การบริหารส่วนจังหวัด", "ปลัดองค์การบริหารส่วนจังหวัด")
    seat, printed = f"ที่ทำการ{name}", dice.chance(0.4)
    return Office(
        name, seat if printed else name, _address(province, dice), province.code, unit, head, deputies, owner,
        province.area, province, also_named=(seat,),
    )  # fmt: skip


_KINDS: tuple[Callable[[Province, Dice], Office], ...] = (_university, _school, _hospital, _police, _council)
