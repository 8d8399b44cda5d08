"""The shipped weights read fresh lines, and broken set-ups are said."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from ita_docs import typefaces
from ita_docs.recogniser import Recogniser, WeightsMissing
from ita_docs.recogniser.alphabet import CHARACTERS
from ita_docs.recogniser.prepare import prepare
from ita_docs.training.drawing import Style, draw


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def line(text: str, size: float = 66.0) -> np.ndarray:
    if "Laksaman" not in {face.name for face in typefaces.installed()}:
        pytest.skip("Laksaman is not on this machine")
    drawn = draw(text, Style(typefaces.find("Laksaman"), False, size), Random(1))
    top, bottom = round(drawn.baseline - 0.95 * size), round(drawn.baseline + 0.36 * size)
    return drawn.picture[top:bottom, drawn.left - 12 : drawn.right + 12]


@pytest.mark.parametrize(
    "text",
    [
        "ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕",
        "ที่ กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙",
        "วันพุธที่ ๒๔ กันยายน ๒๕๖๘",
        "โทร. ๐ ๕๕๔๑ ๗๖๙๘ ต่อ ๑๒๓๔",
        "ตั้งแต่เวลา 09.30 - 16.30 น.",
        "ด้วยจังหวัดได้กำหนดจัดประชุมคณะกรรมการ",
        "ปี่ ป้า ฟ้า ญาติ ฐานะ น้ำ กฎหมาย",
    ],
)
def test_reads_clean_print(recogniser: Recogniser, text: str) -> None:
    for size in (44.0, 66.0):
        reading = recogniser.read([line(text, size)])[0]
        assert reading.text == text
        assert len(reading.char_edges) == len(text) + 1


def test_edges_follow_the_print(recogniser: Recogniser) -> None:
    picture = line("๑๒๓ กขค")
    reading = recogniser.read([picture])[0]
    gap = reading.char_edges[3], reading.char_edges[4]
    middle = picture[:, round(gap[0]) + 8 : round(gap[1]) - 8]
    assert middle.size == 0 or middle.min() > 128, "the space has no ink in its middle"


def test_company_does_not_change_a_reading(recogniser: Recogniser) -> None:
    short, long = line("ที่ ๑๒"), line("องค์การบริหารส่วนจังหวัด ๐๑๒๓๔๕๖๗๘๙")
    together = recogniser.read([short, long])
    assert together == [recogniser.read([short])[0], recogniser.read([long])[0]]


@pytest.mark.parametrize("shape", [(1, 1), (0, 10), (48, 3), (3, 900), (200, 20)])
def test_odd_pictures_do_not_fail(recogniser: Recogniser, shape: tuple[int, int]) -> None:
    reading = recogniser.read([np.full(shape, 255, np.uint8)])[0]
    assert len(reading.char_edges) == len(reading.text) + 1


def test_weights_and_code_agree_on_the_alphabet(recogniser: Recogniser) -> None:
    assert recogniser.characters == CHARACTERS


def test_missing_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match=r"line\.onnx"):
        Recogniser.load(tmp_path)


def test_prepared_line_is_ink_on_nothing() -> None:
    ink = prepare(line("กขค"))
    assert ink.shape[0] == 48
    assert 0.0 == ink.min() < ink.max() == 1.0
