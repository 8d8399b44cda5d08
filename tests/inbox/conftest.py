"""A home folder with a quick reader, on both databases."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Engine

from ita_docs.settings import Settings


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


quick = _load("quick_reader")
offices = _load("office")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    return Settings(
        home=home, poll_seconds=0.05, stable_seconds=0, patience_seconds=0, retry_seconds=0, lease_seconds=5
    )


@pytest.fixture
def office(settings: Settings, engine: Engine) -> Any:
    parts = {
        "understand": quick.QuickReader(),
        "is_complete": lambda path: True,
        "knowledge": quick.NoKnowledge(),
    }
    return offices.Office(settings, engine, parts)
