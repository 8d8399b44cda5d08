"""All settings, from `ITA_DOCS_*` in the environment, with defaults that work on an office computer."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """Where things are kept and how hard the machine may work.

    >>> Settings(home="/tmp/ita").inbox
    PosixPath('/tmp/ita/inbox')
    """

    model_config = SettingsConfigDict(env_prefix="ITA_DOCS_", extra="ignore")

    home: Path = Field(Path.home() / "ita-docs", description="folder of inbox, archive, database and index")
    database_url: str | None = Field(
        None, description="SQLAlchemy address; SQLite in the home folder if unset"
    )
    language: Literal["th", "en"] = Field("th", description="language of messages")
    office: str | None = Field(None, description="the office's own name: duties bound to it are 'mine'")
    engine: Literal["auto", "own", "tesseract"] = Field("auto", description="what reads line pictures")
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, description="reading processes")
    dpi: int = Field(300, ge=72, le=600, description="resolution at which vector pages are rendered")
    max_pages: int = Field(2000, ge=1, description="pages in one file")
    max_pixels: int = Field(120_000_000, ge=1_000_000, description="pixels in one page picture")
    max_bytes: int = Field(500_000_000, ge=1_000, description="size of one file")
    page_timeout: float = Field(120.0, gt=0, description="seconds for one page in an engine")
    poll_seconds: float = Field(5.0, gt=0, description="seconds between looks into the inbox")
    stable_seconds: float = Field(3.0, ge=0, description="seconds that a file must be at rest")
    patience_seconds: float = Field(30.0, ge=0, description="seconds that a file at rest may stay incomplete")
    max_attempts: int = Field(3, ge=1, description="tries before a file goes to failed/")
    retry_seconds: float = Field(30.0, ge=0, description="delay before the second try; doubles each time")
    lease_seconds: float = Field(60.0, gt=0, description="silence after which a worker counts as dead")
    host: str = Field("127.0.0.1", description="address that the server listens on")
    port: int = Field(8420, ge=1, le=65535, description="port that the server listens on")

    @cached_property
    def inbox(self) -> Path:
        """Where the clerk drops scans."""
        return self.home / "inbox"

    @cached_property
    def done(self) -> Path:
        """Where filed scans go."""
        return self.home / "done"

    @cached_property
    def failed(self) -> Path:
        """Where scans go that could not be read, each with its reason beside it."""
        return self.home / "failed"

    @cached_property
    def archive(self) -> Path:
        """Originals by SHA-256."""
        return self.home / "archive"

    @cached_property
    def cache(self) -> Path:
        """Page pictures and the search index: can be deleted, is made again."""
        return self.home / "cache"

    @cached_property
    def index(self) -> Path:
        """The full-text index."""
        return self.home / "cache" / "index"

    @cached_property
    def url(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.home / 'ita-docs.sqlite3'}"

    def make_folders(self) -> None:
        """Create the folders that do not exist yet."""
        for folder in (self.inbox, self.done, self.failed, self.archive, self.cache):
            folder.mkdir(parents=True, exist_ok=True)
