"""The tables behind the models, for queries that want plain columns and no objects."""

from __future__ import annotations

from sqlalchemy import Table, inspect
from sqlmodel import SQLModel

from models import (
    Agency,
    Arrival,
    Attachment,
    CitedLetter,
    Contact,
    Deadline,
    Document,
    DocumentContent,
    DocumentFiscalYear,
    DocumentTopic,
    Duty,
    DutyChange,
    DutySource,
    Link,
    Meeting,
    Page,
    Recipient,
    Reference,
    SourceFile,
)

__all__ = ["table_of"]


def table_of(model: type[SQLModel]) -> Table:
    """The table of a model."""
    found: Table = inspect(model).local_table
    return found


agencies = table_of(Agency)
arrivals = table_of(Arrival)
attachments = table_of(Attachment)
cited_letters = table_of(CitedLetter)
contacts = table_of(Contact)
deadlines = table_of(Deadline)
documents = table_of(Document)
contents = table_of(DocumentContent)
fiscal_years = table_of(DocumentFiscalYear)
topics = table_of(DocumentTopic)
duties = table_of(Duty)
duty_changes = table_of(DutyChange)
duty_sources = table_of(DutySource)
links = table_of(Link)
meetings = table_of(Meeting)
pages = table_of(Page)
recipients = table_of(Recipient)
references = table_of(Reference)
source_files = table_of(SourceFile)
