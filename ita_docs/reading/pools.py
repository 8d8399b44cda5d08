"""Worker pools kept between files, since a worker that has loaded its engine reads the next file at once."""

from __future__ import annotations

import atexit
import os
import threading
from typing import TYPE_CHECKING

from ita_docs.reading.page_pool import PagePool

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = ["close_pools", "shared_pool"]

_Key = tuple[int, int, str, str]
_pools: dict[_Key, PagePool] = {}


def shared_pool(engine: str, settings: Settings) -> PagePool:
    """The pool of this process and thread for an engine and settings; made on first use."""
    key = (os.getpid(), threading.get_ident(), engine, settings.model_dump_json())
    if key not in _pools:
        _pools[key] = PagePool(engine, settings)
    return _pools[key]


@atexit.register
def close_pools() -> None:
    """End all workers that this process has started."""
    for key, pool in list(_pools.items()):
        if key[0] == os.getpid():
            pool.close()
        del _pools[key]
