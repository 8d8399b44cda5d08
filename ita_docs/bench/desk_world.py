"""A home folder with thousands of invented letters, as an office's would be after some years."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select
from sqlmodel import col

from ita_docs.bench.kb_filing import file_world
from ita_docs.bench.kb_world import WorldFile, make_world

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ita_docs.settings import Settings

__all__ = ["fill_home"]

DOUBTFUL = 0.1
"""Share of letters with a doubt or two."""

PICTURED = 25
"""Files with a picture of their page; drawing ten thousand would only take time."""

PER_DAY = 40


def fill_home(settings: Settings, engine: Engine, letters: int, seed: int) -> list[str]:
    """Store so many letters with links, duties, arrivals and index; the ids of those with pictures."""
    from ita_docs.knowledge.search.index import SearchIndex

    files = make_world(seed, letters=letters)
    _doubt(files, random.Random(seed))
    file_world(engine, files)
    _arrive(engine, files)
    pictured = _draw(settings, engine)
    SearchIndex(settings.index).catch_up(engine)
    return pictured


def _doubt(files: Sequence[WorldFile], dice: random.Random) -> None:
    """Make some readings unsure, as scans do."""
    for file in files:
        if dice.random() < DOUBTFUL:
            places = [
                place
                for pointer, place in (file.documents[0].get("provenance") or {}).items()
                if pointer.split("/")[1] in ("number", "date", "subject")
            ]
            for place in places[:2]:
                place["confidence"] = 0.6


def _arrive(engine: Engine, files: Sequence[WorldFile]) -> None:
    """An arrival and a finished job a file, so many a day, the last ones today."""
    from models import Arrival, Job, SourceFile
    from models.columns import BANGKOK, utc_now
    from models.session import writing

    with writing(engine) as session:
        ids = list(session.execute(select(col(SourceFile.id)).order_by(col(SourceFile.id))).scalars())
        now, rows, numbers = utc_now(), [], dict[int, int]()
        for place, source in enumerate(ids):
            at = now - dt.timedelta(days=(len(ids) - 1 - place) // PER_DAY)
            year = at.astimezone(BANGKOK).year + 543
            numbers[year] = numbers.get(year, 0) + 1
            rows.append(_arrival(source, at, year, numbers[year]))
        session.execute(insert(Arrival), rows)
        done = {"state": "done", "page_done": 1, "page_total": 1, "next_try": now, "created_at": now}
        blank = {"attempts": 0, "crashes": 0, "claim": 0}
        session.execute(insert(Job), [{"source_file_id": source, **done, **blank} for source in ids])


def _arrival(source: int | None, at: dt.datetime, year: int, number: int) -> dict[str, Any]:
    return {
        "source_file_id": source,
        "arrived_at": at,
        "year": year,
        "receiving_number": number,
        "via": "inbox",
        "name": f"{number}.pdf",
        "state": "done",
    }


def _draw(settings: Settings, engine: Engine) -> list[str]:
    """Give the first doubtful letters an original with a page at 300 dpi."""
    from ita_docs.archive import Archive
    from models import Document, SourceFile
    from models.session import writing

    archive = Archive(settings.archive)
    with writing(engine) as session:
        waiting = (
            select(Document).where(col(Document.needs_review)).order_by(col(Document.id)).limit(PICTURED)
        )
        letters = list(session.execute(waiting).scalars())
        for letter in letters:
            source = session.get_one(SourceFile, letter.source_file_id)
            source.media_type = "application/pdf"
            path = archive.path_of(source.sha256)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_page(letter.public_id))
            session.add(source)
        return [letter.public_id for letter in letters]


def _page(mark: str) -> bytes:
    """An A4 page of grey lines on noise: what a scan costs to draw."""
    import numpy as np
    from PIL import Image, ImageDraw

    dice = np.random.default_rng(sum(mark.encode()))
    image = Image.fromarray(dice.integers(225, 255, (3508, 2480), dtype=np.uint8))
    draw = ImageDraw.Draw(image)
    for line in range(30):
        draw.rectangle((350, 400 + line * 90, 2200 - (line * 137) % 600, 440 + line * 90), fill=70)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=300)
    return out.getvalue()
