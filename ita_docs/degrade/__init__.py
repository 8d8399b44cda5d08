"""Ways a page goes bad, by name: `DEGRADATIONS["copy"](page, rng)`.

Each takes a page (uint8, grayscale (h, w) or RGB (h, w, 3), dark on light, rendered at 300 dpi) and a
`numpy.random.Generator`, and returns the page as a scanner would deliver it. The bilevel ones and `fax`
return grayscale; `bilevel-200` also returns fewer pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from ita_docs.degrade.paper import Picture, copy, ink, noise, specks, stamp, streaks
from ita_docs.degrade.scanning import bilevel_at, clean, fax, jpeg, mix, skew

__all__ = ["DEGRADATIONS", "HELD_OUT_DEGRADATION", "Degradation", "Picture"]

Degradation = Callable[[Picture, np.random.Generator], Picture]

DEGRADATIONS: Mapping[str, Degradation] = MappingProxyType(
    {
        "clean": clean,
        "skew": skew,
        "noise": noise,
        "copy": copy,
        "stamp": stamp,
        "bilevel-300": bilevel_at(300),
        "bilevel-200": bilevel_at(200),
        "mix": mix,
        "jpeg": jpeg,
        "specks": specks,
        "streaks": streaks,
        "ink": ink,
        "fax": fax,
    }
)

HELD_OUT_DEGRADATION = "fax"
"""The one degradation that the recogniser's training never shows."""
