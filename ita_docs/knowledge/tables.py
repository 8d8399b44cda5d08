"""The tables behind the models, for queries that want plain columns and no objects."""

from __future__ import annotations

import models
from models.columns import table_of

agencies = table_of(models.Agency)
arrivals = table_of(models.Arrival)
attachments = table_of(models.Attachment)
candidates = table_of(models.ReferenceCandidate)
changes = table_of(models.Change)
cited_letters = table_of(models.CitedLetter)
contacts = table_of(models.Contact)
contents = table_of(models.DocumentContent)
deadlines = table_of(models.Deadline)
documents = table_of(models.Document)
duties = table_of(models.Duty)
duty_changes = table_of(models.DutyChange)
duty_sources = table_of(models.DutySource)
fiscal_years = table_of(models.DocumentFiscalYear)
links = table_of(models.Link)
meetings = table_of(models.Meeting)
pages = table_of(models.Page)
recipients = table_of(models.Recipient)
references = table_of(models.Reference)
source_files = table_of(models.SourceFile)
topics = table_of(models.DocumentTopic)
